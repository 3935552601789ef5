import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';

import { ring } from '../../src/cron.ts';
import { database } from '../../src/db/client.ts';
import { organizations, type Role } from '../../src/db/schema/accounts.ts';
import { healthBatches } from '../../src/db/schema/conduct.ts';
import type { VersionContent } from '../../src/features/questions/content.ts';
import { loseMessages } from '../support/candidate.ts';
import {
  aCompany,
  anOffer,
  askProvider,
  type Company,
  registered,
  scoredContent,
  takeTest,
} from '../support/gupy.ts';
import { textOf } from '../support/html.ts';
import { aSignedInMember } from '../support/makers.ts';
import { fetchPage, postForm } from '../support/pages.ts';

const db = database(env.DB);
const page = '/integrations/gupy';
const aboutHealth = /Condições do teste|para uma pessoa olhar/;

let acme: Company;
let outside: MockInstance<typeof fetch>;
beforeEach(async () => {
  // Without queues every delivery waits for the sweep, which each test rings itself.
  loseMessages();
  outside = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('ok'));
  acme = await aCompany();
});
afterEach(() => vi.restoreAllMocks());

const hidden = (seconds: number) => ({ kind: 'hidden', at: 1, seconds });
const paste = (size: number) => ({ kind: 'paste', at: 1, size });
const reopened = { kind: 'resumed', at: 1, seconds: 300 };
const changed = { kind: 'device', at: 1, from: 'computer', to: 'phone' };

describe('what Gupy gets about the conditions of a test', () => {
  it('is nothing, in any byte, unless the organization asked for it', async () => {
    await aTakenTest([hidden(500), paste(5000)]);
    await ring(env);
    const bytes = JSON.stringify(outside.mock.calls);
    expect(bytes).toContain('company_result_string');
    expect(bytes).not.toMatch(aboutHealth);
  });

  it.each([
    ['nada', []],
    ['nível baixo', [hidden(40)]],
    ['nível médio', [hidden(500), paste(300)]],
    ['nível alto', [hidden(500), paste(5000), changed, reopened, reopened, reopened]],
  ])('is, when it asked, one line at the end: %s', async (label, events) => {
    await turnOn();
    const testId = await aTakenTest(events);
    await ring(env);
    const body = outside.mock.calls[0]![1]!.body as string;
    const result = JSON.parse(body);
    const line = `Condições do teste, para uma pessoa olhar: ${label}. Não mudam a nota.`;
    expect(result.company_result_string.split('\n').at(-1)).toBe(line);
    expect(body.match(/Condições do teste/g)).toHaveLength(1);
    expect(JSON.stringify(result.results)).not.toMatch(aboutHealth);
    // Asked for, the result is the same, byte for byte.
    expect(await (await askProvider(`/test/result/${testId}`, acme.token)).text()).toBe(body);
  });

  it('is nothing about a test that records nothing', async () => {
    await turnOn();
    await aTakenTest([hidden(500)], {
      ...scoredContent,
      conduct: { signals: [] },
    });
    await ring(env);
    expect(JSON.stringify(outside.mock.calls)).not.toMatch(aboutHealth);
  });

  it('stays as it was planned when the switch is turned later', async () => {
    await aTakenTest([hidden(500)]);
    outside.mockImplementationOnce(async () => new Response(null, { status: 500 }));
    await ring(env);
    await turnOn();
    await env.DB.exec("update deliveries set next_at = 1 where state = 'waiting'");
    await ring(env);
    const bodies = outside.mock.calls.map(([, init]) => init?.body);
    expect(bodies).toHaveLength(2);
    expect(bodies[1]).toBe(bodies[0]);
  });
});

describe('a candidate', () => {
  const told = 'pediu que uma frase com o nível';

  it('is told of the line before starting, where there is one', async () => {
    const testId = await anOffer(acme);
    const { test_url } = await registered(acme, testId);
    const read = async () => textOf(await (await fetchPage(test_url)).text());
    expect(await read()).not.toContain(told);
    await turnOn();
    expect(await read()).toContain(told);
  });
});

describe('the switch', () => {
  it('is off until an admin turns it on, and can be turned off again', async () => {
    const { headers, organizationId } = await aSignedInMember({ role: 'admin', plan: 'business' });
    expect(await lineOf(organizationId)).toBe(false);
    const turned = await postForm(`${page}/health-line`, { healthLine: 'on' }, headers);
    expect(turned.headers.get('Location')).toBe(`${page}?notice=lineOn#health-line`);
    expect(await lineOf(organizationId)).toBe(true);
    const html = await (await fetchPage(`${page}?notice=lineOn`, { headers })).text();
    expect(html).toMatch(/<input[^>]*name="healthLine"[^>]*checked/);
    expect(textOf(html)).toContain('A frase vai com os próximos resultados.');
    expect(textOf(html)).toContain('para uma pessoa olhar: nível baixo. Não mudam a nota.');
    await postForm(`${page}/health-line`, {}, headers);
    expect(await lineOf(organizationId)).toBe(false);
  });

  it.each<Role>(['viewer', 'reviewer', 'recruiter'])('is not for a %s', async (role) => {
    const { headers, organizationId } = await aSignedInMember({ role, plan: 'business' });
    const html = await (await fetchPage(page, { headers })).text();
    expect(html).not.toContain('name="healthLine"');
    expect(textOf(html)).toContain('Desligado: nada é enviado.');
    const answer = await postForm(`${page}/health-line`, { healthLine: 'on' }, headers);
    expect(answer.status).toBe(403);
    expect(await lineOf(organizationId)).toBe(false);
  });
});

function turnOn() {
  return db
    .update(organizations)
    .set({ healthLine: true })
    .where(eq(organizations.id, acme.organizationId));
}

/** Taken through Gupy, with these events on record; the result is not planned yet. */
async function aTakenTest(events: unknown[], content?: VersionContent): Promise<string> {
  const testId = await anOffer(acme, content ? { content } : {});
  const test = await registered(acme, testId);
  await takeTest(test);
  const attemptId = test.test_result_id;
  await db.insert(healthBatches).values({ attemptId, id: 'page:1', events, receivedAt: 1 });
  return attemptId;
}

async function lineOf(organizationId: string) {
  const [row] = await db
    .select({ healthLine: organizations.healthLine })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  return row?.healthLine;
}
