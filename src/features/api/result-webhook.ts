import type * as z from 'zod';

import { openPolicy } from '../../lib/outgoing-policy.ts';
import { urlProblem } from '../../lib/outgoing-url.ts';
import { post } from '../../lib/outgoing.ts';
import type { Destination } from '../deliveries/destination.ts';
import type { coodeshResult } from './answers.ts';
import { attemptAnswer } from './attempt-answer.ts';
import { findAwaited } from './attempt-queries.ts';

/**
 * The result, to the `webhook_url` that came with the attempt: after completion, without authentication,
 * as the address is the ATS's own. Its bytes are made here once; every try and replay sends the same.
 */
export const apiResultWebhook: Destination = {
  kind: 'api.result_webhook',
  plan: async ({ env, db }, event) => {
    if (event.type !== 'attempt.completed') return [];
    const outcome = await findAwaited(db, event.attemptId);
    const url = outcome?.webhookUrl;
    if (!outcome || !url) return [];
    const { company_id = '', job_id = '' } = outcome.metadata ?? {};
    const payload: z.infer<typeof coodeshResult> = {
      attempt_id: outcome.id,
      assessment_id: outcome.assessmentId,
      user_id: outcome.externalId ?? '',
      company_id,
      job_id,
      status: 'completed',
      attempt: await attemptAnswer(env, outcome),
    };
    return [{ destination: url, payload: JSON.stringify(payload), host: new URL(url).host }];
  },
  send: async ({ env }, delivery) => {
    const problem = urlProblem(delivery.destination, openPolicy(env));
    if (problem) return { error: `URL not allowed: ${problem}`, hopeless: true };
    return post(delivery.destination, delivery.payload, {
      'content-type': 'application/json',
      'webhook-id': delivery.id,
    });
  },
};
