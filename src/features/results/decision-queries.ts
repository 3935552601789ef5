import { and, desc, eq, type SQL, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { users } from '../../db/schema/accounts.ts';
import { attempts } from '../../db/schema/attempts.ts';
import { type DecisionKind, decisions } from '../../db/schema/people.ts';
import { derivedId, newId } from '../../lib/ids.ts';
import { insertEventIfChanged } from '../deliveries/queries.ts';

export interface NewDecision {
  organizationId: string;
  attemptId: string;
  /** Of the form that it was sent with. */
  key: string;
  kind: DecisionKind;
  note: string;
  message: string | null;
  /** Of the ATS's job, by name; null for the next one. */
  step: string | null;
  decidedBy: string;
  decidedAt: number;
}

/**
 * Records a decision about a completed result, with the event that tells of it. The same form sent again
 * records nothing more. `state` is the attempt's, undefined when it isn't this organization's; `eventId`
 * is there when something was recorded.
 */
export async function recordDecision(db: Database, decision: NewDecision) {
  const { organizationId, attemptId, kind, note, message, step, decidedBy, decidedAt } = decision;
  const id = await derivedId(
    'decision',
    attemptId,
    decidedBy,
    decision.key,
    JSON.stringify([kind, note, message, step]),
  );
  const eventId = newId();
  const [recorded, , [attempt]] = await db.batch([
    db
      .insert(decisions)
      .select(
        // Every column, in the table's order: an insert … select binds by position.
        sql`select ${id}, organization_id, id, ${kind}, ${note}, ${message}, ${decidedBy}, ${decidedAt},
            ${step}, null
          from ${attempts}
          where id = ${attemptId} and organization_id = ${organizationId} and state = 'completed'`,
      )
      .onConflictDoNothing()
      .returning({ id: decisions.id }),
    insertEventIfChanged(db, {
      id: eventId,
      organizationId,
      attemptId,
      type: 'attempt.decided',
      createdAt: decidedAt,
      subject: id,
    }),
    db
      .select({ state: attempts.state })
      .from(attempts)
      .where(and(eq(attempts.id, attemptId), eq(attempts.organizationId, organizationId))),
  ]);
  return { state: attempt?.state, eventId: recorded.length === 1 ? eventId : undefined };
}

/** What was decided about an attempt, newest first. */
export function selectDecisions(db: Database, own: SQL) {
  return db
    .select({
      kind: decisions.kind,
      note: decisions.note,
      message: decisions.message,
      step: decisions.step,
      decidedAt: decisions.decidedAt,
      deciderName: sql<string>`${users.name}`.as('decider_name'),
    })
    .from(decisions)
    .innerJoin(users, eq(users.id, decisions.decidedBy))
    .where(eq(decisions.attemptId, own))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(20);
}
