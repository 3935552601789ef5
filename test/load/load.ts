import { inLanes } from '../../src/lib/lanes.ts';
import { attemptIdOf, type Choice, choicesOf, sleep } from '../support/over-http.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { withStateRows } from '../support/state-rows.ts';

/**
 * `npm run load`: candidates start in the same second and then save again and again, on a server of their
 * own on this machine. Times depend on the machine, so they are told as ratios to a constant page that
 * was asked for in between. What must hold anywhere: no error, and every acknowledged answer is stored.
 */
const candidates = 200;
const rounds = 10;
/** Stands for the 15 s between two saves. */
const roundMs = 2500;
const link = '/t/demo-javascript';

interface Candidate {
  path: string;
  device: string;
  choices: Choice[];
  /** Acknowledged, by question: what was sent last. */
  acknowledged: Map<string, { revision: number; value: string }>;
}

const times: Record<'start' | 'save' | 'constant', number[]> = {
  start: [],
  save: [],
  constant: [],
};
const errors: string[] = [];

const server = await startServer();
try {
  process.exitCode = (await run(server)) ? 0 : 1;
} finally {
  await server.stop();
}

async function run({ url, stateDir }: RunningServer): Promise<boolean> {
  const keys: string[] = [];
  await inLanes(Array.from({ length: candidates }), async () => {
    keys.push(await startKey(url));
  });
  const begin = performance.now();
  const started = await Promise.all(keys.map((key, index) => start(url, key, index)));
  const startedIn = performance.now() - begin;
  const people = started.filter((each) => each !== undefined);
  await inLanes(people, async (person) => {
    person.choices = await choicesOf(url + person.path);
  });

  await Promise.all(people.map((person, index) => saveRounds(url, person, index)));
  const lost = lostSaves(stateDir, people);
  const acknowledged = people.reduce((sum, each) => sum + each.acknowledged.size, 0);
  console.log(`${people.length} candidates started within ${(startedIn / 1000).toFixed(1)} s`);
  console.log(`${times.save.length} saves, ${acknowledged} answers acknowledged`);
  for (const name of ['start', 'save'] as const) console.log(`${name}: ${ratios(name)}`);
  console.log(`${errors.length} errors, ${lost.length} lost saves`);
  for (const line of [...errors, ...lost].slice(0, 10)) console.log(`  ${line}`);
  return errors.length === 0 && lost.length === 0 && people.length === candidates;
}

async function startKey(url: string): Promise<string> {
  const page = await (await fetch(url + link)).text();
  return /name="key" value="([^"]+)"/.exec(page)![1]!;
}

async function start(url: string, key: string, index: number): Promise<Candidate | undefined> {
  const body = new URLSearchParams({
    key,
    name: `Candidata ${index}`,
    email: `load-${index}@candidate.example`,
    consent: 'on',
  });
  const answer = await timed('start', () =>
    fetch(`${url}${link}/attempts`, { method: 'POST', body, redirect: 'manual' }),
  );
  const path = /\/a\/[^/]+/.exec(answer?.headers.get('Location') ?? '')?.[0];
  if (answer?.status !== 303 || !path) {
    errors.push(`start ${index}: ${answer?.status}`);
    return undefined;
  }
  return {
    path,
    device: `load-device-of-candidate-${index}`,
    choices: [],
    acknowledged: new Map(),
  };
}

async function saveRounds(url: string, person: Candidate, index: number): Promise<void> {
  // Nobody's saves fall together on purpose: each begins somewhere in the span.
  await sleep((index / candidates) * roundMs);
  for (let round = 1; round <= rounds; round += 1) {
    const next = sleep(roundMs);
    await save(url, person, round);
    if (index % 10 === round % 10) await timed('constant', () => fetch(`${url}/robots.txt`));
    await next;
  }
}

async function save(url: string, person: Candidate, round: number): Promise<void> {
  // Some questions are changed again, so that revisions matter.
  const { question, values } = person.choices[round % Math.min(7, person.choices.length)]!;
  const value = values[round % values.length]!;
  const message = {
    device: person.device,
    take: round === 1,
    answers: [{ question, revision: round, fields: { value } }],
  };
  const answer = await timed('save', () =>
    fetch(`${url}${person.path}/sync`, { method: 'POST', body: JSON.stringify(message) }),
  );
  if (answer?.status !== 200) return void errors.push(`save: ${answer?.status}`);
  const { receipts } = await answer.json<{ receipts: { question: string }[] }>();
  if (receipts[0]?.question === question)
    person.acknowledged.set(question, { revision: round, value });
  else errors.push(`save without receipt: ${question}`);
}

/** Every acknowledged answer against the rows, in the database itself. */
function lostSaves(stateDir: string, people: readonly Candidate[]): string[] {
  const lost: string[] = [];
  withStateRows(stateDir, (rows) => {
    const stored = rows.prepare(
      'select value, revision from answers where attempt_id = ? and question_id = ?',
    );
    for (const { path, acknowledged } of people)
      for (const [question, { revision, value }] of acknowledged) {
        const row = stored.get(attemptIdOf(path), question);
        const same =
          row?.['revision'] === revision && String(JSON.parse(String(row['value']))) === value;
        if (!same)
          lost.push(`${question}: sent ${value} (${revision}), stored ${JSON.stringify(row)}`);
      }
  });
  return lost;
}

async function timed(
  name: keyof typeof times,
  ask: () => Promise<Response>,
): Promise<Response | undefined> {
  const begin = performance.now();
  const answer = await ask().catch(
    (error: unknown) => void errors.push(`${name}: ${String(error)}`),
  );
  times[name].push(performance.now() - begin);
  return answer ?? undefined;
}

function ratios(name: 'start' | 'save'): string {
  return [50, 95, 99]
    .map((percent) => {
      const ratio = percentile(times[name], percent) / percentile(times.constant, 50);
      return `p${percent} ${ratio.toFixed(1)}×`;
    })
    .join(', ')
    .concat(' of a constant page');
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? NaN;
}
