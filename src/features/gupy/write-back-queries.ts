import { and, eq, isNull, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { organizations } from '../../db/schema/accounts.ts';
import { assessments } from '../../db/schema/assessments.ts';
import { attempts, candidates, gupyRegistrations } from '../../db/schema/attempts.ts';
import { gupyApplications, gupyConnections } from '../../db/schema/integrations.ts';
import { decisions } from '../../db/schema/people.ts';

export type WriteBack = NonNullable<Awaited<ReturnType<typeof findWriteBack>>>;

/**
 * Where an attempt's result is written back to; undefined for an attempt of no job, and for an
 * organization that has given us no token.
 */
export async function findWriteBack(db: Database, attemptId: string) {
  const [row] = await selectWriteBack(db, attemptId);
  return row;
}

/** The same, of an attempt that Gupy may have registered with us. */
export async function findAdopted(
  db: Database,
  key: { organizationId: string; attemptId: string },
) {
  const [, [row]] = await db.batch([
    adoptRegistration(db, key),
    selectWriteBack(db, key.attemptId),
  ]);
  return row?.organizationId === key.organizationId ? row : undefined;
}

function selectWriteBack(db: Database, attemptId: string) {
  return db
    .select({
      attemptId: gupyApplications.attemptId,
      organizationId: gupyApplications.organizationId,
      jobId: gupyApplications.jobId,
      applicationId: gupyApplications.applicationId,
      linkedBy: gupyApplications.linkedBy,
      commentedAt: gupyApplications.commentedAt,
      sealedToken: gupyConnections.sealedToken,
      tags: gupyConnections.tags,
      cutOff: sql<number | null>`coalesce(${assessments.cutOff}, ${gupyConnections.cutOff})`.as(
        'cut',
      ),
      moveFrom: gupyConnections.moveFrom,
      moveStep: gupyConnections.moveStep,
      plan: organizations.plan,
      total: attempts.total,
      email: candidates.email,
    })
    .from(gupyApplications)
    .innerJoin(gupyConnections, eq(gupyConnections.organizationId, gupyApplications.organizationId))
    .innerJoin(organizations, eq(organizations.id, gupyApplications.organizationId))
    .innerJoin(attempts, eq(attempts.id, gupyApplications.attemptId))
    .innerJoin(assessments, eq(assessments.id, attempts.assessmentId))
    .innerJoin(candidates, eq(candidates.id, attempts.candidateId))
    .where(eq(gupyApplications.attemptId, attemptId));
}

/**
 * A candidate whom Gupy registered with us has a job there, too: once a person decides or links, theirs is
 * an application like any other. (Their result goes by Gupy's own webhook, never as a comment.)
 */
export function adoptRegistration(
  db: Database,
  { organizationId, attemptId }: { organizationId: string; attemptId: string },
) {
  // Every column, in the table's order: an insert … select binds by position.
  return db
    .insert(gupyApplications)
    .select(
      sql`select r.attempt_id, r.organization_id, r.job_id, null, null, r.created_at, null
        from ${gupyRegistrations} r
        join ${gupyConnections} c on c.organization_id = r.organization_id
        where r.attempt_id = ${attemptId} and r.organization_id = ${organizationId}
          and r.job_id is not null`,
    )
    .onConflictDoNothing();
}

/** Remembers what a search found, unless a person has named another one meanwhile. */
export async function keepApplication(
  db: Database,
  attemptId: string,
  applicationId: string,
): Promise<void> {
  await db
    .update(gupyApplications)
    .set({ applicationId })
    .where(and(eq(gupyApplications.attemptId, attemptId), isNull(gupyApplications.applicationId)));
}

/** Remembers that this application has the comment. */
export async function markCommented(
  db: Database,
  attemptId: string,
  applicationId: string,
  now: number,
): Promise<void> {
  await db
    .update(gupyApplications)
    .set({ commentedAt: now })
    .where(
      and(
        eq(gupyApplications.attemptId, attemptId),
        eq(gupyApplications.applicationId, applicationId),
      ),
    );
}

/** A decision, and whether it is still the newest one about its attempt. */
export async function findDecision(db: Database, id: string) {
  const newer = sql`exists (select 1 from ${decisions} newer
    where newer.attempt_id = decisions.attempt_id
      and (newer.decided_at, newer.id) > (decisions.decided_at, decisions.id))`;
  const [row] = await db
    .select({
      kind: decisions.kind,
      note: decisions.note,
      step: decisions.step,
      stepId: decisions.stepId,
      replaced: sql<number>`${newer}`.as('replaced'),
    })
    .from(decisions)
    .where(eq(decisions.id, id));
  return row && { ...row, replaced: row.replaced === 1 };
}

/** Fixes the step that a decision moves to; the one that was fixed first is the one that counts. */
export async function fixStep(db: Database, id: string, stepId: number): Promise<number> {
  const [row] = await db
    .update(decisions)
    .set({ stepId: sql`coalesce(${decisions.stepId}, ${stepId})` })
    .where(eq(decisions.id, id))
    .returning({ stepId: decisions.stepId });
  return row?.stepId ?? stepId;
}
