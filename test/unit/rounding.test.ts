import { describe, expect, test } from 'vitest';

import { toScore } from '../../src/features/scoring/score.ts';

describe('rounding', () => {
  test.for<[number, number]>([
    [0, 0],
    [0.004, 0],
    [0.005, 1],
    [0.285, 29],
    [0.575, 58],
    [0.2849, 28],
    [1 / 3, 33],
    [2 / 3, 67],
    [0.995, 100],
    [1, 100],
    [1.0000000000000002, 100],
    [-1e-17, 0],
  ])('reads %d as %d', ([fraction, points]) => {
    expect(toScore(fraction)).toBe(points);
    expect(Object.is(toScore(fraction), points)).toBe(true);
  });

  test('leaves what has no score without one', () => expect(toScore(null)).toBeNull());
});
