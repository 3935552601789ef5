import type { Database } from '../../db/client.ts';
import { inLanes } from '../../lib/lanes.ts';
import { orLog } from '../../lib/log.ts';
import { wake } from '../deliveries/engine.ts';
import { closePastInvitations, listDueReminders, sendReminder } from './sweep-queries.ts';

/** Of each kind; the next sweep, a minute later, goes on. */
const sweepLimit = 200;

/** Every minute: invitations past their end are closed, and those whose moment has come reminded of. */
export async function sweepInvitations(env: Env, db: Database): Promise<void> {
  const now = Date.now();
  await closePastInvitations(db, now, sweepLimit);
  const due = await listDueReminders(db, now, sweepLimit);
  await inLanes(due, (reminder) =>
    orLog('reminder', reminder.attemptId, async () => {
      const eventId = await sendReminder(db, reminder, now);
      if (eventId) await wake(env, { eventId });
    }),
  );
}
