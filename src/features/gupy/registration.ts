import { hmacText } from '../../lib/secrets.ts';
import type { CandidateBody } from './schema.ts';

/** What Gupy registered before under one identity. */
export interface Registration {
  attemptId: string;
  versionId: string;
  takeEpoch: number;
  generation: number;
  bodyHash: string;
  retest: boolean;
  /** Of its attempt: completed, expired or cancelled. */
  finished: boolean;
}

export type Decision =
  | { kind: 'same'; registration: Registration }
  | { kind: 'new'; generation: number }
  | { kind: 'conflict'; reason: string };

/**
 * What a request for a candidate leads to (GUPY.md A.2, idempotency and retest). Its body has one hash
 * per secret in use, the newest first.
 *
 * Without `previous_result: "fail"` it means the identity's first attempt: the same answer for an
 * equivalent body, a conflict for another. With it, it means a retest: one new attempt once the latest
 * is finished, and that same one while it is not.
 */
export function decideRegistration(
  earlier: readonly Registration[],
  request: { retest: boolean; bodyHashes: readonly string[] },
): Decision {
  const sorted = earlier.toSorted((a, b) => a.generation - b.generation);
  const first = sorted[0];
  const latest = sorted.at(-1);
  if (!first || !latest) return { kind: 'new', generation: 1 };
  if (request.retest && latest.finished) return { kind: 'new', generation: latest.generation + 1 };
  if (request.retest && !latest.retest)
    return { kind: 'conflict', reason: 'The earlier attempt is not finished' };
  const meant = request.retest ? latest : first;
  return request.bodyHashes.includes(meant.bodyHash)
    ? { kind: 'same', registration: meant }
    : { kind: 'conflict', reason: 'The same candidate was registered with other data' };
}

/**
 * HMAC of what makes two requests mean the same attempt. Keyed, because a document number can be
 * guessed through; the organization is part of the row.
 */
export function identityHash(secret: string, body: CandidateBody): Promise<string> {
  const { company_id, document_id, test_id, job_id } = body;
  const parts = [company_id, document_id, test_id, job_id ?? null];
  return hmacText(secret, `identity ${JSON.stringify(parts.map(asText))}`);
}

/** HMAC of what an equivalent body has in common; the e-mail is already in lower case. */
export function bodyHash(secret: string, body: CandidateBody): Promise<string> {
  const { name, email, callback_url, result_webhook_url, candidate_type } = body;
  const parts = [name, email, callback_url, result_webhook_url ?? null, candidate_type ?? null];
  return hmacText(secret, `body ${JSON.stringify(parts)}`);
}

function asText(part: bigint | string | null): string | null {
  return part === null ? null : String(part);
}
