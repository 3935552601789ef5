import { type LinkState, linkStateOf } from '../assessments/link-state.ts';
import type { VersionContent } from '../questions/content.ts';
import { drawQuestions } from '../questions/order.ts';
import { deadlineOf } from './clock.ts';
import type { LinkPage } from './start-queries.ts';

export type Closed = Exclude<LinkState, 'open'>;

/** Why a link takes no new attempt at this moment, if so. */
export function closedReason(
  link: Pick<LinkPage, 'enabled' | 'opensAt' | 'closesAt'>,
  now: number,
): Closed | undefined {
  const state = linkStateOf(link, now);
  return state === 'open' ? undefined : state;
}

/** What is fixed at the start of an attempt: its questions, for good, and its deadline. */
export function startOf(content: VersionContent, attemptId: string, now: number) {
  return {
    questionIds: drawQuestions(content, attemptId),
    startedAt: now,
    deadlineAt: deadlineOf(now, content.durationMinutes),
  };
}

interface Earlier {
  id: string;
  versionId: string;
  state: string;
}

/**
 * What a start at a link leads to, given the attempts that this address has there (newest first):
 * the attempt that this very form started before, an earlier one, or a new one.
 */
export function startDecision(
  earlier: readonly Earlier[],
  attemptId: string,
  attemptsAllowed: number,
): { kind: 'same' | 'earlier'; attempt: Earlier } | { kind: 'new' } {
  const same = earlier.find((attempt) => attempt.id === attemptId);
  if (same) return { kind: 'same', attempt: same };
  const open = earlier.find(({ state }) => state === 'not_started' || state === 'in_progress');
  if (open) return { kind: 'earlier', attempt: open };
  // What was never begun, and what the company took back, used up nothing.
  const counted = earlier.filter(({ state }) => state !== 'cancelled' && state !== 'expired');
  if (counted.length >= attemptsAllowed) return { kind: 'earlier', attempt: counted[0]! };
  return { kind: 'new' };
}
