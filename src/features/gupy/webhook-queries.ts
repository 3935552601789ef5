import { desc, eq } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { gupyInbound, gupyWebhooks } from '../../db/schema/gupy-inbound.ts';
import { listAssessmentNames } from '../assessments/queries.ts';
import { listRules } from './rule-queries.ts';

const eventsShown = 20;

export type InboundRow = Awaited<ReturnType<typeof findWebhookSettings>>['events'][number];

/** All that the page about Gupy's webhooks shows. */
export async function findWebhookSettings(db: Database, organizationId: string) {
  const [[webhook], events, rules, assessments] = await db.batch([
    db
      .select({
        createdAt: gupyWebhooks.createdAt,
        acceptedAt: gupyWebhooks.acceptedAt,
        refusedSince: gupyWebhooks.refusedSince,
      })
      .from(gupyWebhooks)
      .where(eq(gupyWebhooks.organizationId, organizationId)),
    db
      .select({
        id: gupyInbound.id,
        event: gupyInbound.event,
        happenedAt: gupyInbound.happenedAt,
        applicationId: gupyInbound.applicationId,
        receivedAt: gupyInbound.receivedAt,
        outcome: gupyInbound.outcome,
      })
      .from(gupyInbound)
      .where(eq(gupyInbound.organizationId, organizationId))
      .orderBy(desc(gupyInbound.receivedAt), desc(gupyInbound.id))
      .limit(eventsShown),
    listRules(db, organizationId),
    listAssessmentNames(db, organizationId),
  ]);
  return { webhook, events, rules, assessments };
}

/** A new address and header; those before them are worth nothing from now on. */
export async function replaceWebhook(
  db: Database,
  webhook: Pick<
    typeof gupyWebhooks.$inferInsert,
    'organizationId' | 'pathHash' | 'secretHash' | 'createdBy' | 'createdAt'
  >,
): Promise<void> {
  const { organizationId: _key, ...rest } = webhook;
  const fresh = { ...rest, acceptedAt: null, refusedSince: null, alertedAt: null };
  await db
    .insert(gupyWebhooks)
    .values(webhook)
    .onConflictDoUpdate({ target: gupyWebhooks.organizationId, set: fresh });
}
