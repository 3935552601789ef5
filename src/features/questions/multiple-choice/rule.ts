import * as z from 'zod';

import { contentId } from '../content-id.ts';
import { distinct, option } from '../options.ts';
import { scored, type Rule } from '../rule.ts';

const content = z
  .strictObject({
    options: distinct(option, { min: 2, max: 12 }),
    correct: z
      .array(contentId)
      .min(1)
      .refine((ids) => new Set(ids).size === ids.length, 'id_repeats'),
    /** Whether candidates see the options in an order of their own. */
    shuffle: z.boolean(),
  })
  .refine(({ options, correct }) => correct.every((id) => options.some((item) => item.id === id)), {
    path: ['correct'],
    message: 'unknown_option',
  });

export type MultipleChoice = z.infer<typeof content>;

/**
 * Partial credit: (right options chosen − wrong options chosen) / right options, not below 0.
 * Each wrong choice takes back one right one, so choosing everything never pays, and the worst
 * answer costs no more than none (the "plus/minus" convention of QTI mappings with a lower bound 0).
 */
export const multipleChoice: Rule<MultipleChoice, string[]> = {
  type: 'multiple-choice',
  content,
  answer: ({ options }) =>
    z
      .array(z.string('answer_invalid'), 'answer_invalid')
      .superRefine((ids, context) => {
        const message = choiceProblem(options, ids);
        if (message !== undefined) context.addIssue({ code: 'custom', message });
      })
      // One set of choices has one stored form, whatever the order of the clicks.
      .transform((ids) => options.map((item) => item.id).filter((id) => ids.includes(id))),
  fromForm: (_content, fields) => {
    const chosen = [fields['value'] ?? []].flat().filter((id) => id !== '');
    return chosen.length === 0 ? null : chosen;
  },
  score: ({ correct }, answer, measured) => {
    const chosen = answer ?? [];
    const right = chosen.filter((id) => correct.includes(id)).length;
    const wrong = chosen.length - right;
    return scored(Math.max(0, right - wrong) / correct.length, measured);
  },
  needsReview: false,
};

function choiceProblem(options: MultipleChoice['options'], ids: string[]): string | undefined {
  if (ids.length === 0) return 'answer_invalid';
  if (ids.length > options.length) return 'too_many_options';
  return ids.every((id) => options.some((item) => item.id === id)) ? undefined : 'unknown_option';
}
