import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

import { organizations, users } from './accounts.ts';
import { attempts } from './attempts.ts';
import { oneOf } from './checks.ts';

export const eventTypes = [
  'attempt.started',
  'attempt.submitted',
  'attempt.completed',
  'attempt.resume_requested',
  'attempt.decided',
  'invitation.created',
  'invitation.reminder',
  'privacy.answered',
  'delivery.parked',
  'lane.failing',
  'lane.recovered',
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
    /** What it is about, where the attempt alone doesn't say: a decision's id, a request's, a lane. */
    subject: text('subject'),
    /** When planning last failed: such an event stands behind the others, and waits a while. */
    planFailedAt: integer('plan_failed_at'),
  },
  (table) => [
    index('events_unplanned')
      .on(table.planFailedAt, table.createdAt)
      .where(sql`planned_at is null`),
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
    /** Who shares its fate: deliveries of one organization and kind to one host (`lanes`). */
    lane: text('lane').notNull(),
    state: text('state', { enum: deliveryStates }).notNull(),
    /** The bytes of every try; made once, before the first. Expunged 30 days after the delivery. */
    payload: text('payload'),
    /** Tries begun so far; also the fencing token: a try that isn't the latest may not write. */
    tries: integer('tries').notNull().default(0),
    /** When it is due: the next try, or, while sending, when the lease ends. Null when finished. */
    nextAt: integer('next_at'),
    lastStatus: integer('last_status'),
    lastError: text('last_error'),
    createdAt: integer('created_at').notNull(),
    finishedAt: integer('finished_at'),
    /** Who asked for the try that is due or running; null: the schedule did. */
    replayedBy: text('replayed_by').references(() => users.id),
  },
  (table) => [
    // Which lanes have something due, and how many of one are being sent, without reading the rest.
    index('deliveries_due')
      .on(table.lane, table.state, table.nextAt)
      .where(sql`next_at is not null`),
    index('deliveries_attempt').on(table.attemptId),
    index('deliveries_organization').on(table.organizationId, table.createdAt, table.id),
    // What a person may have to look at; what goes well at once never costs a row here.
    index('deliveries_undone')
      .on(table.organizationId, table.state, table.createdAt, table.id)
      .where(sql`state <> 'delivered' and state <> 'sending'`),
    // A mail's payload only names the attempt: nothing in it has to go.
    index('deliveries_expunge')
      .on(table.finishedAt)
      .where(sql`state = 'delivered' and payload is not null and kind <> 'mail'`),
    check('deliveries_state', oneOf(table.state, deliveryStates)),
    check(
      'deliveries_due_iff_open',
      sql`(state in ('pending', 'sending', 'waiting')) = (next_at is not null)`,
    ),
  ],
);

/** One finished or interrupted try of a delivery, kept for ever: when, how long, what came back. */
export const tries = sqliteTable(
  'tries',
  {
    deliveryId: text('delivery_id')
      .notNull()
      .references(() => deliveries.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    startedAt: integer('started_at').notNull(),
    /** Null when the process died in the middle. */
    durationMs: integer('duration_ms'),
    status: integer('status'),
    error: text('error'),
    /** At most 2 KiB of the answer. */
    answer: text('answer'),
    /** Who asked for it; null: the schedule did. */
    replayedBy: text('replayed_by').references(() => users.id),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.number] })],
);

/** A lane that fails, or has failed: no row means that nothing is known against it. */
export const lanes = sqliteTable('lanes', {
  id: text('id').primaryKey(),
  organizationId: text('organization_id')
    .notNull()
    .references(() => organizations.id),
  kind: text('kind').notNull(),
  /** Failures in a row. */
  failures: integer('failures').notNull(),
  failingSince: integer('failing_since'),
  /** The circuit is open: until then nobody knocks; then one try may. Null: closed. */
  openUntil: integer('open_until'),
  /** When people were told that it fails; null: they were not, or it has recovered. */
  alertedAt: integer('alerted_at'),
});

/**
 * What the status page shows of an hour or a (UTC) day: counts alone, so nobody's data. A histogram
 * counts the times that fell into each step of `features/ledger/figures.ts`.
 */
export const deliveryFigures = sqliteTable(
  'delivery_figures',
  {
    span: text('span', { enum: ['hour', 'day'] }).notNull(),
    startsAt: integer('starts_at').notNull(),
    /** From the finished attempt to the first try. */
    firstTries: text('first_tries', { mode: 'json' }).$type<number[]>().notNull(),
    /** From the finished attempt to the delivery. */
    delivered: text('delivered', { mode: 'json' }).$type<number[]>().notNull(),
    parked: integer('parked').notNull(),
  },
  (table) => [primaryKey({ columns: [table.span, table.startsAt] })],
);
