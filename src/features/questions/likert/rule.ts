import * as z from 'zod';

import { localizedText } from '../../../i18n/languages.ts';
import { field, type Rule } from '../rule.ts';

const content = z.strictObject({
  /** From the lowest to the highest. */
  labels: z.array(localizedText(200)).min(2).max(10),
  /** Reverse-keyed: agreeing means less of the competency. */
  reverse: z.boolean(),
});

export type Likert = z.infer<typeof content>;

/**
 * A summated rating (Likert, 1932): the point chosen, 1…n, as the fraction (point − 1) / (n − 1) of
 * its competency, reversed (1 − fraction) where the item is reverse-keyed. It is never right or wrong,
 * so it has no total. A blank is skipped, so that the scale is the mean of what was answered.
 */
export const likert: Rule<Likert, number> = {
  type: 'likert',
  content,
  answer: ({ labels }) =>
    z.int('answer_invalid').min(1, 'unknown_option').max(labels.length, 'unknown_option'),
  fromForm: (_content, fields) => {
    const sent = field(fields, 'value') ?? null;
    return typeof sent === 'string' && /^\d{1,3}$/.test(sent) ? Number(sent) : sent;
  },
  score: ({ labels, reverse }, answer, { competency }) => {
    if (answer === null) return { state: 'skipped' };
    const agreement = (answer - 1) / (labels.length - 1);
    const fraction = reverse ? 1 - agreement : agreement;
    const competencies = competency === undefined ? {} : { [competency]: fraction };
    return { state: 'scored', total: null, competencies };
  },
  needsReview: false,
};
