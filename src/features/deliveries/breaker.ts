import { hour, minute } from '../../lib/time.ts';
import { isDelivered, isPassing, type Outcome } from './schedule.ts';

/** Requests of one lane that may be under way at once, over all consumers and sweeps together. */
export const laneWidth = 2;

/** Failures in a row after which nobody knocks any more. */
export const opensAfter = 5;

/**
 * How long nobody knocks, after the failure that opens the circuit and after each failed probe. Short
 * at first, since most outages are; never longer than half an hour, because a result that is ready
 * should not wait longer than that for a destination that is back.
 */
const probeWaits = [minute, 5 * minute, 15 * minute, 30 * minute] as const;

/**
 * No delivery waits longer than this for a probe to succeed: then it is tried whatever the circuit
 * says. So each has its 11 tries within 80 hours, even one that was planned while the circuit was open
 * and has a thousand others before it, and a lane of which only some rows fail starves nobody.
 */
export const patience = 2 * hour;

/** How long the circuit is open after this many failures in a row; undefined: it stays closed. */
export function openFor(failures: number): number | undefined {
  if (failures < opensAfter) return undefined;
  return probeWaits[failures - opensAfter] ?? probeWaits.at(-1);
}

/** The numbers of failures that have a wait of their own, the last standing for all beyond. */
export const openingSteps = probeWaits.map((_wait, index) => opensAfter + index);

/**
 * What a try says of its lane. A refusal of this one delivery (a 4xx that parks) came from a
 * destination that works; what was never sent says nothing.
 */
export function newsOf(outcome: Outcome): 'answers' | 'fails' | 'nothing' {
  if (outcome.status === undefined) return outcome.hopeless ? 'nothing' : 'fails';
  return isPassing(outcome.status) && !isDelivered(outcome) ? 'fails' : 'answers';
}
