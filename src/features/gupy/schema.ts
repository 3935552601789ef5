import * as z from 'zod';

import { outgoingUrl, storableText } from '../../lib/json-fields.ts';
import type { UrlPolicy } from '../../lib/outgoing-url.ts';

const largestInt64 = 2n ** 63n - 1n;

/** A JSON integer of int64, above zero; `parseLossless` has made it a bigint. */
const id = z.bigint('must be a JSON integer').min(1n, 'must be above zero').max(largestInt64);

const queryInteger = z
  .string()
  .regex(/^-?\d+$/, 'must be an integer')
  .transform(Number);

/** GUPY.md A.1: `offset` ≥ 0 (negative counts as 0), `limit` 0…400. */
export const catalogueQuery = z.object({
  searchString: z.string().trim().max(1000).default(''),
  offset: queryInteger
    .transform((value) => Math.min(Math.max(0, value), Number.MAX_SAFE_INTEGER))
    .default(0),
  limit: queryInteger
    .refine((value) => value >= 0 && value <= 400, 'must be within 0 and 400')
    .default(50),
});

/** GUPY.md A.2. Unknown fields are ignored. `null` counts as absent where a field is optional. */
export const candidateBody = (policy: UrlPolicy) =>
  z.object({
    company_id: id,
    document_id: id,
    test_id: z.string().min(1).max(200),
    name: storableText(200),
    email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
    callback_url: outgoingUrl(policy),
    job_id: id.nullish(),
    result_webhook_url: outgoingUrl(policy).nullish(),
    candidate_type: z.enum(['internal', 'external']).nullish(),
    previous_result: z.enum(['fail', 'null']).nullish(),
  });

export type CandidateBody = z.infer<ReturnType<typeof candidateBody>>;
