import { uuidv7 } from 'uuidv7';

/** A new id, sortable by the time it was made. Ids are names, never secrets. */
export function newId(): string {
  return uuidv7();
}

/**
 * An id that everyone who knows the same parts derives alike (UUID version 8, RFC 9562: the first
 * bits of a SHA-256). With it "insert once" is the primary key itself.
 */
export async function derivedId(...parts: string[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  return formatUuid(hash);
}

export function formatUuid(bytes: Uint8Array): string {
  const hex = bytes.toHex();
  return [0, 8, 12, 16, 20].map((from, i, at) => hex.slice(from, at[i + 1])).join('-');
}

export function parseUuid(uuid: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.fromHex(uuid.replaceAll('-', ''));
}

const uuidShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** True for the canonical lower-case form only, so that one row has one URL. */
export function isUuid(text: string): boolean {
  return uuidShape.test(text);
}
