import { and, asc, eq, type SQL, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { type WebhookEvent, webhookEndpoints } from '../../db/schema/api.ts';
import { selectOutcome } from '../api/attempt-queries.ts';

export const mostEndpoints = 10;

export type EndpointRow = typeof webhookEndpoints.$inferSelect;

interface Key {
  organizationId: string;
  id: string;
}

const own = ({ organizationId, id }: Key): SQL =>
  and(eq(webhookEndpoints.id, id), eq(webhookEndpoints.organizationId, organizationId))!;

export function listEndpoints(db: Database, organizationId: string): Promise<EndpointRow[]> {
  return db
    .select()
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.organizationId, organizationId))
    .orderBy(asc(webhookEndpoints.createdAt))
    .limit(mostEndpoints);
}

/** By what a delivery knows of it. */
export async function findEndpointByUrl(
  db: Database,
  organizationId: string,
  url: string,
): Promise<EndpointRow | undefined> {
  const [row] = await db
    .select()
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.organizationId, organizationId), eq(webhookEndpoints.url, url)));
  return row;
}

/**
 * The URLs that are to hear of an event, and the attempt that it is about. Where nobody is, that is one
 * round trip and no row of the attempt.
 */
export async function findAudience(
  db: Database,
  event: { organizationId: string; attemptId: string; type: string },
) {
  const wanted = and(
    eq(webhookEndpoints.organizationId, event.organizationId),
    eq(webhookEndpoints.enabled, true),
    sql`exists (select 1 from json_each(${webhookEndpoints.events}) where value = ${event.type})`,
  );
  const listeners = db
    .select({ url: webhookEndpoints.url })
    .from(webhookEndpoints)
    .where(wanted)
    .orderBy(asc(webhookEndpoints.createdAt));
  const [urls, [outcome]] = await db.batch([
    listeners,
    selectOutcome(db, event.attemptId, sql`exists ${listeners}`),
  ]);
  return { urls: urls.map(({ url }) => url), outcome };
}

export interface NewEndpoint extends Key {
  url: string;
  events: readonly WebhookEvent[];
  /** Sealed. */
  secret: string;
  createdAt: number;
}

/**
 * Keeps a new endpoint unless the organization has all it may have, or that URL already. `repeated`: the
 * same form made it before.
 */
export async function createEndpoint(
  db: Database,
  endpoint: NewEndpoint,
): Promise<'created' | 'repeated' | 'taken' | 'full'> {
  const { id, organizationId, url } = endpoint;
  const [earlier, created] = await db.batch([
    db
      .select({ id: webhookEndpoints.id, url: webhookEndpoints.url })
      .from(webhookEndpoints)
      .where(eq(webhookEndpoints.organizationId, organizationId)),
    db
      .insert(webhookEndpoints)
      .select(
        // Every column, in the table's order: an insert … select binds by position.
        sql`select ${id}, ${organizationId}, ${url}, ${JSON.stringify(endpoint.events)},
          ${endpoint.secret}, null, null, 1, ${endpoint.createdAt}
          where (select count(*) from ${webhookEndpoints}
            where organization_id = ${organizationId}) < ${mostEndpoints}`,
      )
      .onConflictDoNothing()
      .returning({ id: webhookEndpoints.id }),
  ]);
  if (created.length === 1) return 'created';
  if (earlier.some((row) => row.id === id)) return 'repeated';
  return earlier.some((row) => row.url === url) ? 'taken' : 'full';
}

/**
 * A new secret; the one before signs along until `overlapUntil`. Not while an earlier rotation's overlap
 * lasts: a third secret would cut it short. Undefined when it is not this organization's.
 */
export async function rotateSecret(
  db: Database,
  key: Key,
  { secret, now, overlapUntil }: { secret: string; now: number; overlapUntil: number },
): Promise<{ url: string; rotated: boolean } | undefined> {
  const [[endpoint], rotated] = await db.batch([
    db.select({ url: webhookEndpoints.url }).from(webhookEndpoints).where(own(key)),
    db
      .update(webhookEndpoints)
      .set({
        previousSecret: sql`${webhookEndpoints.secret}`,
        previousUntil: overlapUntil,
        secret,
      })
      .where(and(own(key), sql`coalesce(${webhookEndpoints.previousUntil}, 0) <= ${now}`))
      .returning({ id: webhookEndpoints.id }),
  ]);
  return endpoint && { ...endpoint, rotated: rotated.length === 1 };
}

/** False when it is not this organization's. */
export async function setEnabled(db: Database, key: Key, enabled: boolean): Promise<boolean> {
  const rows = await db
    .update(webhookEndpoints)
    .set({ enabled })
    .where(own(key))
    .returning({ id: webhookEndpoints.id });
  return rows.length === 1;
}

export async function deleteEndpoint(db: Database, key: Key): Promise<boolean> {
  const rows = await db
    .delete(webhookEndpoints)
    .where(own(key))
    .returning({ id: webhookEndpoints.id });
  return rows.length === 1;
}
