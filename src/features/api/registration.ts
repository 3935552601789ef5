import type { Context } from 'hono';

import type { AppEnv } from '../../env.ts';
import { defaultLanguage } from '../../i18n/languages.ts';
import { canonicalJson } from '../../lib/canonical-json.ts';
import { AppError } from '../../lib/errors.ts';
import { derivedId, newId } from '../../lib/ids.ts';
import { hmacText, secretValues } from '../../lib/secrets.ts';
import { findRegistration, registerCandidate, type Registration } from './attempt-queries.ts';
import { keyHashOf, refuse, requireKey } from './authentication.ts';
import { idempotencyKey, type NewAttempt } from './requests.ts';

const header = 'Idempotency-Key';

/** What is asked for, whichever of the API's forms it came in. */
export interface Wanted extends NewAttempt {
  shape: Registration['shape'];
  webhookUrl?: string;
}

type Read = { data: Wanted } | { problems: Record<string, string> };

/**
 * The attempt that a request means. With an `Idempotency-Key` its id derives from that: the same key and
 * body lead to the same attempt, simultaneous ones included; the same key with another body is a conflict.
 */
export async function findOrRegister(c: Context<AppEnv>, read: (json: unknown) => Read) {
  const keyHash = await keyHashOf(c);
  const given = idempotencyKey.optional().safeParse(c.req.header(header));
  const sent = await json(c);
  const body = sent === undefined ? { problems: { body: 'is not JSON' } } : read(sent);
  if (!given.success || 'problems' in body) {
    const ofHeader = given.success ? {} : { [header]: given.error.issues[0]!.message };
    return refuse(c, keyHash, 'attempts:write', { ...ofHeader, ...problemsOf(body) });
  }
  const id =
    given.data === undefined ? newId() : await derivedId('api attempt', keyHash, given.data);
  // A second round when a simultaneous request came first: then what it registered is found.
  for (let round = 0; round < 2; round += 1) {
    const attempt = await oneRound(c, keyHash, id, body.data);
    if (attempt) return attempt;
  }
  throw new AppError('conflict', 'The same request is being handled already');
}

async function oneRound(c: Context<AppEnv>, keyHash: string, id: string, wanted: Wanted) {
  const found = await findRegistration(c.var.db, keyHash, wanted.assessmentId, id);
  const { organizationId } = requireKey(c, found.key, 'attempts:write');
  const bodyHashes = await Promise.all(
    secretValues(c.env.IDENTITY_SECRET).map((secret) => hmacText(secret, canonicalJson(wanted))),
  );
  const { earlier, assessment } = found;
  if (earlier && !bodyHashes.includes(earlier.bodyHash))
    throw new AppError('conflict', `This ${header} was used with another body`);
  if (earlier) return earlier;
  if (!assessment || assessment.versionId === null)
    throw new AppError('not_found', 'No such assessment');
  const attempt = {
    id,
    organizationId,
    assessmentId: assessment.id,
    versionId: assessment.versionId,
    state: 'not_started' as const,
    questionIds: [],
    language: wanted.candidate.language ?? defaultLanguage,
    createdAt: Date.now(),
  };
  const externalId = wanted.externalId ?? null;
  const registered = await registerCandidate(c.var.db, wanted.candidate, attempt, {
    shape: wanted.shape,
    bodyHash: bodyHashes[0]!,
    externalId,
    callbackUrl: wanted.callbackUrl ?? null,
    webhookUrl: wanted.webhookUrl ?? null,
    metadata: wanted.metadata ?? {},
  });
  return registered ? { ...attempt, externalId, takeEpoch: 0, resultEpoch: 0 } : undefined;
}

async function json(c: Context<AppEnv>): Promise<unknown> {
  try {
    return JSON.parse(await c.req.text());
  } catch {
    return undefined;
  }
}

function problemsOf(body: Read): Record<string, string> {
  return 'problems' in body ? body.problems : {};
}
