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

/** Who answers for an organization: its owners and admins. */
export const inCharge = inArray(members.role, ['owner', 'admin']);

/** They, longest there first. */
export function listInCharge(db: Database, organizationId: string, most: number) {
  return db
    .select({ userId: users.id, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.organizationId, organizationId), inCharge))
    .orderBy(asc(members.createdAt))
    .limit(most);
}
