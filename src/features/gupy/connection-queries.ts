import { and, asc, eq, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { users } from '../../db/schema/accounts.ts';
import { assessments } from '../../db/schema/assessments.ts';
import { gupyConnections } from '../../db/schema/integrations.ts';
import { defaultTags } from './timeline-text.ts';

/** Of more published assessments than this, the newest follow the connection's cut-off. */
const mostCutOffs = 50;

export type ShownConnection = NonNullable<Awaited<ReturnType<typeof findConnection>>>;
export type OwnCutOff = Awaited<ReturnType<typeof findWriting>>['cutOffs'][number];

/** An organization's connection, and which published assessments have a cut-off of their own. */
export async function findWriting(db: Database, organizationId: string) {
  const [[connection], cutOffs] = await db.batch([
    selectConnection(db, organizationId),
    db
      .select({ id: assessments.id, name: assessments.name, cutOff: assessments.cutOff })
      .from(assessments)
      .where(
        and(eq(assessments.organizationId, organizationId), eq(assessments.state, 'published')),
      )
      .orderBy(asc(assessments.createdAt), asc(assessments.id))
      .limit(mostCutOffs),
  ]);
  return { connection, cutOffs };
}

/** What an organization's page shows of its connection: never the token. */
export async function findConnection(db: Database, organizationId: string) {
  const [row] = await selectConnection(db, organizationId);
  return row;
}

function selectConnection(db: Database, organizationId: string) {
  return db
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
  cutOffs: Readonly<Record<string, number | null>>,
): Promise<boolean> {
  const own = JSON.stringify(cutOffs);
  const [rows] = await db.batch([
    db
      .update(gupyConnections)
      .set(writing)
      .where(eq(gupyConnections.organizationId, organizationId))
      .returning({ organizationId: gupyConnections.organizationId }),
    // Named in full: json_each has an `id`, too.
    db
      .update(assessments)
      .set({ cutOff: sql`(select value from json_each(${own}) where key = assessments.id)` })
      .where(
        and(
          eq(assessments.organizationId, organizationId),
          sql`${assessments.id} in (select key from json_each(${own}))`,
          sql`exists (select 1 from gupy_connections where organization_id = ${organizationId})`,
        ),
      ),
  ]);
  return rows.length === 1;
}

/** The token goes for good. Removing it again changes nothing. */
export async function removeConnection(db: Database, organizationId: string): Promise<void> {
  await db.delete(gupyConnections).where(eq(gupyConnections.organizationId, organizationId));
}
