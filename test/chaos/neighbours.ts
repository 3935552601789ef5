import { inLanes } from '../../src/lib/lanes.ts';
import { sleep } from '../support/over-http.ts';
import type { Seeded } from '../support/seeded.ts';
import { findTest, takeTest } from './candidate.ts';
import type { Count } from './count.ts';
import { dripHeaders, hang } from './matrix-cases.ts';
import { judge, type Rows, type Told } from './oracle.ts';
import { aReceiver, type Receiver } from './receiver.ts';
import { onSite, type Site } from './site.ts';

const healthy = 8;
const resultsEach = 5;
/** Half of what a request to a destination that hangs takes: whoever waited for one would be later. */
const bound = 7500;

interface Finished {
  told: Told;
  receiver: Receiver;
  at: number;
}

/** One destination that hangs and one that drips its headers beside eight that are well. */
export async function neighbours(random: Seeded): Promise<Omit<Count, 'what' | 'ms'>> {
  const well = await Promise.all(Array.from({ length: healthy }, () => aReceiver()));
  const ill = [await aReceiver(hang), await aReceiver(dripHeaders)];
  const results = [...well, ...ill].flatMap((receiver) => Array(resultsEach).fill(receiver));
  try {
    return await onSite(async (site) => {
      const testId = await findTest(site);
      const finished: Finished[] = [];
      // The ill ones begin, so that whatever can be in the way is.
      for (const some of [ill, random.shuffled(results).slice(0, -ill.length)])
        await inLanes(some as Receiver[], async (receiver) => {
          const told = await takeTest(site, random, testId, receiver.url);
          finished.push({ told, receiver, at: Date.now() });
        });
      return { experiment: 'neighbours', ...(await outcome(site, finished, well)) };
    });
  } finally {
    for (const receiver of [...well, ...ill]) receiver.close();
  }
}

async function outcome(site: Site, finished: readonly Finished[], well: readonly Receiver[]) {
  const those = finished.filter(({ receiver }) => well.includes(receiver));
  const others = finished.filter(({ receiver }) => !well.includes(receiver));
  const rows = await arrived(site, those);
  const arrivals = well.flatMap((receiver) => receiver.arrivals);
  const judgement = await judge(
    those.map(({ told }) => told),
    rows,
    arrivals,
  );
  const times = those.map(({ told, at }) => arrivalOf(rows, arrivals, told) - at);
  const sorted = times.map((ms) => Math.max(0, ms)).toSorted((a, b) => a - b);
  const late = sorted.filter((ms) => !(ms <= bound)).length;
  const open = others.filter(({ told }) => isOpen(rows, told)).length;
  const median = sorted[Math.floor(sorted.length / 2)];
  return {
    ...judgement,
    n: finished.length,
    lost: judgement.lost + others.length - open,
    wrongStates: judgement.wrongStates + late,
    notes: [
      `${late} of ${those.length} later than ${bound} ms; submitted to arrived: median ${median} ms, most ${sorted.at(-1)} ms`,
      `${open} of ${others.length} for the ill ones still wait`,
      ...judgement.notes,
    ],
  };
}

/** Until all of those that can arrive have, and their tries have ended. */
async function arrived(site: Site, those: readonly Finished[]): Promise<Rows> {
  const until = Date.now() + 30_000;
  for (;;) {
    const rows = site.rows();
    const state = new Map(
      rows.deliveries.map((row) => [`${row['attempt_id']} ${row['kind']}`, row]),
    );
    const done = those.every(
      ({ told }) => state.get(`${told.attempt} gupy.result_webhook`)?.['state'] === 'delivered',
    );
    if (done || Date.now() > until) return rows;
    await sleep(300);
  }
}

function arrivalOf(rows: Rows, arrivals: Receiver['arrivals'], { attempt }: Told): number {
  const ids = rows.deliveries.filter((row) => row['attempt_id'] === attempt).map(({ id }) => id);
  return arrivals.find(({ id }) => ids.includes(id))?.at ?? NaN;
}

/** Neither delivered, which it was not, nor given up. */
function isOpen(rows: Rows, { attempt }: Told): boolean {
  return rows.deliveries.some(
    (row) =>
      row['attempt_id'] === attempt &&
      row['kind'] === 'gupy.result_webhook' &&
      row['next_at'] !== null,
  );
}
