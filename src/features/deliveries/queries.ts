import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { deliveries, events, tries, type EventType } from '../../db/schema/deliveries.ts';
import type { DeliveryRow } from './destination.ts';
import type { Outcome, Verdict } from './schedule.ts';

export interface NewEvent {
  id: string;
  organizationId: string;
  attemptId: string;
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

/** Ids of events whose deliveries are not planned yet, oldest first. */
export async function listUnplannedEvents(db: Database, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: events.id })
    .from(events)
    .where(isNull(events.plannedAt))
    .orderBy(asc(events.createdAt))
    .limit(limit);
  return rows.map((row) => row.id);
}

type NewDelivery = typeof deliveries.$inferInsert;

/** Writes an event's deliveries, those already there left alone, and marks it as planned. */
export async function planDeliveries(
  db: Database,
  eventId: string,
  planned: readonly NewDelivery[],
  now: number,
): Promise<void> {
  const mark = db
    .update(events)
    .set({ plannedAt: now })
    .where(and(eq(events.id, eventId), isNull(events.plannedAt)));
  const inserts = planned.map((delivery) =>
    db.insert(deliveries).values(delivery).onConflictDoNothing(),
  );
  await db.batch([mark, ...inserts]);
}

/** Ids of deliveries that are due: planned, waiting long enough, or whose lease ran out. */
export async function listDueDeliveries(
  db: Database,
  now: number,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(isNotNull(deliveries.nextAt), lte(deliveries.nextAt, now)))
    .orderBy(asc(deliveries.nextAt))
    .limit(limit);
  return rows.map((row) => row.id);
}

/**
 * Takes a due delivery for one try and records its beginning. Undefined when it isn't due (any more):
 * of any number of simultaneous callers exactly one gets it. The new `tries` is the fencing token.
 */
export async function claimDelivery(
  db: Database,
  id: string,
  now: number,
  leaseEndsAt: number,
): Promise<DeliveryRow | undefined> {
  const [claimed] = await db.batch([
    db
      .update(deliveries)
      .set({ state: 'sending', tries: sql`${deliveries.tries} + 1`, nextAt: leaseEndsAt })
      .where(and(eq(deliveries.id, id), isNotNull(deliveries.nextAt), lte(deliveries.nextAt, now)))
      .returning(),
    db
      .insert(tries)
      .select(
        sql`select id, tries, ${now}, null, null, null, null, replayed_by from ${deliveries} where id = ${id} and changes() = 1`,
      ),
  ]);
  return claimed[0];
}

/** Records what came of a try. A finisher whose lease was taken over only completes its own try's row. */
export async function finishTry(
  db: Database,
  claimed: DeliveryRow,
  outcome: Outcome,
  verdict: Verdict,
  times: { startedAt: number; finishedAt: number },
): Promise<void> {
  const status = outcome.status ?? null;
  const error = outcome.error ?? null;
  await db.batch([
    db
      .update(deliveries)
      .set({
        state: verdict.state,
        nextAt: verdict.nextAt,
        lastStatus: status,
        lastError: error,
        finishedAt: verdict.nextAt === null ? times.finishedAt : null,
      })
      .where(
        and(
          eq(deliveries.id, claimed.id),
          eq(deliveries.tries, claimed.tries),
          eq(deliveries.state, 'sending'),
        ),
      ),
    db
      .update(tries)
      .set({
        durationMs: times.finishedAt - times.startedAt,
        status,
        error,
        answer: outcome.answer ?? null,
      })
      .where(and(eq(tries.deliveryId, claimed.id), eq(tries.number, claimed.tries))),
  ]);
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
