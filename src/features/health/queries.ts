import { eq, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';

import type { Database } from '../../db/client.ts';
import { attempts } from '../../db/schema/attempts.ts';
import { healthBatches, remarks, sittings } from '../../db/schema/conduct.ts';
import { minute, second } from '../../lib/time.ts';
import type { Place } from './place.ts';
import { eventsPerAttempt, type ReportedGroup, type StoredEvent } from './signals.ts';

/** A page that is opened again sooner than this was only reloaded. */
export const shortestBreak = 2 * minute;
/** What a page tells while it is being left may arrive after the submission. */
const lastWords = minute;

/** What one message of a page adds to the record of its attempt, by the version's signals. */
export interface HealthNews {
  attemptId: string;
  /** Of the token: a revoked one records nothing. */
  takeEpoch: number;
  report?: ReportedGroup | undefined;
  /** From where the message came. */
  place?: Place | undefined;
  /** The attempt is being opened, and opening it again is recorded. */
  opened?: boolean;
  outage?: { from: number; to: number } | undefined;
  now: number;
}

/**
 * The statements that record it, for the batch of a save, before the one that notes the sign of life.
 * Each is an insert under a key that the same message makes again, so nothing is recorded twice.
 */
export function recordHealth(db: Database, news: HealthNews): BatchItem<'sqlite'>[] {
  const { report, place, opened, outage, now } = news;
  const rows: BatchItem<'sqlite'>[] = [];
  if (opened) rows.push(insertResumption(db, news));
  if (place) {
    const id = `seen:${place.network ?? ''}:${place.device ?? ''}`;
    rows.push(insertGroup(db, news, id, [{ kind: 'seen', at: now, ...place }]));
  }
  if (outage && outage.to > outage.from) {
    const seconds = Math.min(Math.round((outage.to - outage.from) / second), 86_400);
    const at = Math.min(outage.from, now);
    rows.push(insertGroup(db, news, `outage:${at}`, [{ kind: 'outage', at, seconds }]));
  }
  if (report) rows.push(insertGroup(db, news, `page:${report.id}`, report.list));
  return rows;
}

/**
 * Most of what comes is stored already, and costs one row to find so. The cap is looked at last, as it
 * has to read the others.
 */
function insertGroup(db: Database, news: HealthNews, id: string, events: readonly StoredEvent[]) {
  const { attemptId, now } = news;
  return db
    .insert(healthBatches)
    .select(
      sql`select ${attemptId}, ${id}, ${JSON.stringify(events)}, ${now}
        where not exists (
            select 1 from ${healthBatches} where attempt_id = ${attemptId} and id = ${id})
          and exists (select 1 from ${attempts} where ${isOpen(news)})
          and (select coalesce(sum(json_array_length(events)), 0) from ${healthBatches}
            where attempt_id = ${attemptId}) + ${events.length} <= ${eventsPerAttempt}`,
    )
    .onConflictDoNothing();
}

/** Only when the last sign of life is old enough; noting the new one makes a repetition find none. */
function insertResumption(db: Database, news: HealthNews) {
  const { attemptId, now } = news;
  const last = sql`coalesce(left_at, seen_at)`;
  const event = sql`json_array(json_object('kind', 'resumed', 'at', ${now},
    'seconds', min(86400, cast((${now} - ${last}) / 1000 as integer))))`;
  return db
    .insert(healthBatches)
    .select(
      sql`select attempt_id, ${`resumed:${now}`}, ${event}, ${now} from ${sittings}
        where attempt_id = ${attemptId} and ${last} < ${now - shortestBreak}
          and exists (select 1 from ${attempts} where ${isOpen(news)})`,
    )
    .onConflictDoNothing();
}

function isOpen({ attemptId, takeEpoch, now }: HealthNews): SQL {
  return sql`${attempts.id} = ${attemptId} and ${attempts.takeEpoch} = ${takeEpoch}
    and (${attempts.state} = 'in_progress' or ${attempts.submittedAt} > ${now - lastWords})`;
}

/** What was recorded of an attempt, for any reader's own batch. */
export function selectHealth(db: Database, attemptId: string | SQL) {
  return db
    .select({ events: healthBatches.events })
    .from(healthBatches)
    .where(eq(healthBatches.attemptId, attemptId))
    .limit(eventsPerAttempt);
}

/** What the candidate said about it, for any reader's own batch. */
export function selectHealthComment(db: Database, attemptId: string | SQL) {
  return db
    .select({ comment: remarks.healthComment, commentAt: remarks.healthCommentAt })
    .from(remarks)
    .where(eq(remarks.attemptId, attemptId));
}
