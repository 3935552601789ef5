import { orLog } from '../../lib/log.ts';
import { outgoingPolicy } from '../../lib/outgoing-policy.ts';
import { urlProblem } from '../../lib/outgoing-url.ts';
import { post } from '../../lib/outgoing.ts';
import type { Destination } from '../deliveries/destination.ts';
import { isDelivered } from '../deliveries/schedule.ts';
import { addressesOf } from './addresses.ts';
import { insertMilestone } from './milestone-queries.ts';
import { findOutcome } from './provider-queries.ts';
import { testResult } from './test-result.ts';

/**
 * GUPY.md A.4: the complete TestResult, only after completion, without authentication. Its bytes are
 * made here once, from the frozen result; every try and replay sends the same ones.
 */
export const resultWebhook: Destination = {
  kind: 'gupy.result_webhook',
  plan: async ({ env, db }, event) => {
    if (event.type !== 'attempt.completed') return [];
    const outcome = await findOutcome(db, event.attemptId);
    if (outcome?.attempt.source !== 'gupy') return [];
    await insertMilestone(db, event.organizationId, 'attempt_completed', Date.now());
    const url = outcome.attempt.resultWebhookUrl;
    if (!url) return [];
    const result = testResult(outcome, await addressesOf(env, outcome.attempt));
    return [{ destination: url, payload: JSON.stringify(result), host: new URL(url).host }];
  },
  send: async ({ env, db }, delivery) => {
    const problem = urlProblem(delivery.destination, outgoingPolicy(env));
    if (problem) return { error: `URL not allowed: ${problem}`, hopeless: true };
    const outcome = await post(delivery.destination, delivery.payload, {
      'content-type': 'application/json',
      'webhook-id': delivery.id,
    });
    // Not worth a second try of what arrived: a note that fails is only logged.
    if (isDelivered(outcome))
      await orLog('milestone', delivery.id, async () => {
        await insertMilestone(db, delivery.organizationId, 'webhook_delivered', Date.now());
      });
    return outcome;
  },
};
