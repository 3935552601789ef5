import * as z from 'zod';

import { languages } from '../../i18n/languages.ts';
import { outgoingUrl, storableText } from '../../lib/json-fields.ts';
import type { UrlPolicy } from '../../lib/outgoing-url.ts';
import { isStorable } from '../../lib/text.ts';
import { emailAddress } from '../attempts/schema.ts';

/** What the open API is asked; the descriptions are those of its documentation. */
const storable = (longest: number) =>
  z.string().max(longest).refine(isStorable, 'has characters that cannot be stored');

export const mostMetadata = 20;

const metadata = z
  .record(storable(40).min(1), storable(500))
  .refine((record) => Object.keys(record).length <= mostMetadata, `at most ${mostMetadata} keys`);

export const newAttempt = (policy: UrlPolicy) =>
  z.object({
    assessmentId: storable(200).min(1).describe('An id from GET /assessments.'),
    candidate: z.object({
      name: storableText(120).describe('The full name, as the candidate writes it.'),
      email: emailAddress.describe('Compared without case: one candidate per organization.'),
      language: z
        .enum(languages)
        .optional()
        .describe('Of the first page; the candidate may change it.'),
    }),
    externalId: storableText(200).nullish().describe('Your own id; comes back in every answer.'),
    callbackUrl: outgoingUrl(policy)
      .nullish()
      .describe('Public https. Where the candidate’s browser is offered to go after completion.'),
    metadata: metadata
      .nullish()
      .describe('Up to 20 texts of your own, up to 500 characters each; they come back unchanged.'),
  });

export type NewAttempt = z.infer<ReturnType<typeof newAttempt>>;

/** Coodesh's names; every field is required, and a string. */
export const coodeshAttempt = (policy: UrlPolicy) =>
  z.object({
    email: emailAddress.describe('Of the candidate.'),
    name: storableText(120).describe('Of the candidate.'),
    user_id: storableText(200).describe('Your id of the candidate; our externalId.'),
    assessment_id: storable(200).min(1).describe('An assessment_id of the list.'),
    company_id: storable(200).describe('Yours; comes back with the result.'),
    job_id: storable(200).describe('Yours; comes back with the result.'),
    callback_url: outgoingUrl(policy).describe('Where the candidate’s browser goes afterwards.'),
    webhook_url: outgoingUrl(policy).describe('Where the result is posted to on completion.'),
  });

export type CoodeshAttempt = z.infer<ReturnType<typeof coodeshAttempt>>;

const number = (fallback: number, least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be an integer')
    .transform(Number)
    .pipe(z.int().min(least).max(most))
    .prefault(String(fallback));

const limit = number(50, 1, 100).describe('How many at most, 1 to 100.');

/** Where a list goes on: a time and an id, in the order in which the list is. */
export interface Cursor {
  at: number;
  id: string;
}

const cursor = z
  .string()
  .regex(/^\d{1,15}\.[0-9a-f-]{0,36}$/, 'is not a cursor of ours')
  .transform((text): Cursor => {
    const [at = '', id = ''] = text.split('.');
    return { at: Number(at), id };
  });

export function cursorText({ at, id }: Cursor): string {
  return `${at}.${id}`;
}

export const assessmentsQuery = z.object({
  limit,
  after: cursor.optional().describe('next of the page before.'),
});

const moment = z.iso
  .datetime({ offset: true })
  .transform((text): Cursor => ({ at: Math.max(0, Date.parse(text)), id: '' }));

export const finishedQuery = z.object({
  limit,
  finishedSince: z
    .union([cursor, moment], 'is neither a cursor of ours nor a time (ISO 8601)')
    .prefault('0.')
    .describe('next of the answer before, or, to begin with, a time (ISO 8601).'),
});

export const coodeshQuery = z.object({
  limit: number(20, 1, 100).describe('How many at most, 1 to 100.'),
  offset: number(0, 0, 100_000).describe('How many to skip.'),
});

/** Up to 255 visible characters: what the header of that name may be. */
export const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 visible ASCII characters');
