import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

import { organizations, users } from './accounts.ts';
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
