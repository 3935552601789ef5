import { and, asc, desc, eq, lt, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { assessments } from '../../db/schema/assessments.ts';
import { gupyRegistrations } from '../../db/schema/attempts.ts';
import { gupyMilestones, type Milestone, providerCalls } from '../../db/schema/gupy-inbound.ts';
import { gupyConnections, integrations, providerTokens } from '../../db/schema/integrations.ts';
import { newId } from '../../lib/ids.ts';
import { day } from '../../lib/time.ts';
import { isLive } from './token-queries.ts';

const callsKept = 30 * day;

export interface ProviderCall {
  organizationId: string;
  at: number;
  method: string;
  /** The path's template. */
  route: string;
  status: number;
  durationMs: number;
}

/** One line in the log of calls, the steps of going live that it was, and the lines of a month ago go. */
export async function noteCall(
  db: Database,
  call: ProviderCall,
  reached: readonly Milestone[],
): Promise<void> {
  const { organizationId, at } = call;
  await db.batch([
    db.insert(providerCalls).values({ ...call, id: newId() }),
    ...reached.map((milestone) => insertMilestone(db, organizationId, milestone, at)),
    db
      .delete(providerCalls)
      .where(
        and(eq(providerCalls.organizationId, organizationId), lt(providerCalls.at, at - callsKept)),
      ),
  ]);
}

/** The first time counts; every later one writes nothing. */
export function insertMilestone(
  db: Database,
  organizationId: string,
  milestone: Milestone,
  at: number,
) {
  return db.insert(gupyMilestones).values({ organizationId, milestone, at }).onConflictDoNothing();
}

/** The candidate went back to Gupy: counts for an attempt that Gupy registered, and for no other. */
export async function noteReturn(db: Database, attemptId: string, at: number): Promise<void> {
  await db
    .insert(gupyMilestones)
    .select(
      // Every column, in the table's order: an insert … select binds by position.
      sql`select organization_id, ${'callback_followed' satisfies Milestone}, ${at}
        from ${gupyRegistrations} where attempt_id = ${attemptId}`,
    )
    .onConflictDoNothing();
}

const callsShown = 30;

export type LoggedCall = Awaited<ReturnType<typeof findGoLive>>['calls'][number];

/** What the page about going live shows. */
export async function findGoLive(db: Database, organizationId: string) {
  const [reached, calls] = await db.batch([
    db
      .select({ milestone: gupyMilestones.milestone, at: gupyMilestones.at })
      .from(gupyMilestones)
      .where(eq(gupyMilestones.organizationId, organizationId))
      .orderBy(asc(gupyMilestones.milestone)),
    db
      .select({
        at: providerCalls.at,
        method: providerCalls.method,
        route: providerCalls.route,
        status: providerCalls.status,
        durationMs: providerCalls.durationMs,
      })
      .from(providerCalls)
      .where(eq(providerCalls.organizationId, organizationId))
      .orderBy(desc(providerCalls.at), desc(providerCalls.id))
      .limit(callsShown),
  ]);
  return { reached: new Map(reached.map(({ milestone, at }) => [milestone, at])), calls };
}

/** What Gupy's calls need here, and the token for its REST API if there is one. */
export async function findReadiness(db: Database, organizationId: string, now: number) {
  const [[company], [token], [offered], [connection]] = await db.batch([
    db
      .select({ id: integrations.id })
      .from(integrations)
      .where(and(eq(integrations.organizationId, organizationId), eq(integrations.kind, 'gupy'))),
    db
      .select({ id: providerTokens.id })
      .from(providerTokens)
      .where(and(eq(providerTokens.organizationId, organizationId), isLive(now)))
      .limit(1),
    db
      .select({ id: assessments.id })
      .from(assessments)
      .where(
        and(
          eq(assessments.organizationId, organizationId),
          eq(assessments.offeredToGupy, true),
          eq(assessments.state, 'published'),
        ),
      )
      .limit(1),
    db
      .select({ sealedToken: gupyConnections.sealedToken })
      .from(gupyConnections)
      .where(eq(gupyConnections.organizationId, organizationId)),
  ]);
  return {
    company: company !== undefined,
    token: token !== undefined,
    catalogue: offered !== undefined,
    sealedToken: connection?.sealedToken,
  };
}
