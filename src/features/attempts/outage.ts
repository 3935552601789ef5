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
  /** The last request before this one. */
  lastContactAt: number;
  /** Where the last credited outage ended; 0 when none was. */
  creditedUntil: number;
  creditedMs: number;
  now: number;
}

/**
 * The span that is credited for a claimed outage, or undefined. Never more than the server's own
 * silence, so a claim over a time in which it saw a request shrinks to what is left; never twice; never
 * beyond the cap. `ms` is what the deadline moves.
 */
export function creditFor(
  claim: OutageClaim,
  contacts: Contacts,
  capMs: number,
): { from: number; to: number; ms: number } | undefined {
  const from = Math.max(
    claim.from,
    contacts.startedAt,
    contacts.lastContactAt,
    contacts.creditedUntil,
  );
  const to = Math.min(claim.to, contacts.now);
  const ms = Math.min(to - from, capMs - contacts.creditedMs);
  return to - from >= shortestOutage && ms > 0 ? { from, to, ms } : undefined;
}
