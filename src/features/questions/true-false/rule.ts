import * as z from 'zod';

import { field, scored, type Rule } from '../rule.ts';

const content = z.strictObject({ correct: z.boolean() });

export type TrueFalse = z.infer<typeof content>;

/** 1 when right, 0 when wrong or blank; no penalty, as in single choice. */
export const trueFalse: Rule<TrueFalse, boolean> = {
  type: 'true-false',
  content,
  answer: () => z.boolean('answer_invalid'),
  fromForm: (_content, fields) => {
    const sent = field(fields, 'value') ?? null;
    return sent === 'true' ? true : sent === 'false' ? false : sent;
  },
  score: ({ correct }, answer, measured) => scored(answer === correct ? 1 : 0, measured),
  needsReview: false,
};
