import * as z from 'zod';

import { canonicalJson } from '../../lib/canonical-json.ts';
import { hmac, secretValues, sha256 } from '../../lib/secrets.ts';

/**
 * Proof that the server stored an answer: whoever holds it can show later what was saved, and when. The
 * signature is Ed25519, so anyone can check it with the public key alone; only `answerHash` against a
 * stored answer needs the database.
 */
export const receipt = z.strictObject({
  attempt: z.uuid(),
  question: z.string().max(64),
  revision: z.int().positive(),
  /** ISO 8601, server time. */
  savedAt: z.iso.datetime(),
  /** SHA-256, hex, of the answer's canonical JSON. */
  answerHash: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});
export type Receipt = z.infer<typeof receipt>;

export interface SavedAnswer {
  attemptId: string;
  questionId: string;
  revision: number;
  value: unknown;
  /** ms since the epoch. */
  savedAt: number;
}

const base64url = { alphabet: 'base64url', omitPadding: true } as const;

/** The same answer always has the same receipt: Ed25519 signatures are deterministic. */
export async function receiptOf(secret: string, saved: SavedAnswer): Promise<Receipt> {
  const unsigned = {
    attempt: saved.attemptId,
    question: saved.questionId,
    revision: saved.revision,
    savedAt: new Date(saved.savedAt).toISOString(),
    answerHash: await answerHash(saved.value),
  };
  const { privateKey } = await signingKeys(secretValues(secret)[0]!);
  const signature = await crypto.subtle.sign('Ed25519', privateKey, signedBytes(unsigned));
  return { ...unsigned, signature: new Uint8Array(signature).toBase64(base64url) };
}

/** True when we signed this receipt, with the current secret or one that is being rotated out. */
export async function isOurs(secret: string, claimed: Receipt): Promise<boolean> {
  const { signature, ...unsigned } = claimed;
  const bytes = Uint8Array.fromBase64(signature, { alphabet: 'base64url' });
  for (const value of secretValues(secret)) {
    const { publicKey } = await signingKeys(value);
    if (await crypto.subtle.verify('Ed25519', publicKey, bytes, signedBytes(unsigned))) return true;
  }
  return false;
}

/** True when the owner of this public key (as `publicKeyOf`) signed the receipt. */
export async function isSignedWith(publicKey: string, claimed: Receipt): Promise<boolean> {
  const { signature, ...unsigned } = claimed;
  const bytes = Uint8Array.fromBase64(signature, { alphabet: 'base64url' });
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: publicKey };
  try {
    const key = await crypto.subtle.importKey('jwk', jwk, 'Ed25519', true, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, bytes, signedBytes(unsigned));
  } catch {
    return false; // No key at all.
  }
}

/** The key to check receipts with, without us: raw Ed25519, base64url. */
export async function publicKeyOf(secret: string): Promise<string> {
  return (await signingKeys(secretValues(secret)[0]!)).x;
}

export function answerHash(value: unknown): Promise<string> {
  return sha256(canonicalJson(value));
}

/** TextEncoder's type allows shared memory; what it returns never is. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
}

function signedBytes(unsigned: Omit<Receipt, 'signature'>): Uint8Array<ArrayBuffer> {
  return bytesOf(`aferi receipt ${canonicalJson(unsigned)}`);
}

/** An Ed25519 key pair that derives from a secret, so that there is none to store. Made once per isolate. */
const pairs = new Map<string, ReturnType<typeof derivePair>>();

function signingKeys(secret: string) {
  const known = pairs.get(secret) ?? derivePair(secret);
  pairs.set(secret, known);
  return known;
}

/** RFC 8410: a PKCS #8 private key is this prefix and the 32 bytes of the seed. */
const pkcs8Prefix = Uint8Array.fromHex('302e020100300506032b657004220420');

async function derivePair(secret: string) {
  const seed = await hmac(secret, bytesOf('aferi:receipt key'));
  const encoded = new Uint8Array([...pkcs8Prefix, ...seed]);
  const exportable = await crypto.subtle.importKey('pkcs8', encoded, 'Ed25519', true, ['sign']);
  const { x } = (await crypto.subtle.exportKey('jwk', exportable)) as JsonWebKey;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: x! };
  const publicKey = await crypto.subtle.importKey('jwk', jwk, 'Ed25519', true, ['verify']);
  return { privateKey: exportable, publicKey, x: x! };
}
