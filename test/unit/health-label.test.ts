import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  type Label,
  labelOf,
  labelPoints,
  labels,
  rules,
} from '../../src/features/health/label.ts';
import type { HealthEvent } from '../../src/features/health/signals.ts';
import { signalKinds } from '../../src/features/questions/conduct.ts';

const times = (count: number, event: HealthEvent) => Array<HealthEvent>(count).fill(event);
const hidden = (seconds: number): HealthEvent => ({ kind: 'hidden', at: 1, seconds });
const paste = (size: number): HealthEvent => ({ kind: 'paste', at: 1, size });
const plain = (kind: 'copy' | 'full_screen' | 'network'): HealthEvent => ({ kind, at: 1 });
const resized: HealthEvent = { kind: 'resized', at: 1, percent: 40 };
const resumed: HealthEvent = { kind: 'resumed', at: 1, seconds: 300 };
const outage: HealthEvent = { kind: 'outage', at: 1, seconds: 600 };
const device: HealthEvent = { kind: 'device', at: 1, from: 'phone', to: 'computer' };
const fast: HealthEvent = { kind: 'fast_answer', at: 1, question: 1, seconds: 1, reading: 9 };

const cases: [string, HealthEvent[], Label][] = [
  ['nothing recorded', [], 'none'],
  ['one look away', [hidden(5)], 'none'],
  ['two looks away, 29 s in all', [hidden(14), hidden(15)], 'none'],
  ['30 s away', [hidden(30)], 'low'],
  ['three looks away', times(3, hidden(1)), 'low'],
  ['away for an hour, and nothing else', times(50, hidden(72)), 'low'],
  ['199 pasted characters', [paste(199)], 'none'],
  ['200 pasted characters in two', [paste(100), paste(100)], 'low'],
  ['a thousand outages', times(1000, outage), 'none'],
  ['one other device', [device], 'low'],
  ['two other networks', times(2, plain('network')), 'none'],
  ['opened again twice', times(2, resumed), 'none'],
  ['two fast answers', times(2, fast), 'none'],
  ['away for 3 minutes, and three fast answers', [hidden(180), ...times(3, fast)], 'medium'],
  ['away for 30 s, and 1,000 characters pasted', [hidden(30), paste(1000)], 'medium'],
  [
    'away for 3 minutes, 1,000 characters pasted, six fast answers',
    [hidden(180), paste(1000), ...times(6, fast)],
    'high',
  ],
  [
    'a little of six signals',
    [
      hidden(30),
      paste(200),
      device,
      ...times(2, resized),
      ...times(5, plain('copy')),
      ...times(3, plain('full_screen')),
    ],
    'high',
  ],
];

describe('the label', () => {
  it.each(cases)('after %s is as published', (_what, events, label) => {
    expect(labelOf(events).label).toBe(label);
  });

  it('gives as its reasons the signals that earned points, with their amounts', () => {
    const { points, reasons } = labelOf([hidden(10), hidden(25), paste(1200), outage, fast]);
    expect(points).toBe(3);
    expect(reasons).toEqual([
      { kind: 'hidden', points: 1, count: 2, seconds: 35, size: 0 },
      { kind: 'paste', points: 2, count: 1, seconds: 0, size: 1200 },
    ]);
  });

  it('rises with its points, and no signal alone can bring it beyond low', () => {
    const points = labels.map((label) => labelPoints[label]);
    expect(points).toEqual(points.toSorted((a, b) => a - b));
    for (const kind of signalKinds) expect(rules[kind].length).toBeLessThan(labelPoints.medium);
  });
});

const at = fc.nat();
const seconds = fc.nat(86_400);
const anyEvent: fc.Arbitrary<HealthEvent> = fc.oneof(
  fc.record({ kind: fc.constantFrom('hidden', 'resumed', 'outage'), at, seconds }),
  fc.record({ kind: fc.constantFrom('copy', 'full_screen', 'network'), at }),
  fc.record({ kind: fc.constant('paste' as const), at, size: fc.nat(5000) }),
  fc.record({ kind: fc.constant('resized' as const), at, percent: fc.nat(50) }),
  fc.constant(device),
  fc.constant(fast),
);
const anyEvents = fc.array(anyEvent, { maxLength: 60 });
const rank = (events: HealthEvent[]) => labels.indexOf(labelOf(events).label);

describe('whatever is recorded, the label', () => {
  it('is never lowered by one more event', () => {
    fc.assert(
      fc.property(anyEvents, anyEvent, (events, more) => {
        expect(rank([...events, more])).toBeGreaterThanOrEqual(rank(events));
      }),
    );
  });

  it('depends on no order and no time of day', () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(), (events, shift) => {
        const moved = events.toReversed().map((event) => ({ ...event, at: event.at + shift }));
        expect(labelOf(moved)).toEqual(labelOf(events));
      }),
    );
  });

  it('is the one of its points, and every point has its reason', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { label, points, reasons } = labelOf(events);
        expect(reasons.reduce((sum, reason) => sum + reason.points, 0)).toBe(points);
        expect(points).toBeGreaterThanOrEqual(labelPoints[label]);
        const above = labels[labels.indexOf(label) + 1];
        if (above) expect(points).toBeLessThan(labelPoints[above]);
      }),
    );
  });

  it('takes no notice of lost connections', () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(20), (events, count) => {
        expect(labelOf([...events, ...times(count, outage)])).toEqual(labelOf(events));
      }),
    );
  });
});
