import * as z from 'zod';

import { contentId } from '../content-id.ts';
import { distinct, oneOf, option } from '../options.ts';
import { field, type Rule } from '../rule.ts';

const choice = option.extend({ points: z.record(contentId, z.number().min(0).max(1000)) });
type Choice = z.infer<typeof choice>;

const content = z
  .strictObject({
    options: distinct(choice, { min: 2, max: 8 }),
    /** Whether candidates see the options in an order of their own. */
    shuffle: z.boolean(),
  })
  // A competency that no option can earn would always read 0, and one that none names, nothing at all.
  .refine(({ options }) => named(options).length > 0, 'points_missing')
  .refine(
    ({ options }) => named(options).every((id) => most(options, (item) => pointsFor(item, id)) > 0),
    'points_unreachable',
  );

export type SituationalJudgement = z.infer<typeof content>;

/**
 * Each option gives points to competencies. A competency's fraction is the points that the chosen
 * option gives to it over the most that any option gives to it; the total is the chosen option's sum
 * of points over the largest sum. A blank is 0 everywhere. (Expert-keyed "pick the best" format.)
 */
export const situationalJudgement: Rule<SituationalJudgement, string> = {
  type: 'situational-judgement',
  content,
  answer: ({ options }) => oneOf(options),
  competencies: ({ options }) => named(options),
  fromForm: (_content, fields) => field(fields, 'value') ?? null,
  score: ({ options }, answer) => {
    const chosen = options.find((item) => item.id === answer);
    const fraction = (points: (item: Choice) => number) =>
      chosen === undefined ? 0 : points(chosen) / most(options, points);
    const competencies = named(options).map(
      (id) => [id, fraction((item) => pointsFor(item, id))] as const,
    );
    return {
      state: 'scored',
      total: fraction(allPoints),
      competencies: Object.fromEntries(competencies),
    };
  },
  needsReview: false,
};

/** The competencies that any option names, sorted, so that sums never depend on the order of keys. */
function named(options: Choice[]): string[] {
  return [...new Set(options.flatMap((item) => Object.keys(item.points)))].toSorted();
}

function pointsFor(item: Choice, competencyId: string): number {
  return Object.hasOwn(item.points, competencyId) ? (item.points[competencyId] ?? 0) : 0;
}

function allPoints(item: Choice): number {
  return named([item]).reduce((sum, id) => sum + pointsFor(item, id), 0);
}

function most(options: Choice[], points: (item: Choice) => number): number {
  return Math.max(...options.map(points));
}
