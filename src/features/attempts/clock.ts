import { minute, second } from '../../lib/time.ts';

/** How long after the deadline a save still counts: it absorbs slow requests, and is shown to nobody. */
export const grace = 10 * second;

/** The deadline (ms since the epoch) of an attempt started now. */
export function deadlineOf(startedAt: number, durationMinutes: number): number {
  return startedAt + durationMinutes * minute;
}

/** True once the time that the candidate sees is up. */
export function isDue(deadlineAt: number, now: number): boolean {
  return now >= deadlineAt;
}

/** True once nothing can be saved any more. */
export function isOver(deadlineAt: number, now: number): boolean {
  return now > deadlineAt + grace;
}

export interface LastSeen {
  deadlineAt: number | null;
  /** Null without a script's signs of life. */
  seenAt: number | null;
  /** When the page said goodbye. */
  leftAt: number | null;
  outageCapMs: number | null;
  creditedMs: number | null;
}

/**
 * How long after its deadline an attempt waits before it is submitted unasked, ms. A page that fell
 * silent without a goodbye may have lost its network: until the outage could no more be credited, its
 * answers still have a way in. Any other attempt waits for nothing.
 */
export function patienceWith(seen: LastSeen): number {
  const { seenAt, leftAt, deadlineAt } = seen;
  const cutOff = seenAt !== null && leftAt === null && seenAt < (deadlineAt ?? 0);
  return cutOff ? (seen.outageCapMs ?? 0) - (seen.creditedMs ?? 0) : 0;
}

/**
 * How long a question was open (ms), as its page reports: from when it was shown until now. Informative
 * only, never scored; never more than the whole test, so that a made-up value can't be absurd.
 */
export function timeOpen(shownAt: number, now: number, durationMinutes: number): number {
  return Math.min(Math.max(0, now - shownAt), durationMinutes * minute);
}
