import type { Database } from '../../db/client.ts';
import { inLanes } from '../../lib/lanes.ts';
import { orLog } from '../../lib/log.ts';
import { wake } from '../deliveries/engine.ts';
import { isOver, patienceWith } from './clock.ts';
import { scoreSheet } from './sheet.ts';
import { findSitting, type Sitting } from './sitting-queries.ts';
import { listOverdue, submitAttempt } from './submission-queries.ts';

/** A save that slips in between reading and submitting asks for another round; more than this is no accident. */
const rounds = 5;
const sweepLimit = 200;

/**
 * Submits an attempt with what is saved, whoever asks and however often. Returns the sitting as it is
 * afterwards; it is still in progress only when saves kept coming in between.
 */
export async function submitSitting(
  env: Env,
  db: Database,
  sitting: Sitting,
  submittedBy: 'candidate' | 'clock',
): Promise<Sitting> {
  let current = sitting;
  for (let round = 0; round < rounds && current.attempt.state === 'in_progress'; round += 1) {
    const { attempt, answers, content } = current;
    const now = Date.now();
    const result = scoreSheet(content, attempt.questionIds, answers);
    const submitted = await submitAttempt(db, {
      attemptId: attempt.id,
      organizationId: attempt.organizationId,
      answers,
      result,
      submittedBy,
      submittedAt: Math.min(now, attempt.deadlineAt ?? now),
      now,
    });
    if (submitted) {
      await wake(env, { eventId: submitted.eventId });
      const frozen = submitted.attempt.state === 'completed' ? result : null;
      return { ...current, attempt: { ...attempt, ...submitted.attempt, result: frozen } };
    }
    // Somebody else submitted it, or saved one more answer.
    current = (await findSitting(db, { attemptId: attempt.id, versionId: attempt.versionId }))!;
  }
  return current;
}

/**
 * Time's up: submits what was saved, by whichever request comes first after the deadline. While a page
 * may be cut off from us, only its own word (`atOnce`) ends the attempt.
 */
export async function submitIfOver(
  env: Env,
  db: Database,
  sitting: Sitting,
  { atOnce = false } = {},
): Promise<Sitting> {
  const { attempt } = sitting;
  if (attempt.state !== 'in_progress' || attempt.deadlineAt === null) return sitting;
  const end = attempt.deadlineAt + (atOnce ? 0 : patienceWith(attempt));
  return isOver(end, Date.now()) ? submitSitting(env, db, sitting, 'clock') : sitting;
}

/** Submits every attempt whose time is over, for candidates who never came back. */
export async function sweepOverdue(env: Env, db: Database): Promise<void> {
  const overdue = await listOverdue(db, Date.now(), sweepLimit);
  await inLanes(overdue, (attempt) =>
    orLog('overdue', attempt.attemptId, async () => {
      const sitting = await findSitting(db, attempt);
      if (sitting) await submitIfOver(env, db, sitting);
    }),
  );
}
