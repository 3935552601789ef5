import { and, asc, eq, inArray } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { members, users } from '../../db/schema/accounts.ts';

/** True when the address (lower case) belongs to a member of any organization. */
export async function isMemberAddress(db: Database, email: string): Promise<boolean> {
  const row = await db
    .select({ id: members.id })
    .from(users)
    .innerJoin(members, eq(members.userId, users.id))
    .where(eq(users.email, email))
    .limit(1)
    .get();
  return row !== undefined;
}

export async function isMemberUser(db: Database, userId: string): Promise<boolean> {
  const row = await db
    .select({ id: members.id })
    .from(members)
    .where(eq(members.userId, userId))
    .limit(1)
    .get();
  return row !== undefined;
}

/** More than this are not written to: an organization of many hands has few who answer for it. */
const mostAdministrators = 10;

/** Addresses of those who answer for an organization: its owners and admins. */
export async function listAdministrators(db: Database, organizationId: string): Promise<string[]> {
  const rows = await db
    .select({ email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      and(eq(members.organizationId, organizationId), inArray(members.role, ['owner', 'admin'])),
    )
    .orderBy(asc(members.createdAt))
    .limit(mostAdministrators);
  return rows.map(({ email }) => email);
}
