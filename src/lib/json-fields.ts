import * as z from 'zod';

import { type UrlPolicy, urlProblem } from './outgoing-url.ts';
import { isStorable } from './text.ts';

/** What partners' JSON has in common. */
export const storableText = (longest: number) =>
  z.string().trim().min(1).max(longest).refine(isStorable, 'has characters that cannot be stored');

/** An int64 above zero, as text: ids at an ATS may exceed what a JavaScript number holds. */
export const int64Text = z
  .string()
  .regex(/^[1-9]\d{0,18}$/, 'must be digits')
  .pipe(z.string().refine((digits) => BigInt(digits) < 2n ** 63n, 'is too large'));

/** A URL that we, or a candidate's browser, will be sent to. */
export const outgoingUrl = (policy: UrlPolicy) =>
  z.string().superRefine((url, context) => {
    const problem = urlProblem(url, policy);
    if (problem) context.addIssue({ code: 'custom', message: `URL not allowed: ${problem}` });
  });

/** Field name → what is wrong with it, for the `fields` of an error. */
export function fieldProblems(error: z.ZodError): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const issue of error.issues) problems[issue.path.join('.') || 'body'] ??= issue.message;
  return problems;
}
