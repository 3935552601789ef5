import * as z from 'zod';

import { privacyRequestKinds } from '../../db/schema/conduct.ts';
import { isStorable } from '../../lib/text.ts';
import { day } from '../../lib/time.ts';

/** How long an organization has for an answer (LGPD, Art. 19 II, for access in full). */
export const answerDays = 15;
/** Requests without an answer that one attempt can have. */
export const openLimit = 3;
export const messageLength = 2000;

export function dueAt(askedAt: number): number {
  return askedAt + answerDays * day;
}

/** A browser sends line breaks as two characters, which nobody typed. */
const plainText = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().max(messageLength).refine(isStorable));

export const requestForm = z
  .object({
    kind: z.enum(privacyRequestKinds),
    message: plainText,
    /** Made with the page: the same page sent twice asks once. Without it every sending is a request. */
    key: z
      .string()
      .regex(/^[A-Za-z0-9_-]{43}$/)
      .optional()
      .catch(undefined),
  })
  .refine(({ kind, message }) => kind !== 'correction' || message !== '', {
    path: ['missing'],
  });

export const answerForm = z.object({ answer: plainText.pipe(z.string().min(1)) });

export type RequestProblem = 'kind' | 'message' | 'missing' | 'tooMany';

/** A request that came back, as it was typed. */
export interface RefusedRequest {
  kind: string;
  message: string;
  problems: readonly RequestProblem[];
}
