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

/**
 * How long a question was open (ms), as its page reports: from when it was shown until now. Informative
 * only, never scored; never more than the whole test, so that a made-up value can't be absurd.
 */
export function timeOpen(shownAt: number, now: number, durationMinutes: number): number {
  return Math.min(Math.max(0, now - shownAt), durationMinutes * minute);
}
