import { inLanes } from '../../src/lib/lanes.ts';
import { sleep } from '../support/over-http.ts';
import type { Seeded } from '../support/seeded.ts';
import { findTest, takeTest } from './candidate.ts';
import { type Count, sum } from './count.ts';
import { type Case, cases, floods, mostSent } from './matrix-cases.ts';
import { judge, type Row, type Rows, type Told } from './oracle.ts';
import { answers, aReceiver, type Receiver } from './receiver.ts';
import { onSite, settledRows, type Site } from './site.ts';

type Tried = Case & { receiver: Receiver; told?: Told; seen?: Seen | undefined };

interface Seen {
  state: string;
  /** From the end of the first try to the next, ms. */
  wait: number;
}

/**
 * One result each for receivers of every kind: what follows the first try, case by case. Then all of
 * them answer 200, and what waits must arrive by itself.
 */
export async function receiverMatrix(random: Seeded): Promise<Omit<Count, 'what' | 'ms'>> {
  const trap = await aReceiver();
  const tried: Tried[] = await Promise.all(
    cases(trap.url).map(async (each) => ({ ...each, receiver: await aReceiver(each.behave) })),
  );
  try {
    return await onSite(async (site) => {
      const refusing = tried.find(({ name }) => name === 'refused')!;
      refusing.receiver.close();
      const testId = await findTest(site);
      const watching = watchFirstTries(site, tried);
      await inLanes(random.shuffled(tried), async (each) => {
        each.told = await takeTest(site, random, testId, each.receiver.url);
      });
      await watching;
      const { port } = new URL(refusing.receiver.url);
      refusing.receiver = await aReceiver(answers(200), Number(port));
      return { experiment: 'receivers', ...(await outcome(site, tried, trap)) };
    });
  } finally {
    for (const { receiver } of [...tried, { receiver: trap }]) receiver.close();
  }
}

/** Until each has been tried once; each is well right after that, before its second try. */
async function watchFirstTries(site: Site, tried: readonly Tried[]): Promise<void> {
  const until = Date.now() + 120_000;
  while (tried.some(({ seen }) => !seen) && Date.now() < until) {
    await sleep(200);
    const rows = site.rows();
    for (const each of tried) {
      if (!each.told || each.seen) continue;
      each.seen = firstTry(rows, each.told.attempt);
      if (each.seen) each.receiver.behave = answers(200);
    }
  }
}

function firstTry(rows: Rows, attempt: string): Seen | undefined {
  const delivery = webhookOf(rows, attempt);
  const [first, second] = rows.tries.filter((each) => each['delivery_id'] === delivery?.['id']);
  if (!delivery || !first || first['duration_ms'] === null) return undefined;
  const end = Number(first['started_at']) + Number(first['duration_ms']);
  // On a slow machine the second try may have begun already.
  const next = second ? second['started_at'] : delivery['next_at'];
  const state = Number(delivery['tries']) > 1 ? 'waiting' : String(delivery['state']);
  return { state, wait: Number(next) - end };
}

function webhookOf(rows: Rows, attempt: string): Row | undefined {
  return rows.deliveries.find(
    (each) => each['attempt_id'] === attempt && each['kind'] === 'gupy.result_webhook',
  );
}

async function outcome(site: Site, tried: readonly Tried[], trap: Receiver) {
  const rows = await settledRows(site, 120_000);
  const arrivals = tried.flatMap(({ receiver }) => receiver.arrivals);
  const toldOf = (all: readonly Tried[]) => all.flatMap(({ told }) => told ?? []);
  const parked = tried.filter(({ state }) => state === 'parked');
  const rest = tried.filter(({ state }) => state !== 'parked');
  const judgement = sum([
    await judge(toldOf(rest), rows, arrivals),
    await judge(toldOf(parked), rows, arrivals, 'parked'),
  ]);
  const wrong = tried.filter((each) => !isExpected(each)).map(({ name }) => `${name}: wrong state`);
  if (trap.arrivals.length > 0) wrong.push(`${trap.arrivals.length} redirects followed`);
  if (floods.some((bytes) => bytes > mostSent)) wrong.push(`${floods} bytes were read of 200 MiB`);
  return {
    ...judgement,
    wrongStates: judgement.wrongStates + wrong.length,
    notes: [
      ...wrong,
      ...judgement.notes,
      `of 200 MiB ${(Math.max(...floods) / 2 ** 20).toFixed(1)} MiB could be sent`,
    ],
    table: [
      ['receiver', 'expected', 'seen', 'next try after', 'at last'],
      ...tried.map((each) => line(each, rows)),
    ],
  };
}

function isExpected({ state, wait, seen }: Tried): boolean {
  if (seen?.state !== state) return false;
  return !wait || (seen.wait >= wait[0] && seen.wait <= wait[1] + slack);
}

/** The next try may be read from its start, where the machine was slow. */
const slack = 1500;

function line({ name, state, wait, seen, told }: Tried, rows: Rows): string[] {
  const range = wait && [...new Set(wait)].map((ms) => ms / 1000).join('–');
  const last = told && webhookOf(rows, told.attempt)?.['state'];
  return [
    name,
    range ? `${state}, ${range} s` : state,
    seen?.state ?? 'nothing',
    seen?.state === 'waiting' ? `${(seen.wait / 1000).toFixed(1)} s` : '',
    String(last ?? ''),
  ];
}
