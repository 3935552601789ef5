import { waitUntil } from 'cloudflare:workers';

import { database } from './db/client.ts';
import { destinations } from './destinations.ts';
import { consumeDeadline } from './features/attempts/jobs.ts';
import { consumeWakeUp } from './features/deliveries/jobs.ts';
import { consumeInbound } from './features/gupy/inbound-jobs.ts';
import { inLanes } from './lib/lanes.ts';
import { errorText, logLine } from './lib/log.ts';
import { second } from './lib/time.ts';

/** `drop`: no later try could do better, so the message goes although nothing was done. */
type Settled = 'done' | 'drop';

const consumers: Record<string, (env: Env, body: unknown) => Promise<Settled>> = {
  'aferi-deliveries': (env, body) =>
    consumeWakeUp({ env, db: database(env.DB) }, destinations, body),
  'aferi-deadlines': (env, body) => consumeDeadline(env, database(env.DB), body),
  'aferi-inbound': (env, body) => consumeInbound(env, database(env.DB), body),
};

/** What takes longer than this goes on without its message: who is behind it need not wait. */
const patience = second;

/**
 * Settles each message on its own: one that fails is retried alone. Not all at once: a call that waits
 * for a free connection would use up its time behind destinations that hang. Nor does the batch wait for
 * those: there may be no other consumer for the messages behind it. What fails after that is the
 * sweep's, as is every message that was lost.
 */
export async function consume(batch: MessageBatch, env: Env): Promise<void> {
  const consumer = consumers[batch.queue];
  if (!consumer) throw new Error(`no consumer for queue ${batch.queue}`);
  const work = inLanes(batch.messages, async (message) => {
    const startedAt = Date.now();
    const settled = await settle(() => consumer(env, message.body));
    if (settled === 'retry') message.retry();
    else message.ack();
    logLine({
      at: 'message',
      queue: batch.queue,
      id: message.id,
      attempt: message.attempts,
      settled,
      ms: Date.now() - startedAt,
    });
  });
  waitUntil(work);
  await Promise.race([work, new Promise((resolve) => setTimeout(resolve, patience))]);
}

async function settle(work: () => Promise<Settled>): Promise<Settled | 'retry'> {
  try {
    return await work();
  } catch (error) {
    logLine({ at: 'message', failed: errorText(error) });
    return 'retry';
  }
}
