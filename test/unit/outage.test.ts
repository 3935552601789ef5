import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { patienceWith } from '../../src/features/attempts/clock.ts';
import { creditFor, outageCapMs } from '../../src/features/attempts/outage.ts';

const minute = 60_000;
const none = { startedAt: 0, requests: [], creditedUntil: 0, creditedMs: 0, now: 100 * minute };

describe('the cap of outages', () => {
  it.each([
    [{ percent: 10, minutes: 10 }, 60, 6],
    [{ percent: 10, minutes: 10 }, 180, 10],
    [{ percent: 50, minutes: 5 }, 60, 5],
    [{ percent: 0, minutes: 10 }, 60, 0],
    [{ percent: 10, minutes: 0 }, 60, 0],
  ])('%o of %i minutes is %i minutes', (cap, duration, minutes) => {
    expect(outageCapMs(cap, duration * minute)).toBe(minutes * minute);
  });
});

describe('a credit', () => {
  it('is the longest silence within the claim', () => {
    const requests = [10, 20, 50, 55].map((at) => at * minute);
    const claim = { from: 5 * minute, to: 60 * minute };
    expect(creditFor(claim, { ...none, requests }, 90 * minute)).toEqual({
      from: 20 * minute,
      to: 50 * minute,
      ms: 30 * minute,
    });
  });

  it('stays within claim, silence, start, earlier credits and cap, whatever is claimed', () => {
    const time = fc.integer({ min: 0, max: 200 * minute });
    fc.assert(
      fc.property(
        fc.record({ from: time, to: time }),
        fc.record({
          startedAt: time,
          requests: fc.array(time, { maxLength: 20 }),
          creditedUntil: time,
          creditedMs: fc.integer({ min: 0, max: 10 * minute }),
          now: time,
        }),
        (claim, contacts) => {
          const cap = 10 * minute;
          const credit = creditFor(claim, contacts, cap);
          if (!credit) return;
          const { from, to, ms } = credit;
          expect(from).toBeGreaterThanOrEqual(
            Math.max(claim.from, contacts.startedAt, contacts.creditedUntil),
          );
          expect(to).toBeLessThanOrEqual(Math.min(claim.to, contacts.now));
          expect(contacts.requests.filter((at) => at > from && at < to)).toEqual([]);
          expect(ms).toBeGreaterThan(0);
          expect(ms).toBeLessThanOrEqual(to - from);
          expect(ms + contacts.creditedMs).toBeLessThanOrEqual(cap);
        },
      ),
    );
  });
});

describe('patience after the deadline', () => {
  const cutOff = {
    deadlineAt: 100,
    seenAt: 99,
    leftAt: null,
    outageCapMs: 6 * minute,
    creditedMs: minute,
  };
  it.each([
    ['a page that fell silent', {}, 5 * minute],
    ['a page that said goodbye', { leftAt: 99 }, 0],
    ['a page that was there at the end', { seenAt: 100 }, 0],
    ['no script', { seenAt: null, outageCapMs: null, creditedMs: null }, 0],
    ['a page that used up its credit', { creditedMs: 6 * minute }, 0],
  ])('with %s', (_what, changes, ms) => {
    expect(patienceWith({ ...cutOff, ...changes })).toBe(ms);
  });
});
