import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

import type { VersionContent } from '../../features/questions/content.ts';
import { organizations } from './accounts.ts';
import { oneOf } from './checks.ts';

export const assessmentStates = ['draft', 'published', 'archived'] as const;

/** What a recruiter edits. `draft` is the working copy; what candidates take is always a version. */
export const assessments = sqliteTable(
  'assessments',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    state: text('state', { enum: assessmentStates }).notNull(),
    draft: text('draft', { mode: 'json' }).$type<VersionContent>().notNull(),
    /** Copies of the live version's texts, so that lists and catalogues need not open its content. */
    name: text('name').notNull(),
    description: text('description').notNull(),
    category: text('category'),
    level: text('level').$type<NonNullable<VersionContent['level']>>(),
    /** Name, description and category in all languages, unaccented and lower case: Gupy's searchString. */
    searchText: text('search_text').notNull(),
    latestVersionId: text('latest_version_id'),
    /** From which total (points 0–100) on Gupy is told “apt”; null: the connection's own cut-off counts. */
    cutOff: integer('cut_off'),
    offeredToGupy: integer('offered_to_gupy', { mode: 'boolean' }).notNull().default(false),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    index('assessments_organization').on(table.organizationId, table.createdAt),
    index('assessments_gupy_catalogue').on(
      table.organizationId,
      table.offeredToGupy,
      table.createdAt,
    ),
    check('assessments_state', oneOf(table.state, assessmentStates)),
  ],
);

/** An immutable published snapshot: rows are inserted, never updated (a trigger holds this). */
export const versions = sqliteTable(
  'versions',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    number: integer('number').notNull(),
    content: text('content', { mode: 'json' }).$type<VersionContent>().notNull(),
    /** SHA-256, hex, of the content's canonical JSON. */
    contentHash: text('content_hash').notNull(),
    publishedAt: integer('published_at').notNull(),
  },
  (table) => [uniqueIndex('versions_assessment_number').on(table.assessmentId, table.number)],
);

/** A public URL of a version. */
export const links = sqliteTable(
  'links',
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
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    opensAt: integer('opens_at'),
    closesAt: integer('closes_at'),
    attemptsAllowed: integer('attempts_allowed').notNull().default(1),
    jobReference: text('job_reference'),
    enabled: integer('enabled', { mode: 'boolean' }).notNull().default(true),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('links_slug').on(table.slug),
    index('links_assessment').on(table.assessmentId, table.createdAt),
    index('links_organization').on(table.organizationId, table.createdAt),
  ],
);
