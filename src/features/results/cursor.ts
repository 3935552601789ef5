import * as z from 'zod';

/**
 * Where a page of a list goes on. `older` and `newer` are seen from an attempt in the list; `term` and
 * `address` are a place in a search, which shows whom it found by a term first: what was found, the
 * person, and the last of their attempts that was shown.
 */
const cursor = z.union([
  z.tuple([z.enum(['older', 'newer']), z.int(), z.string().max(40)]),
  z.tuple([
    z.enum(['term', 'address']),
    z.string().max(300),
    z.string().max(40),
    z.int(),
    z.string().max(40),
  ]),
]);

export type Cursor = z.infer<typeof cursor>;
export type ListCursor = Extract<Cursor, ['older' | 'newer', ...unknown[]]>;
export type SearchCursor = Extract<Cursor, ['term' | 'address', ...unknown[]]>;

export function isSearchCursor(place: Cursor): place is SearchCursor {
  return place[0] === 'term' || place[0] === 'address';
}

/** For an address. What it holds is our own business: it may change at any time. */
export function writeCursor(place: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify(place));
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
}

/** Undefined for anything but a cursor of ours: the list then begins at its start. */
export function readCursor(text: string): Cursor | undefined {
  try {
    const bytes = Uint8Array.fromBase64(text, { alphabet: 'base64url' });
    return cursor.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}
