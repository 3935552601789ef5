import { and, eq, inArray, isNotNull, or, sql, type SQL } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { users } from '../../db/schema/accounts.ts';
import { attempts, gupyRegistrations } from '../../db/schema/attempts.ts';
import { deliveries } from '../../db/schema/deliveries.ts';
import { gupyApplications, gupyConnections } from '../../db/schema/integrations.ts';
import { adoptRegistration } from './write-back-queries.ts';

/** The job at Gupy that an attempt is for, and which application there, for its result's page. */
export function selectApplication(db: Database, own: SQL) {
  const jobId = sql<string>`coalesce(${gupyApplications.jobId}, ${gupyRegistrations.jobId})`;
  return db
    .select({
      gupyJobId: jobId.as('gupy_job_id'),
      applicationId: gupyApplications.applicationId,
      linkerName: sql<string | null>`${users.name}`.as('linker_name'),
      connected: sql<number>`${gupyConnections.organizationId} is not null`.as('connected'),
      /** Only what Gupy didn't register with us is written back as a comment. */
      registered: sql<number>`${gupyRegistrations.attemptId} is not null`.as('registered'),
    })
    .from(attempts)
    .leftJoin(gupyApplications, eq(gupyApplications.attemptId, attempts.id))
    .leftJoin(gupyRegistrations, eq(gupyRegistrations.attemptId, attempts.id))
    .leftJoin(gupyConnections, eq(gupyConnections.organizationId, attempts.organizationId))
    .leftJoin(users, eq(users.id, gupyApplications.linkedBy))
    .where(
      and(
        eq(attempts.id, own),
        sql`${jobId} is not null`,
        or(isNotNull(gupyApplications.attemptId), isNotNull(gupyConnections.organizationId)),
      ),
    );
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
  const [, linked, waiting] = await db.batch([
    adoptRegistration(db, { organizationId, attemptId }),
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
