import { Webhook } from 'standardwebhooks';

/** A new secret in the form that Standard Webhooks gives it: 256 random bits. */
export function newWebhookSecret(): string {
  return `whsec_${crypto.getRandomValues(new Uint8Array(32)).toBase64()}`;
}

/**
 * The headers of a try, as Standard Webhooks says: the message's id stays the same, the time is now. With
 * several secrets each one signs, so that a receiver may change over at any moment of a rotation.
 */
export function signedHeaders(
  secrets: readonly string[],
  { id, payload, now }: { id: string; payload: string; now: number },
): Record<string, string> {
  const at = new Date(now);
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, at, payload));
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now / 1000)),
    'webhook-signature': signatures.join(' '),
  };
}
