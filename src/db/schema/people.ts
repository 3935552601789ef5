import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

import { languages } from '../../i18n/languages.ts';
import { organizations, users } from './accounts.ts';
import { assessments } from './assessments.ts';
import { attempts } from './attempts.ts';
import { oneOf } from './checks.ts';

/**
 * A link made for one person. It is an attempt that waits for its start, as one that an ATS registers:
 * the address is the attempt's own, derived and stored nowhere.
 */
export const invitations = sqliteTable(
  'invitations',
  {
    attemptId: text('attempt_id')
      .primaryKey()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    /** Null: a rule of the organization's invited, not a person. */
    invitedBy: text('invited_by').references(() => users.id),
    createdAt: integer('created_at').notNull(),
    /** From then on it can no more be started. */
    expiresAt: integer('expires_at').notNull(),
    remindersSent: integer('reminders_sent').notNull().default(0),
    /** Null: no more reminders. */
    nextReminderAt: integer('next_reminder_at'),
    /** Once it is past its end and that was noted; null: it may still have to be. */
    closedAt: integer('closed_at'),
  },
  (table) => [
    index('invitations_assessment').on(table.assessmentId, table.createdAt, table.attemptId),
    index('invitations_reminders')
      .on(table.nextReminderAt)
      .where(sql`next_reminder_at is not null`),
    index('invitations_open')
      .on(table.expiresAt)
      .where(sql`closed_at is null`),
    check('invitations_reminders_sent', sql`reminders_sent between 0 and 2`),
  ],
);

export const mailKinds = [
  'invitation',
  'reminder',
  'resume',
  'received',
  'result',
  'decision',
] as const;
export type MailKind = (typeof mailKinds)[number];

/** What an organization says instead of the product's own words; a kind and language without a row has those. */
export const mailTemplates = sqliteTable(
  'mail_templates',
  {
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    kind: text('kind', { enum: mailKinds }).notNull(),
    language: text('language', { enum: languages }).notNull(),
    subject: text('subject').notNull(),
    /** Paragraphs of plain text with `{{placeholders}}`. */
    body: text('body').notNull(),
    updatedAt: integer('updated_at').notNull(),
    updatedBy: text('updated_by')
      .notNull()
      .references(() => users.id),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.kind, table.language] }),
    check('mail_templates_kind', oneOf(table.kind, mailKinds)),
  ],
);

export const decisionKinds = ['advance', 'hold', 'reject'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** What a person decided about a result. The newest counts; those before it stay. */
export const decisions = sqliteTable(
  'decisions',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    attemptId: text('attempt_id')
      .notNull()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: decisionKinds }).notNull(),
    /** For colleagues and, on a rejection, the ATS's reason notes. The candidate never sees it. */
    note: text('note').notNull().default(''),
    /** What the candidate is written; null: nothing is sent. */
    message: text('message'),
    decidedBy: text('decided_by')
      .notNull()
      .references(() => users.id),
    decidedAt: integer('decided_at').notNull(),
    /** Into which step of the ATS's job to advance, by name; null: the next one. */
    step: text('step'),
    /** Its id, fixed before the ATS is first asked for the move, so that no later try moves further. */
    stepId: integer('step_id'),
  },
  (table) => [
    index('decisions_attempt').on(table.attemptId, table.decidedAt),
    check('decisions_kind', oneOf(table.kind, decisionKinds)),
  ],
);
