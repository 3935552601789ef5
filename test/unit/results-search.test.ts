import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Cursor, readCursor, writeCursor } from '../../src/features/results/cursor.ts';
import { listQuery, reviewForm } from '../../src/features/results/schema.ts';
import { endOf, isShown, searchOf } from '../../src/features/results/search.ts';

describe('what is typed into a search', () => {
  it.each([
    ['Ana', 'ana', ['ana']],
    ['  SÍLVIA   prado ', 'silvia', ['silvia', 'prado']],
    ["O'Brien", 'brien', ['o', 'brien']],
    ['Ana-Maria', 'maria', ['ana', 'maria']],
    ['ana.prado@acme', 'ana.prado@acme', ['ana.prado@acme']],
    ['ana_p', 'ana_p', ['ana_p']],
    ['李 小龙', '小龙', ['李', '小龙']],
  ])('reads %j as beginnings of words, led by the longest', (typed, word, words) => {
    expect(searchOf(typed)).toEqual({ word, words });
  });

  it.each(['', '   ', '--', '%', '@', "'"])('is nothing to look for in %j', (typed) => {
    expect(searchOf(typed)).toBeUndefined();
  });

  it('never asks for more than a few words', () => {
    expect(searchOf('a b c d e f g h i j')?.words).toHaveLength(6);
  });

  it('is a range that holds exactly what begins with the word', () => {
    const texts = fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(texts, texts, (word, text) => {
        expect(text >= word && text < endOf(word)).toBe(text.startsWith(word));
      }),
    );
  });

  it('shows a person under the first of the terms that begin so, and only with all the words', () => {
    const person = { candidateName: 'Ana Prado', candidateEmail: 'ana.prado@acme.example' };
    const search = searchOf('ana')!;
    expect(isShown(search, { ...person, term: 'ana' })).toBe(true);
    expect(isShown(search, { ...person, term: 'ana.prado@acme.example' })).toBe(false);
    expect(isShown(searchOf('ana silva')!, { ...person, term: 'ana' })).toBe(false);
    expect(isShown(searchOf('ana.')!, { ...person, term: 'ana.prado@acme.example' })).toBe(true);
  });
});

describe('a place in a list', () => {
  it.each<Cursor>([
    ['older', 1_795_451_881_386, 'b2f7fc38'],
    ['newer', 0, ''],
    ['term', 'joão 李', 'candidate', -1, ''],
    ['address', 'joao@x.example', 'candidate', -1, ''],
  ])('comes back from an address as it was: %j', (...place) => {
    const text = writeCursor(place);
    expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(readCursor(text)).toEqual(place);
  });

  it('is nowhere when the address holds anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        expect(readCursor(text)).toBeUndefined();
      }),
    );
    const wrong = btoa(JSON.stringify(['older', 'now', 1])).replaceAll('=', '');
    expect(readCursor(wrong)).toBeUndefined();
  });
});

describe('the address of a list', () => {
  it('can be read whatever it holds', () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constant(undefined));
    const fields = fc.record({ q: value, assessment: value, state: value, cursor: value });
    fc.assert(
      fc.property(fields, (query) => {
        const { q } = listQuery.parse(query);
        expect(q.isWellFormed() && !q.includes('\0') && q.length <= 120).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a grade', () => {
  it.each([
    ['0', 0],
    [' 7 ', 7],
    ['100', 100],
  ])('may be %j', (typed, grade) => {
    expect(reviewForm.parse({ grade: typed })).toEqual({ grade, comment: '' });
  });

  it('is a whole number from 0 to 100 or refused', () => {
    fc.assert(
      fc.property(fc.anything(), (typed) => {
        const parsed = reviewForm.safeParse({ grade: typed });
        if (parsed.success) expect(typed).toMatch(/^\s*(\d|[1-9]?\d|0\d|100)\s*$/);
      }),
    );
    expect(reviewForm.safeParse({ grade: ['1', '2'] }).success).toBe(false);
  });
});
