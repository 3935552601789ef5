import { type SQL, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { deliveries, lanes } from '../../db/schema/deliveries.ts';
import { laneWidth, openFor, openingSteps, opensAfter, patience } from './breaker.ts';

/** True (1) while the lane has room for one more request. An expired lease takes no room. */
export function hasRoom(lane: SQL, now: number): SQL {
  return sql`((select count(*) from ${deliveries} where lane = ${lane} and state = 'sending'
    and next_at > ${now}) < ${laneWidth})`;
}

/** True (1) while nothing holds the lane back. */
export function isClosed(lane: SQL): SQL {
  return sql`(not exists (select 1 from ${lanes} where id = ${lane} and open_until is not null))`;
}

/**
 * What was due by then may go: now, or, while nobody may knock, long ago. When `open_until` has passed,
 * one may go as the probe, and moves it (`takeProbe`).
 */
export function dueBy(lane: SQL, now: number): SQL {
  return sql`iif(exists (select 1 from ${lanes} where id = ${lane} and open_until > ${now}),
    ${now - patience}, ${now})`;
}

/** Right after a claim: whoever knocks first at an open circuit is alone until the end of its lease. */
export function takeProbe(db: Database, lane: SQL, now: number, leaseEndsAt: number) {
  return db
    .update(lanes)
    .set({ openUntil: leaseEndsAt })
    .where(sql`changes() = 1 and id = ${lane} and open_until <= ${now}`);
}

interface Lane {
  lane: string;
  organizationId: string;
  kind: string;
}

/**
 * One failure more. While the circuit is open only the probe's counts: those that were under way when
 * it opened, or went for another reason, must not keep it open longer.
 */
export function countFailure(db: Database, of: Lane, isProbe: boolean, now: number) {
  const counts = isProbe ? sql`1` : sql`open_until is null`;
  const steps = openingSteps.map((n) => sql`when ${n} then ${now + (openFor(n) ?? 0)}`);
  const last = now + (openFor(Infinity) ?? 0);
  const { lane: id, organizationId, kind } = of;
  return db
    .insert(lanes)
    .values({ id, organizationId, kind, failures: 1, failingSince: now })
    .onConflictDoUpdate({
      target: lanes.id,
      set: {
        failures: sql`failures + (${counts})`,
        failingSince: sql`coalesce(failing_since, ${now})`,
        openUntil: sql`case when not (${counts}) then open_until
          when failures + 1 < ${opensAfter} then null
          else case failures + 1 ${sql.join(steps, sql` `)} else ${last} end end`,
      },
    });
}

/** After a probe that said nothing: the next one may knock at once. */
export function returnProbe(db: Database, lane: string, leaseEndsAt: number, now: number) {
  return db
    .update(lanes)
    .set({ openUntil: now })
    .where(sql`id = ${lane} and open_until = ${leaseEndsAt}`);
}

/** The destination answers again: nothing is known against it any more. */
export function forgetFailures(db: Database, lane: string) {
  return db.delete(lanes).where(sql`id = ${lane}`);
}

/**
 * Lanes with something due, those that work first, then those whose probe is due longest. Each step of
 * the recursion is one look into the index, however much waits in a lane.
 */
export async function listDueLanes(db: Database, now: number, limit: number): Promise<string[]> {
  const state = (name: string) => sql`exists (select 1 from ${deliveries} d where d.lane = l.lane
    and d.state = ${sql.raw(`'${name}'`)} and d.next_at <= ${dueBy(sql`l.lane`, now)})`;
  const rows = await db.all<{ lane: string }>(sql`
    with recursive l(lane) as (
      select min(lane) from ${deliveries} where next_at is not null
      union all
      select (select min(lane) from ${deliveries} where next_at is not null and lane > l.lane)
      from l where l.lane is not null
    )
    select l.lane from l left join ${lanes} f on f.id = l.lane
    where l.lane is not null
      and (${state('pending')} or ${state('waiting')} or ${state('sending')})
    order by f.failing_since is not null, f.open_until
    limit ${limit}`);
  return rows.map(({ lane }) => lane);
}
