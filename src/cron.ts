import { database } from './db/client.ts';
import { destinations } from './destinations.ts';
import { forgetExpired } from './features/accounts/jobs.ts';
import { expirePutOff } from './features/attempts/expiry-queries.ts';
import { sweepOverdue } from './features/attempts/submission.ts';
import { sweepDeliveries } from './features/deliveries/engine.ts';
import { expungePayloads } from './features/deliveries/expunge.ts';
import { alarmRefused } from './features/gupy/inbound-alarm.ts';
import { sweepInbound } from './features/gupy/inbound-jobs.ts';
import { sweepInvitations } from './features/invitations/jobs.ts';
import { countFigures } from './features/ledger/jobs.ts';

/**
 * Every minute: whatever the queues lost. Overdue attempts first, so that their results go out in the
 * same sweep. One job's failure must not stop the others, but is thrown for the platform to record.
 */
export async function ring(env: Env): Promise<void> {
  const db = database(env.DB);
  const jobs = [
    () => sweepOverdue(env, db),
    () => expirePutOff(db, Date.now()),
    () => sweepInbound(env, db),
    () => alarmRefused(env, db, Date.now()),
    () => sweepInvitations(env, db),
    () => sweepDeliveries({ env, db }, destinations),
    () => expungePayloads(db, Date.now()),
    () => countFigures(db, Date.now()),
    () => forgetExpired(db),
  ];
  const failures: unknown[] = [];
  for (const job of jobs) {
    try {
      await job();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'a sweep failed');
}
