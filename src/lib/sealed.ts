import { secretValues } from './secrets.ts';

const encoder = new TextEncoder();
const base64url = { alphabet: 'base64url', omitPadding: true } as const;
/** What AES-GCM wants: 96 bits, new for every text. */
const ivBytes = 12;

/**
 * Encrypts a text that we have to read again, such as a token for somebody else's service: AES-256-GCM
 * under a key derived from the secret's newest value. `context` says whose it is: the same bytes don't
 * open as anybody else's.
 */
export async function seal(secret: string, context: string, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const key = await keyOf(secretValues(secret)[0]!);
  const sealed = await crypto.subtle.encrypt(cipher(iv, context), key, encoder.encode(text));
  return new Uint8Array([...iv, ...new Uint8Array(sealed)]).toBase64(base64url);
}

/** Undefined for what was not sealed with any of the secret's values, or for another context. */
export async function unseal(
  secret: string,
  context: string,
  sealed: string,
): Promise<string | undefined> {
  const bytes = bytesOf(sealed);
  if (!bytes || bytes.length <= ivBytes) return undefined;
  const algorithm = cipher(bytes.slice(0, ivBytes), context);
  for (const value of secretValues(secret)) {
    const key = await keyOf(value);
    const opened = await crypto.subtle
      .decrypt(algorithm, key, bytes.slice(ivBytes))
      .catch(() => undefined);
    if (opened) return new TextDecoder().decode(opened);
  }
  return undefined;
}

function cipher(iv: Uint8Array<ArrayBuffer>, context: string) {
  return { name: 'AES-GCM', iv, additionalData: encoder.encode(context) };
}

async function keyOf(secret: string): Promise<CryptoKey> {
  const hkdf = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, [
    'deriveKey',
  ]);
  const info = encoder.encode('aferi:sealed');
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
    hkdf,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.fromBase64(text, { alphabet: 'base64url' });
  } catch {
    return undefined;
  }
}
