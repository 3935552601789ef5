import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ring } from '../../src/cron.ts';
import { database } from '../../src/db/client.ts';
import { gupyMilestones, milestones, providerCalls } from '../../src/db/schema/gupy-inbound.ts';
import { day } from '../../src/lib/time.ts';
import { allRows, aSitting, loseMessages, stopClock, submit } from '../support/candidate.ts';
import { aConnection } from '../support/gupy-rest.ts';
import {
  aCandidate,
  aCompany,
  anOffer,
  askProvider,
  type Company,
  registered,
  resultOf,
  scoredContent,
  takeTest,
} from '../support/gupy.ts';
import { textOf } from '../support/html.ts';
import { aSignedInMember } from '../support/makers.ts';
import { fetchPage, postForm } from '../support/pages.ts';
import { aReceiver } from '../support/receiver.ts';

const db = database(env.DB);

let company: Company;
beforeEach(async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  loseMessages();
  company = await aCompany();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function reached(): Promise<string[]> {
  const rows = await db
    .select()
    .from(gupyMilestones)
    .where(eq(gupyMilestones.organizationId, company.organizationId));
  return rows.map(({ milestone }) => milestone);
}

const calls = () => db.select().from(providerCalls);

describe('the steps of going live', () => {
  it('are reached one by one by what really happens', async () => {
    aReceiver();
    expect(await reached()).toEqual([]);
    const testId = await anOffer(company, { content: scoredContent });
    await askProvider('/test?limit=1', company.token);
    expect(new Set(await reached())).toEqual(new Set(['token_used', 'catalogue_read']));
    const test = await registered(company, testId);
    expect(await reached()).toContain('attempt_created');
    await takeTest(test);
    await ring(env);
    expect(await reached()).toEqual(
      expect.arrayContaining(['attempt_completed', 'webhook_delivered']),
    );
    expect(await reached()).not.toContain('callback_followed');
    await resultOf(company, test.test_result_id);
    const back = await fetchPage(`${new URL(test.test_url).pathname}/return`);
    expect(back.status).toBe(303);
    expect(new Set(await reached())).toEqual(new Set(milestones));
  });

  it('are not reached by a refused webhook or a refused call', async () => {
    aReceiver(() => new Response(null, { status: 500 }));
    await askProvider('/test?limit=x', company.token);
    const test = await registered(company, await anOffer(company, { content: scoredContent }));
    await takeTest(test);
    await ring(env);
    expect(new Set(await reached())).toEqual(
      new Set(['token_used', 'attempt_created', 'attempt_completed']),
    );
  });

  it("are not reached by what came through a link of one's own", async () => {
    const { path } = await aSitting({ organizationId: company.organizationId });
    await submit(path);
    await ring(env);
    expect(await reached()).toEqual([]);
  });

  it('keep the moment of their first time', async () => {
    const first = stopClock();
    await askProvider('/test', company.token);
    stopClock(first + day);
    await askProvider('/test', company.token);
    const rows = await db.select().from(gupyMilestones);
    expect(rows.map(({ at }) => at)).toEqual([first, first]);
  });
});

describe('the log of calls', () => {
  it('has every call with its answer, and nothing of what it carried', async () => {
    const testId = await anOffer(company);
    const { test_result_id: id } = await registered(company, testId);
    await askProvider(`/test/result/${id}`, company.token);
    await askProvider('/test?limit=401', company.token);
    const rows = await calls();
    const lines = rows.map(({ method, route, status }) => `${method} ${route} ${status}`);
    expect(lines.toSorted((a, b) => a.localeCompare(b))).toEqual([
      'GET /gupy/test 400',
      'GET /gupy/test/result/:resultId 200',
      'POST /gupy/test/candidate 201',
    ]);
    const { name, email, document_id } = aCandidate(company, testId);
    for (const secret of [name, email, String(document_id), id, company.token])
      expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('has no call whose token nobody knows', async () => {
    await askProvider('/test', 'unknown');
    expect(await calls()).toEqual([]);
  });

  it('forgets what is older than 30 days', async () => {
    const now = stopClock();
    await askProvider('/test', company.token);
    stopClock(now + 31 * day);
    await askProvider('/test', company.token);
    expect(await calls()).toHaveLength(1);
  });
});

it('the page shows steps, report and calls of the own organization only', async () => {
  await askProvider('/test', company.token);
  const own = await aSignedInMember({ organizationId: company.organizationId, role: 'viewer' });
  const stranger = await aSignedInMember();
  const pageOf = async ({ headers }: typeof own) =>
    (await fetchPage('/integrations/gupy/go-live', { headers })).text();
  const page = await pageOf(own);
  expect(page).toContain('2 de 7 passos');
  expect(page).toMatch(/\[x\] A Gupy leu o catálogo de testes: 20\d\d-/);
  expect(page).toContain('GET /gupy/test');
  expect(await pageOf(stranger)).toContain('0 de 7 passos');
});

const check = async (headers: { Cookie: string }) =>
  textOf(await (await postForm('/integrations/gupy/check', {}, headers)).text());

describe('the end-to-end check', () => {
  it('says what is missing, and what to do', async () => {
    const { headers } = await aSignedInMember();
    const page = await check(headers);
    expect(page.match(/a corrigir/g)).toHaveLength(3);
    expect(page).toContain('Crie um token na página da Gupy.');
    expect(page).toContain('não se aplica');
  });

  it('finds all in place, asks Gupy for real, and changes nothing', async () => {
    const { headers } = await aSignedInMember({ organizationId: company.organizationId });
    await anOffer(company);
    await aConnection(company.organizationId);
    const before = await allRows();
    const receiver = aReceiver(() => Response.json({ results: [{ id: 1 }] }));
    expect((await check(headers)).match(/\bcerto\b/g)).toHaveLength(4);
    expect(receiver.calls().every(({ url }) => url.startsWith(env.GUPY_API_BASE))).toBe(true);
    const { gupy_connections: _paced, ...after } = (await allRows()) as Record<string, unknown>;
    expect(after).toEqual(
      Object.fromEntries(Object.entries(before as object).filter(([name]) => name in after)),
    );
  });

  it('says that the API does not answer as it should', async () => {
    const { headers } = await aSignedInMember({ organizationId: company.organizationId });
    await aConnection(company.organizationId);
    aReceiver(() => new Response('{}', { status: 401 }));
    expect(await check(headers)).toContain('Teste e guarde o token de novo');
  });
});
