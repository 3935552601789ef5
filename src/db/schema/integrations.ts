import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

import { organizations, users } from './accounts.ts';
import { attempts } from './attempts.ts';
import { oneOf } from './checks.ts';

export const integrationKinds = ['gupy'] as const;

/** An organization's configuration for one ATS. */
export const integrations = sqliteTable(
  'integrations',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    kind: text('kind', { enum: integrationKinds }).notNull(),
    /** The company's id at the ATS; int64 as text. */
    companyId: text('company_id').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('integrations_organization_kind').on(table.organizationId, table.kind),
    uniqueIndex('integrations_kind_company').on(table.kind, table.companyId),
    check('integrations_kind', oneOf(table.kind, integrationKinds)),
  ],
);

/** Bearer tokens that an ATS presents to us. Only the SHA-256 is stored; the token is shown once. */
export const providerTokens = sqliteTable(
  'provider_tokens',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull(),
    createdBy: text('created_by').references(() => users.id),
    createdAt: integer('created_at').notNull(),
    revokedAt: integer('revoked_at'),
  },
  (table) => [
    uniqueIndex('provider_tokens_hash').on(table.tokenHash),
    index('provider_tokens_organization').on(table.organizationId, table.createdAt),
  ],
);

/** An organization's way into Gupy's REST API, and what it writes there. Only its owners' admins change it. */
export const gupyConnections = sqliteTable(
  'gupy_connections',
  {
    organizationId: text('organization_id')
      .primaryKey()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    /** Encrypted (lib/sealed.ts); never shown again. */
    sealedToken: text('sealed_token').notNull(),
    /** Its last four characters, to tell one token from another. */
    tokenHint: text('token_hint').notNull(),
    checkedAt: integer('checked_at').notNull(),
    /** What the token was not allowed to do when it was checked. */
    missing: text('missing', { mode: 'json' }).$type<readonly string[]>().notNull(),
    /** Templates of the tags that a result is marked with. */
    tags: text('tags', { mode: 'json' }).$type<readonly string[]>().notNull(),
    /** From which total (points 0–100) on `{{verdict}}` says apt; null: nothing is said. */
    cutOff: integer('cut_off'),
    /** From which total on a completed attempt is moved by itself; null: never. */
    moveFrom: integer('move_from'),
    /** Into which step, by name. */
    moveStep: text('move_step'),
    updatedBy: text('updated_by')
      .notNull()
      .references(() => users.id),
    updatedAt: integer('updated_at').notNull(),
    /** The next moment at which a request may leave: what keeps it under Gupy's limit (gupy/pace.ts). */
    nextSlotAt: integer('next_slot_at').notNull().default(0),
  },
  () => [
    check(
      'gupy_connections_scores',
      sql`cut_off between 0 and 100 and move_from between 0 and 100`,
    ),
    check('gupy_connections_move', sql`(move_from is null) = (move_step is null)`),
  ],
);

/** Which job at Gupy an attempt made through a public link belongs to, and which application there. */
export const gupyApplications = sqliteTable('gupy_applications', {
  attemptId: text('attempt_id')
    .primaryKey()
    .references(() => attempts.id, { onDelete: 'cascade' }),
  organizationId: text('organization_id')
    .notNull()
    .references(() => organizations.id),
  /** int64 as text. */
  jobId: text('job_id').notNull(),
  /** int64 as text; null: not known yet. */
  applicationId: text('application_id'),
  /** Who named the application by hand; null: the link did, or a search by e-mail. */
  linkedBy: text('linked_by').references(() => users.id),
  createdAt: integer('created_at').notNull(),
  /** When its comment was written there; null: not known to be. */
  commentedAt: integer('commented_at'),
});
