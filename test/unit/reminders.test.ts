import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { nextReminderAt } from '../../src/features/invitations/reminders.ts';
import { day, hour, minute } from '../../src/lib/time.ts';

/** Every reminder of an invitation made at 0 that nobody extends, looked at exactly when due. */
function remindersOf(life: number): number[] {
  const sent: number[] = [];
  for (let at = nextReminderAt(0, life, 0, 0); at !== null && sent.length < 9;) {
    sent.push(at);
    at = nextReminderAt(0, life, sent.length, at);
  }
  return sent;
}

describe('the reminders of an invitation', () => {
  test.each([
    ['90 days', 90 * day, [87 * day, 89 * day]],
    ['7 days', 7 * day, [4 * day, 6 * day]],
    ['3 days and a half', 3.5 * day, [12 * hour, 2.5 * day]],
    ['a minute less than that', 3.5 * day - minute, [2.5 * day - minute]],
    ['3 days', 3 * day, [2 * day]],
    ['2 days', 2 * day, [day]],
    ['a minute less than 2 days', 2 * day - minute, [day - minute / 2]],
    ['a day', day, [12 * hour]],
    ['6 hours', 6 * hour, [3 * hour]],
    ['a minute less than 6 hours', 6 * hour - minute, []],
    ['nothing', 0, []],
  ])('that lives %s', (_life, life, moments) => {
    expect(remindersOf(life)).toEqual(moments);
  });

  it('are never more than two, never after the end, and never late ones', () => {
    const span = fc.integer({ min: 0, max: 100 * day });
    fc.assert(
      fc.property(span, span, fc.integer({ min: 0, max: 3 }), (life, now, sent) => {
        const at = nextReminderAt(0, life, sent, now);
        if (at === null) return;
        expect(sent).toBeLessThan(2);
        expect(at).toBeGreaterThan(now);
        expect(at).toBeLessThan(life);
      }),
    );
  });

  it('skip what passed while nobody looked', () => {
    expect(nextReminderAt(0, 7 * day, 0, 5 * day)).toBe(6 * day);
    expect(nextReminderAt(0, 7 * day, 0, 6 * day)).toBeNull();
  });
});

describe('a new end', () => {
  it('gives the reminders that are left new moments', () => {
    expect(nextReminderAt(0, 14 * day, 0, 5 * day)).toBe(11 * day);
    expect(nextReminderAt(0, 14 * day, 1, 5 * day)).toBe(11 * day);
    expect(nextReminderAt(0, 14 * day, 1, 11 * day)).toBe(13 * day);
  });

  it('never brings a third one', () => {
    expect(nextReminderAt(0, 90 * day, 2, 6 * day)).toBeNull();
  });

  it('lets a short one be reminded of once more only when it becomes a long one', () => {
    expect(nextReminderAt(0, 40 * hour, 1, 13 * hour)).toBeNull();
    expect(nextReminderAt(0, 9 * day, 1, 13 * hour)).toBe(6 * day);
  });
});
