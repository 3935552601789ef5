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
  const overlaps = (endpoint.previousUntil ?? 0) > now;
  const sealed = [endpoint.secret, overlaps ? endpoint.previousSecret : null];
  const opened = await Promise.all(
    sealed.map((text) =>
      text === null ? undefined : unseal(env.ENCRYPTION_SECRET, contextOf(endpoint.id), text),
    ),
  );
  return opened.filter((secret) => secret !== undefined);
}

function contextOf(endpointId: string): string {
  return `webhook endpoint ${endpointId}`;
}
