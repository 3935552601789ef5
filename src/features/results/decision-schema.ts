import * as z from 'zod';

import { decisionKinds } from '../../db/schema/people.ts';
import { isUuid } from '../../lib/ids.ts';
import { isStorable } from '../../lib/text.ts';

export const longestNote = 1000;
export const longestMessage = 4000;
export const longestStep = 120;

const text = z
  .string()
  .default('')
  .transform((typed) => typed.replaceAll('\r\n', '\n').trim());

/** Made by the page, never typed: only a forged form has others. */
export const decisionKey = z.object({
  kind: z.enum(decisionKinds),
  /** Made with the page: the same form sent twice is one decision. */
  key: z.string().refine(isUuid),
});

/** What a person writes with a decision. `message` is null when nothing goes to the candidate. */
export const decisionForm = z
  .object({
    note: text.refine((note) => note.length <= longestNote && isStorable(note)),
    write: z.literal('on').optional().catch(undefined),
    message: text,
    /** Of the ATS's job; only the form to advance asks for it. */
    step: text.refine((step) => step.length <= longestStep && isStorable(step)),
  })
  .refine(({ write, message }) => !write || isSendable(message), { path: ['message'] })
  .transform(({ note, write, message, step }) => ({
    note,
    message: write ? message : null,
    step: step || null,
  }));

export type DecisionProblem = 'note' | 'message' | 'step';

function isSendable(message: string): boolean {
  return message.length > 0 && message.length <= longestMessage && isStorable(message);
}
