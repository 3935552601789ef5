import type { Database } from '../../db/client.ts';
import { hour, minute } from '../../lib/time.ts';
import { countHour, findNewestHour, keepHour } from './figures-queries.ts';

/** So that what ended at the very end of an hour is written when the hour is counted. */
const settled = 2 * minute;
const mostBehind = 23 * hour;

/** Counts the oldest full hour that is not counted yet, one for each call: a day behind is soon made up. */
export async function countFigures(db: Database, now: number): Promise<void> {
  const newest = Math.floor((now - settled) / hour) * hour - hour;
  const last = await findNewestHour(db);
  const next = Math.max((last ?? 0) + hour, newest - mostBehind);
  if (next > newest) return;
  await keepHour(db, next, await countHour(db, next));
}
