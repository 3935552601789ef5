import { and, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';

import type { Database } from '../../db/client.ts';
import { answers, attempts } from '../../db/schema/attempts.ts';
import { sectionClocks, sittings, timeChanges } from '../../db/schema/conduct.ts';
import { newId } from '../../lib/ids.ts';
import { minute } from '../../lib/time.ts';
import { type HealthNews, recordHealth } from '../health/queries.ts';
import { type NewAnswer, selectAnswers, upsertAnswer } from './answer-queries.ts';
import type { Credit } from './outage.ts';
import { moveSections } from './section-statements.ts';
import { type AnswerRow, selectAttempt } from './sitting-queries.ts';

/** A sign of life is written at most this often; saves in between tell of themselves. */
const lifeSignEvery = minute;

export interface Sync {
  attemptId: string;
  versionId: string;
  takeEpoch: number;
  device: string;
  take: boolean;
  leaving: boolean;
  answers: readonly NewAnswer[];
  outageCapMs: number;
  credit: Credit | undefined;
  /** True where sections have limits that a credit moves, too. */
  timed: boolean;
  health: Omit<HealthNews, 'attemptId' | 'takeEpoch' | 'now'>;
  now: number;
}

/**
 * Everything that a page's script said, as one batch, and what is true afterwards. A credit comes
 * first, because answers typed during the outage may need it to be in time.
 */
export async function applySync(db: Database, sync: Sync) {
  const { attemptId } = sync;
  const hasPen = sql`exists (select 1 from ${sittings} where attempt_id = ${attemptId} and device_id = ${sync.device})`;
  const ids = sync.answers.map(({ questionId }) => questionId);
  const writes = [
    ...(sync.credit ? creditOutage(db, sync, sync.credit) : []),
    // Before the sign of life, as a resumption is told from the last one.
    ...recordHealth(db, { ...sync, ...sync.health }),
    seeDevice(db, sync),
    ...sync.answers.map((answer) => upsertAnswer(db, answer, hasPen)),
  ];
  const reads = [
    selectAttempt(db, attemptId, sync.versionId, sync.timed),
    ...(ids.length > 0 ? [selectAnswers(db, attemptId, ids)] : []),
  ];
  const outcomes: unknown[] = await db.batch([...writes, ...reads] as unknown as [
    BatchItem<'sqlite'>,
  ]);
  // The number of statements varies, which the batch's type can't follow.
  const [rows, stored = []] = outcomes.slice(writes.length) as [
    Awaited<ReturnType<typeof selectAttempt>>,
    AnswerRow[]?,
  ];
  const credited = sync.credit !== undefined && (outcomes[0] as unknown[]).length === 1;
  return { attempt: rows[0], stored, credited };
}

/** What the server knows of an attempt's silence, to weigh a claimed outage. */
export async function findContacts(db: Database, attemptId: string) {
  const [row] = await db
    .select({
      startedAt: attempts.startedAt,
      seenAt: sittings.seenAt,
      outageCapMs: sittings.outageCapMs,
      creditedMs: sittings.creditedMs,
      savedAt: sql<number>`(select coalesce(max(saved_at), 0) from ${answers} where attempt_id = ${attemptId})`,
      sectionAt: sql<number>`(select coalesce(max(started_at), 0) from ${sectionClocks} where attempt_id = ${attemptId})`,
      creditedUntil: sql<number>`(select coalesce(max(to_at), 0) from ${timeChanges} where attempt_id = ${attemptId} and kind = 'outage')`,
    })
    .from(attempts)
    .innerJoin(sittings, eq(sittings.attemptId, attempts.id))
    .where(and(eq(attempts.id, attemptId), eq(attempts.state, 'in_progress')));
  return row;
}

/** This very attempt, open, and with a token that is not revoked. */
function isOpen({ attemptId, versionId, takeEpoch }: Sync) {
  return sql`id = ${attemptId} and version_id = ${versionId} and take_epoch = ${takeEpoch} and state = 'in_progress'`;
}

/** Records the outage and moves the deadlines, all or none; a span is never credited twice. */
function creditOutage(db: Database, sync: Sync, { from, to, ms }: Credit) {
  const { attemptId, now } = sync;
  return [
    db
      .insert(timeChanges)
      .select(
        // Every column, in the table's order: an insert … select binds by position.
        sql`select id, ${newId()}, 'outage', ${ms}, ${from}, ${to}, null, ${now} from ${attempts}
          where ${isOpen(sync)}
            and not exists (
              select 1 from ${timeChanges}
              where attempt_id = ${attemptId} and kind = 'outage' and to_at > ${from})
            and exists (
              select 1 from ${sittings}
              where attempt_id = ${attemptId} and credited_ms + ${ms} <= outage_cap_ms)`,
      )
      .returning({ id: timeChanges.id }),
    db
      .update(sittings)
      .set({ creditedMs: sql`${sittings.creditedMs} + ${ms}` })
      .where(and(eq(sittings.attemptId, attemptId), sql`changes() = 1`)),
    db
      .update(attempts)
      .set({ deadlineAt: sql`${attempts.deadlineAt} + ${ms}` })
      .where(and(eq(attempts.id, attemptId), sql`changes() = 1`)),
    ...(sync.timed ? [moveSections(db, { attemptId, ms, at: from })] : []),
  ];
}

/**
 * Remembers which device has the pen and that it is alive. The first one to say anything gets it, later
 * ones by taking it. Writes only when that changes something, or once a minute.
 */
function seeDevice(db: Database, sync: Sync) {
  const { device, take, leaving, outageCapMs, now } = sync;
  const mine = sql`${sittings.deviceId} = ${device}`;
  const leftAt = leaving ? now : null;
  const news = sql`${sittings.leftAt} is not ${leftAt} or ${sittings.seenAt} < ${now - lifeSignEvery}`;
  return db
    .insert(sittings)
    .select(
      sql`select id, ${device}, ${now}, ${now}, ${leftAt}, ${outageCapMs}, 0 from ${attempts}
        where ${isOpen(sync)}`,
    )
    .onConflictDoUpdate({
      target: sittings.attemptId,
      set: {
        deviceId: sql`excluded.device_id`,
        deviceSince: sql`case when ${mine} then ${sittings.deviceSince} else ${now} end`,
        seenAt: sql`excluded.seen_at`,
        leftAt: sql`excluded.left_at`,
      },
      setWhere: take ? sql`not ${mine} or ${news}` : sql`${mine} and (${news})`,
    });
}
