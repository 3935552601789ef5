import { hmac } from '../../lib/secrets.ts';

const prefix = 'whsec_';

/** A new secret in the form that Standard Webhooks gives it: 256 random bits. */
export function newWebhookSecret(): string {
  return prefix + crypto.getRandomValues(new Uint8Array(32)).toBase64();
}

/**
 * The headers of a try, as Standard Webhooks says (standardwebhooks.com, version 1): the message's id
 * stays the same, the time is now. With several secrets each one signs, so that a receiver may change
 * over at any moment of a rotation.
 */
export async function signedHeaders(
  secrets: readonly string[],
  { id, payload, now }: { id: string; payload: string; now: number },
): Promise<Record<string, string>> {
  const timestamp = String(Math.floor(now / 1000));
  const text = `${id}.${timestamp}.${payload}`;
  const signed = new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
  const signatures = await Promise.all(secrets.map((secret) => signatureOf(secret, signed)));
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}

async function signatureOf(secret: string, signed: Uint8Array<ArrayBuffer>): Promise<string> {
  const key = Uint8Array.fromBase64(secret.slice(prefix.length));
  return `v1,${(await hmac(key, signed)).toBase64()}`;
}
