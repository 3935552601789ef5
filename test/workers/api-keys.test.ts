import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { access } from '../../src/access.ts';
import { database } from '../../src/db/client.ts';
import { apiKeys, apiScopes } from '../../src/db/schema/api.ts';
import { hour } from '../../src/lib/time.ts';
import {
  anApiKey,
  aCoodeshBody,
  anAttemptBody,
  aClient,
  askApi,
  type Client,
  created,
} from '../support/api.ts';
import { loseMessages } from '../support/candidate.ts';
import { expectError } from '../support/gupy.ts';

const db = database(env.DB);

let client: Client;
beforeEach(async () => {
  loseMessages();
  vi.spyOn(console, 'log').mockReturnValue();
  client = await aClient();
});
afterEach(() => vi.restoreAllMocks());

/** Each route of the API with a request that it takes, and the scope that it needs. */
async function calls(): Promise<[string, string, () => Promise<Response>][]> {
  const { id } = await created(client);
  const body = anAttemptBody(client);
  const coodesh = aCoodeshBody(client);
  const ask =
    (path: string, asked = {}) =>
    () =>
      askApi(path, client.key, asked);
  return [
    ['GET /api/v1/assessments', 'assessments:read', ask('/api/v1/assessments')],
    ['GET /api/v1/attempts', 'results:read', ask('/api/v1/attempts')],
    ['POST /api/v1/attempts', 'attempts:write', ask('/api/v1/attempts', { body })],
    ['GET /api/v1/attempts/:id', 'results:read', ask(`/api/v1/attempts/${id}`)],
    [
      'POST /api/v1/attempts/:id/cancellation',
      'attempts:write',
      ask(`/api/v1/attempts/${id}/cancellation`, { method: 'POST' }),
    ],
    ['GET /assessments/ats', 'assessments:read', ask('/assessments/ats')],
    [
      'POST /assessments/ats/attempts',
      'attempts:write',
      ask('/assessments/ats/attempts', { body: coodesh }),
    ],
  ];
}

const setScopes = (scopes: (typeof apiScopes)[number][]) =>
  db.update(apiKeys).set({ scopes }).where(eq(apiKeys.id, client.keyId));

describe('a key', () => {
  it('opens with one scope exactly the routes of that scope, all of them', async () => {
    const all = await calls();
    const named = Object.keys(access).filter((route) => access[route] === 'api');
    expect(all.map(([route]) => route).toSorted()).toEqual(named.toSorted());
    for (const [route, scope, call] of all) {
      await setScopes(apiScopes.filter((other) => other !== scope));
      const refused = await call();
      expect.soft(refused.status, route).toBe(403);
      expect.soft((await refused.json<any>()).error.message, route).toContain(scope);
      await setScopes(apiScopes.filter((other) => other === scope));
      expect.soft((await call()).status, route).toBeLessThan(300);
    }
  });

  it('comes in either header', async () => {
    const headers = { 'X-API-KEY': client.key };
    expect((await askApi('/api/v1/assessments', undefined, { headers })).status).toBe(200);
    const both = { 'X-API-KEY': 'wrong' };
    expect((await askApi('/api/v1/assessments', client.key, { headers: both })).status).toBe(200);
  });

  it('is refused when it is missing, wrong or revoked, always in the same way', async () => {
    const revoked = await anApiKey(client.organizationId, { revokedAt: 1 });
    const texts = [];
    for (const key of [undefined, '', 'x', `${client.key}x`, revoked.key]) {
      const answer = await askApi('/api/v1/attempts', key, { body: '{' });
      expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer');
      texts.push((await expectError(answer, 401, 'unauthorized')).message);
    }
    expect(new Set(texts.slice(2)).size).toBe(1);
  });

  it('tells when it was used, written once an hour', async () => {
    const used = async () =>
      (await db.select().from(apiKeys).where(eq(apiKeys.id, client.keyId)))[0]!.lastUsedAt;
    const minutesAgo = Date.now() - hour / 2;
    await db.update(apiKeys).set({ lastUsedAt: minutesAgo });
    await askApi('/api/v1/assessments', client.key);
    expect(await used()).toBe(minutesAgo);
    await db.update(apiKeys).set({ lastUsedAt: null });
    await askApi('/api/v1/assessments', client.key);
    await vi.waitFor(async () => expect(await used()).toBeGreaterThan(minutesAgo));
  });

  it('is braked by itself, whatever else is asked at that moment', async () => {
    const other = await anApiKey(client.organizationId);
    vi.spyOn(env.API_LIMIT, 'limit').mockImplementation(async ({ key }) => ({
      success: key === other.keyHash,
    }));
    const braked = await askApi('/api/v1/assessments', client.key);
    expect(braked.headers.get('Retry-After')).toBe('60');
    await expectError(braked, 429, 'too_many_requests');
    expect((await askApi('/api/v1/assessments', other.key)).status).toBe(200);
  });
});
