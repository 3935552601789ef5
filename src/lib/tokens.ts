import { formatUuid, parseUuid } from './ids.ts';
import { hmac, sameBytes, secretValues } from './secrets.ts';

/**
 * Links that must be re-issued byte for byte (`test_url`, the candidate's result page) are derived,
 * not stored: payload + HMAC-SHA-256 over purpose and payload. The payload names the attempt, its
 * version (so that a request knows which content it needs before any read) and the attempt's epoch
 * for that purpose: raising the epoch revokes every token issued before.
 */
export type Purpose = 'take' | 'result';

export interface TokenClaims {
  attemptId: string;
  versionId: string;
  /** 0…65535 */
  epoch: number;
}

const shape = /^([A-Za-z0-9_-]{46})\.([A-Za-z0-9_-]{43})$/;
const base64url = { alphabet: 'base64url', omitPadding: true } as const;

export async function issueToken(
  secret: string,
  purpose: Purpose,
  claims: TokenClaims,
): Promise<string> {
  const payload = encode(claims);
  const signature = await sign(secretValues(secret)[0]!, purpose, payload);
  return `${payload.toBase64(base64url)}.${signature.toBase64(base64url)}`;
}

/** The claims of a token that we signed for this purpose, else undefined. The epoch is the caller's to check. */
export async function readToken(
  secret: string,
  purpose: Purpose,
  token: string,
): Promise<TokenClaims | undefined> {
  const parts = shape.exec(token);
  if (!parts) return undefined;
  const payload = Uint8Array.fromBase64(parts[1]!, { alphabet: 'base64url' });
  const claimed = Uint8Array.fromBase64(parts[2]!, { alphabet: 'base64url' });
  // Base64 has spare bits at its end: only the canonical spelling is the token.
  if (`${payload.toBase64(base64url)}.${claimed.toBase64(base64url)}` !== token) return undefined;
  for (const value of secretValues(secret)) {
    if (sameBytes(await sign(value, purpose, payload), claimed)) return decode(payload);
  }
  return undefined;
}

function sign(secret: string, purpose: Purpose, payload: Uint8Array): Promise<Uint8Array> {
  const label = new TextEncoder().encode(`aferi:${purpose}:`);
  return hmac(secret, new Uint8Array([...label, ...payload]));
}

function encode({ attemptId, versionId, epoch }: TokenClaims): Uint8Array {
  return new Uint8Array([
    ...parseUuid(attemptId),
    ...parseUuid(versionId),
    epoch >> 8,
    epoch & 0xff,
  ]);
}

function decode(payload: Uint8Array): TokenClaims {
  return {
    attemptId: formatUuid(payload.slice(0, 16)),
    versionId: formatUuid(payload.slice(16, 32)),
    epoch: (payload[32]! << 8) | payload[33]!,
  };
}
