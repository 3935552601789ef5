import { day, hour } from '../../lib/time.ts';

/** However an invitation is extended. */
const most = 2;
/** Nobody is reminded of a mail that they have just got. */
const quiet = 12 * hour;

/**
 * When an invitation is reminded of next, ms; null: no more. The rule: 3 days and 1 day before its end,
 * but not within its first 12 hours. One that lives less than 2 days is reminded of once, at half its
 * life, if it lives 6 hours at least. Never more than twice (`sent` counts), and never for a moment
 * that has passed. An invitation with a new end asks again, with that end.
 */
export function nextReminderAt(
  createdAt: number,
  expiresAt: number,
  sent: number,
  now: number,
): number | null {
  const life = expiresAt - createdAt;
  const short = life < 2 * day;
  if (sent >= (short ? 1 : most)) return null;
  const moments = short
    ? [createdAt + life / 2].filter(() => life >= 6 * hour)
    : [expiresAt - 3 * day, expiresAt - day].filter((at) => at >= createdAt + quiet);
  return moments.map(Math.round).find((at) => at > now) ?? null;
}
