import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

import { organizations, users } from './accounts.ts';
import { assessments } from './assessments.ts';

/**
 * Where Gupy's own webhooks arrive (GUPY.md C): an address nobody can guess and a header nobody else knows,
 * each kept as SHA-256 and shown once.
 */
export const gupyWebhooks = sqliteTable(
  'gupy_webhooks',
  {
    organizationId: text('organization_id')
      .primaryKey()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    pathHash: text('path_hash').notNull(),
    secretHash: text('secret_hash').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: integer('created_at').notNull(),
    /** The last call that was accepted, within an hour. */
    acceptedAt: integer('accepted_at'),
    /** Since when every call was refused; null: the last one was accepted. */
    refusedSince: integer('refused_since'),
    /** When people were told that calls are refused; null: they were not, or it is over. */
    alertedAt: integer('alerted_at'),
  },
  (table) => [
    uniqueIndex('gupy_webhooks_path').on(table.pathHash),
    index('gupy_webhooks_refused')
      .on(table.refusedSince)
      .where(sql`refused_since is not null and alerted_at is null`),
  ],
);

/** What became of an event that Gupy sent. */
export const inboundOutcomes = [
  'invited',
  'already_invited',
  'no_rule',
  'superseded',
  'unreadable',
  'unknown_assessment',
  'no_plan',
] as const;
export type InboundOutcome = (typeof inboundOutcomes)[number];

/** Events from Gupy that mean something here: stored before they are answered, worked on afterwards. */
export const gupyInbound = sqliteTable(
  'gupy_inbound',
  {
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    /** Gupy's own id: the same event sent twice is stored once. */
    id: text('id').notNull(),
    event: text('event').notNull(),
    /** When it happened, as Gupy says: events arrive in any order. */
    happenedAt: integer('happened_at').notNull(),
    /** int64 as text; null: the body named none. */
    applicationId: text('application_id'),
    /** The event's `data` as it came; gone once it was worked on, for it names a person. */
    data: text('data'),
    receivedAt: integer('received_at').notNull(),
    handledAt: integer('handled_at'),
    outcome: text('outcome', { enum: inboundOutcomes }),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index('gupy_inbound_open')
      .on(table.receivedAt)
      .where(sql`handled_at is null`),
    index('gupy_inbound_application').on(
      table.organizationId,
      table.applicationId,
      table.happenedAt,
    ),
    index('gupy_inbound_organization').on(table.organizationId, table.receivedAt, table.id),
  ],
);

/** A candidate who is moved into this step of this job is invited to this assessment. */
export const gupyStepRules = sqliteTable(
  'gupy_step_rules',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    /** int64 as text. */
    jobId: text('job_id').notNull(),
    /** The step's id, or its name, unaccented and lower case. */
    step: text('step').notNull(),
    /** As it was typed. */
    stepName: text('step_name').notNull(),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    /** How long an invitation is valid. */
    days: integer('days').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('gupy_step_rules_step').on(table.organizationId, table.jobId, table.step),
    check('gupy_step_rules_days', sql`days between 1 and 90`),
  ],
);

/** Calls of the provider contract, for people who connect the two systems: nothing of what they carried. */
export const providerCalls = sqliteTable(
  'provider_calls',
  {
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    at: integer('at').notNull(),
    id: text('id').notNull(),
    method: text('method').notNull(),
    /** The path's template: no id and no token in it. */
    route: text('route').notNull(),
    status: integer('status').notNull(),
    durationMs: integer('duration_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.at, table.id] })],
);

/** The steps of going live with Gupy, in their order. */
export const milestones = [
  'token_used',
  'catalogue_read',
  'attempt_created',
  'attempt_completed',
  'webhook_delivered',
  'result_read',
  'callback_followed',
] as const;
export type Milestone = (typeof milestones)[number];

/** When each step of going live first happened. */
export const gupyMilestones = sqliteTable(
  'gupy_milestones',
  {
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    milestone: text('milestone', { enum: milestones }).notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.milestone] })],
);
