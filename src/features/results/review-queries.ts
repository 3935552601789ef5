import { sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { versions } from '../../db/schema/assessments.ts';
import { answers, attempts, reviews } from '../../db/schema/attempts.ts';
import { rules } from '../questions/rules.ts';
import { recordOf, resultReads, type ResultKey } from './result-queries.ts';

export interface NewReview extends ResultKey {
  questionId: string;
  reviewerId: string;
  /** 0…1 */
  grade: number;
  comment: string;
  reviewedAt: number;
}

const reviewedTypes = JSON.stringify(
  Object.values(rules)
    .filter((rule) => rule.needsReview)
    .map((rule) => rule.type),
);

/**
 * Keeps a person's grade, the latest one per question. The statement itself checks that the attempt is
 * this organization's and awaits review, and that the question is one of its own, answered, and of a
 * type that people grade. Returns the record as it is afterwards, whether or not the grade was kept.
 */
export async function saveReview(db: Database, review: NewReview) {
  const { organizationId, attemptId, questionId } = review;
  const upsert = db
    .insert(reviews)
    .select(
      // Every column, in the table's order: an insert … select binds by position.
      sql`select a.id, ${questionId}, ${review.reviewerId}, ${review.grade}, ${review.comment}, ${review.reviewedAt}
        from ${attempts} a
        join ${answers} r on r.attempt_id = a.id and r.question_id = ${questionId}
        where a.id = ${attemptId} and a.organization_id = ${organizationId}
          and a.state = 'submitted' and coalesce(r.value, 'null') <> 'null'
          and instr(a.question_ids, ${JSON.stringify(questionId)}) > 0
          and exists (
            select 1 from ${versions} v, json_each(v.content, '$.sections') s,
              json_each(s.value, '$.questions') q
            where v.id = a.version_id and q.value ->> 'id' = ${questionId}
              and q.value ->> 'type' in (select value from json_each(${reviewedTypes}))
          )`,
    )
    .onConflictDoUpdate({
      target: [reviews.attemptId, reviews.questionId],
      set: {
        reviewerId: sql`excluded.reviewer_id`,
        grade: sql`excluded.grade`,
        comment: sql`excluded.comment`,
        reviewedAt: sql`excluded.reviewed_at`,
      },
    })
    .returning({ questionId: reviews.questionId });
  const [kept, ...rows] = await db.batch([upsert, ...resultReads(db, review)]);
  return { kept: kept.length === 1, record: recordOf(rows) };
}
