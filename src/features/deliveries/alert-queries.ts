import { sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { deliveries, lanes } from '../../db/schema/deliveries.ts';
import { newId } from '../../lib/ids.ts';
import { hour } from '../../lib/time.ts';
import { insertEventIfChanged } from './queries.ts';

/** People are told of a lane that fails once it has for this long: most outages are over by then. */
const alertAfter = hour;
const mostAtOnce = 20;

/**
 * An event for each lane that began to fail an hour ago and has something waiting, once for each such
 * period: the mark and the event are one batch.
 */
export async function alertOfFailingLanes(db: Database, now: number): Promise<void> {
  const failing = await db.all<{ id: string; organizationId: string; attemptId: string }>(sql`
    select ${lanes.id} as id, ${lanes.organizationId} as "organizationId", (
      select attempt_id from ${deliveries} where lane = ${lanes.id} and next_at is not null limit 1
    ) as "attemptId"
    from ${lanes}
    where ${lanes.alertedAt} is null and ${lanes.failingSince} <= ${now - alertAfter}
      and exists (select 1 from ${deliveries} where lane = ${lanes.id} and next_at is not null)
    limit ${mostAtOnce}`);
  for (const { id, organizationId, attemptId } of failing) {
    const event = {
      id: newId(),
      organizationId,
      attemptId,
      type: 'lane.failing' as const,
      createdAt: now,
      subject: id,
    };
    await db.batch([
      db
        .update(lanes)
        .set({ alertedAt: now })
        .where(sql`id = ${id} and alerted_at is null and failing_since <= ${now - alertAfter}`),
      insertEventIfChanged(db, event),
    ]);
  }
}
