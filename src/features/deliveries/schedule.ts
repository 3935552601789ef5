import { day, hour, minute, second } from '../../lib/time.ts';

/** What came of one try. `status` is undefined when nothing was answered. */
export interface Outcome {
  status?: number;
  /** In words, for people: why it is not delivered. */
  error?: string;
  /** The kept part of the answer. */
  answer?: string;
  retryAfter?: string | null;
  /** False for what no further try can mend, whatever the status. */
  hopeless?: boolean;
}

/** After a try: done, again at `nextAt`, or waiting for a person. */
export type Verdict =
  | { state: 'delivered'; nextAt: null }
  | { state: 'waiting'; nextAt: number }
  | { state: 'parked'; nextAt: null };

/** The wait before each try, in ms: 11 tries over about 75 hours (QUALITY.md). */
export const waits = [
  0,
  5 * second,
  minute,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
] as const;

/** ±10 %, but no more than this: however the dice fall, all waits together outlast 74 hours. */
const mostJitter = 5 * minute;

/**
 * By then after its planning a delivery has had its last try, unless the receiver asked for more time:
 * a wait that would go beyond is cut. Only one that had to wait for its lane comes here at all, since
 * all waits together, with their jitter and 15 s for each try, are shorter.
 */
export const lastCall = 76.5 * hour;

/**
 * What follows a try. 2xx delivers; 408, 425, 429, 3xx, 5xx and silence try again; 410 and every other
 * 4xx park at once, as does the last try. A 3xx is never followed, but often is a passing maintenance page.
 *
 * @param number of the try just made, from 1
 * @param random 0…1: where in the range of the jitter
 * @param plannedAt when the delivery was planned
 */
export function verdictOf(
  outcome: Outcome,
  number: number,
  now: number,
  random: number,
  plannedAt = now,
): Verdict {
  if (isDelivered(outcome)) return { state: 'delivered', nextAt: null };
  const wait = waits[number];
  if (outcome.hopeless || !isPassing(outcome.status) || wait === undefined)
    return { state: 'parked', nextAt: null };
  const asked = retryAfterMs(outcome.retryAfter, now);
  const planned = Math.round(wait + (2 * random - 1) * Math.min(wait / 10, mostJitter));
  const left = plannedAt + lastCall - now;
  const next = left > 0 ? Math.min(planned, left) : planned;
  return { state: 'waiting', nextAt: now + Math.max(next, asked ?? 0) };
}

export function isDelivered({ status }: Outcome): boolean {
  return status !== undefined && status >= 200 && status < 300;
}

/** Of what failed: a later try may mend it, since the destination is away, busy or broken. */
export function isPassing(status: number | undefined): boolean {
  if (status === undefined || status === 408 || status === 425 || status === 429) return true;
  return status < 400 || status >= 500;
}

/** `Retry-After` as ms from now, kept within 1 s and 24 h; undefined when absent or nonsense. */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return withinReason(Number(text) * second);
  // Date.parse alone would find a year in "try again after 2048".
  if (!httpDate.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : withinReason(at - now);
}

/** IMF-fixdate (RFC 9110, 5.6.7): the one format in which dates are sent. */
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

function withinReason(wait: number): number {
  return Math.min(day, Math.max(second, wait));
}
