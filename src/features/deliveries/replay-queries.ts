import { and, asc, eq, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { attempts } from '../../db/schema/attempts.ts';
import { deliveries } from '../../db/schema/deliveries.ts';

/** Due before everything else of its lane, and for so long that no open circuit holds it (`dueBy`). */
const firstOfAll = 0;

/** Each row of a replay of many is some rows written. */
export const replayLimit = 100;

export type Replayed = 'replayed' | 'sending' | 'expunged' | 'missing';

/**
 * Makes a delivery due at once because a person asked for it. It takes the next try's number, and an
 * automatic try that was planned for later is this one now. What is being sent right now is left alone:
 * two tries of one delivery never run at once.
 */
export async function replayDelivery(
  db: Database,
  of: { organizationId: string; id: string; userId: string },
): Promise<Replayed> {
  const own = and(eq(deliveries.id, of.id), eq(deliveries.organizationId, of.organizationId));
  const [replayed, [found]] = await db.batch([
    db
      .update(deliveries)
      .set(asked(of.userId))
      .where(and(own, sql`state <> 'sending'`, isNotNull(deliveries.payload)))
      .returning({ id: deliveries.id }),
    db.select({ state: deliveries.state }).from(deliveries).where(own),
  ]);
  if (replayed.length > 0) return 'replayed';
  if (!found) return 'missing';
  return found.state === 'sending' ? 'sending' : 'expunged';
}

export interface ParkedFilter {
  organizationId: string;
  kind?: string | undefined;
  assessmentId?: string | undefined;
  /** Planned at or after this moment, and before that one. */
  from?: number | undefined;
  to?: number | undefined;
}

/** The same for what is parked, oldest first, at most `replayLimit` of them; returns their lanes. */
export async function replayParked(
  db: Database,
  userId: string,
  filter: ParkedFilter,
): Promise<{ count: number; lanes: string[] }> {
  const { organizationId, kind, assessmentId, from, to } = filter;
  const parked = db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.organizationId, organizationId),
        // Both conditions of the index, in its own words: without them it is not used.
        sql`state = 'parked' and state <> 'delivered' and state <> 'sending'`,
        isNotNull(deliveries.payload),
        from === undefined ? undefined : gte(deliveries.createdAt, from),
        to === undefined ? undefined : lt(deliveries.createdAt, to),
        kind === undefined ? undefined : eq(deliveries.kind, kind),
        assessmentId === undefined
          ? undefined
          : sql`exists (select 1 from ${attempts} a where a.id = ${deliveries.attemptId}
              and a.assessment_id = ${assessmentId})`,
      ),
    )
    .orderBy(asc(deliveries.createdAt), asc(deliveries.id))
    .limit(replayLimit);
  const rows = await db
    .update(deliveries)
    .set(asked(userId))
    .where(inArray(deliveries.id, parked))
    .returning({ lane: deliveries.lane });
  return { count: rows.length, lanes: [...new Set(rows.map(({ lane }) => lane))] };
}

function asked(userId: string) {
  const due = { state: 'pending' as const, nextAt: firstOfAll, finishedAt: null };
  return { ...due, replayedBy: userId };
}
