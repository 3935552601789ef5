import { webhookEvents } from '../../db/schema/api.ts';
import { openPolicy } from '../../lib/outgoing-policy.ts';
import { urlProblem } from '../../lib/outgoing-url.ts';
import { post } from '../../lib/outgoing.ts';
import { attemptAnswer, iso } from '../api/attempt-answer.ts';
import type { Outcome as AttemptOutcome } from '../api/attempt-queries.ts';
import type { Destination } from '../deliveries/destination.ts';
import type { Outcome } from '../deliveries/schedule.ts';
import { type EndpointRow, findAudience, findEndpointByUrl } from './queries.ts';
import { signingSecrets } from './secrets.ts';
import { signedHeaders } from './signature.ts';

/** Customers' own servers. The body's bytes are made once; each try signs them anew, with its own time. */
export const webhook: Destination = {
  kind: 'webhook',
  plan: async ({ env, db }, event) => {
    if (!(webhookEvents as readonly string[]).includes(event.type)) return [];
    const { urls, outcome } = await findAudience(db, event);
    if (!outcome) return [];
    const data = await attemptAnswer(env, asOf(event.type, outcome));
    const payload = JSON.stringify({ type: event.type, timestamp: iso(event.createdAt), data });
    return urls.map((url) => ({ destination: url, payload, host: new URL(url).host }));
  },
  send: async ({ env, db }, { id, organizationId, destination, payload }) => {
    const endpoint = await findEndpointByUrl(db, organizationId, destination);
    if (!endpoint?.enabled)
      return { error: 'the endpoint was disabled or deleted', hopeless: true };
    return sendSigned(env, endpoint, id, payload);
  },
};

/** A start is told as it was, although by now the attempt may be over. */
function asOf(type: string, outcome: AttemptOutcome): AttemptOutcome {
  if (type !== 'attempt.started') return outcome;
  const later = { submittedAt: null, submittedBy: null, completedAt: null, result: null };
  return { ...outcome, ...later, state: 'in_progress' };
}

/** One message to an endpoint, signed with what is valid now. */
export async function sendSigned(
  env: Env,
  endpoint: EndpointRow,
  id: string,
  payload: string,
): Promise<Outcome> {
  const problem = urlProblem(endpoint.url, openPolicy(env));
  if (problem) return { error: `URL not allowed: ${problem}`, hopeless: true };
  const now = Date.now();
  const secrets = await signingSecrets(env, endpoint, now);
  if (secrets.length === 0) return { error: 'the secret cannot be read any more', hopeless: true };
  return post(endpoint.url, payload, await signedHeaders(secrets, { id, payload, now }));
}
