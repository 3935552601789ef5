import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

import { organizations, users } from './accounts.ts';
import { attempts } from './attempts.ts';
import { oneOf } from './checks.ts';

/**
 * What the page's script told of a sitting; absent when the candidate has none (JavaScript off). One row,
 * so that a save with a sign of life in it writes one row more, and most saves none.
 */
export const sittings = sqliteTable(
  'sittings',
  {
    attemptId: text('attempt_id')
      .primaryKey()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    /** The device that may write: the one that opened the attempt last. A random id it made itself. */
    deviceId: text('device_id').notNull(),
    deviceSince: integer('device_since').notNull(),
    /** The last sign of life, within a minute. */
    seenAt: integer('seen_at').notNull(),
    /** When the page said that it was being closed; null while it is open, or was cut off. */
    leftAt: integer('left_at'),
    /** The most that outages may add, ms, as the version says; and what they added so far. */
    outageCapMs: integer('outage_cap_ms').notNull(),
    creditedMs: integer('credited_ms').notNull().default(0),
  },
  () => [check('sittings_credit', sql`credited_ms between 0 and outage_cap_ms`)],
);

/** A section with a time limit of its own, once the candidate has opened it: from then on its clock runs. */
export const sectionClocks = sqliteTable(
  'section_clocks',
  {
    attemptId: text('attempt_id')
      .notNull()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    sectionId: text('section_id').notNull(),
    startedAt: integer('started_at').notNull(),
    /** Its limit × accommodation, moved by credits and added time, never past the attempt's own. */
    deadlineAt: integer('deadline_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.attemptId, table.sectionId] })],
);

export const timeChangeKinds = ['outage', 'added', 'accommodation'] as const;

/** Every change of an attempt's deadline after its start, and why. */
export const timeChanges = sqliteTable(
  'time_changes',
  {
    attemptId: text('attempt_id')
      .notNull()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    kind: text('kind', { enum: timeChangeKinds }).notNull(),
    /** How much the deadline moved, ms. */
    ms: integer('ms').notNull(),
    /** The credited span of an outage, server time. */
    fromAt: integer('from_at'),
    toAt: integer('to_at'),
    changedBy: text('changed_by').references(() => users.id),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.attemptId, table.id] }),
    check('time_changes_kind', oneOf(table.kind, timeChangeKinds)),
    check('time_changes_ms', sql`ms > 0`),
  ],
);

/** What a candidate asked for, and what the organization decided. The ATS never sees it. */
export const accommodations = sqliteTable(
  'accommodations',
  {
    attemptId: text('attempt_id')
      .primaryKey()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    request: text('request').notNull(),
    requestedAt: integer('requested_at').notNull(),
    decidedAt: integer('decided_at'),
    decidedBy: text('decided_by').references(() => users.id),
    /** The factor granted (1 = refused); null while undecided. In hundredths: 150 is 1.5×. */
    percent: integer('percent'),
  },
  (table) => [
    index('accommodations_undecided')
      .on(table.organizationId, table.requestedAt)
      .where(sql`decided_at is null`),
    check('accommodations_percent', sql`percent is null or percent between 100 and 500`),
  ],
);

/** Recorded conditions of an attempt, in the groups in which the page sent them. Never scored. */
export const healthBatches = sqliteTable(
  'health_batches',
  {
    attemptId: text('attempt_id')
      .notNull()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    /** Made by the page, so that a group sent twice is stored once. */
    id: text('id').notNull(),
    events: text('events', { mode: 'json' }).$type<unknown[]>().notNull(),
    receivedAt: integer('received_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.attemptId, table.id] })],
);

/** What the candidate says afterwards: about the test, and about what was recorded. */
export const remarks = sqliteTable(
  'remarks',
  {
    attemptId: text('attempt_id')
      .primaryKey()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    rating: integer('rating'),
    ratingComment: text('rating_comment'),
    ratedAt: integer('rated_at'),
    healthComment: text('health_comment'),
    healthCommentAt: integer('health_comment_at'),
  },
  () => [check('remarks_rating', sql`rating is null or rating between 1 and 5`)],
);

export const privacyRequestKinds = ['correction', 'erasure', 'review'] as const;

/** A candidate's request under the LGPD, from the page of their own attempt. */
export const privacyRequests = sqliteTable(
  'privacy_requests',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    attemptId: text('attempt_id')
      .notNull()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: privacyRequestKinds }).notNull(),
    message: text('message').notNull(),
    createdAt: integer('created_at').notNull(),
    dueAt: integer('due_at').notNull(),
    answeredAt: integer('answered_at'),
    answeredBy: text('answered_by').references(() => users.id),
    answer: text('answer'),
  },
  (table) => [
    index('privacy_requests_attempt').on(table.attemptId),
    // The two halves of an organization's list: a page reads its own rows alone, however many there are.
    index('privacy_requests_open')
      .on(table.organizationId, table.dueAt, table.id)
      .where(sql`answered_at is null`),
    index('privacy_requests_answered')
      .on(table.organizationId, table.answeredAt, table.id)
      .where(sql`answered_at is not null`),
    check('privacy_requests_kind', oneOf(table.kind, privacyRequestKinds)),
  ],
);
