import { and, eq, inArray, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { answers, attempts } from '../../db/schema/attempts.ts';
import { sectionClocks } from '../../db/schema/conduct.ts';
import { grace } from './clock.ts';
import { selectAttempt } from './sitting-queries.ts';

export interface NewAnswer {
  attemptId: string;
  versionId: string;
  questionId: string;
  /** The question's section, where that has a time limit of its own. */
  timedSection: string | null;
  value: unknown;
  /** The highest one wins; each save of a page is one more than what the page was made from. */
  revision: number;
  takeEpoch: number;
  savedAt: number;
  /** ms, added to what earlier saves reported. */
  timeMs: number;
}

/**
 * Saves an answer if the attempt is open, in time (and so is its section), and the question its own; all of it in
 * the statement itself, so that one round trip is enough and nothing slips in between.
 * Returns the attempt and the answer as they are afterwards, whether this save won or not.
 */
export async function saveAnswer(db: Database, answer: NewAnswer) {
  const [written, [attempt], [stored]] = await db.batch([
    upsertAnswer(db, answer),
    selectAttempt(db, answer.attemptId, answer.versionId, answer.timedSection !== null),
    selectAnswers(db, answer.attemptId, [answer.questionId]),
  ]);
  return { saved: written.length === 1, attempt, stored };
}

/** The statement of a save; `condition` may add to what it checks. */
export function upsertAnswer(db: Database, answer: NewAnswer, condition = sql`true`) {
  const drawn = sql`instr(question_ids, ${JSON.stringify(answer.questionId)}) > 0`;
  const sectionInTime =
    answer.timedSection === null
      ? sql`true`
      : sql`exists (
          select 1 from ${sectionClocks}
          where attempt_id = ${answer.attemptId} and section_id = ${answer.timedSection}
            and deadline_at + ${grace} >= ${answer.savedAt})`;
  return db
    .insert(answers)
    .select(
      sql`select id, ${answer.questionId}, ${JSON.stringify(answer.value)}, ${answer.revision}, ${answer.savedAt}, ${answer.timeMs}
        from ${attempts}
        where id = ${answer.attemptId} and version_id = ${answer.versionId}
          and state = 'in_progress' and take_epoch = ${answer.takeEpoch}
          and deadline_at + ${grace} >= ${answer.savedAt} and ${drawn}
          and ${sectionInTime} and ${condition}`,
    )
    .onConflictDoUpdate({
      target: [answers.attemptId, answers.questionId],
      set: {
        value: sql`excluded.value`,
        revision: sql`excluded.revision`,
        savedAt: sql`excluded.saved_at`,
        timeMs: sql`${answers.timeMs} + excluded.time_ms`,
      },
      setWhere: sql`excluded.revision > ${answers.revision}`,
    })
    .returning({ revision: answers.revision });
}

export function selectAnswers(db: Database, attemptId: string, questionIds: readonly string[]) {
  return db
    .select()
    .from(answers)
    .where(and(eq(answers.attemptId, attemptId), inArray(answers.questionId, [...questionIds])));
}
