import { hour, minute, second } from '../../lib/time.ts';

/** The steps of a histogram, ms: how many took at most this long, and longer than the step before. */
export const steps = [
  second,
  2 * second,
  5 * second,
  10 * second,
  30 * second,
  minute,
  2 * minute,
  5 * minute,
  15 * minute,
  hour,
  6 * hour,
  24 * hour,
  Infinity,
] as const;

export interface Figures {
  firstTries: readonly number[];
  delivered: readonly number[];
  parked: number;
}

export const noFigures: Figures = {
  firstTries: steps.map(() => 0),
  delivered: steps.map(() => 0),
  parked: 0,
};

export function addFigures(all: readonly Figures[]): Figures {
  return all.reduce(
    (sum, each) => ({
      firstTries: add(sum.firstTries, each.firstTries),
      delivered: add(sum.delivered, each.delivered),
      parked: sum.parked + each.parked,
    }),
    noFigures,
  );
}

function add(one: readonly number[], other: readonly number[]): number[] {
  return one.map((count, index) => count + (other[index] ?? 0));
}

export function countOf(histogram: readonly number[]): number {
  return histogram.reduce((sum, count) => sum + count, 0);
}

/**
 * The step (ms) that the median falls into: at least half took at most that long. Infinity for the last
 * one; undefined of nothing.
 */
export function medianOf(histogram: readonly number[]): number | undefined {
  const half = countOf(histogram) / 2;
  if (half === 0) return undefined;
  let seen = 0;
  return steps.find((_step, index) => {
    seen += histogram[index] ?? 0;
    return seen >= half;
  });
}

/** Parked among all that came to an end, 0…1; undefined of nothing. */
export function parkedShare({ delivered, parked }: Figures): number | undefined {
  const ended = countOf(delivered) + parked;
  return ended === 0 ? undefined : parked / ended;
}
