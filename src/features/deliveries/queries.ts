import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { deliveries, events, tries, type EventType } from '../../db/schema/deliveries.ts';
import { type Claim, insertDelivery, type NewDelivery } from './claim-queries.ts';

export interface NewEvent {
  id: string;
  /** SQL where only the statement itself knows it, as also of the attempt. */
  organizationId: string | SQL;
  attemptId: string | SQL;
  type: EventType;
  createdAt: number;
  /** What it is about, where the attempt alone doesn't say. */
  subject?: string;
}

/**
 * The outbox row, for the batch of the change it tells of, right after the statement that made the
 * change: nothing is inserted when that statement changed no row.
 */
export function insertEventIfChanged(db: Database, event: NewEvent) {
  return insertEventIf(db, event, sql`changes() = 1`);
}

export function insertEventIf(db: Database, event: NewEvent, condition: SQL) {
  // Every column, in the table's order: an insert … select binds by position.
  return db.insert(events).select(
    sql`select ${event.id}, ${event.organizationId}, ${event.attemptId}, ${event.type},
      ${event.createdAt}, null, ${event.subject ?? null}, null where ${condition}`,
  );
}

export async function findEvent(db: Database, id: string) {
  const [row] = await db.select().from(events).where(eq(events.id, id));
  return row;
}

/**
 * Ids of events whose deliveries are not planned yet, oldest first. Those that could not be planned
 * come last, in turn, so that any number of them holds up nobody.
 */
export async function listUnplannedEvents(db: Database, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: events.id })
    .from(events)
    .where(isNull(events.plannedAt))
    // Null is the least of all values: what never failed stands first.
    .orderBy(asc(events.planFailedAt), asc(events.createdAt))
    .limit(limit);
  return rows.map((row) => row.id);
}

export function markUnplannable(db: Database, id: string, now: number) {
  return db.update(events).set({ planFailedAt: now }).where(eq(events.id, id));
}

/**
 * Writes an event's deliveries, those already there left alone, and marks it as planned. Returns those
 * that it wrote: `sending` ones are claimed for their first try, `pending` ones wait for their lane.
 */
export async function planDeliveries(
  db: Database,
  eventId: string,
  planned: readonly NewDelivery[],
  now: number,
): Promise<Claim[]> {
  const mark = db
    .update(events)
    .set({ plannedAt: now })
    .where(and(eq(events.id, eventId), isNull(events.plannedAt)));
  const [, ...written] = await db.batch([
    mark,
    ...planned.map((delivery) => insertDelivery(db, delivery, now)),
  ]);
  return written.flat();
}

/** The deliveries of an attempt, newest first, for the result's page. */
export function listDeliveries(db: Database, attemptId: string) {
  return db
    .select({
      id: deliveries.id,
      kind: deliveries.kind,
      destination: deliveries.destination,
      state: deliveries.state,
      tries: deliveries.tries,
      nextAt: deliveries.nextAt,
      createdAt: deliveries.createdAt,
      finishedAt: deliveries.finishedAt,
    })
    .from(deliveries)
    .where(eq(deliveries.attemptId, attemptId))
    .orderBy(desc(deliveries.createdAt))
    .limit(50);
}

/** Every try of the deliveries of an attempt, in order. */
export function listTries(db: Database, attemptId: string) {
  const mine = db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(eq(deliveries.attemptId, attemptId));
  return db
    .select()
    .from(tries)
    .where(inArray(tries.deliveryId, mine))
    .orderBy(asc(tries.deliveryId), asc(tries.number))
    .limit(500);
}
