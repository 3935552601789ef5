import { and, asc, eq, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { assessments } from '../../db/schema/assessments.ts';
import { gupyStepRules } from '../../db/schema/gupy-inbound.ts';

/** Enough for an organization's open jobs; a page shows them all. */
export const mostRules = 30;

export type StepRule = Awaited<ReturnType<typeof listRules>>[number];

export function listRules(db: Database, organizationId: string) {
  return db
    .select({
      id: gupyStepRules.id,
      jobId: gupyStepRules.jobId,
      stepName: gupyStepRules.stepName,
      days: gupyStepRules.days,
      assessmentName: sql<string>`${assessments.name}`.as('assessment_name'),
    })
    .from(gupyStepRules)
    .innerJoin(assessments, eq(assessments.id, gupyStepRules.assessmentId))
    .where(eq(gupyStepRules.organizationId, organizationId))
    .orderBy(asc(gupyStepRules.jobId), asc(gupyStepRules.step))
    .limit(mostRules);
}

/**
 * Keeps a rule; one for the same job and step takes its place. `full` when the organization has all it may
 * have; `unknown` when it has no such published assessment.
 */
export async function saveRule(
  db: Database,
  rule: typeof gupyStepRules.$inferInsert,
): Promise<'saved' | 'full' | 'unknown'> {
  const { organizationId, assessmentId } = rule;
  const assessment = and(
    eq(assessments.id, assessmentId),
    eq(assessments.organizationId, organizationId),
    eq(assessments.state, 'published'),
  );
  const own = sql`from ${gupyStepRules} where organization_id = ${organizationId}`;
  const [[known], saved] = await db.batch([
    db.select({ id: assessments.id }).from(assessments).where(assessment),
    db
      .insert(gupyStepRules)
      .select(
        // Every column, in the table's order: an insert … select binds by position.
        sql`select ${rule.id}, ${organizationId}, ${rule.jobId}, ${rule.step}, ${rule.stepName},
          ${assessmentId}, ${rule.days}, ${rule.createdBy}, ${rule.createdAt}
          from ${assessments} where ${assessment} and ((select count(*) ${own}) < ${mostRules}
            or exists (select 1 ${own} and job_id = ${rule.jobId} and step = ${rule.step}))`,
      )
      .onConflictDoUpdate({
        target: [gupyStepRules.organizationId, gupyStepRules.jobId, gupyStepRules.step],
        set: {
          stepName: rule.stepName,
          assessmentId,
          days: rule.days,
          createdBy: rule.createdBy,
          createdAt: rule.createdAt,
        },
      })
      .returning({ id: gupyStepRules.id }),
  ]);
  if (saved.length === 1) return 'saved';
  return known ? 'full' : 'unknown';
}

/** False when it is not this organization's. */
export async function removeRule(
  db: Database,
  { organizationId, id }: { organizationId: string; id: string },
): Promise<boolean> {
  const rows = await db
    .delete(gupyStepRules)
    .where(and(eq(gupyStepRules.id, id), eq(gupyStepRules.organizationId, organizationId)))
    .returning({ id: gupyStepRules.id });
  return rows.length === 1;
}
