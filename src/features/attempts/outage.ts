import { minute, second } from '../../lib/time.ts';

/** Shorter silences are no outage: a slow page is not worth a line in anyone's result. */
export const shortestOutage = 10 * second;

export interface OutageCap {
  /** Of the attempt's duration. */
  percent: number;
  minutes: number;
}

/** The most that outages may add to an attempt, ms: the smaller of the two limits; 0 turns credits off. */
export function outageCapMs(cap: OutageCap, durationMs: number): number {
  return Math.floor(Math.min((durationMs * cap.percent) / 100, cap.minutes * minute));
}

export interface OutageClaim {
  /** As the device measured it, in server time, ms: its last contact before, and the first after. */
  from: number;
  to: number;
}

/** What the server knows by itself. */
export interface Contacts {
  startedAt: number;
  /** Requests before this one, in any order; each of them broke the silence. */
  requests: readonly number[];
  /** Where the last credited outage ended; 0 when none was. */
  creditedUntil: number;
  creditedMs: number;
  now: number;
}

export interface Credit {
  from: number;
  to: number;
  /** What the deadline moves. */
  ms: number;
}

/**
 * What is credited for a claimed outage, or undefined: the longest span of the claim in which the server
 * saw no request, after what was credited before, and never more than is left of the cap.
 */
export function creditFor(
  claim: OutageClaim,
  contacts: Contacts,
  capMs: number,
): Credit | undefined {
  const begin = Math.max(claim.from, contacts.startedAt, contacts.creditedUntil);
  const end = Math.min(claim.to, contacts.now);
  const within = contacts.requests.filter((at) => at > begin && at < end);
  const edges = [begin, ...within.toSorted((a, b) => a - b), end];
  let longest = { from: begin, to: begin };
  for (const [index, to] of edges.entries()) {
    const from = edges[index - 1] ?? begin;
    if (to - from > longest.to - longest.from) longest = { from, to };
  }
  const silence = longest.to - longest.from;
  const ms = Math.min(silence, capMs - contacts.creditedMs);
  return silence >= shortestOutage && ms > 0 ? { ...longest, ms } : undefined;
}
