import { and, eq, gte, lte, type SQL, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { attempts } from '../../db/schema/attempts.ts';
import { sectionClocks } from '../../db/schema/conduct.ts';
import type { SectionClock } from './section-clock.ts';

/** The clocks of an attempt's opened sections, as a column of its row. */
export const sectionClockList = asClocks(sql`(
  select json_group_array(json_object(
    'sectionId', section_id, 'startedAt', started_at, 'deadlineAt', deadline_at))
  from ${sectionClocks} where attempt_id = ${attempts.id})`);

/** The same where no section of the version has a limit: nothing is looked for. */
export const noSectionClocks = asClocks(sql`'[]'`);

function asClocks(json: SQL) {
  return sql<SectionClock[]>`${json}`
    .mapWith((text: string): SectionClock[] => JSON.parse(text))
    .as('section_clocks');
}

interface Move {
  attemptId: string;
  ms: number | SQL;
  /** Sections whose time ran at this moment move; one that was over by then gains nothing. */
  at: number;
}

/** Right after the change of an attempt's deadline, in its batch: moves the sections' with it, if it moved. */
export function moveSections(db: Database, { attemptId, ms, at }: Move) {
  const end = sql`(select deadline_at from ${attempts} where id = ${attemptId})`;
  return db
    .update(sectionClocks)
    .set({ deadlineAt: sql`min(${sectionClocks.deadlineAt} + ${ms}, ${end})` })
    .where(
      and(
        eq(sectionClocks.attemptId, attemptId),
        gte(sectionClocks.deadlineAt, at),
        lte(sectionClocks.startedAt, at),
        sql`changes() = 1`,
      ),
    );
}
