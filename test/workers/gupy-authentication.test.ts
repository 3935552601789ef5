import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

import { database } from '../../src/db/client.ts';
import { integrations, providerTokens } from '../../src/db/schema/integrations.ts';
import {
  aCandidate,
  aCompany,
  anOffer,
  askProvider,
  aToken,
  type Company,
  expectError,
  register,
} from '../support/gupy.ts';
import { fetchPage } from '../support/pages.ts';

const db = database(env.DB);

let acme: Company;
beforeEach(async () => {
  acme = await aCompany();
});

async function expectUnauthorized(answer: Response) {
  expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer');
  const error = await expectError(answer, 401, 'unauthorized');
  expect(Object.keys(error).toSorted()).toEqual(['code', 'message', 'requestId']);
}

describe('A authentication', () => {
  // Each of the three endpoints, with what would be right but for the token.
  const calls: [string, (token: string | undefined) => Promise<Response>][] = [
    ['GET /test', (token) => askProvider('/test', token)],
    ['GET /test with a bad query', (token) => askProvider('/test?limit=abc', token)],
    [
      'POST /test/candidate',
      (token) =>
        askProvider('/test/candidate', token, {
          method: 'POST',
          body: JSON.stringify({ company_id: 1 }),
        }),
    ],
    [
      'POST /test/candidate with what is no JSON',
      (token) => askProvider('/test/candidate', token, { method: 'POST', body: '{' }),
    ],
    [
      'GET /test/result/{id}',
      (token) => askProvider('/test/result/0197f0a2-0000-7000-8000-000000000000', token),
    ],
    ['GET /test/result/{no id}', (token) => askProvider('/test/result/x', token)],
  ];

  it.each(calls)('a missing token is 401 at %s', async (_, call) => {
    await expectUnauthorized(await call(undefined));
  });

  it.each(calls)('an unknown token is 401 at %s', async (_, call) => {
    await expectUnauthorized(await call('never-issued'));
  });

  it.each(calls)('a revoked token is 401 at %s', async (_, call) => {
    await expectUnauthorized(await call(await aToken(acme.organizationId, 2)));
  });

  it.each([
    '',
    'Bearer',
    'Bearer ',
    'Basic {token}',
    '{token}',
    'Bearer{token}',
    'Bearer {token} {token}',
    'Bearer "{token}"',
    'Bearer {token},',
    'Bearer token={token}',
    'Bearer {token}x',
    `Bearer ${'x'.repeat(5000)}`,
  ])('a malformed header is 401: %#', async (header) => {
    const Authorization = header.replaceAll('{token}', acme.token);
    await expectUnauthorized(await fetchPage('/gupy/test', { headers: { Authorization } }));
  });

  it('the scheme is written in any case', async () => {
    const headers = { Authorization: `bearer ${acme.token}` };
    expect((await fetchPage('/gupy/test', { headers })).status).toBe(200);
  });

  it('a token works beside other tokens, and until the moment it is revoked', async () => {
    const second = await aToken(acme.organizationId);
    expect((await askProvider('/test', second)).status).toBe(200);
    await db
      .update(providerTokens)
      .set({ revokedAt: 2 })
      .where(eq(providerTokens.organizationId, acme.organizationId));
    expect((await askProvider('/test', second)).status).toBe(401);
    expect((await askProvider('/test', acme.token)).status).toBe(401);
  });

  it('the token itself is stored nowhere', async () => {
    const rows = await db.select().from(providerTokens);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(acme.token);
  });

  it('a plan without Gupy is 403', async () => {
    const small = await aCompany({ plan: 'starter' });
    expect((await askProvider('/test', small.token)).status).toBe(403);
    const answer = await register(small, aCandidate(small, await anOffer(small)));
    expect(answer.status).toBe(403);
  });

  it('an organization without a Gupy company id is nobody: 403', async () => {
    const testId = await anOffer(acme);
    await db.delete(integrations).where(eq(integrations.organizationId, acme.organizationId));
    expect((await register(acme, aCandidate(acme, testId))).status).toBe(403);
  });

  it('unknown paths below /gupy answer in JSON', async () => {
    const answer = await askProvider('/nothing', acme.token);
    await expectError(answer, 404, 'not_found');
  });
});
