import type { Database } from '../../db/client.ts';
import { completeReviewed } from '../attempts/submission-queries.ts';
import { wake } from '../deliveries/engine.ts';
import { outcomeOf } from './outcome.ts';
import { findResult, type ResultRecord } from './result-queries.ts';

/** A grade that changes between reading and completing asks for another round. */
const rounds = 5;

/**
 * Completes the attempt once nothing of it awaits a person. Of any number of simultaneous calls one
 * does; the others find it done, or leave it to whoever saved a grade after them.
 */
export async function completeIfGraded(
  env: Env,
  db: Database,
  record: ResultRecord,
): Promise<void> {
  let current: ResultRecord | undefined = record;
  for (let round = 0; round < rounds && current?.attempt.state === 'submitted'; round += 1) {
    const result = outcomeOf(current);
    if (!result || result.pending.length > 0) return;
    const { id, organizationId } = current.attempt;
    const eventId = await completeReviewed(db, {
      attemptId: id,
      organizationId,
      result,
      grades: current.reviews.map(({ questionId, grade }) => ({ questionId, grade })),
      now: Date.now(),
    });
    if (eventId) return wake(env, { eventId });
    current = await findResult(db, { organizationId, attemptId: id });
  }
}
