import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { retryAfterMs, verdictOf, waits } from '../../src/features/deliveries/schedule.ts';

const now = Date.UTC(2026, 10, 23, 12);
const [second, minute, hour] = [1000, 60_000, 3_600_000];
const parked = { state: 'parked', nextAt: null };
const lastTry = waits.length;

describe('what follows a try', () => {
  test.each([200, 201, 202, 204, 299])('%i delivers', (status) => {
    expect(verdictOf({ status }, 1, now, 0.5)).toEqual({ state: 'delivered', nextAt: null });
  });

  test.each([301, 302, 303, 307, 308, 408, 425, 429, 500, 502, 503, 504, 599])(
    '%i is tried again',
    (status) => {
      expect(verdictOf({ status }, 1, now, 0.5)).toEqual({ state: 'waiting', nextAt: now + 5000 });
    },
  );

  test.each([400, 401, 403, 404, 405, 409, 410, 413, 422, 451])('%i parks at once', (status) => {
    expect(verdictOf({ status }, 1, now, 0.5)).toEqual(parked);
  });

  it('silence is tried again', () => {
    expect(verdictOf({ error: 'no answer within 15 s' }, 1, now, 0.5)).toMatchObject({
      state: 'waiting',
    });
  });

  it('what is hopeless parks at once, even without an answer', () => {
    expect(verdictOf({ error: 'URL not allowed', hopeless: true }, 1, now, 0.5)).toEqual(parked);
    expect(verdictOf({ status: 503, hopeless: true }, 1, now, 0.5)).toEqual(parked);
  });

  it('the last try parks, whatever failed and whatever is asked', () => {
    expect(verdictOf({ status: 503 }, lastTry - 1, now, 0.5)).toMatchObject({ state: 'waiting' });
    expect(verdictOf({ status: 503 }, lastTry, now, 0.5)).toEqual(parked);
    expect(verdictOf({ status: 429, retryAfter: '60' }, lastTry, now, 0.5)).toEqual(parked);
    expect(verdictOf({ error: 'reset' }, lastTry + 1, now, 0.5)).toEqual(parked);
  });

  it('the last try may still deliver', () => {
    expect(verdictOf({ status: 200 }, lastTry, now, 0.5)).toMatchObject({ state: 'delivered' });
  });
});

describe('the schedule', () => {
  it('is 0, 5 s, 1 min, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h', () => {
    const tries = waits.slice(1).map((_wait, index) => wait(index + 1, 0.5));
    expect([waits[0], ...tries]).toEqual([
      0,
      5 * second,
      minute,
      5 * minute,
      30 * minute,
      2 * hour,
      5 * hour,
      10 * hour,
      14 * hour,
      20 * hour,
      24 * hour,
    ]);
  });

  it('spreads each wait by up to 10 %, and long ones by up to 5 minutes', () => {
    expect([wait(1, 0), wait(1, 1)]).toEqual([4500, 5500]);
    expect([wait(4, 0), wait(4, 1)]).toEqual([27 * minute, 33 * minute]);
    expect([wait(10, 0), wait(10, 1)]).toEqual([24 * hour - 5 * minute, 24 * hour + 5 * minute]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: lastTry - 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (number, random) => {
          const planned = waits[number]!;
          expect(Math.abs(wait(number, random) - planned)).toBeLessThanOrEqual(planned / 10 + 1);
        },
      ),
    );
  });

  it('outlasts every outage of 74 hours and no outage of 80', () => {
    expect(wholeSchedule(0)).toBeGreaterThan(74 * hour);
    expect(wholeSchedule(1)).toBeLessThan(80 * hour);
  });
});

describe('Retry-After', () => {
  const day = 24 * hour;
  test.each([
    ['seconds', '120', 120 * second],
    ['seconds with spaces around', ' 7 ', 7 * second],
    ['nothing less than 1 s', '0', second],
    ['nothing more than 24 h', '86401', day],
    ['a number beyond all numbers', '9'.repeat(400), day],
    ['a date', 'Mon, 23 Nov 2026 12:10:00 GMT', 10 * minute],
    ['a date in the past', 'Mon, 23 Nov 2020 12:10:00 GMT', second],
    ['a date years ahead', 'Mon, 23 Nov 2048 12:10:00 GMT', day],
  ])('reads %s', (_what, header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  test.each([
    '',
    ' ',
    '-1',
    '1.5',
    '1e9',
    '0x10',
    'soon',
    'try again after 2048',
    '2026-11-23T12:10:00Z',
    'Mon, 99 Foo 2026 12:10:00 GMT',
    '1, 2',
  ])('is ignored as %j', (header) => {
    expect(retryAfterMs(header, now)).toBeUndefined();
  });

  it('is ignored when there is none', () => {
    expect(retryAfterMs(null, now)).toBeUndefined();
    expect(retryAfterMs(undefined, now)).toBeUndefined();
  });

  it('puts a try off, and never moves it forward', () => {
    expect(wait(2, 0.5, '600')).toBe(600 * second);
    expect(wait(2, 0.5, '1')).toBe(minute);
    expect(wait(2, 0.5, 'garbage')).toBe(minute);
  });

  it('counts with every failure that is tried again', () => {
    for (const status of [302, 429, 503])
      expect(verdictOf({ status, retryAfter: '600' }, 1, now, 0.5).nextAt).toBe(now + 600 * second);
  });
});

/** How long after a failed try the next one comes, ms. */
function wait(number: number, random: number, retryAfter?: string): number {
  const outcome = { status: 503, retryAfter: retryAfter ?? null };
  return (verdictOf(outcome, number, now, random).nextAt ?? 0) - now;
}

/** From the first try to the last, ms. */
function wholeSchedule(random: number): number {
  return waits.slice(1).reduce((sum, _wait, index) => sum + wait(index + 1, random), 0);
}
