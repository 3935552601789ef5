import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { assessments } from '../../db/schema/assessments.ts';
import { attempts, candidates, gupyRegistrations } from '../../db/schema/attempts.ts';
import { deliveries, type DeliveryState, events, tries } from '../../db/schema/deliveries.ts';
import { listAssessmentNames } from '../assessments/queries.ts';
import type { Place } from './schema.ts';

export interface LedgerFilter {
  organizationId: string;
  /** Only results that should have reached the ATS, and have not. */
  missing: boolean;
  kind?: string | undefined;
  state?: DeliveryState | undefined;
  assessmentId?: string | undefined;
  from?: number | undefined;
  to?: number | undefined;
}

/** Each row shown costs one of the index, the delivery, the attempt and the person. */
const pageSize = 11;
/** Of an assessment: each has a few deliveries. */
const attemptsPerPage = 5;
const mostTries = 60;
/** More than the attempts of a part have deliveries. */
const mostFound = 2000;

/** What the index of undone deliveries holds. */
const undone = ['pending', 'waiting', 'parked', 'cancelled'] as const;
type Undone = (typeof undone)[number];

const isUndone = (state: DeliveryState | undefined): state is Undone =>
  undone.some((each) => each === state);

export type LedgerRow = Awaited<ReturnType<typeof selectRows>>[number];

export interface LedgerPart {
  rows: LedgerRow[];
  /** Where the next part begins, if there is one. A part may be empty and still have one. */
  older?: Place | undefined;
}

/**
 * A part of the ledger, newest first. It looks at a bounded number of deliveries, however few of them
 * the filter lets through: those in order of planning, of one assessment by its attempts.
 */
export async function listDeliveries(db: Database, filter: LedgerFilter, after?: Place) {
  const [found, places, names, unplanned] = await db.batch([
    ...selectPart(db, filter, after, pageSize),
    listAssessmentNames(db, filter.organizationId),
    selectUnplanned(db, filter, after === undefined && filter.missing),
  ]);
  return { ...partOf(found, places, filter, pageSize), assessments: names, unplanned };
}

const exportSize = 200;

/** The same for a machine that reads on and on: more at a time. */
export async function exportDeliveries(
  db: Database,
  filter: LedgerFilter,
  after: Place | undefined,
): Promise<LedgerPart> {
  const [found, places] = await db.batch(selectPart(db, filter, after, exportSize));
  return partOf(found, places, filter, exportSize);
}

/** The deliveries, and the last attempt looked at where those lead. */
function selectPart(db: Database, filter: LedgerFilter, after: Place | undefined, size: number) {
  const attemptsLookedAt = byAttempts(filter) ? attemptsFor(size) : 0;
  const places = selectAttempts(db, filter, after, attemptsLookedAt);
  return [selectRows(db, rowsOf(filter, after, size, places.getSQL())), places] as const;
}

function rowsOf(
  filter: LedgerFilter,
  after: Place | undefined,
  size: number,
  places: SQL,
): SQL | { where: SQL; limit: number } {
  if (byAttempts(filter)) return sql`${deliveries.attemptId} in (select id from (${places}))`;
  if (filter.missing) return sql`${deliveries.id} in (${undoneIds(filter, after, size + 1)})`;
  const state = isUndone(filter.state) ? filter.state : undefined;
  return { where: rangeOf(filter, after, state), limit: size + 1 };
}

function attemptsFor(size: number): number {
  return Math.ceil((size * attemptsPerPage) / pageSize);
}

function byAttempts({ assessmentId, missing, state }: LedgerFilter): boolean {
  return assessmentId !== undefined && !missing && !isUndone(state);
}

function partOf(
  found: LedgerRow[],
  places: Place[],
  filter: LedgerFilter,
  size: number,
): LedgerPart {
  const shown = (rows: LedgerRow[]) => rows.filter((row) => matches(row, filter));
  if (byAttempts(filter)) {
    const older = places.length === attemptsFor(size) ? places.at(-1) : undefined;
    return { rows: shown(found), older };
  }
  const looked = found.slice(0, size);
  return { rows: shown(looked), older: found.length > size ? looked.at(-1) : undefined };
}

function matches(row: LedgerRow, filter: LedgerFilter): boolean {
  const { missing, kind, state, assessmentId, from, to } = filter;
  if (missing && row.kind !== 'gupy.result_webhook') return false;
  if (kind !== undefined && row.kind !== kind) return false;
  if (state !== undefined && row.state !== state) return false;
  if (assessmentId !== undefined && row.assessmentId !== assessmentId) return false;
  return (from === undefined || row.createdAt >= from) && (to === undefined || row.createdAt < to);
}

/** The ids of the next undone deliveries, each state's from its own part of the index. */
function undoneIds(filter: LedgerFilter, after: Place | undefined, limit: number): SQL {
  const parts = undone.map(
    (state) => sql`select * from (select ${deliveries.id}, ${deliveries.createdAt}
      from ${deliveries} where ${rangeOf(filter, after, state)}
      order by ${deliveries.createdAt} desc, ${deliveries.id} desc limit ${limit})`,
  );
  return sql`select id from (${sql.join(parts, sql` union all `)})
    order by created_at desc, id desc limit ${limit}`;
}

/** What one index has in the order of the ledger. */
function rangeOf(
  { organizationId, from, to }: LedgerFilter,
  after: Place | undefined,
  state?: Undone,
): SQL {
  const { createdAt, id } = deliveries;
  const conditions = [sql`${deliveries.organizationId} = ${organizationId}`];
  if (state !== undefined) {
    conditions.push(sql`${deliveries.state} = ${sql.raw(`'${state}'`)}`);
    // The index's own condition, in its own words: without them it is not used.
    conditions.push(sql`${deliveries.state} <> 'delivered' and ${deliveries.state} <> 'sending'`);
  }
  if (from !== undefined) conditions.push(sql`${createdAt} >= ${from}`);
  if (to !== undefined) conditions.push(sql`${createdAt} < ${to}`);
  if (after) conditions.push(sql`(${createdAt}, ${id}) < (${after.createdAt}, ${after.id})`);
  return sql.join(conditions, sql` and `);
}

function selectAttempts(
  db: Database,
  { organizationId, assessmentId = '' }: LedgerFilter,
  after: Place | undefined,
  limit: number,
) {
  const own = db
    .select({ id: assessments.id })
    .from(assessments)
    .where(and(eq(assessments.id, assessmentId), eq(assessments.organizationId, organizationId)));
  return db
    .select({ id: attempts.id, createdAt: attempts.createdAt })
    .from(attempts)
    .where(
      and(
        eq(attempts.assessmentId, sql`(${own})`),
        after && sql`(${attempts.createdAt}, ${attempts.id}) < (${after.createdAt}, ${after.id})`,
      ),
    )
    .orderBy(desc(attempts.createdAt), desc(attempts.id))
    .limit(limit);
}

/** Left joins are never reordered: the rows come as the index has them, and reading stops at the limit. */
function selectRows(db: Database, of: SQL | { where: SQL; limit: number }) {
  const { where, limit } = 'where' in of ? of : { where: of, limit: mostFound };
  return db
    .select({
      id: deliveries.id,
      attemptId: deliveries.attemptId,
      kind: deliveries.kind,
      destination: deliveries.destination,
      state: deliveries.state,
      tries: deliveries.tries,
      nextAt: deliveries.nextAt,
      lastStatus: deliveries.lastStatus,
      lastError: deliveries.lastError,
      createdAt: deliveries.createdAt,
      finishedAt: deliveries.finishedAt,
      assessmentId: sql<string>`${attempts.assessmentId}`.as('assessment_id'),
      candidateName: sql<string>`${candidates.name}`.as('candidate_name'),
    })
    .from(deliveries)
    .leftJoin(attempts, eq(attempts.id, deliveries.attemptId))
    .leftJoin(candidates, eq(candidates.id, attempts.candidateId))
    .where(where)
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(limit);
}

/** Completed, and not even planned: those whose planning fails stand at this end of the index. */
function selectUnplanned(db: Database, { organizationId }: LedgerFilter, wanted: boolean) {
  const looked = wanted ? 10 : 0;
  return db
    .select({
      attemptId: events.attemptId,
      createdAt: events.createdAt,
      candidateName: sql<string>`${candidates.name}`.as('candidate_name'),
    })
    .from(events)
    .innerJoin(attempts, eq(attempts.id, events.attemptId))
    .innerJoin(candidates, eq(candidates.id, attempts.candidateId))
    .where(
      sql`${events.id} in (select id from ${events} where planned_at is null
          order by plan_failed_at desc, created_at desc limit ${looked})
        and ${events.organizationId} = ${organizationId} and ${events.type} = 'attempt.completed'
        and exists (select 1 from ${gupyRegistrations} r where r.attempt_id = ${events.attemptId}
          and r.result_webhook_url is not null)`,
    );
}

/** One delivery with every try. */
export async function findDelivery(db: Database, of: { organizationId: string; id: string }) {
  const own = and(eq(deliveries.id, of.id), eq(deliveries.organizationId, of.organizationId));
  const mine = db.select({ id: deliveries.id }).from(deliveries).where(own);
  const [[delivery], all] = await db.batch([
    selectRows(db, own ?? sql`false`),
    db
      .select()
      .from(tries)
      .where(sql`${tries.deliveryId} = (${mine})`)
      .orderBy(asc(tries.number))
      .limit(mostTries),
  ]);
  return delivery && { delivery, tries: all };
}

export type DeliveryRecord = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;
