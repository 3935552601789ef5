import { and, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { users } from '../../db/schema/accounts.ts';
import { apiKeys, type ApiScope } from '../../db/schema/api.ts';
import { attempts } from '../../db/schema/attempts.ts';

/** The organization of a live key that has the scope, as a subquery: checking it costs no round trip. */
export function ownerOf(keyHash: string, scope: ApiScope): SQL {
  return sql`(select organization_id from ${apiKeys} where key_hash = ${keyHash} and revoked_at is null
    and exists (select 1 from json_each(scopes) where value = ${scope}))`;
}

/** Who calls, for the batch of what they ask. */
export function selectKey(db: Database, keyHash: string) {
  return db
    .select({
      id: apiKeys.id,
      organizationId: apiKeys.organizationId,
      scopes: apiKeys.scopes,
      lastUsedAt: apiKeys.lastUsedAt,
    })
    .from(apiKeys)
    .where(and(eq(apiKeys.keyHash, keyHash), isNull(apiKeys.revokedAt)));
}

export type ApiKey = Awaited<ReturnType<typeof selectKey>>[number];

export async function findKey(db: Database, keyHash: string): Promise<ApiKey | undefined> {
  const [key] = await selectKey(db, keyHash);
  return key;
}

export async function noteUse(db: Database, id: string, now: number): Promise<void> {
  await db.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, id));
}

export const mostKeys = 20;
const revokedShown = 10;

/** What the page shows of keys: never the hash. */
export async function listKeys(db: Database, organizationId: string) {
  const [active, revoked] = await db.batch([
    selectListed(db, organizationId, 'active').limit(mostKeys),
    selectListed(db, organizationId, 'revoked').limit(revokedShown),
  ]);
  return { active, revoked };
}

export type ListedKeys = Awaited<ReturnType<typeof listKeys>>;
export type ListedKey = ListedKeys['active'][number];

function selectListed(db: Database, organizationId: string, kind: 'active' | 'revoked') {
  return db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      hint: apiKeys.hint,
      scopes: apiKeys.scopes,
      createdAt: apiKeys.createdAt,
      lastUsedAt: apiKeys.lastUsedAt,
      revokedAt: apiKeys.revokedAt,
      createdBy: sql<string | null>`${users.name}`.as('created_by_name'),
    })
    .from(apiKeys)
    .leftJoin(users, eq(users.id, apiKeys.createdBy))
    .where(
      and(
        eq(apiKeys.organizationId, organizationId),
        kind === 'active' ? isNull(apiKeys.revokedAt) : isNotNull(apiKeys.revokedAt),
      ),
    )
    .orderBy(desc(apiKeys.createdAt))
    .$dynamic();
}

export interface NewKey {
  id: string;
  organizationId: string;
  name: string;
  keyHash: string;
  hint: string;
  scopes: readonly ApiScope[];
  createdBy: string;
  createdAt: number;
}

/**
 * What was completed while the organization had no key comes into the list of finished attempts, too.
 * Where it has one, there is nothing to look for: nobody's id is null.
 */
function listCompleted(db: Database, organizationId: string) {
  const without = sql`(select ${organizationId} where not exists (
    select 1 from ${apiKeys} where organization_id = ${organizationId} and revoked_at is null))`;
  return db
    .update(attempts)
    .set({ listed: true })
    .where(
      and(
        eq(attempts.organizationId, without),
        eq(attempts.state, 'completed'),
        eq(attempts.listed, false),
      ),
    );
}

/**
 * Keeps a new key unless the organization has all it may have, which the statement itself counts.
 * `repeated`: a key with this id is there already; `full`: too many are active.
 */
export async function createKey(
  db: Database,
  key: NewKey,
): Promise<'created' | 'repeated' | 'full'> {
  const [earlier, , created] = await db.batch([
    db.select({ id: apiKeys.id }).from(apiKeys).where(eq(apiKeys.id, key.id)),
    listCompleted(db, key.organizationId),
    db
      .insert(apiKeys)
      .select(
        // Every column, in the table's order: an insert … select binds by position.
        sql`select ${key.id}, ${key.organizationId}, ${key.name}, ${key.keyHash}, ${key.hint},
          ${JSON.stringify(key.scopes)}, ${key.createdBy}, ${key.createdAt}, null, null
          where (select count(*) from ${apiKeys} where organization_id = ${key.organizationId}
            and revoked_at is null) < ${mostKeys}`,
      )
      .onConflictDoNothing()
      .returning({ id: apiKeys.id }),
  ]);
  if (created.length === 1) return 'created';
  return earlier.length === 1 ? 'repeated' : 'full';
}

/** False when it is not this organization's. Revoking it again changes nothing. */
export async function revokeKey(
  db: Database,
  { organizationId, id, now }: { organizationId: string; id: string; now: number },
): Promise<boolean> {
  const rows = await db
    .update(apiKeys)
    .set({ revokedAt: sql`coalesce(${apiKeys.revokedAt}, ${now})` })
    .where(and(eq(apiKeys.id, id), eq(apiKeys.organizationId, organizationId)))
    .returning({ id: apiKeys.id });
  return rows.length === 1;
}
