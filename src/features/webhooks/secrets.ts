import { seal, unseal } from '../../lib/sealed.ts';
import type { EndpointRow } from './queries.ts';

/** Sealed for this endpoint alone. */
export function sealSecret(env: Env, endpointId: string, secret: string): Promise<string> {
  return seal(env.ENCRYPTION_SECRET, contextOf(endpointId), secret);
}

/** What signs for an endpoint at this moment: its secret and, during a rotation, the one before. */
export async function signingSecrets(
  env: Env,
  endpoint: EndpointRow,
  now: number,
): Promise<string[]> {
  const { secret: current, previousSecret, previousUntil } = endpoint;
  const overlaps = previousSecret !== null && (previousUntil ?? 0) > now;
  const opened = await Promise.all(
    (overlaps ? [current, previousSecret] : [current]).map((sealed) =>
      unseal(env.ENCRYPTION_SECRET, contextOf(endpoint.id), sealed),
    ),
  );
  return opened.filter((secret) => secret !== undefined);
}

function contextOf(endpointId: string): string {
  return `webhook endpoint ${endpointId}`;
}
