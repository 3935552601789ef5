import { env } from 'cloudflare:workers';
import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { apiKeys } from '../../src/db/schema/api.ts';
import { attempts } from '../../src/db/schema/attempts.ts';
import { providerTokens } from '../../src/db/schema/integrations.ts';
import { newId } from '../../src/lib/ids.ts';
import { issueToken, type Purpose, readToken } from '../../src/lib/tokens.ts';
import { type Estate, paramOf } from '../support/estate.ts';
import {
  altered,
  apart,
  apiRoutes,
  ask,
  candidateRoutes,
  credentials,
  isGet,
  isPost,
  providerRoutes,
  refused,
  type Route,
  twoEstates,
} from '../support/sweep.ts';

const db = database(env.DB);

// Each test asks for many routes as many people.
vi.setConfig({ testTimeout: 60_000 });

let acme: Estate;
let rival: Estate;
beforeEach(async () => {
  ({ acme, rival } = await twoEstates());
  return () => vi.restoreAllMocks();
});

const purposeOf = ({ path }: Route): Purpose => (path.startsWith('/r/') ? 'result' : 'take');

describe('a candidate without the right token', () => {
  it('is refused whatever was forged', async () => {
    const signature = rival.take.open.split('.')[1];
    await instead('a changed signature', (token) => altered(token));
    await instead('another attempt named', (token) => altered(token, 12));
    await instead('no signature', (token) => token.split('.')[0]!);
    await instead('the signature of another', (token) => `${token.split('.')[0]}.${signature}`);
    await instead('signed by somebody else', async (token, purpose) =>
      issueToken('some other secret', purpose, await claimsOf(token, purpose)),
    );
  });

  it('is refused with what we signed, but for something else', async () => {
    const other = await claimsOf(rival.take.open, 'take');
    const { versionId } = other;
    const attemptId = newId();
    await instead('another version', async (token, purpose) =>
      issueToken(env.TOKEN_SECRET, purpose, { ...(await claimsOf(token, purpose)), versionId }),
    );
    await instead('an attempt that is gone', (_, purpose) =>
      issueToken(env.TOKEN_SECRET, purpose, { ...other, attemptId }),
    );
    await instead('the other purpose', async (token, purpose) => {
      const otherPurpose = purpose === 'take' ? 'result' : 'take';
      return issueToken(env.TOKEN_SECRET, otherPurpose, await claimsOf(token, purpose));
    });
    await instead('the other address', (_, purpose) =>
      purpose === 'take' ? acme.result : acme.take.done,
    );
  });

  it('is refused once the token is revoked, each purpose by itself', async () => {
    const takes = candidateRoutes.filter((route) => purposeOf(route) === 'take');
    const results = candidateRoutes.filter((route) => purposeOf(route) === 'result');
    await db.update(attempts).set({ takeEpoch: sql`take_epoch + 1` });
    await refused('a revoked token', takes, () => ({ estate: acme }), 404);
    for (const route of results.filter(isGet))
      expect((await ask(route, { estate: acme })).status).toBe(200);
    await db.update(attempts).set({ resultEpoch: sql`result_epoch + 1` });
    await refused('a revoked token', results, () => ({ estate: acme }), 404);
  });

  it("reaches nothing of another attempt with one's own", async () => {
    await apart(acme, candidateRoutes, () => ({ estate: rival }));
  });

  it("saves nothing to another test's question", async () => {
    const answers = candidateRoutes.filter(({ params }) => params.includes('questionId'));
    const caller = { estate: acme, params: { token: rival.take.open } };
    await refused('rival', answers, () => caller, 404);
  });
});

const own = (route: Route) => ({ estate: acme, headers: credentials(route, acme) });
const ofRival = (route: Route) => ({ estate: acme, headers: credentials(route, rival) });

describe.each([
  ['an ATS without the right token', providerRoutes],
  ['a program without the right key', apiRoutes],
])('%s', (_who, partnerRoutes) => {
  it('is refused, whoever is signed in', async () => {
    const { Authorization: right = '' } = credentials(partnerRoutes[0]!, acme);
    const token = right.slice('Bearer '.length);
    const Cookie = acme.cookies.owner;
    await refused('no token', partnerRoutes, () => ({ estate: acme, headers: { Cookie } }), 401);
    for (const Authorization of ['Bearer ', `Bearer ${altered(token)}`, `Basic ${token}`, token]) {
      const caller = { estate: acme, headers: { Cookie, Authorization } };
      await refused(Authorization, partnerRoutes, () => caller, 401);
    }
    const revokedAt = 1;
    await db.update(providerTokens).set({ revokedAt }).where(eq(providerTokens.id, acme.tokenId));
    await db.update(apiKeys).set({ revokedAt }).where(eq(apiKeys.id, acme.apiKey.id));
    await refused('a revoked token', partnerRoutes, own, 401);
  });

  it("gets nothing of the others with another organization's", async () => {
    const foreign = partnerRoutes.filter((route) => isPost(route) || route.params.length > 0);
    await refused('rival', foreign, ofRival, 403, 404);
    await apart(acme, partnerRoutes, ofRival);
  });

  it("is not let in with the other's", async () => {
    const others = partnerRoutes === apiRoutes ? providerRoutes : apiRoutes;
    const headers = credentials(others[0]!, acme);
    await refused('the other', partnerRoutes, () => ({ estate: acme, headers }), 401);
  });
});

/** Sweeps with the token that a route's path would have, changed. */
async function instead(
  who: string,
  change: (token: string, purpose: Purpose) => string | Promise<string>,
): Promise<void> {
  const caller = async (route: Route) => {
    const purpose = purposeOf(route);
    const right = paramOf(acme, route.route, 'token', purpose === 'take' ? 'a' : 'r');
    const token = await change(right, purpose);
    expect(token).not.toBe(right);
    return { estate: acme, params: { token } };
  };
  await refused(who, candidateRoutes, caller, 404);
}

async function claimsOf(token: string, purpose: Purpose) {
  return (await readToken(env.TOKEN_SECRET, purpose, token))!;
}
