import { describe, expect, it, test } from 'vitest';

import { deadlineOf, grace, isOver, timeOpen } from '../../src/features/attempts/clock.ts';

const start = Date.UTC(2026, 10, 23, 12);
const deadline = deadlineOf(start, 60);

describe('the deadline of an attempt', () => {
  it('is its start plus the duration', () => {
    expect(deadline).toBe(Date.UTC(2026, 10, 23, 13));
  });

  test.each([
    ['before it', -1, false],
    ['exactly at it', 0, false],
    ['within the 10 s of grace', 9_999, false],
    ['at the end of the grace', grace, false],
    ['1 ms later', grace + 1, true],
    ['a year later', 365 * 86_400_000, true],
  ])('%s: over is %3$s', (_when, after, over) => {
    expect(isOver(deadline, deadline + after)).toBe(over);
  });

  it('gives 10 s of grace', () => {
    expect(grace).toBe(10_000);
  });
});

describe('the time that a question was open', () => {
  test.each([
    ['since its page was made', start, start + 90_000, 90_000],
    ['0 when the page claims to come from the future', start + 1, start, 0],
    ['0 when the page does not say', Number.MAX_SAFE_INTEGER, start, 0],
    ['at most the whole test', 0, start, 3_600_000],
  ])('is %s', (_sentence, shown, now, ms) => {
    expect(timeOpen(shown, now, 60)).toBe(ms);
  });
});
