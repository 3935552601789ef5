import * as z from 'zod';

import type { Database } from '../../db/client.ts';
import { hour, minute, second } from '../../lib/time.ts';
import { sendWakeUp } from '../../lib/wake-up.ts';
import { grace } from './clock.ts';
import { findSitting } from './sitting-queries.ts';
import { submitIfOver } from './submission.ts';

const deadlineMessage = z.strictObject({ attemptId: z.uuid(), versionId: z.uuid() });
/** What older documentation gives as the longest delay of a queue message. */
const longestDelay = 12 * hour;

/**
 * A wake-up for the moment at which the attempt's time is over, so that it is submitted within seconds.
 */
export async function wakeAtDeadline(
  env: Env,
  attempt: { id: string; versionId: string },
  durationMinutes: number,
): Promise<void> {
  const delay = durationMinutes * minute + grace + second;
  if (delay > longestDelay) return;
  const message = { attemptId: attempt.id, versionId: attempt.versionId };
  await sendWakeUp(env.DEADLINES, message, Math.ceil(delay / second));
}

/** Consumer of the deadlines queue. A message that comes early, late or twice changes nothing. */
export async function consumeDeadline(
  env: Env,
  db: Database,
  body: unknown,
): Promise<'done' | 'drop'> {
  const message = deadlineMessage.safeParse(body);
  if (!message.success) return 'drop';
  const sitting = await findSitting(db, message.data);
  if (sitting) await submitIfOver(env, db, sitting);
  return 'done';
}
