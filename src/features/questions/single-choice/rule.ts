import * as z from 'zod';

import { contentId } from '../content-id.ts';
import { distinct, oneOf, option } from '../options.ts';
import { field, scored, type Rule } from '../rule.ts';

const content = z
  .strictObject({
    options: distinct(option, { min: 2, max: 10 }),
    correct: contentId,
    /** Whether candidates see the options in an order of their own. */
    shuffle: z.boolean(),
  })
  .refine((value) => value.options.some((item) => item.id === value.correct), {
    path: ['correct'],
    message: 'unknown_option',
  });

export type SingleChoice = z.infer<typeof content>;

/**
 * One option is right: 1 for it, 0 for any other and for none.
 * No penalty for a wrong guess (number-right scoring), so that leaving a blank never pays.
 */
export const singleChoice: Rule<SingleChoice, string> = {
  type: 'single-choice',
  content,
  answer: ({ options }) => oneOf(options),
  fromForm: (_content, fields) => field(fields, 'value') ?? null,
  score: ({ correct }, answer, measured) => scored(answer === correct ? 1 : 0, measured),
  needsReview: false,
};
