import { sleep } from '../support/over-http.ts';
import type { Seeded } from '../support/seeded.ts';
import { findTest, takeTest } from './candidate.ts';
import type { Judgement } from './count.ts';
import { judge, type Told } from './oracle.ts';
import { answers, aReceiver, type Behaviour, type Receiver } from './receiver.ts';
import { onSite, settledRows, type Site } from './site.ts';

const candidates = 6;
/** Each is a lane of its own: what a kill cut short keeps its places until its lease ends. */
const receivers = 12;

/**
 * Candidates take tests, one after the other, and results go out, while node and workerd are killed at
 * random moments and started again.
 *
 * @param patient receivers are busy at times, and leases and retries take their time; otherwise the last
 * start finds every lease ended
 */
export async function killCycles(
  random: Seeded,
  cycles: number,
  patient: boolean,
): Promise<Judgement> {
  const places = await Promise.all(
    Array.from({ length: receivers }, () => aReceiver(slow(random, patient ? 0.1 : 0))),
  );
  return onSite(async (site) => {
    const told = await killWhile(site, random, places, { cycles, patient });
    for (const place of places) place.behave = answers(200);
    const rows = await settledRows(site, patient ? 150_000 : 20_000);
    const arrivals = places.flatMap((place) => place.arrivals);
    const judgement = await judge(told, rows, arrivals);
    const cut = rows.tries.filter((each) => each['duration_ms'] === null).length;
    const saves = told.reduce((total, { receipts }) => total + receipts.size, 0);
    const numbers = `${cycles} kills, ${saves} receipts, ${arrivals.length} requests, ${cut} tries cut short`;
    return { ...judgement, notes: [numbers, ...judgement.notes] };
  }).finally(() => places.forEach((place) => place.close()));
}

async function killWhile(
  site: Site,
  random: Seeded,
  places: readonly Receiver[],
  { cycles, patient }: { cycles: number; patient: boolean },
): Promise<Told[]> {
  const testId = await findTest(site);
  const told: Told[] = [];
  const over = { yes: false };
  const work = async () => {
    while (!over.yes)
      told.push(await takeTest(site, random, testId, places[random.below(places.length)]!.url));
  };
  const working = Promise.all(Array.from({ length: candidates }, work));
  const killing = async () => {
    for (let cycle = 0; cycle < cycles && !over.yes; cycle += 1) {
      await sleep(500 + random.below(1500));
      await site.kill(random);
      if (!patient && cycle === cycles - 1) site.skipMinute();
      await site.start();
    }
    over.yes = true;
  };
  const killed = killing();
  try {
    // A candidate who is refused ends it, too.
    await Promise.all([working, killed]);
  } finally {
    over.yes = true;
    await killed.catch(() => undefined);
  }
  return told;
}

/** Takes its time, so that a kill finds requests under way. */
function slow(random: Seeded, busy: number): Behaviour {
  return (request, response) => {
    const status = random.next() < busy ? 503 : 200;
    setTimeout(() => answers(status)(request, response), random.below(150));
    return status;
  };
}
