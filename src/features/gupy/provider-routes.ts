import { type Context, Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { defaultLanguage } from '../../i18n/languages.ts';
import { bearerOf } from '../../lib/bearer.ts';
import { AppError, notFound } from '../../lib/errors.ts';
import { newId } from '../../lib/ids.ts';
import { fieldProblems } from '../../lib/json-fields.ts';
import { logLine } from '../../lib/log.ts';
import { outgoingPolicy } from '../../lib/outgoing-policy.ts';
import { secretValues, sha256 } from '../../lib/secrets.ts';
import { takeUrl } from '../attempts/addresses.ts';
import { addressesOf } from './addresses.ts';
import { logCall } from './call-log.ts';
import { parseLossless } from './json.ts';
import { planHasGupy } from './plan.ts';
import {
  findCatalogue,
  findProvider,
  findRegistrations,
  findResultForProvider,
  type Provider,
  registerCandidate,
} from './provider-queries.ts';
import { bodyHash, decideRegistration, identityHash } from './registration.ts';
import { candidateBody, type CandidateBody, catalogueQuery } from './schema.ts';
import { testResult } from './test-result.ts';

/** The external test provider contract, GUPY.md section A, below `/gupy`. */
export const provider = new Hono<AppEnv>();

provider.use('/gupy/test/*', logCall);

/** A.1: the tests that this organization offers. */
provider.get('/gupy/test', async (c) => {
  const tokenHash = await bearerHash(c);
  const query = catalogueQuery.safeParse(c.req.query());
  if (!query.success) return refuse(c, tokenHash, fieldProblems(query.error));
  const found = await findCatalogue(c.var.db, tokenHash, query.data);
  requireProvider(c, found.provider);
  const { limit, offset } = query.data;
  return c.json({
    limit,
    offset,
    total_tests: found.total,
    payload: found.tests.map(({ id, name, category, description, level }) => ({
      id,
      name,
      ...(category === null ? {} : { category }),
      ...(description === '' ? {} : { description }),
      ...(level === null ? {} : { level }),
    })),
  });
});

/** A.2: registers a candidate; the same request always has the same answer. */
provider.post('/gupy/test/candidate', async (c) => {
  const tokenHash = await bearerHash(c);
  const body = await readCandidate(c);
  if ('problems' in body) return refuse(c, tokenHash, body.problems);
  // A second round when a simultaneous request came first: then its registration is found.
  for (let round = 0; round < 3; round += 1) {
    const attempt = await findOrRegister(c, tokenHash, body.data);
    if (!attempt) continue;
    const test_url = await takeUrl(c.env, attempt, attempt.takeEpoch);
    return c.json({ test_url, test_result_id: attempt.id }, 201);
  }
  throw new AppError('conflict', 'The same candidate is being registered by other requests');
});

/** A.3: the state and result of an attempt. */
provider.get('/gupy/test/result/:resultId', async (c) => {
  const tokenHash = await bearerHash(c);
  const found = await findResultForProvider(c.var.db, tokenHash, c.req.param('resultId'));
  requireProvider(c, found.provider);
  if (!found.outcome) throw notFound();
  return c.json(testResult(found.outcome, await addressesOf(c.env, found.outcome.attempt)));
});

/** The attempt that this request means, registered now if need be; undefined when another came first. */
async function findOrRegister(c: Context<AppEnv>, tokenHash: string, body: CandidateBody) {
  const { db } = c.var;
  const secrets = secretValues(c.env.IDENTITY_SECRET);
  const identityHashes = await Promise.all(secrets.map((secret) => identityHash(secret, body)));
  const bodyHashes = await Promise.all(secrets.map((secret) => bodyHash(secret, body)));
  const found = await findRegistrations(db, tokenHash, body.test_id, identityHashes);
  const { organizationId, companyId } = requireProvider(c, found.provider);
  if (companyId !== String(body.company_id))
    throw new AppError('forbidden', 'company_id is not the company of this token', {
      company_id: 'is not the company of this token',
    });

  const retest = body.previous_result === 'fail';
  const decision = decideRegistration(found.registrations, { retest, bodyHashes });
  // Before the test is looked at: who is registered keeps the way in when the test is withdrawn.
  if (decision.kind === 'same') {
    const { attemptId, versionId, takeEpoch } = decision.registration;
    return { id: attemptId, versionId, takeEpoch };
  }
  const { test } = found;
  if (!test || test.versionId === null) throw new AppError('not_found', 'No such test');
  if (decision.kind === 'conflict') throw new AppError('conflict', decision.reason);
  const attempt = {
    id: newId(),
    organizationId,
    assessmentId: test.id,
    versionId: test.versionId,
    state: 'not_started' as const,
    questionIds: [],
    language: defaultLanguage,
    createdAt: Date.now(),
  };
  const registered = await registerCandidate(db, { email: body.email, name: body.name }, attempt, {
    identityHash: identityHashes[0]!,
    generation: decision.generation,
    bodyHash: bodyHashes[0]!,
    retest,
    jobId: body.job_id == null ? null : String(body.job_id),
    callbackUrl: body.callback_url,
    resultWebhookUrl: body.result_webhook_url ?? null,
    createdAt: attempt.createdAt,
  });
  if (registered && retest && decision.generation === 1)
    logLine({ at: 'gupy', id: c.var.requestId, note: 'retest without an earlier attempt here' });
  return registered ? { ...attempt, takeEpoch: 0 } : undefined;
}

async function readCandidate(
  c: Context<AppEnv>,
): Promise<{ data: CandidateBody } | { problems: Record<string, string> }> {
  const json = parseLossless(await c.req.arrayBuffer());
  if (json === undefined) return { problems: { body: 'is not JSON' } };
  const body = candidateBody(outgoingPolicy(c.env)).safeParse(json);
  return body.success ? { data: body.data } : { problems: fieldProblems(body.error) };
}

/** SHA-256 of the bearer token. */
async function bearerHash(c: Context<AppEnv>): Promise<string> {
  const token = bearerOf(c);
  if (token === undefined) throw new AppError('unauthorized', 'A bearer token is required');
  return sha256(token);
}

function requireProvider(c: Context<AppEnv>, found: Provider | undefined): Provider {
  if (!found) throw new AppError('unauthorized', 'The token is unknown or revoked');
  c.set('providerId', found.organizationId);
  if (!planHasGupy(found.plan)) throw new AppError('forbidden', 'The plan does not include Gupy');
  return found;
}

/** 400, but only to a caller who may ask at all. */
async function refuse(
  c: Context<AppEnv>,
  tokenHash: string,
  problems: Record<string, string>,
): Promise<never> {
  requireProvider(c, await findProvider(c.var.db, tokenHash));
  throw new AppError('invalid', 'Some fields are wrong', problems);
}
