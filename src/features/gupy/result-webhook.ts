import { outgoingPolicy } from '../../lib/outgoing-policy.ts';
import { urlProblem } from '../../lib/outgoing-url.ts';
import { post } from '../../lib/outgoing.ts';
import type { Destination } from '../deliveries/destination.ts';
import { addressesOf } from './addresses.ts';
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
    const url = outcome?.attempt.resultWebhookUrl;
    if (!outcome || !url) return [];
    const result = testResult(outcome, await addressesOf(env, outcome.attempt));
    return [{ destination: url, payload: JSON.stringify(result), host: new URL(url).host }];
  },
  send: async ({ env }, delivery) => {
    const problem = urlProblem(delivery.destination, outgoingPolicy(env));
    if (problem) return { error: `URL not allowed: ${problem}`, hopeless: true };
    return post(delivery.destination, delivery.payload, {
      'content-type': 'application/json',
      'webhook-id': delivery.id,
    });
  },
};
