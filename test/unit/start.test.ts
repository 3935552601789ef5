import { describe, expect, it, test } from 'vitest';

import { closedReason, startDecision, startOf } from '../../src/features/attempts/start.ts';
import { aQuestion, aSection, aVersionContent } from '../support/contents.ts';

describe('the window of a link', () => {
  const link = { enabled: true, opensAt: 1000, closesAt: 2000 };

  test.each([
    [999, 'not_open'],
    [1000, undefined],
    [1999, undefined],
    [2000, 'over'],
  ])('at %i ms: %s', (now, reason) => {
    expect(closedReason(link, now)).toBe(reason);
  });

  it('has no end where none is set', () => {
    const always = { enabled: true, opensAt: null, closesAt: null };
    expect(closedReason(always, 0)).toBeUndefined();
    expect(closedReason(always, 1e15)).toBeUndefined();
  });

  it('means nothing while the link is off', () => {
    for (const now of [0, 1500, 3000])
      expect(closedReason({ ...link, enabled: false }, now)).toBe('off');
  });
});

describe('starting at a link', () => {
  it('makes a new attempt for an address without any', () => {
    expect(startDecision([], 'this', 1)).toEqual({ kind: 'new' });
  });

  test.each(['in_progress', 'submitted', 'completed', 'cancelled', 'expired'])(
    'leads the same form back to the attempt that it started, now %s',
    (state) => {
      const mine = attempt('this', state);
      const earlier = [attempt('other', 'in_progress'), mine];
      expect(startDecision(earlier, 'this', 1)).toEqual({ kind: 'same', attempt: mine });
    },
  );

  test.each(['not_started', 'in_progress'])('leads to an attempt that is %s', (state) => {
    const open = attempt('open', state);
    const earlier = [attempt('newest', 'completed'), open];
    expect(startDecision(earlier, 'this', 9)).toEqual({ kind: 'earlier', attempt: open });
  });

  it('makes a new attempt as long as some are left', () => {
    const earlier = [attempt('b', 'completed'), attempt('a', 'submitted')];
    expect(startDecision(earlier, 'this', 3)).toEqual({ kind: 'new' });
  });

  it('leads to the newest attempt once all are used up', () => {
    const newest = attempt('b', 'completed');
    const earlier = [newest, attempt('a', 'submitted')];
    expect(startDecision(earlier, 'this', 2)).toEqual({ kind: 'earlier', attempt: newest });
  });

  test.each(['cancelled', 'expired'])('does not count an attempt that is %s', (state) => {
    const done = attempt('a', 'completed');
    const earlier = [attempt('b', state), done];
    expect(startDecision(earlier, 'this', 2)).toEqual({ kind: 'new' });
    expect(startDecision(earlier, 'this', 1)).toEqual({ kind: 'earlier', attempt: done });
  });
});

describe('a start', () => {
  const ids = Array.from({ length: 12 }, (_, index) => `q${index}`);
  const pool = aSection({ draw: 5, questions: ids.map((id) => aQuestion('true-false', { id })) });
  const content = aVersionContent({ durationMinutes: 45, sections: [pool] });

  it('fixes the deadline by the moment of the start', () => {
    expect(startOf(content, 'x', 1_000_000)).toMatchObject({
      startedAt: 1_000_000,
      deadlineAt: 1_000_000 + 45 * 60_000,
    });
  });

  it('draws by the attempt alone: the same questions whenever it starts', () => {
    const { questionIds } = startOf(content, 'attempt', 1);
    expect(questionIds).toHaveLength(5);
    expect(startOf(content, 'attempt', 2).questionIds).toEqual(questionIds);
  });
});

function attempt(id: string, state: string) {
  return { id, state, versionId: 'v' };
}
