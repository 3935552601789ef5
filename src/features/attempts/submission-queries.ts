import { and, eq, lt, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';

import type { Database } from '../../db/client.ts';
import { apiKeys } from '../../db/schema/api.ts';
import { answers, attempts, results, reviews } from '../../db/schema/attempts.ts';
import { sittings } from '../../db/schema/conduct.ts';
import { newId } from '../../lib/ids.ts';
import { insertEventIfChanged } from '../deliveries/queries.ts';
import type { Result } from '../scoring/result.ts';
import { grace } from './clock.ts';
import type { Grade } from './sheet.ts';
import type { AnswerRow, AttemptRow } from './sitting-queries.ts';

export interface Submission {
  attemptId: string;
  organizationId: string;
  /** Scored from exactly these answers: when one more was saved meanwhile, nothing is written. */
  answers: readonly AnswerRow[];
  result: Result;
  submittedBy: 'candidate' | 'clock';
  submittedAt: number;
  now: number;
}

/**
 * The end of an attempt as one batch: the state change, the frozen result when nothing awaits a person,
 * and the event. Of any number of simultaneous calls one returns the event's id and the attempt as it is
 * now; the others, and calls whose answers are out of date, return undefined and change nothing.
 */
export async function submitAttempt(
  db: Database,
  submission: Submission,
): Promise<{ eventId: string; attempt: AttemptRow } | undefined> {
  const { attemptId, result } = submission;
  const complete = result.pending.length === 0;
  const revisions = submission.answers.reduce((sum, answer) => sum + answer.revision, 0);
  const change = db
    .update(attempts)
    .set({
      state: complete ? 'completed' : 'submitted',
      submittedAt: submission.submittedAt,
      submittedBy: submission.submittedBy,
      ...(complete ? completion(submission) : {}),
      total: complete ? result.total : null,
    })
    .where(
      and(
        eq(attempts.id, attemptId),
        eq(attempts.state, 'in_progress'),
        // Every accepted save raises a revision, so an equal sum means the same answers.
        sql`(select total(revision) from ${answers} where attempt_id = ${attemptId}) = ${revisions}`,
      ),
    )
    .returning();
  const type = complete ? 'attempt.completed' : 'attempt.submitted';
  const { eventId, changed } = await settle(db, submission, change, type);
  return changed && { eventId, attempt: changed };
}

export interface ReviewedAttempt {
  attemptId: string;
  organizationId: string;
  result: Result;
  /** Scored with exactly these: when one more was given or changed meanwhile, nothing is written. */
  grades: readonly Grade[];
  now: number;
}

/**
 * Completes a submitted attempt once people have graded all that awaited them: as `submitAttempt`, but
 * only the event's id comes back.
 */
export async function completeReviewed(
  db: Database,
  reviewed: ReviewedAttempt,
): Promise<string | undefined> {
  const { attemptId, result, grades } = reviewed;
  const change = db
    .update(attempts)
    .set({ state: 'completed', ...completion(reviewed), total: result.total })
    .where(
      and(
        eq(attempts.id, attemptId),
        eq(attempts.state, 'submitted'),
        sql`(select count(*) from ${reviews} where attempt_id = ${attemptId}) = ${grades.length}`,
        sql`(select count(*) from json_each(${JSON.stringify(grades)}) given join ${reviews} r
          on r.attempt_id = ${attemptId} and r.question_id = given.value ->> 'questionId'
          and abs(r.grade - (given.value ->> 'grade')) < 1e-9) = ${grades.length}`,
      ),
    )
    .returning({ id: attempts.id });
  const { eventId, changed } = await settle(db, reviewed, change, 'attempt.completed');
  return changed && eventId;
}

/**
 * When it is completed, and whether the open API lists it, which it does where the organization has a key.
 * Among those listed each is later than all before it: who reads on from the last one that they saw
 * misses none, however many were being written at that moment.
 */
function completion({ organizationId, now }: Submission | ReviewedAttempt) {
  const hasKey = sql`exists (
    select 1 from ${apiKeys} where organization_id = ${organizationId} and revoked_at is null)`;
  const last = sql`(select max(completed_at) from ${attempts}
    where organization_id = ${organizationId} and listed = 1)`;
  return {
    completedAt: sql`case when ${hasKey} then max(${now}, 1 + coalesce(${last}, 0)) else ${now} end`,
    listed: hasKey,
  };
}

type Change<Row> = BatchItem<'sqlite'> & { _: { result: Row[] } };

/** The change, then what depends on it: each insert happens only if the statement before it did. */
async function settle<Row>(
  db: Database,
  { attemptId, organizationId, result, now }: Submission | ReviewedAttempt,
  change: Change<Row>,
  type: 'attempt.completed' | 'attempt.submitted',
): Promise<{ eventId: string; changed: Row | undefined }> {
  const eventId = newId();
  const event = insertEventIfChanged(db, {
    id: eventId,
    organizationId,
    attemptId,
    type,
    createdAt: now,
  });
  const freeze = db
    .insert(results)
    .select(sql`select ${attemptId}, ${JSON.stringify(result)}, ${now} where changes() = 1`);
  const [[changed]] =
    type === 'attempt.completed'
      ? await db.batch([change, freeze, event])
      : await db.batch([change, event]);
  return { eventId, changed };
}

/** Attempts whose time is over and that nobody submitted, for the sweep; as `patienceWith` waits. */
export function listOverdue(db: Database, now: number, limit: number) {
  const over = now - grace;
  const cutOff = sql`${sittings.leftAt} is null and ${sittings.seenAt} < ${attempts.deadlineAt}`;
  const credit = sql`${sittings.outageCapMs} - ${sittings.creditedMs}`;
  return db
    .select({ attemptId: attempts.id, versionId: attempts.versionId })
    .from(attempts)
    .leftJoin(sittings, eq(sittings.attemptId, attempts.id))
    .where(
      and(
        eq(attempts.state, 'in_progress'),
        lt(attempts.deadlineAt, over),
        sql`${attempts.deadlineAt} + case when ${cutOff} then ${credit} else 0 end < ${over}`,
      ),
    )
    .orderBy(attempts.deadlineAt)
    .limit(limit);
}
