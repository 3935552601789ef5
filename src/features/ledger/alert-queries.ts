import { and, eq } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { members, organizations, users } from '../../db/schema/accounts.ts';
import { deliveries } from '../../db/schema/deliveries.ts';
import { inCharge } from '../accounts/queries.ts';

/** Where to write to; undefined for who has left or been given another role since. */
export async function findRecipient(
  db: Database,
  of: { organizationId: string; userId: string },
): Promise<{ email: string; organization: string } | undefined> {
  const [row] = await db
    .select({ email: users.email, organization: organizations.name })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(eq(members.userId, of.userId), eq(members.organizationId, of.organizationId), inCharge),
    );
  return row;
}

export async function findParked(db: Database, id: string) {
  const [row] = await db
    .select({
      lane: deliveries.lane,
      lastStatus: deliveries.lastStatus,
      lastError: deliveries.lastError,
    })
    .from(deliveries)
    .where(eq(deliveries.id, id));
  return row;
}
