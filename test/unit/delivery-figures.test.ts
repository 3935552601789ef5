import { describe, expect, it, test } from 'vitest';

import {
  addFigures,
  countOf,
  medianOf,
  noFigures,
  parkedShare,
  steps,
} from '../../src/features/ledger/figures.ts';
import { csvLine } from '../../src/lib/csv.ts';

/** A histogram of these times, ms. */
function of(...times: number[]): number[] {
  return steps.map(
    (step, index) =>
      times.filter((ms) => ms <= step && (index === 0 || ms > (steps[index - 1] ?? 0))).length,
  );
}

describe('the median', () => {
  test.each([
    ['of nothing is unknown', [], undefined],
    ['of one is its step', [1500], 2000],
    ['is where half of all are', [500, 500, 40_000, 50_000], 1000],
    ['is not moved by the slowest', [900, 1900, 90_000_000], 2000],
    ['may be beyond every step', [90_000_000], Infinity],
  ])('%s', (_what, times, median) => {
    expect(medianOf(of(...times))).toBe(median);
  });
});

it('figures of hours add up to those of their day', () => {
  const one = { firstTries: of(10), delivered: of(3000), parked: 1 };
  const sum = addFigures([one, { ...one, parked: 2 }, noFigures]);
  expect(countOf(sum.firstTries)).toBe(2);
  expect(medianOf(sum.delivered)).toBe(5000);
  expect(parkedShare(sum)).toBe(3 / 5);
  expect(parkedShare(noFigures)).toBeUndefined();
});

describe('a line of a CSV file', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'keeps %j from being a formula',
    (text) => {
      expect(csvLine([text, 'x']).replaceAll('"', '')).toBe(`'${text},x\r\n`);
    },
  );

  it('quotes what would break it, and leaves numbers and gaps alone', () => {
    expect(csvLine(['a,b', 'say "hi"', 'two\nlines', -3, null, undefined, ''])).toBe(
      '"a,b","say ""hi""","two\nlines",-3,,,\r\n',
    );
  });
});
