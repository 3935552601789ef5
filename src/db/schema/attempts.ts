import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

import type { Result } from '../../features/scoring/result.ts';
import { languages } from '../../i18n/languages.ts';
import { organizations, users } from './accounts.ts';
import { assessments, links, versions } from './assessments.ts';
import { oneOf } from './checks.ts';

/** The attempt's state machine is drawn in the README; a trigger in the first migration holds its moves. */
export const attemptStates = [
  'not_started',
  'in_progress',
  'submitted',
  'completed',
  'expired',
  'cancelled',
] as const;
export type AttemptState = (typeof attemptStates)[number];

export const attemptSources = ['link', 'gupy', 'api', 'invitation'] as const;
export type AttemptSource = (typeof attemptSources)[number];

export const candidates = sqliteTable(
  'candidates',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    /** Trimmed and lower case: the identity of a candidate within the organization. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [uniqueIndex('candidates_organization_email').on(table.organizationId, table.email)],
);

/**
 * One row per word of a candidate's name and e-mail, unaccented and lower case, so that a search by the
 * beginning of any word reads an index range, however many candidates there are.
 */
export const candidateTerms = sqliteTable(
  'candidate_terms',
  {
    organizationId: text('organization_id').notNull(),
    term: text('term').notNull(),
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.term, table.candidateId] })],
);

export const attempts = sqliteTable(
  'attempts',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    versionId: text('version_id')
      .notNull()
      .references(() => versions.id),
    /** Null when the attempt did not come through a public link. */
    linkId: text('link_id').references(() => links.id),
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidates.id),
    state: text('state', { enum: attemptStates }).notNull(),
    /** The drawn questions, in order; empty until the start. Option order derives from the attempt's id. */
    questionIds: text('question_ids', { mode: 'json' }).$type<string[]>().notNull(),
    language: text('language', { enum: languages }).notNull(),
    noticeVersion: text('notice_version'),
    noticeAcceptedAt: integer('notice_accepted_at'),
    createdAt: integer('created_at').notNull(),
    startedAt: integer('started_at'),
    deadlineAt: integer('deadline_at'),
    submittedAt: integer('submitted_at'),
    /** `candidate` pressed submit; `clock`: time ran out and what was saved was submitted. */
    submittedBy: text('submitted_by', { enum: ['candidate', 'clock'] }),
    completedAt: integer('completed_at'),
    /** The result's total (points 0–100), copied here for lists; the result itself is in `results`. */
    total: integer('total'),
    /** Raising an epoch revokes every token of that purpose (lib/tokens.ts). */
    takeEpoch: integer('take_epoch').notNull().default(0),
    resultEpoch: integer('result_epoch').notNull().default(0),
    /** How it came to be; here because lists show it, and reading who registered it would cost a row each. */
    source: text('source', { enum: attemptSources }).notNull().default('link'),
    /** Completed, and in the open API's list of that; where no key of it exists nobody pays for an index. */
    listed: integer('listed', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    index('attempts_organization').on(table.organizationId, table.createdAt, table.id),
    index('attempts_organization_state').on(
      table.organizationId,
      table.state,
      table.createdAt,
      table.id,
    ),
    index('attempts_assessment').on(table.assessmentId, table.createdAt, table.id),
    index('attempts_assessment_state').on(
      table.assessmentId,
      table.state,
      table.createdAt,
      table.id,
    ),
    index('attempts_candidate').on(table.candidateId, table.createdAt),
    index('attempts_deadline')
      .on(table.deadlineAt)
      .where(sql`state = 'in_progress'`),
    // In the order of completion, which `completedAt` is among them (submission-queries.ts).
    index('attempts_listed')
      .on(table.organizationId, table.completedAt, table.id)
      .where(sql`listed = 1`),
    // Only those whose start was put off: a link that closes turns them into `expired`.
    index('attempts_waiting')
      .on(table.linkId)
      .where(sql`state = 'not_started' and link_id is not null`),
    check('attempts_state', oneOf(table.state, attemptStates)),
    check(
      'attempts_started',
      sql`state in ('not_started', 'expired', 'cancelled') or (started_at is not null and deadline_at is not null)`,
    ),
    check(
      'attempts_submitted',
      sql`state not in ('submitted', 'completed') or submitted_at is not null`,
    ),
    check('attempts_completed', sql`(state = 'completed') = (completed_at is not null)`),
    check('attempts_total', sql`total is null or (total between 0 and 100)`),
  ],
);

/** The latest saved value per question. The highest revision wins. */
export const answers = sqliteTable(
  'answers',
  {
    attemptId: text('attempt_id')
      .notNull()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    questionId: text('question_id').notNull(),
    /** JSON; null is "cleared by the candidate". */
    value: text('value', { mode: 'json' }).$type<unknown>(),
    revision: integer('revision').notNull(),
    savedAt: integer('saved_at').notNull(),
    /** Time the question was open before its saves, summed, in ms; as the pages report it. */
    timeMs: integer('time_ms').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.attemptId, table.questionId] })],
);

/** The frozen outcome of a completed attempt; recomputable from version + answers + reviews. */
export const results = sqliteTable('results', {
  attemptId: text('attempt_id')
    .primaryKey()
    .references(() => attempts.id, { onDelete: 'cascade' }),
  result: text('result', { mode: 'json' }).$type<Result>().notNull(),
  frozenAt: integer('frozen_at').notNull(),
});

/** A person's grade of one answer: a fraction 0…1 of the question's worth. */
export const reviews = sqliteTable(
  'reviews',
  {
    attemptId: text('attempt_id')
      .notNull()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    questionId: text('question_id').notNull(),
    reviewerId: text('reviewer_id')
      .notNull()
      .references(() => users.id),
    grade: real('grade').notNull(),
    comment: text('comment').notNull().default(''),
    reviewedAt: integer('reviewed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.attemptId, table.questionId] }),
    check('reviews_grade', sql`grade between 0 and 1`),
  ],
);

/**
 * What Gupy asked for when it registered a candidate (GUPY.md A.2): one row per attempt made for it.
 * The document itself is never stored: it is part of the keyed `identityHash`.
 */
export const gupyRegistrations = sqliteTable(
  'gupy_registrations',
  {
    attemptId: text('attempt_id')
      .primaryKey()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    /** HMAC-SHA-256, hex, of company, document, test and job. */
    identityHash: text('identity_hash').notNull(),
    /** 1 for the first attempt of an identity, one more for each retest. */
    generation: integer('generation').notNull(),
    /** HMAC-SHA-256, hex, of what makes two bodies equivalent. */
    bodyHash: text('body_hash').notNull(),
    retest: integer('retest', { mode: 'boolean' }).notNull(),
    /** int64 as text: it may exceed what a JavaScript number can hold. */
    jobId: text('job_id'),
    callbackUrl: text('callback_url').notNull(),
    resultWebhookUrl: text('result_webhook_url'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('gupy_registrations_identity').on(
      table.organizationId,
      table.identityHash,
      table.generation,
    ),
  ],
);
