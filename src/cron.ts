import { database } from './db/client.ts';
import { destinations } from './destinations.ts';
import { sweepOverdue } from './features/attempts/submission.ts';
import { sweepDeliveries } from './features/deliveries/engine.ts';

/**
 * Every minute: whatever the queues lost. Overdue attempts first, so that their results go out in the
 * same sweep; one job's failure must not stop the other, but is thrown for the platform to record.
 */
export async function ring(env: Env): Promise<void> {
  const db = database(env.DB);
  const outcomes = [await settled(sweepOverdue(env, db))];
  outcomes.push(await settled(sweepDeliveries({ env, db }, destinations)));
  const failures = outcomes.filter((outcome) => outcome !== undefined);
  if (failures.length > 0) throw new AggregateError(failures, 'a sweep failed');
}

async function settled(work: Promise<void>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}
