import * as z from 'zod';

import { localizedText } from '../../../i18n/languages.ts';
import { field, scored, type Rule } from '../rule.ts';

const content = z.strictObject({
  /** In characters (code points), so that an emoji counts once; a browser's maxlength is stricter. */
  maxLength: z.int().min(1).max(20_000),
  /** What the reviewer looks for; candidates never see it. */
  rubric: localizedText(5000).optional(),
});

export type FreeText = z.infer<typeof content>;

/** A person grades it; a blank has nothing to read and scores 0 at once. */
export const freeText: Rule<FreeText, string> = {
  type: 'free-text',
  content,
  answer: ({ maxLength }) =>
    z.string('answer_invalid').superRefine((text, context) => {
      const message = textProblem(text, maxLength);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    }),
  fromForm: (_content, fields) => {
    const sent = field(fields, 'value') ?? null;
    // Browsers send line ends as CR LF, and count them as one character.
    return typeof sent === 'string' ? sent.replaceAll('\r\n', '\n') : sent;
  },
  score: (_content, answer, measured) =>
    answer === null ? scored(0, measured) : { state: 'review' },
  needsReview: true,
};

function textProblem(text: string, maxLength: number): string | undefined {
  // A code point takes at most two units: far too long is known without counting.
  if (text.length > 2 * maxLength || [...text].length > maxLength) return 'text_too_long';
  if (text.includes('\0') || !text.isWellFormed()) return 'text_invalid';
  return text.trim() === '' ? 'answer_invalid' : undefined;
}
