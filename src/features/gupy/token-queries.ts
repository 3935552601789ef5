import { and, desc, eq, gt, isNull, not, or, type SQL, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { organizations, users } from '../../db/schema/accounts.ts';
import { integrations, providerTokens } from '../../db/schema/integrations.ts';

/** A token that was replaced works until the moment that was set for it. */
export function isLive(now: number): SQL {
  return or(isNull(providerTokens.revokedAt), gt(providerTokens.revokedAt, now))!;
}

export const mostTokens = 20;
const revokedShown = 10;

export type GupySettings = Awaited<ReturnType<typeof findGupySettings>>;
export type ListedToken = GupySettings['active'][number];

/** What the organization's page about Gupy shows. Of tokens only what names them, never the hash. */
export async function findGupySettings(db: Database, organizationId: string, now: number) {
  const [[own], active, revoked] = await db.batch([
    db
      .select({ companyId: integrations.companyId, healthLine: organizations.healthLine })
      .from(organizations)
      .leftJoin(
        integrations,
        and(eq(integrations.organizationId, organizations.id), eq(integrations.kind, 'gupy')),
      )
      .where(eq(organizations.id, organizationId)),
    selectTokens(db, organizationId, 'active', now).limit(mostTokens),
    selectTokens(db, organizationId, 'revoked', now).limit(revokedShown),
  ]);
  return {
    companyId: own?.companyId ?? undefined,
    healthLine: own?.healthLine ?? false,
    active,
    revoked,
  };
}

/** Whether one line about test health goes to the company in Gupy. */
export async function setHealthLine(db: Database, organizationId: string, healthLine: boolean) {
  await db.update(organizations).set({ healthLine }).where(eq(organizations.id, organizationId));
}

function selectTokens(
  db: Database,
  organizationId: string,
  kind: 'active' | 'revoked',
  now: number,
) {
  return db
    .select({
      id: providerTokens.id,
      name: providerTokens.name,
      createdAt: providerTokens.createdAt,
      revokedAt: providerTokens.revokedAt,
      createdBy: sql<string | null>`${users.name}`.as('created_by_name'),
    })
    .from(providerTokens)
    .leftJoin(users, eq(users.id, providerTokens.createdBy))
    .where(
      and(
        eq(providerTokens.organizationId, organizationId),
        kind === 'active' ? isLive(now) : not(isLive(now)),
      ),
    )
    .orderBy(desc(providerTokens.createdAt))
    .$dynamic();
}

export interface NewToken {
  id: string;
  organizationId: string;
  name: string;
  tokenHash: string;
  createdBy: string;
  createdAt: number;
}

/**
 * Keeps a new token unless the organization has all it may have, which the statement itself counts.
 * `repeated`: a token with this id is there already; `full`: too many are active.
 */
export async function createToken(
  db: Database,
  token: NewToken,
): Promise<'created' | 'repeated' | 'full'> {
  const own = sql`from ${providerTokens} where organization_id = ${token.organizationId}`;
  const [earlier, created] = await db.batch([
    db
      .select({ id: providerTokens.id })
      .from(providerTokens)
      .where(eq(providerTokens.id, token.id)),
    db
      .insert(providerTokens)
      .select(
        // Every column, in the table's order: an insert … select binds by position.
        sql`select ${token.id}, ${token.organizationId}, ${token.name}, ${token.tokenHash},
          ${token.createdBy}, ${token.createdAt}, null
          where (select count(*) ${own} and ${isLive(token.createdAt)}) < ${mostTokens}`,
      )
      .onConflictDoNothing()
      .returning({ id: providerTokens.id }),
  ]);
  if (created.length === 1) return 'created';
  return earlier.length === 1 ? 'repeated' : 'full';
}

/**
 * A new token in the place of one that goes on working until `until`, so that the other side can change
 * over in between. `gone`: there is no such live token; `repeated`: this rotation was made before.
 */
export async function rotateToken(
  db: Database,
  { oldId, until, ...token }: Omit<NewToken, 'name'> & { oldId: string; until: number },
): Promise<{ kind: 'rotated'; name: string } | { kind: 'gone' } | { kind: 'repeated' }> {
  const { id, organizationId, createdAt } = token;
  const old = and(
    eq(providerTokens.id, oldId),
    eq(providerTokens.organizationId, organizationId),
    isNull(providerTokens.revokedAt),
  );
  const [earlier, rotated] = await db.batch([
    db.select({ id: providerTokens.id }).from(providerTokens).where(eq(providerTokens.id, id)),
    db
      .insert(providerTokens)
      .select(
        // Every column, in the table's order: an insert … select binds by position.
        sql`select ${id}, organization_id, name, ${token.tokenHash}, ${token.createdBy}, ${createdAt}, null
          from ${providerTokens} where ${old}`,
      )
      .onConflictDoNothing()
      .returning({ name: providerTokens.name }),
    db
      .update(providerTokens)
      .set({ revokedAt: until })
      .where(and(old, sql`changes() = 1`)),
  ]);
  if (rotated[0]) return { kind: 'rotated', name: rotated[0].name };
  return { kind: earlier.length === 1 ? 'repeated' : 'gone' };
}

/** False when it is not this organization's. Revoking it again changes nothing. */
export async function revokeToken(
  db: Database,
  { organizationId, id, now }: { organizationId: string; id: string; now: number },
): Promise<boolean> {
  const rows = await db
    .update(providerTokens)
    .set({ revokedAt: sql`min(coalesce(${providerTokens.revokedAt}, ${now}), ${now})` })
    .where(and(eq(providerTokens.id, id), eq(providerTokens.organizationId, organizationId)))
    .returning({ id: providerTokens.id });
  return rows.length === 1;
}
