import { describe, expect, test } from 'vitest';

import { drawQuestions, shuffled } from '../../src/features/questions/order.ts';
import { aQuestion, aSection, aVersionContent } from '../support/contents.ts';

const letters = [...'abcdefghij'];
const pool = (id: string, size: number, draw?: number) =>
  aSection({
    id,
    questions: Array.from({ length: size }, (_, n) =>
      aQuestion('true-false', { id: `${id}-${n}` }),
    ),
    ...(draw === undefined ? {} : { draw }),
  });
const version = aVersionContent({ sections: [pool('one', 12, 5), pool('two', 3)] });

describe('the order of an attempt', () => {
  // Stored attempts rely on these exact orders. If this fails, the change is wrong, not the test.
  test('never changes for a given seed', () => {
    expect(shuffled(letters, '').join('')).toBe('bhjgcfaeid');
    expect(shuffled(letters, 'attempt-1').join('')).toBe('jiedafchgb');
    expect(shuffled(letters, '0197f0a2-ação-😀').join('')).toBe('ibcafjdheg');
    expect(drawQuestions(version, 'attempt-1')).toEqual([
      'one-1',
      'one-2',
      'one-8',
      'one-9',
      'one-10',
      'two-0',
      'two-1',
      'two-2',
    ]);
  });

  test('keeps every item once and leaves the given list alone', () => {
    const before = [...letters];
    expect(shuffled(letters, 'x').toSorted()).toEqual(before);
    expect(letters).toEqual(before);
    expect(shuffled([], 'x')).toEqual([]);
  });

  test('gives every permutation its fair share of seeds', () => {
    const seen = new Map<string, number>();
    for (let seed = 0; seed < 6000; seed += 1) {
      const order = shuffled(['a', 'b', 'c'], `${seed}`).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe('drawing questions', () => {
  test('takes as many as the pool says, in authored order, and all where there is no pool', () => {
    for (const seed of ['a', 'b', 'c', 'd', 'e']) {
      const drawn = drawQuestions(version, seed);
      const places = drawn.slice(0, 5).map((id) => Number(id.split('-')[1]));
      expect(drawn).toHaveLength(8);
      expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
      expect(drawn.slice(5)).toEqual(['two-0', 'two-1', 'two-2']);
    }
  });

  test('draws every question of a pool equally often', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 2400; seed += 1)
      for (const id of drawQuestions(version, `${seed}`)) times.set(id, (times.get(id) ?? 0) + 1);
    for (let n = 0; n < 12; n += 1)
      expect(Math.abs((times.get(`one-${n}`) ?? 0) - 1000)).toBeLessThan(120);
  });

  test('of one section does not depend on the others', () => {
    const alone = aVersionContent({ sections: [pool('one', 12, 5)] });
    expect(drawQuestions(version, 'x').slice(0, 5)).toEqual(drawQuestions(alone, 'x'));
  });
});
