const encoder = new TextEncoder();

/** SHA-256 of bytes, or of a text's UTF-8 bytes, hex. */
export async function sha256(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof data === 'string' ? encoder.encode(data) : data;
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
}

/** HMAC-SHA-256, 32 bytes. A secret that is a text counts as its UTF-8 bytes. */
export async function hmac(
  secret: string | Uint8Array<ArrayBuffer>,
  data: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey(
    'raw',
    typeof secret === 'string' ? encoder.encode(secret) : secret,
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, data));
}

/** HMAC-SHA-256 of a text, hex. */
export async function hmacText(secret: string, text: string): Promise<string> {
  return (await hmac(secret, encoder.encode(text) as Uint8Array<ArrayBuffer>)).toHex();
}

/** A new bearer secret: 256 random bits, base64url. */
export function newSecret(): string {
  return crypto
    .getRandomValues(new Uint8Array(32))
    .toBase64({ alphabet: 'base64url', omitPadding: true });
}

/** Comparison whose time doesn't tell where two equally long values differ. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (const [i, byte] of a.entries()) difference |= byte ^ b[i]!;
  return difference === 0;
}

/**
 * A secret's values during a rotation: `new,old`. The first one signs, every one verifies.
 */
export function secretValues(secret: string): string[] {
  return secret
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}
