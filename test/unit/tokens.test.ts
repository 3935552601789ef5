import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { derivedId, formatUuid, isUuid, newId, parseUuid } from '../../src/lib/ids.ts';
import { newSecret, sameBytes, secretValues, sha256 } from '../../src/lib/secrets.ts';
import { issueToken, readToken, type TokenClaims } from '../../src/lib/tokens.ts';

const secret = 'a secret of these tests';
const claims: TokenClaims = {
  attemptId: '0197f0a2-1b3c-7d4e-8f50-0123456789ab',
  versionId: '0197f0a2-ffff-7000-8000-00000000000f',
  epoch: 0,
};
const uuids = fc.uuid({ version: [4, 7, 8] });
const anyClaims = fc.record({
  attemptId: uuids,
  versionId: uuids,
  epoch: fc.integer({ min: 0, max: 65_535 }),
});

describe('a derived token', () => {
  // Gupy keeps the address of every attempt. If this fails, the change is wrong, not the test.
  it('never changes for a given attempt', async () => {
    expect(await issueToken(secret, 'take', claims)).toBe(
      'AZfwohs8fU6PUAEjRWeJqwGX8KL__3AAgAAAAAAAAA8AAA.1b0Te5mN7chezW5MapHjKlItHxXzVgVLEeQbpMSYDOo',
    );
  });

  it('brings its claims back, and fits in a path', async () => {
    await fc.assert(
      fc.asyncProperty(anyClaims, async (any) => {
        const token = await issueToken(secret, 'take', any);
        expect(token).toMatch(/^[\w-]{46}\.[\w-]{43}$/);
        expect(await readToken(secret, 'take', token)).toEqual(any);
      }),
    );
  });

  it('opens only the door that it was made for', async () => {
    expect(
      await readToken(secret, 'result', await issueToken(secret, 'take', claims)),
    ).toBeUndefined();
    expect(
      await readToken(secret, 'take', await issueToken(secret, 'result', claims)),
    ).toBeUndefined();
  });

  it('is worthless under another secret', async () => {
    const token = await issueToken('another secret', 'take', claims);
    expect(await readToken(secret, 'take', token)).toBeUndefined();
  });

  it('survives a rotation: the new secret signs, both verify, until the old one goes', async () => {
    const old = await issueToken('old', 'take', claims);
    const renewed = await issueToken('new,old', 'take', claims);
    expect(renewed).toBe(await issueToken('new', 'take', claims));
    expect(await readToken('new, old', 'take', old)).toEqual(claims);
    expect(await readToken('new', 'take', old)).toBeUndefined();
    expect(await readToken('new', 'take', renewed)).toEqual(claims);
  });

  it('tolerates no change of any character', async () => {
    const token = await issueToken(secret, 'take', claims);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    await fc.assert(
      fc.asyncProperty(
        fc.nat(token.length - 1),
        fc.constantFrom(...alphabet),
        async (place, letter) => {
          fc.pre(token[place] !== letter);
          const forged = token.slice(0, place) + letter + token.slice(place + 1);
          expect(await readToken(secret, 'take', forged)).toBeUndefined();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has one spelling: the spare bits at the end of base64 do not make a second token', async () => {
    const token = await issueToken(secret, 'take', claims);
    const last = token.at(-1)!;
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const neighbour = alphabet[alphabet.indexOf(last) ^ 1]!;
    expect(await readToken(secret, 'take', token.slice(0, -1) + neighbour)).toBeUndefined();
  });

  test.each(['', '.', 'x', `${'A'.repeat(46)}.${'A'.repeat(43)}`, 'A'.repeat(1e6), '../../etc'])(
    'is not what %.40j is',
    async (text) => {
      expect(await readToken(secret, 'take', text)).toBeUndefined();
    },
  );
});

describe('ids', () => {
  it('of new rows sort by the time they were made, and never repeat', () => {
    const ids = Array.from({ length: 1000 }, newId);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(1000);
    expect(ids.every(isUuid)).toBe(true);
  });

  it('derived from the same parts are the same, and from others differ', async () => {
    expect(await derivedId('a', 'b')).toBe(await derivedId('a', 'b'));
    const others = [['b', 'a'], ['ab'], ['a,b'], ['a', 'b', ''], ['a', '"b"']];
    for (const parts of others)
      expect(await derivedId(...parts)).not.toBe(await derivedId('a', 'b'));
    expect(isUuid(await derivedId('a'))).toBe(true);
    expect((await derivedId('a'))[14]).toBe('8');
  });

  it('keep their bytes as text and back', () => {
    fc.assert(fc.property(uuids, (uuid) => formatUuid(parseUuid(uuid)) === uuid));
  });

  test.each([
    '',
    'x',
    claims.attemptId.toUpperCase(),
    `${claims.attemptId} `,
    `{${claims.attemptId}}`,
  ])('have one spelling, which %j is not', (text) => {
    expect(isUuid(text)).toBe(false);
  });
});

describe('secrets', () => {
  it('have 256 random bits in 43 characters of a URL', () => {
    const secrets = new Set(Array.from({ length: 100 }, newSecret));
    expect(secrets.size).toBe(100);
    for (const each of secrets) expect(each).toMatch(/^[\w-]{43}$/);
  });

  it('are stored as SHA-256', async () => {
    // FIPS 180-2, example B.1.
    expect(await sha256('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('are compared byte by byte', () => {
    expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    for (const other of [
      Uint8Array.of(1, 3),
      Uint8Array.of(2, 2),
      Uint8Array.of(1),
      Uint8Array.of(1, 2, 0),
    ])
      expect(sameBytes(Uint8Array.of(1, 2), other)).toBe(false);
  });

  it('may be listed during a rotation', () => {
    expect(secretValues(' new , old ,')).toEqual(['new', 'old']);
  });
});
