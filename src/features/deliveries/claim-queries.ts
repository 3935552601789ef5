import { getTableColumns, type SQL, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { deliveries, lanes, tries } from '../../db/schema/deliveries.ts';
import { minute } from '../../lib/time.ts';
import type { DeliveryRow } from './destination.ts';
import { dueBy, hasRoom, isClosed, takeProbe } from './lane-queries.ts';

/**
 * Longer than a try takes (15 s and the writes around it). Should one outlast it all the same, another
 * takes over, and the late one's word no longer counts.
 */
export const lease = minute;

/** A delivery taken for one try. Its `tries` is the fencing token, its `nextAt` the lease's end. */
export interface Claim extends DeliveryRow {
  /** Of its lane as it was when this was taken; null: the circuit was closed. */
  openUntil: number | null;
  failingSince: number | null;
  /** How many of its tries never came to an end. */
  cutShort: number;
}

/** Columns without their table stand for the row that is returned. */
const claimed = {
  ...getTableColumns(deliveries),
  openUntil: sql<number | null>`(select open_until from ${lanes} where id = lane)`.as('open_until'),
  failingSince: sql<number | null>`(select failing_since from ${lanes} where id = lane)`.as(
    'failing_since',
  ),
  cutShort:
    sql<number>`(select count(*) from ${tries} t where t.delivery_id = ${sql.raw('deliveries.id')}
    and t.duration_ms is null)`.as('cut_short'),
};

export type NewDelivery = Pick<
  typeof deliveries.$inferInsert,
  'id' | 'eventId' | 'organizationId' | 'attemptId' | 'kind' | 'destination' | 'lane' | 'payload'
>;

/**
 * A planned delivery, taken for its first try right away where its lane has room: that saves the rows
 * which a claim of its own would write. Nothing is returned of one that was there before.
 */
export function insertDelivery(db: Database, row: NewDelivery, now: number) {
  const lane = sql`${row.lane}`;
  // Every column, in the table's order: an insert … select binds by position.
  return db
    .insert(deliveries)
    .select(
      sql`select ${row.id}, ${row.eventId}, ${row.organizationId}, ${row.attemptId}, ${row.kind},
        ${row.destination}, ${row.lane}, iif(goes, 'sending', 'pending'), ${row.payload},
        iif(goes, 1, 0), iif(goes, ${now + lease}, ${now}), null, null, ${now}, null, null
        from (select ${hasRoom(lane, now)} and ${isClosed(lane)} as goes) where true`,
    )
    .onConflictDoNothing()
    .returning(claimed);
}

/** Takes this delivery for one try, if it is due and its lane lets it. */
export function claimDelivery(db: Database, id: string, now: number): Promise<Claim | undefined> {
  const lane = sql`(select lane from ${deliveries} where id = ${id})`;
  const target = sql`(select id from ${deliveries}
    where id = ${id} and next_at <= ${dueBy(lane, now)} and ${hasRoom(lane, now)})`;
  return claim(db, target, lane, now);
}

/** Takes whichever delivery of a lane has been due longest. */
export function claimNext(db: Database, name: string, now: number): Promise<Claim | undefined> {
  const lane = sql`${name}`;
  const first = (state: 'pending' | 'waiting' | 'sending') =>
    sql`select * from (select id, next_at from ${deliveries}
      where lane = ${lane} and state = ${sql.raw(`'${state}'`)} and next_at <= ${dueBy(lane, now)}
      order by next_at limit 1)`;
  const target = sql`(select id from (
    ${first('pending')} union all ${first('waiting')} union all ${first('sending')}
  ) where ${hasRoom(lane, now)} order by next_at limit 1)`;
  return claim(db, target, lane, now);
}

/**
 * Of any number of simultaneous callers exactly one gets the row. A try that is taken over is recorded
 * here as cut short: it began a lease before the lease's end, and nobody else will tell of it.
 */
async function claim(
  db: Database,
  target: SQL,
  lane: SQL,
  now: number,
): Promise<Claim | undefined> {
  const [, rows] = await db.batch([
    db
      .insert(tries)
      .select(
        sql`select id, tries, next_at - ${lease}, null, null, 'cut short', null, replayed_by
          from ${deliveries} where id = ${target} and state = 'sending'`,
      )
      .onConflictDoNothing(),
    db
      .update(deliveries)
      .set({ state: 'sending', tries: sql`tries + 1`, nextAt: now + lease })
      .where(sql`id = ${target}`)
      .returning(claimed),
    takeProbe(db, lane, now, now + lease),
  ]);
  return rows[0];
}
