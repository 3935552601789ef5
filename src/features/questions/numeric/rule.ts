import * as z from 'zod';

import { localizedText } from '../../../i18n/languages.ts';
import { field, scored, type Rule } from '../rule.ts';
import { parseNumber } from './number.ts';

const content = z.strictObject({
  value: z.number(),
  /** How far from the value an answer may be, in the value's own unit; the limit itself is right. */
  tolerance: z.number().min(0),
  unit: localizedText(40).optional(),
});

export type Numeric = z.infer<typeof content>;

/** 1 when |answer − value| ≤ tolerance, else 0; a blank is 0. */
export const numeric: Rule<Numeric, number> = {
  type: 'numeric',
  content,
  // −0 is stored as 0, as JSON would do anyway.
  answer: () => z.number('number_invalid').transform((value) => value + 0),
  fromForm: (_content, fields) => {
    const typed = field(fields, 'value') ?? null;
    return typeof typed === 'string' ? (parseNumber(typed) ?? typed) : typed;
  },
  score: ({ value, tolerance }, answer, measured) => {
    if (answer === null) return scored(0, measured);
    // 1.1 − 1.0 is 0.10000000000000009: decimals at the limit must count as inside. Four units in the
    // last place of the largest number is all that three roundings can add, and no real difference.
    const noise = 4 * Number.EPSILON * Math.max(Math.abs(answer), Math.abs(value), tolerance);
    return scored(Math.abs(answer - value) <= tolerance + noise ? 1 : 0, measured);
  },
  needsReview: false,
};
