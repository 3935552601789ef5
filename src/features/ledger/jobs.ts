import type { Database } from '../../db/client.ts';
import { hour, minute } from '../../lib/time.ts';
import { countHour, findNewestHour, keepHour } from './figures-queries.ts';

/** So that what ended at the very end of an hour is written when the hour is counted for the last time. */
const settled = 2 * minute;
const mostBehind = 23 * hour;

/**
 * Counts the running hour anew. After a pause it goes on where it was, one hour further with each call: a
 * day behind is soon made up.
 */
export async function countFigures(db: Database, now: number): Promise<void> {
  const running = Math.floor((now - settled) / hour) * hour;
  const last = (await findNewestHour(db)) ?? running;
  const from = Math.max(last, running - mostBehind);
  for (const startsAt of from < running ? [from, from + hour] : [running])
    await keepHour(db, startsAt, await countHour(db, startsAt));
}
