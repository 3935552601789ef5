import { and, asc, eq, isNotNull, type SQL, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { apiRegistrations } from '../../db/schema/api.ts';
import { assessments, versions } from '../../db/schema/assessments.ts';
import { attempts, candidates, results } from '../../db/schema/attempts.ts';
import { type AttemptDraft, registerAttempt } from '../attempts/start-queries.ts';
import { ownerOf, selectKey } from './key-queries.ts';
import type { Cursor } from './requests.ts';

/** Who calls, the published assessment they name, and what they registered under this id before. */
export async function findRegistration(
  db: Database,
  keyHash: string,
  assessmentId: string,
  attemptId: string,
) {
  const owner = ownerOf(keyHash, 'attempts:write');
  const [[key], [assessment], [earlier]] = await db.batch([
    selectKey(db, keyHash),
    db
      .select({ id: assessments.id, versionId: assessments.latestVersionId })
      .from(assessments)
      .where(
        and(
          eq(assessments.id, assessmentId),
          eq(assessments.organizationId, owner),
          eq(assessments.state, 'published'),
        ),
      ),
    db
      .select({
        id: attempts.id,
        assessmentId: attempts.assessmentId,
        versionId: attempts.versionId,
        takeEpoch: attempts.takeEpoch,
        resultEpoch: attempts.resultEpoch,
        createdAt: attempts.createdAt,
        externalId: apiRegistrations.externalId,
        bodyHash: apiRegistrations.bodyHash,
      })
      .from(attempts)
      .innerJoin(apiRegistrations, eq(apiRegistrations.attemptId, attempts.id))
      .where(and(eq(attempts.id, attemptId), eq(attempts.organizationId, owner))),
  ]);
  return { key, assessment, earlier };
}

export type Registration = Omit<
  typeof apiRegistrations.$inferSelect,
  'attemptId' | 'organizationId' | 'createdAt'
>;

/** False when a simultaneous request with the same idempotency key came first: then nothing is written. */
export function registerCandidate(
  db: Database,
  person: { email: string; name: string },
  attempt: AttemptDraft,
  asked: Registration,
): Promise<boolean> {
  const { id, organizationId, createdAt } = attempt;
  return registerAttempt(
    db,
    person,
    { ...attempt, source: 'api' },
    sql`true`,
    // Every column, in the table's order: an insert … select binds by position.
    db.insert(apiRegistrations).select(
      sql`select ${id}, ${organizationId}, ${asked.shape}, ${asked.bodyHash}, ${asked.externalId},
        ${asked.callbackUrl}, ${asked.webhookUrl}, ${JSON.stringify(asked.metadata)}, ${createdAt}
        where changes() = 1`,
    ),
  );
}

/** An attempt with all that is told of it, if the condition holds. */
export function selectOutcome(db: Database, attemptId: string, condition: SQL) {
  return db
    .select({
      id: attempts.id,
      assessmentId: attempts.assessmentId,
      versionId: attempts.versionId,
      state: attempts.state,
      createdAt: attempts.createdAt,
      startedAt: attempts.startedAt,
      submittedAt: attempts.submittedAt,
      submittedBy: attempts.submittedBy,
      completedAt: attempts.completedAt,
      resultEpoch: attempts.resultEpoch,
      candidateName: sql<string>`${candidates.name}`.as('candidate_name'),
      candidateEmail: sql<string>`${candidates.email}`.as('candidate_email'),
      shape: apiRegistrations.shape,
      externalId: apiRegistrations.externalId,
      metadata: apiRegistrations.metadata,
      webhookUrl: apiRegistrations.webhookUrl,
      result: results.result,
      content: versions.content,
    })
    .from(attempts)
    .innerJoin(versions, eq(versions.id, attempts.versionId))
    .innerJoin(candidates, eq(candidates.id, attempts.candidateId))
    .leftJoin(apiRegistrations, eq(apiRegistrations.attemptId, attempts.id))
    .leftJoin(results, eq(results.attemptId, attempts.id))
    .where(and(eq(attempts.id, attemptId), condition));
}

export type Outcome = Awaited<ReturnType<typeof selectOutcome>>[number];

/** Who calls, and an attempt of theirs. */
export async function findOutcome(db: Database, keyHash: string, attemptId: string) {
  const [[key], [outcome]] = await db.batch([
    selectKey(db, keyHash),
    selectOutcome(db, attemptId, eq(attempts.organizationId, ownerOf(keyHash, 'results:read'))),
  ]);
  return { key, outcome };
}

/** An attempt whose result is to be posted somewhere; undefined, having read one row, for any other. */
export async function findAwaited(db: Database, attemptId: string): Promise<Outcome | undefined> {
  const [outcome] = await selectOutcome(db, attemptId, isNotNull(apiRegistrations.webhookUrl));
  return outcome;
}

/**
 * Who calls, and the organization's completed attempts after a cursor, in the order of completion, which
 * is strict (attempts/submission-queries.ts): what is completed later always comes later.
 */
export async function findFinished(
  db: Database,
  keyHash: string,
  { at, id }: Cursor,
  limit: number,
) {
  const [[key], rows] = await db.batch([
    selectKey(db, keyHash),
    db
      .select({
        id: attempts.id,
        assessmentId: attempts.assessmentId,
        externalId: apiRegistrations.externalId,
        total: attempts.total,
        completedAt: sql<number>`${attempts.completedAt}`.as('completed_at'),
      })
      .from(attempts)
      .leftJoin(apiRegistrations, eq(apiRegistrations.attemptId, attempts.id))
      .where(
        and(
          eq(attempts.organizationId, ownerOf(keyHash, 'results:read')),
          // A literal: with a bound value the index of those listed would not be used.
          sql`${attempts.listed} = 1`,
          sql`(${attempts.completedAt}, ${attempts.id}) > (${at}, ${id})`,
        ),
      )
      .orderBy(asc(attempts.completedAt), asc(attempts.id))
      .limit(limit + 1),
  ]);
  return { key, finished: rows.slice(0, limit), more: rows.length > limit };
}

/** Who calls, and the state of their attempt once it was cancelled, if that was still possible. */
export async function cancelAttempt(db: Database, keyHash: string, attemptId: string) {
  const own = and(
    eq(attempts.id, attemptId),
    eq(attempts.organizationId, ownerOf(keyHash, 'attempts:write')),
  );
  const [[key], , [attempt]] = await db.batch([
    selectKey(db, keyHash),
    db
      .update(attempts)
      .set({ state: 'cancelled' })
      .where(and(own, sql`${attempts.state} in ('not_started', 'in_progress', 'submitted')`)),
    db.select({ state: attempts.state }).from(attempts).where(own),
  ]);
  return { key, attempt };
}
