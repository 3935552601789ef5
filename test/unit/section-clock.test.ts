import { describe, expect, it, test } from 'vitest';

import {
  hasTimedSections,
  isClosed,
  limitOf,
  placeAfter,
  sectionStateOf,
  timedSectionOf,
} from '../../src/features/attempts/section-clock.ts';
import { drawnQuestions } from '../../src/features/attempts/sheet.ts';
import { drawQuestions } from '../../src/features/questions/order.ts';
import { aQuestion, aSection, aVersionContent } from '../support/contents.ts';

const minute = 60_000;
const start = Date.UTC(2026, 10, 23, 12);
const end = start + 15 * minute;
const clock = { sectionId: 'timed', startedAt: start, deadlineAt: end };

const section = (id: string, minutes?: number) =>
  aSection({
    id,
    questions: [1, 2].map((n) => aQuestion('true-false', { id: `${id}-${n}` })),
    ...(minutes ? { minutes } : {}),
  });
const [free, timed, last] = [section('free'), section('timed', 15), section('last', 5)];
const content = aVersionContent({ sections: [free, timed, last] });

describe('a section', () => {
  test.each([
    ['without a limit is open', free, [], start, 'open'],
    ['with a limit waits to be opened', timed, [], start, 'unopened'],
    ['is not opened by another’s clock', last, [clock], start, 'unopened'],
    ['is open from its start', timed, [clock], start, 'open'],
    ['is open until its very end', timed, [clock], end - 1, 'open'],
    ['is over at its end', timed, [clock], end, 'over'],
  ])('%s', (_sentence, which, clocks, now, state) => {
    expect(sectionStateOf(which, clocks, now)).toBe(state);
  });

  test.each([
    ['before it is opened', 'last', start, true],
    ['while it runs', 'timed', start, false],
    ['at its end', 'timed', end, false],
    ['at the end of 10 s of grace', 'timed', end + 10_000, false],
    ['1 ms later', 'timed', end + 10_001, true],
  ])('%s: nothing can be saved is %4$s', (_when, id, now, closed) => {
    expect(isClosed(id, [clock], now)).toBe(closed);
  });

  it('runs for its minutes, stretched by an accommodation', () => {
    expect([100, 150, 125, null].map((percent) => limitOf(timed, percent))).toEqual(
      [15, 22.5, 18.75, 15].map((minutes) => minutes * minute),
    );
  });

  it('is known by its questions, if it has a limit', () => {
    expect(['free-1', 'timed-2', 'last-1', 'x'].map((id) => timedSectionOf(content, id))).toEqual([
      null,
      'timed',
      'last',
      null,
    ]);
    expect(hasTimedSections(content)).toBe(true);
    expect(hasTimedSections(aVersionContent({ sections: [free] }))).toBe(false);
  });
});

describe('the way on', () => {
  const placed = drawnQuestions(content, drawQuestions(content, 'x'));
  const over = { ...clock, sectionId: 'last' };
  test.each([
    ['leads to the first question after the section', 1, [], 3],
    ['from each of its questions', 2, [], 3],
    ['to a section that is not opened yet, too', 3, [clock], 5],
    ['past one that is over', 1, [clock], 5],
    ['nowhere after the last one', 5, [clock], undefined],
    ['nowhere when all that follows is over', 1, [clock, over], undefined],
  ])('%s', (_where, number, clocks, next) => {
    expect(placeAfter(placed, number, clocks, end)).toBe(next);
  });
});
