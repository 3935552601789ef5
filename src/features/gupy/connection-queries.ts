import { eq, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { users } from '../../db/schema/accounts.ts';
import { gupyConnections } from '../../db/schema/integrations.ts';
import { defaultTags } from './timeline-text.ts';

export type ShownConnection = NonNullable<Awaited<ReturnType<typeof findConnection>>>;

/** What an organization's page shows of its connection: never the token. */
export async function findConnection(db: Database, organizationId: string) {
  const [row] = await db
    .select({
      tokenHint: gupyConnections.tokenHint,
      checkedAt: gupyConnections.checkedAt,
      missing: gupyConnections.missing,
      tags: gupyConnections.tags,
      cutOff: gupyConnections.cutOff,
      moveFrom: gupyConnections.moveFrom,
      moveStep: gupyConnections.moveStep,
      updatedAt: gupyConnections.updatedAt,
      updaterName: sql<string>`${users.name}`.as('updater_name'),
    })
    .from(gupyConnections)
    .innerJoin(users, eq(users.id, gupyConnections.updatedBy))
    .where(eq(gupyConnections.organizationId, organizationId));
  return row;
}

export interface NewConnection {
  organizationId: string;
  sealedToken: string;
  tokenHint: string;
  missing: readonly string[];
  userId: string;
  now: number;
}

/** Keeps a token in place of the one before it; what is written with it stays as it was. */
export async function saveConnection(db: Database, connection: NewConnection): Promise<void> {
  const { organizationId, sealedToken, tokenHint, missing, userId, now } = connection;
  const token = {
    sealedToken,
    tokenHint,
    missing,
    checkedAt: now,
    updatedBy: userId,
    updatedAt: now,
  };
  await db
    .insert(gupyConnections)
    .values({ organizationId, tags: defaultTags, ...token })
    .onConflictDoUpdate({ target: gupyConnections.organizationId, set: token });
}

type Row = typeof gupyConnections.$inferSelect;

/** False when there is no connection to change. */
export async function saveWriting(
  db: Database,
  organizationId: string,
  writing: Pick<Row, 'tags' | 'cutOff' | 'moveFrom' | 'moveStep' | 'updatedBy' | 'updatedAt'>,
): Promise<boolean> {
  const rows = await db
    .update(gupyConnections)
    .set(writing)
    .where(eq(gupyConnections.organizationId, organizationId))
    .returning({ organizationId: gupyConnections.organizationId });
  return rows.length === 1;
}

/** The token goes for good. Removing it again changes nothing. */
export async function removeConnection(db: Database, organizationId: string): Promise<void> {
  await db.delete(gupyConnections).where(eq(gupyConnections.organizationId, organizationId));
}
