import { and, asc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { organizations } from '../../db/schema/accounts.ts';
import {
  gupyInbound,
  gupyStepRules,
  gupyWebhooks,
  type InboundOutcome,
} from '../../db/schema/gupy-inbound.ts';
import { gupyApplications } from '../../db/schema/integrations.ts';
import { hour } from '../../lib/time.ts';
import { type InboundEvent, knownEvents, type Move } from './inbound.ts';

export interface InboundKey {
  organizationId: string;
  id: string;
}

/**
 * Stores an event that means something here, if the caller knows both secrets of a webhook, in one round
 * trip. `organizationId` is undefined for a caller who doesn't; `stored` is false for an event that was
 * stored before.
 *
 * @param event undefined when the body was none: then only the caller is checked, and nothing accepted
 */
export async function receiveEvent(
  db: Database,
  { pathHash, secretHash }: { pathHash: string; secretHash: string },
  event: InboundEvent | undefined,
  now: number,
): Promise<{ organizationId: string | undefined; stored: boolean }> {
  const known = and(eq(gupyWebhooks.pathHash, pathHash), eq(gupyWebhooks.secretHash, secretHash));
  const find = db
    .select({ organizationId: gupyWebhooks.organizationId })
    .from(gupyWebhooks)
    .where(known);
  const accepted = db
    .update(gupyWebhooks)
    .set({ acceptedAt: now, refusedSince: null, alertedAt: null })
    .where(
      and(
        known,
        // Once an hour is enough to know that it works: one call in thousands writes this row.
        or(
          isNull(gupyWebhooks.acceptedAt),
          sql`${gupyWebhooks.acceptedAt} < ${now - hour}`,
          sql`${gupyWebhooks.refusedSince} is not null`,
        ),
      ),
    );
  if (!event) {
    const [found] = await find;
    return { organizationId: found?.organizationId, stored: false };
  }
  if (!knownEvents.includes(event.event)) {
    const [[found]] = await db.batch([find, accepted]);
    return { organizationId: found?.organizationId, stored: false };
  }
  const [[found], , inserted] = await db.batch([
    find,
    accepted,
    db
      .insert(gupyInbound)
      .select(
        // Every column, in the table's order: an insert … select binds by position.
        sql`select organization_id, ${event.id}, ${event.event}, ${event.happenedAt},
          ${event.applicationId}, ${event.data}, ${now}, null, null
          from ${gupyWebhooks} where ${known}`,
      )
      .onConflictDoNothing()
      .returning({ id: gupyInbound.id }),
  ]);
  return { organizationId: found?.organizationId, stored: inserted.length === 1 };
}

/** Remembers since when calls to this address are refused; an address nobody has changes nothing. */
export async function noteRefusal(db: Database, pathHash: string, now: number): Promise<void> {
  await db
    .update(gupyWebhooks)
    .set({ refusedSince: now })
    .where(and(eq(gupyWebhooks.pathHash, pathHash), isNull(gupyWebhooks.refusedSince)));
}

/** An event that is not worked on yet, with its organization's plan; `later`: the person has moved on since. */
export async function findOpenEvent(db: Database, key: InboundKey) {
  const [row] = await db
    .select({
      data: gupyInbound.data,
      event: gupyInbound.event,
      plan: organizations.plan,
      later: sql<number>`exists (
        select 1 from ${gupyInbound} l
        where l.organization_id = ${gupyInbound.organizationId}
          and l.application_id = ${gupyInbound.applicationId}
          and l.happened_at > ${gupyInbound.happenedAt})`.as('later'),
    })
    .from(gupyInbound)
    .innerJoin(organizations, eq(organizations.id, gupyInbound.organizationId))
    .where(
      and(
        eq(gupyInbound.organizationId, key.organizationId),
        eq(gupyInbound.id, key.id),
        isNull(gupyInbound.handledAt),
      ),
    );
  return row;
}

/** Stored events that nobody has worked on, the oldest first. */
export function listOpenEvents(db: Database, limit: number): Promise<InboundKey[]> {
  return db
    .select({ organizationId: gupyInbound.organizationId, id: gupyInbound.id })
    .from(gupyInbound)
    .where(isNull(gupyInbound.handledAt))
    .orderBy(asc(gupyInbound.receivedAt))
    .limit(limit);
}

/** The rule for the step that somebody was moved into; by its id rather than by its name. */
export async function findRule(db: Database, organizationId: string, move: Move) {
  const steps = JSON.stringify(move.steps);
  const [rule] = await db
    .select({ assessmentId: gupyStepRules.assessmentId, days: gupyStepRules.days })
    .from(gupyStepRules)
    .innerJoin(sql`json_each(${steps}) named`, sql`named.value = ${gupyStepRules.step}`)
    .where(
      and(eq(gupyStepRules.organizationId, organizationId), eq(gupyStepRules.jobId, move.jobId)),
    )
    .orderBy(sql`named.key`)
    .limit(1);
  return rule;
}

/** Where the result is to be written at the end (GUPY.md B). */
export async function rememberApplication(
  db: Database,
  row: { organizationId: string; attemptId: string; createdAt: number } & Move,
): Promise<void> {
  const { attemptId, organizationId, jobId, applicationId, createdAt } = row;
  await db
    .insert(gupyApplications)
    .values({ attemptId, organizationId, jobId, applicationId, createdAt })
    .onConflictDoNothing();
}

/** What became of an event. What it said of the person goes: the invitation has what is needed of it. */
export async function closeEvent(
  db: Database,
  key: InboundKey,
  outcome: InboundOutcome,
  now: number,
): Promise<void> {
  await db
    .update(gupyInbound)
    .set({ handledAt: now, outcome, data: null })
    .where(and(eq(gupyInbound.organizationId, key.organizationId), eq(gupyInbound.id, key.id)));
}

/** Webhooks whose calls have all been refused for so long that people should know; told once. */
export function listRefusedWebhooks(db: Database, before: number, limit: number) {
  return db
    .select({
      organizationId: gupyWebhooks.organizationId,
      organizationName: organizations.name,
      refusedSince: sql<number>`${gupyWebhooks.refusedSince}`.as('refused_since'),
    })
    .from(gupyWebhooks)
    .innerJoin(organizations, eq(organizations.id, gupyWebhooks.organizationId))
    .where(
      and(sql`${gupyWebhooks.refusedSince} <= ${before}`, sql`${gupyWebhooks.alertedAt} is null`),
    )
    .orderBy(asc(gupyWebhooks.refusedSince))
    .limit(limit);
}

export async function noteAlert(db: Database, organizationId: string, now: number): Promise<void> {
  await db
    .update(gupyWebhooks)
    .set({ alertedAt: now })
    .where(
      and(eq(gupyWebhooks.organizationId, organizationId), isNotNull(gupyWebhooks.refusedSince)),
    );
}
