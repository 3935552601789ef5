import { scoreSheet } from '../attempts/sheet.ts';
import type { Result } from '../scoring/result.ts';
import type { ResultRecord } from './result-queries.ts';

type Scored = Pick<ResultRecord, 'attempt' | 'content' | 'answers' | 'reviews'>;

/**
 * What there is to show: the frozen result of a completed attempt, what is known so far of one that
 * awaits review, nothing of any other.
 */
export function outcomeOf(record: Scored): Result | undefined {
  const { attempt, content, answers, reviews } = record;
  if (attempt.state === 'completed' && attempt.result) return attempt.result;
  if (attempt.state !== 'submitted' && attempt.state !== 'completed') return undefined;
  return scoreSheet(content, attempt.questionIds, answers, reviews);
}
