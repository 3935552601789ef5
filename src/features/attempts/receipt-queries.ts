import { inArray } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { answers } from '../../db/schema/attempts.ts';

/** More attempts than anyone has receipts of in one file. */
const mostAttempts = 20;

/** The stored answers of some attempts. */
export function listAnswersOf(db: Database, attemptIds: readonly string[]) {
  return db
    .select({
      attemptId: answers.attemptId,
      questionId: answers.questionId,
      revision: answers.revision,
      value: answers.value,
    })
    .from(answers)
    .where(inArray(answers.attemptId, [...new Set(attemptIds)].slice(0, mostAttempts)));
}
