import { sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { attempts } from '../../db/schema/attempts.ts';
import { gupyApplications, gupyConnections } from '../../db/schema/integrations.ts';

/**
 * Notes which job an attempt is for, in the batch that makes the attempt. Only for organizations that
 * write results back: others pay no row.
 */
export function insertApplication(
  db: Database,
  attempt: { id: string; createdAt: number },
  { jobId, applicationId }: { jobId: string; applicationId: string | null },
) {
  // Every column, in the table's order: an insert … select binds by position.
  return db
    .insert(gupyApplications)
    .select(
      sql`select a.id, a.organization_id, ${jobId}, ${applicationId}, null, ${attempt.createdAt}, null
        from ${attempts} a
        join ${gupyConnections} c on c.organization_id = a.organization_id
        where a.id = ${attempt.id}`,
    )
    .onConflictDoNothing();
}
