import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { users } from '../../db/schema/accounts.ts';
import { deliveries } from '../../db/schema/deliveries.ts';
import { gupyApplications, gupyConnections } from '../../db/schema/integrations.ts';

/** Which application at Gupy an attempt belongs to, for its result's page. */
export function selectApplication(db: Database, own: SQL) {
  return db
    .select({
      gupyJobId: sql<string>`${gupyApplications.jobId}`.as('gupy_job_id'),
      applicationId: gupyApplications.applicationId,
      linkerName: sql<string | null>`${users.name}`.as('linker_name'),
      connected: sql<number>`${gupyConnections.organizationId} is not null`.as('connected'),
    })
    .from(gupyApplications)
    .leftJoin(users, eq(users.id, gupyApplications.linkedBy))
    .leftJoin(gupyConnections, eq(gupyConnections.organizationId, gupyApplications.organizationId))
    .where(eq(gupyApplications.attemptId, own));
}

interface Linked {
  organizationId: string;
  attemptId: string;
  applicationId: string;
  userId: string;
}

/**
 * A person says which application it is. Undefined when the attempt has no job at Gupy; else the ids of the
 * deliveries that this sets going again: the comment, and steps that were parked.
 */
export async function linkApplication(
  db: Database,
  { organizationId, attemptId, applicationId, userId }: Linked,
): Promise<string[] | undefined> {
  const again = or(
    and(eq(deliveries.kind, 'gupy.timeline'), inArray(deliveries.state, ['parked', 'delivered'])),
    and(eq(deliveries.kind, 'gupy.step'), eq(deliveries.state, 'parked')),
  );
  const own = and(
    eq(gupyApplications.attemptId, attemptId),
    eq(gupyApplications.organizationId, organizationId),
  );
  const [linked, waiting] = await db.batch([
    db
      .update(gupyApplications)
      .set({
        applicationId,
        linkedBy: userId,
        // Another application has no comment yet.
        commentedAt: sql`case when application_id = ${applicationId} then commented_at end`,
      })
      .where(own)
      .returning({ attemptId: gupyApplications.attemptId }),
    db
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(
        and(
          // The attempt alone finds them: by the organization, the whole of its deliveries would be read.
          eq(
            deliveries.attemptId,
            sql`(${db.select({ id: gupyApplications.attemptId }).from(gupyApplications).where(own)})`,
          ),
          again,
        ),
      ),
  ]);
  return linked.length === 1 ? waiting.map(({ id }) => id) : undefined;
}
