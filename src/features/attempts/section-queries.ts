import { sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { attempts } from '../../db/schema/attempts.ts';
import { accommodations, sectionClocks } from '../../db/schema/conduct.ts';
import { minute } from '../../lib/time.ts';
import { selectAttempt } from './sitting-queries.ts';

export interface SectionStart {
  attemptId: string;
  versionId: string;
  takeEpoch: number;
  sectionId: string;
  /** Its limit, as the version says. */
  minutes: number;
  now: number;
}

/**
 * Lets a section's time run, once: however often it is asked for, the first time counts. The limit is
 * stretched by an accommodation in the statement itself, and ends with the attempt at the latest.
 * Returns the attempt as it is afterwards.
 */
export async function startSection(db: Database, start: SectionStart) {
  const { attemptId, versionId, now } = start;
  const [, [attempt]] = await db.batch([
    db
      .insert(sectionClocks)
      .select(
        // Every column, in the table's order: an insert … select binds by position.
        sql`select id, ${start.sectionId}, ${now},
          min(deadline_at, ${now} + ${start.minutes * minute} * coalesce(
            (select percent from ${accommodations} where attempt_id = ${attemptId}), 100) / 100)
          from ${attempts}
          where id = ${attemptId} and version_id = ${versionId} and take_epoch = ${start.takeEpoch}
            and state = 'in_progress' and deadline_at > ${now}`,
      )
      .onConflictDoNothing(),
    selectAttempt(db, attemptId, versionId),
  ]);
  return attempt;
}
