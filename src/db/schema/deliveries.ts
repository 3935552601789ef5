import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

import { organizations } from './accounts.ts';
import { attempts } from './attempts.ts';
import { oneOf } from './checks.ts';

export const eventTypes = [
  'attempt.submitted',
  'attempt.completed',
  'attempt.resume_requested',
] as const;
export type EventType = (typeof eventTypes)[number];

/** The outbox: written in the same batch as the change it tells of, planned later. */
export const events = sqliteTable(
  'events',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    attemptId: text('attempt_id')
      .notNull()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    type: text('type', { enum: eventTypes }).notNull(),
    createdAt: integer('created_at').notNull(),
    /** When the deliveries of this event were written; null: still to be planned. */
    plannedAt: integer('planned_at'),
  },
  (table) => [
    index('events_unplanned')
      .on(table.createdAt)
      .where(sql`planned_at is null`),
    check('events_type', oneOf(table.type, eventTypes)),
  ],
);

export const deliveryStates = [
  'pending',
  'sending',
  'waiting',
  'delivered',
  'parked',
  'cancelled',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/**
 * One planned hand-over of an event to one destination. The id derives from both, so planning an
 * event twice inserts once; it is also the stable id that receivers see (`webhook-id`).
 */
export const deliveries = sqliteTable(
  'deliveries',
  {
    id: text('id').primaryKey(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    attemptId: text('attempt_id')
      .notNull()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    /** Which destination object sends it (`gupy.result_webhook`, `mail`). */
    kind: text('kind').notNull(),
    /** Where to: a URL, or a template's name. */
    destination: text('destination').notNull(),
    state: text('state', { enum: deliveryStates }).notNull(),
    /** The bytes of every try; made once, before the first. */
    payload: text('payload'),
    /** Tries begun so far; also the fencing token: a try that isn't the latest may not write. */
    tries: integer('tries').notNull().default(0),
    /** When it is due: the next try, or, while sending, when the lease ends. Null when finished. */
    nextAt: integer('next_at'),
    lastStatus: integer('last_status'),
    lastError: text('last_error'),
    createdAt: integer('created_at').notNull(),
    finishedAt: integer('finished_at'),
  },
  (table) => [
    index('deliveries_due')
      .on(table.nextAt)
      .where(sql`next_at is not null`),
    index('deliveries_attempt').on(table.attemptId),
    check('deliveries_state', oneOf(table.state, deliveryStates)),
    check(
      'deliveries_due_iff_open',
      sql`(state in ('pending', 'sending', 'waiting')) = (next_at is not null)`,
    ),
  ],
);

/** One try of a delivery, kept for ever: when, how long, what came back. */
export const tries = sqliteTable(
  'tries',
  {
    deliveryId: text('delivery_id')
      .notNull()
      .references(() => deliveries.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    startedAt: integer('started_at').notNull(),
    /** Null while it runs, and for good when the process died in the middle. */
    durationMs: integer('duration_ms'),
    status: integer('status'),
    error: text('error'),
    /** At most 2 KiB of the answer. */
    answer: text('answer'),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.number] })],
);
