import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

import { organizations, users } from './accounts.ts';
import { attempts } from './attempts.ts';

export const apiScopes = ['assessments:read', 'attempts:write', 'results:read'] as const;
export type ApiScope = (typeof apiScopes)[number];

/** Keys of `/api/v1`. Only the SHA-256 is stored; the key is shown once. */
export const apiKeys = sqliteTable(
  'api_keys',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    name: text('name').notNull(),
    keyHash: text('key_hash').notNull(),
    /** The key's last characters, by which people tell keys apart. */
    hint: text('hint').notNull(),
    scopes: text('scopes', { mode: 'json' }).$type<ApiScope[]>().notNull(),
    createdBy: text('created_by').references(() => users.id),
    createdAt: integer('created_at').notNull(),
    /** Within an hour: written at most that often. */
    lastUsedAt: integer('last_used_at'),
    revokedAt: integer('revoked_at'),
  },
  (table) => [
    uniqueIndex('api_keys_hash').on(table.keyHash),
    index('api_keys_organization').on(table.organizationId, table.createdAt),
  ],
);

/**
 * What an ATS asked for when it made an attempt through the open API. Where it gave an idempotency key
 * the attempt's id derives from that, so that "once" is the primary key itself.
 */
export const apiRegistrations = sqliteTable('api_registrations', {
  attemptId: text('attempt_id')
    .primaryKey()
    .references(() => attempts.id, { onDelete: 'cascade' }),
  organizationId: text('organization_id')
    .notNull()
    .references(() => organizations.id),
  /** Which of the two forms of the API asked; its results come in the same one. */
  shape: text('shape', { enum: ['v1', 'coodesh'] }).notNull(),
  /** HMAC-SHA-256, hex, of the body as it was understood. */
  bodyHash: text('body_hash').notNull(),
  externalId: text('external_id'),
  /** Where the candidate's browser goes afterwards. */
  callbackUrl: text('callback_url'),
  /** Where the result is posted to. */
  webhookUrl: text('webhook_url'),
  metadata: text('metadata', { mode: 'json' }).$type<Record<string, string>>().notNull(),
  createdAt: integer('created_at').notNull(),
});

export const webhookEvents = ['attempt.started', 'attempt.completed', 'result.updated'] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** A customer's own server that is told of events, signed as Standard Webhooks says. */
export const webhookEndpoints = sqliteTable(
  'webhook_endpoints',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    url: text('url').notNull(),
    events: text('events', { mode: 'json' }).$type<WebhookEvent[]>().notNull(),
    /** Sealed (lib/sealed.ts), because we have to sign with it. */
    secret: text('secret').notNull(),
    /** The one before, which signs along until then. */
    previousSecret: text('previous_secret'),
    previousUntil: integer('previous_until'),
    enabled: integer('enabled', { mode: 'boolean' }).notNull().default(true),
    createdAt: integer('created_at').notNull(),
  },
  // A delivery names its endpoint by the URL.
  (table) => [uniqueIndex('webhook_endpoints_url').on(table.organizationId, table.url)],
);
