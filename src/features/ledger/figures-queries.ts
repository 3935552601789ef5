import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { organizations } from '../../db/schema/accounts.ts';
import { deliveries, deliveryFigures, events, tries } from '../../db/schema/deliveries.ts';
import { day, hour } from '../../lib/time.ts';
import { addFigures, type Figures, steps } from './figures.ts';

/** The figures of the last 24 hours and of the last 30 days: at most 56 short rows. */
export async function readFigures(db: Database, now: number) {
  const [hours, days] = await db.batch([
    selectSince(db, 'hour', now - day - hour),
    selectSince(db, 'day', now - 30 * day),
  ]);
  return { day: addFigures(hours), month: addFigures(days) };
}

/** The beginning of the newest hour with figures. */
export async function findNewestHour(db: Database): Promise<number | undefined> {
  const [row] = await db
    .select({ startsAt: deliveryFigures.startsAt })
    .from(deliveryFigures)
    .where(eq(deliveryFigures.span, 'hour'))
    .orderBy(desc(deliveryFigures.startsAt))
    .limit(1);
  return row?.startsAt;
}

/** What came to an end in an hour, counted in the database: no row of anybody's leaves it. */
export async function countHour(db: Database, from: number): Promise<Figures> {
  const ended = (name: string) =>
    sql`${sql.raw(name)}.finished_at >= ${from} and ${sql.raw(name)}.finished_at < ${from + hour}`;
  const [delivered] = await db.all<{ first_tries: string; delivered: string }>(sql`
    select ${histogram(sql`t.started_at - e.created_at`)} as first_tries,
      ${histogram(sql`d.finished_at - e.created_at`)} as delivered
    from ${deliveries} d
    join ${events} e on e.id = d.event_id and e.type = 'attempt.completed'
    join ${tries} t on t.delivery_id = d.id and t.number = 1
    where d.state = 'delivered' and d.payload is not null and d.kind <> 'mail' and ${ended('d')}
      and not exists (select 1 from ${tries} r where r.delivery_id = d.id and r.replayed_by is not null)`);
  // By organization, because that is how the index of undone deliveries begins.
  const [parked] = await db.all<{ count: number }>(sql`
    select count(*) as count from ${organizations} o
    cross join ${deliveries} d on d.organization_id = o.id and d.state = 'parked'
      and d.state <> 'delivered' and d.state <> 'sending' and d.created_at >= ${from - 5 * day}
    join ${events} e on e.id = d.event_id and e.type = 'attempt.completed'
    where d.kind <> 'mail' and ${ended('d')}`);
  return {
    firstTries: JSON.parse(delivered?.first_tries ?? '[]') as number[],
    delivered: JSON.parse(delivered?.delivered ?? '[]') as number[],
    parked: parked?.count ?? 0,
  };
}

/** Keeps an hour's figures as they are now, and makes its day's anew from all its hours. */
export async function keepHour(db: Database, startsAt: number, figures: Figures): Promise<void> {
  const today = startsAt - (startsAt % day);
  const [, hours] = await db.batch([
    db
      .insert(deliveryFigures)
      .values({ span: 'hour', startsAt, ...copyOf(figures) })
      .onConflictDoUpdate({
        target: [deliveryFigures.span, deliveryFigures.startsAt],
        set: copyOf(figures),
      }),
    db
      .select()
      .from(deliveryFigures)
      .where(
        and(
          eq(deliveryFigures.span, 'hour'),
          gte(deliveryFigures.startsAt, today),
          lt(deliveryFigures.startsAt, today + day),
        ),
      ),
    db
      .delete(deliveryFigures)
      .where(and(eq(deliveryFigures.span, 'hour'), lt(deliveryFigures.startsAt, today - day))),
  ]);
  const sum = copyOf(addFigures(hours));
  await db
    .insert(deliveryFigures)
    .values({ span: 'day', startsAt: today, ...sum })
    .onConflictDoUpdate({ target: [deliveryFigures.span, deliveryFigures.startsAt], set: sum });
}

function selectSince(db: Database, span: 'hour' | 'day', from: number) {
  return db
    .select()
    .from(deliveryFigures)
    .where(and(eq(deliveryFigures.span, span), gte(deliveryFigures.startsAt, from)));
}

/** Counts by step, as a JSON array. */
function histogram(ms: SQL): SQL {
  const counts = steps.map((step, index) => {
    const longer = index === 0 ? sql`1` : sql`${ms} > ${steps[index - 1]}`;
    const notLonger = step === Infinity ? sql`1` : sql`${ms} <= ${step}`;
    return sql`coalesce(sum(${longer} and ${notLonger}), 0)`;
  });
  return sql`json_array(${sql.join(counts, sql`, `)})`;
}

function copyOf({ firstTries, delivered, parked }: Figures) {
  return { firstTries: [...firstTries], delivered: [...delivered], parked };
}
