import { type SignalKind, signalKinds } from '../questions/conduct.ts';
import type { HealthEvent } from './signals.ts';

/** How much there is for a person to look at. It says nothing about anyone's honesty, and no score knows it. */
export const labels = ['none', 'low', 'medium', 'high'] as const;
export type Label = (typeof labels)[number];

/** Of all events of a kind: how many, and the sum of their seconds or characters. */
export interface Amounts {
  count: number;
  seconds: number;
  size: number;
}

type Threshold = Partial<Amounts>;

/**
 * The published rules. A kind earns one point when any number of its first step is reached, two when
 * any of its second; what has no step never counts. An outage is nobody's doing.
 */
export const rules: Readonly<Record<SignalKind, readonly Threshold[]>> = {
  hidden: [
    { count: 3, seconds: 30 },
    { count: 10, seconds: 180 },
  ],
  full_screen: [{ count: 3 }, { count: 10 }],
  paste: [{ size: 200 }, { size: 1000 }],
  copy: [{ count: 5 }, { count: 20 }],
  resized: [{ count: 2 }, { count: 6 }],
  network: [{ count: 3 }],
  device: [{ count: 1 }],
  resumed: [{ count: 3 }],
  fast_answer: [{ count: 3 }, { count: 6 }],
  outage: [],
};

/** The points from which each label is given. A single signal earns 2 at most: alone it is never medium. */
export const labelPoints: Readonly<Record<Label, number>> = { none: 0, low: 1, medium: 3, high: 6 };

export interface Reason extends Amounts {
  kind: SignalKind;
  points: number;
}

export interface Labelled {
  label: Label;
  points: number;
  /** The kinds that earned points. */
  reasons: Reason[];
}

/** The label of an attempt, from its recorded events and nothing else. */
export function labelOf(events: readonly HealthEvent[]): Labelled {
  const reasons = signalKinds.flatMap((kind): Reason[] => {
    const amounts = amountsOf(events, kind);
    const points = rules[kind].filter((step) => reaches(amounts, step)).length;
    return points > 0 ? [{ kind, points, ...amounts }] : [];
  });
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
  const label = labels.findLast((name) => points >= labelPoints[name]) ?? 'none';
  return { label, points, reasons };
}

export function amountsOf(events: readonly HealthEvent[], kind: SignalKind): Amounts {
  const own = events.filter((event) => event.kind === kind);
  return {
    count: own.length,
    seconds: own.reduce((sum, event) => sum + lengthOf(event), 0),
    size: own.reduce((sum, event) => sum + ('size' in event ? event.size : 0), 0),
  };
}

/** Of an answer that came early there is a time, too, but no length to add up. */
function lengthOf(event: HealthEvent): number {
  return 'seconds' in event && event.kind !== 'fast_answer' ? event.seconds : 0;
}

function reaches(amounts: Amounts, step: Threshold): boolean {
  return (['count', 'seconds', 'size'] as const).some(
    (measure) => amounts[measure] >= (step[measure] ?? Infinity),
  );
}
