import * as z from 'zod';

import { languageChoice } from '../../i18n/languages.ts';
import { isStorable } from '../../lib/text.ts';
import { accommodationRequest } from './accommodation.ts';
import { applicationFields } from './application.ts';

/** Trimmed and lower case: the form in which a candidate's address is stored and compared. */
export const emailAddress = z.string().trim().toLowerCase().pipe(z.email().max(254));

export const personName = z.string().trim().min(1).max(120).refine(isStorable);

export const startForm = z.object({
  name: personName,
  email: emailAddress,
  consent: z.literal('on'),
  accommodation: accommodationRequest,
  /** `later`: ask for an accommodation now, start when it is decided. */
  when: z.enum(['now', 'later']).catch('now'),
  ...applicationFields,
  /** Made with the page; the same page sent twice starts one attempt. */
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

export type StartForm = z.infer<typeof startForm>;

/** Where an answer's form goes next: a step, the review page, a question's number, or its end for want of time. */
const step = z.union([
  z.enum(['next', 'previous', 'review', 'end']),
  z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number),
]);

export const answerForm = z.object({
  number: z.coerce.number().int().min(1).max(9999).catch(1),
  /** The revision of the stored answer that the page was made from; 0 when there was none. */
  revision: z.coerce.number().int().min(0).max(1e9).catch(0),
  /** Server time (ms) at which the page was made. */
  shown: z.coerce.number().int().min(0).catch(Number.MAX_SAFE_INTEGER),
  go: step.catch('next'),
  /** Chosen while answering: what was typed is saved, and the question comes back in it. */
  language: languageChoice,
});

export type AnswerForm = z.infer<typeof answerForm>;

/** What a finished attempt's page says about the request that led to it. */
export const arrival = z.enum(['late', 'already']).optional().catch(undefined);
export type Arrival = z.infer<typeof arrival>;
