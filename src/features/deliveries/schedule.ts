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

/**
 * What follows a try. 2xx delivers; 408, 425, 429, 3xx, 5xx and silence try again; 410 and every other
 * 4xx park at once, as does the last try. A 3xx is never followed, but often is a passing maintenance page.
 *
 * @param number of the try just made, from 1
 * @param random 0…1: the ±10 % jitter
 */
export function verdictOf(outcome: Outcome, number: number, now: number, random: number): Verdict {
  if (isDelivered(outcome)) return { state: 'delivered', nextAt: null };
  const wait = waits[number];
  if (outcome.hopeless || !isPassing(outcome.status) || wait === undefined)
    return { state: 'parked', nextAt: null };
  const asked = retryAfterMs(outcome.retryAfter, now);
  const planned = Math.round(wait * (0.9 + 0.2 * random));
  return { state: 'waiting', nextAt: now + Math.max(planned, asked ?? 0) };
}

function isDelivered({ status }: Outcome): boolean {
  return status !== undefined && status >= 200 && status < 300;
}

function isPassing(status: number | undefined): boolean {
  if (status === undefined || status === 408 || status === 425 || status === 429) return true;
  return status < 400 || status >= 500;
}

/** `Retry-After` as ms from now, kept within 1 s and 24 h; undefined when absent or nonsense. */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  if (!header) return undefined;
  const text = header.trim();
  const wanted = /^\d{1,9}$/.test(text) ? Number(text) * second : Date.parse(text) - now;
  if (Number.isNaN(wanted)) return undefined;
  return Math.min(day, Math.max(second, wanted));
}
