import { describe, expect, it, test } from 'vitest';

import { readLocal, writeLocal } from '../../src/i18n/local-time.ts';

const berlin = 'Europe/Berlin';

describe('a date and time that a person types', () => {
  test.each([
    ['2026-11-30T18:00', Date.UTC(2026, 10, 30, 21)],
    ['2026-12-31T23:59', Date.UTC(2027, 0, 1, 2, 59)],
    ['2026-11-30T18:00:00', Date.UTC(2026, 10, 30, 21)],
  ])('is Brasília’s: %s', (text, at) => {
    expect(readLocal(text)).toBe(at);
    expect(writeLocal(at)).toBe(text.slice(0, 16));
  });

  test.each([
    ['winter', '2026-01-15T12:00', Date.UTC(2026, 0, 15, 11)],
    ['summer', '2026-07-15T12:00', Date.UTC(2026, 6, 15, 10)],
    ['an hour before the clocks go forward', '2026-03-29T01:30', Date.UTC(2026, 2, 29, 0, 30)],
    ['an hour after it', '2026-03-29T03:30', Date.UTC(2026, 2, 29, 1, 30)],
    ['just after the clocks went back', '2026-10-25T03:30', Date.UTC(2026, 9, 25, 2, 30)],
  ])('follows the clocks of a zone that changes them: %s', (_when, text, at) => {
    expect(readLocal(text, berlin)).toBe(at);
  });

  it('is refused where the clocks skip it', () => {
    expect(readLocal('2026-03-29T02:30', berlin)).toBeUndefined();
  });

  test.each([
    '',
    'amanhã',
    '2026-02-30T10:00',
    '2026-13-01T10:00',
    '2026-11-30',
    '2026-11-30T24:30',
  ])('is refused when it is no moment: %j', (text) => {
    expect(readLocal(text)).toBeUndefined();
  });
});
