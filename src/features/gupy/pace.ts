import { and, eq, lt, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { gupyConnections } from '../../db/schema/integrations.ts';
import { second } from '../../lib/time.ts';

/** Between two requests of one organization, in ms: 375 a minute at most, of the 400 that we allow ourselves. */
export const slotMs = 160;
/** Who would wait longer tries again later instead of holding a delivery's lease. */
const longestWait = 5 * second;

/**
 * Takes the organization's next moment for a request to Gupy, in ms; undefined when too many wait
 * already. A row in D1 gives them out one by one, so that the limit holds however many Workers, lanes
 * and people ask at once.
 */
export async function takeSlot(
  db: Database,
  organizationId: string,
  now: number,
): Promise<number | undefined> {
  const { nextSlotAt } = gupyConnections;
  const [taken] = await db
    .update(gupyConnections)
    .set({ nextSlotAt: sql`max(${nextSlotAt}, ${now}) + ${slotMs}` })
    .where(
      and(eq(gupyConnections.organizationId, organizationId), lt(nextSlotAt, now + longestWait)),
    )
    .returning({ nextSlotAt });
  return taken && taken.nextSlotAt - slotMs;
}
