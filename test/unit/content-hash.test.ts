import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { contentHash } from '../../src/features/assessments/content-hash.ts';
import { sql } from '../../src/features/assessments/library/sql.ts';
import { canonicalJson } from '../../src/lib/canonical-json.ts';

describe("a version's hash", () => {
  it('is the SHA-256 of the canonical JSON, in hex', async () => {
    const node = await import('node:crypto');
    const expected = node.createHash('sha256').update(canonicalJson(sql)).digest('hex');
    expect(await contentHash(sql)).toBe(expected);
  });

  it('is the same for the same content read back from the database', async () => {
    const readBack = JSON.parse(JSON.stringify(sql)) as typeof sql;
    expect(await contentHash(readBack)).toBe(await contentHash(sql));
  });

  it('changes with any text', async () => {
    const changed = { ...sql, name: { ...sql.name, en: `${sql.name.en}.` } };
    expect(await contentHash(changed)).not.toBe(await contentHash(sql));
  });
});

describe('canonical JSON', () => {
  it.each([
    ['keys in order, at every depth', { b: 1, a: { d: [{ f: 1, e: 2 }], c: 0 } }],
    ['nothing for what JSON leaves out', { b: 1, x: undefined, a: { d: [{ f: 1, e: 2 }], c: 0 } }],
  ])('has %s', (_, value) => {
    expect(canonicalJson(value)).toBe('{"a":{"c":0,"d":[{"e":2,"f":1}]},"b":1}');
  });

  it('keeps the order of lists', () => {
    expect(canonicalJson([3, 1, 2])).toBe('[3,1,2]');
  });

  it('means the same as the value it was made of', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('never depends on the order in which keys were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const reversed = Object.fromEntries(Object.entries(object).toReversed());
        expect(canonicalJson(reversed)).toBe(canonicalJson(object));
      }),
    );
  });
});
