import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';

import { ring } from '../../src/cron.ts';
import { database } from '../../src/db/client.ts';
import { attempts } from '../../src/db/schema/attempts.ts';
import { deliveries, tries } from '../../src/db/schema/deliveries.ts';
import { loseMessages, submit } from '../support/candidate.ts';
import {
  aCompany,
  anOffer,
  askProvider,
  type Company,
  publish,
  registered,
  type Registered,
  reviewedContent,
  scoredContent,
  setAttempts,
  startTest,
  takeTest,
} from '../support/gupy.ts';
import { fetchPage } from '../support/pages.ts';

const db = database(env.DB);
const callback = 'https://acme.gupy.io/candidates/callback?step=7';
const webhook = 'https://hooks.gupy.io/results/9?key=a';

let acme: Company;
let testId: string;
let outside: MockInstance<typeof fetch>;
beforeEach(async () => {
  // Without queues every delivery waits for the sweep, which each test rings itself.
  loseMessages();
  outside = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('ok'));
  acme = await aCompany();
  testId = await anOffer(acme);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Whether the page or the answer leads to the callback, or names it at all. */
async function offersCallback(path: string): Promise<boolean> {
  const answer = await fetchPage(path);
  const all = `${answer.headers.get('Location')}\n${await answer.text()}`;
  return /gupy\.io|href="[^"]*\/return"/.test(all);
}

/** What was sent to the outside so far. */
function sent() {
  return outside.mock.calls.map(([url, init]) => ({
    url: url as string,
    method: init?.method,
    redirect: init?.redirect,
    headers: new Headers(init?.headers),
    body: init?.body as string,
  }));
}

const answerWith = (status: number, headers: Record<string, string> = {}) =>
  outside.mockImplementation(async () => new Response(null, { status, headers }));

/** Lets the time of every waiting delivery come, and sweeps. */
async function tryAgain() {
  await db.update(deliveries).set({ nextAt: 1 }).where(eq(deliveries.state, 'waiting'));
  await ring(env);
}

const onlyDelivery = async () => {
  const rows = await db.select().from(deliveries);
  expect(rows).toHaveLength(1);
  return rows[0]!;
};

async function aCompletedTest(fields = {}): Promise<Registered> {
  const test = await registered(acme, testId, fields);
  await takeTest(test);
  return test;
}

describe('A.4 callback_url', () => {
  it('A.4 before completion no page offers it', async () => {
    const test = await registered(acme, testId);
    const pages = ['', '/return', '/review', '/questions/1', '/questions/2', '/questions/3'];
    const offered = async () => {
      const found = [];
      for (const page of pages) found.push(await offersCallback(test.test_url + page));
      return found;
    };
    const none = pages.map(() => false);
    expect(await offered()).toEqual(none);
    await startTest(test);
    expect(await offered()).toEqual(none);
    expect((await fetchPage(`${test.test_url}/return`)).status).toBe(404);
    const { result_candidate_page_url } = await (
      await askProvider(`/test/result/${test.test_result_id}`, acme.token)
    ).json<any>();
    expect(await offersCallback(result_candidate_page_url)).toBe(false);
  });

  it('A.4 while the attempt waits for a person no page offers it', async () => {
    const test = await registered(acme, await anOffer(acme, { content: reviewedContent }));
    await takeTest(test, reviewedContent);
    expect((await db.select().from(attempts))[0]?.state).toBe('submitted');
    for (const page of ['', '?notice=already', '/return', '/review', '/questions/1'])
      expect(await offersCallback(test.test_url + page)).toBe(false);
  });

  it.each(['expired', 'cancelled'] as const)(
    'A.4 an attempt that is %s has none',
    async (state) => {
      const { test_url } = await registered(acme, testId);
      await setAttempts({ state });
      for (const page of ['', '/return']) expect(await offersCallback(test_url + page)).toBe(false);
    },
  );

  it('A.4 after completion one redirect leads there, offered at every reopening', async () => {
    const { test_url } = await aCompletedTest();
    const path = new URL(test_url).pathname;
    for (let i = 0; i < 3; i += 1) {
      const page = await (await fetchPage(test_url)).text();
      expect(page.match(/\/return"/g)).toHaveLength(1);
      expect(page).toContain(`href="${path}/return"`);
      const answer = await fetchPage(`${test_url}/return`);
      expect(answer.status).toBe(303);
      expect(answer.headers.get('Location')).toBe(callback);
    }
  });

  it('A.4 time running out leads there, too', async () => {
    const test = await registered(acme, testId);
    await startTest(test);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31 * 60_000 });
    expect((await fetchPage(`${test.test_url}/return`)).headers.get('Location')).toBe(callback);
  });

  it('A.4 it is sent as it was parsed, whatever its characters', async () => {
    const callback_url = 'https://acme.gupy.io/volta%20já/?nome=José&x=李';
    const { test_url } = await aCompletedTest({ callback_url });
    const location = (await fetchPage(`${test_url}/return`)).headers.get('Location');
    expect(location).toBe('https://acme.gupy.io/volta%20j%C3%A1/?nome=Jos%C3%A9&x=%E6%9D%8E');
  });

  it('A.4 it is checked again when it is used', async () => {
    const { test_url } = await aCompletedTest();
    const allowed = env.GUPY_ALLOWED_HOSTS;
    env.GUPY_ALLOWED_HOSTS = 'gupy.io';
    try {
      expect((await fetchPage(`${test_url}/return`)).status).toBe(404);
    } finally {
      env.GUPY_ALLOWED_HOSTS = allowed;
    }
    expect((await fetchPage(`${test_url}/return`)).status).toBe(303);
  });

  it('A.4 the server never calls it', async () => {
    const { test_url } = await aCompletedTest();
    await ring(env);
    await fetchPage(test_url);
    await fetchPage(`${test_url}/return`);
    await ring(env);
    expect(sent().map(({ url }) => url)).toEqual([webhook]);
  });
});

describe('A.4 result_webhook_url', () => {
  it('A.4 gets nothing before completion', async () => {
    const test = await registered(acme, await anOffer(acme, { content: reviewedContent }));
    await ring(env);
    await startTest(test);
    await ring(env);
    await takeTest(test, reviewedContent);
    await ring(env);
    expect(sent()).toEqual([]);
    expect(await db.select().from(deliveries)).toEqual([]);
  });

  it('A.4 gets the TestResult by POST, without authentication, with status "done"', async () => {
    const { test_result_id } = await aCompletedTest();
    await ring(env);
    const [call, ...more] = sent();
    expect(more).toEqual([]);
    expect(call).toMatchObject({ url: webhook, method: 'POST', redirect: 'manual' });
    expect(call?.headers.get('content-type')).toBe('application/json');
    expect(call?.headers.get('authorization')).toBeNull();
    expect(call?.headers.get('cookie')).toBeNull();
    const body = JSON.parse(call!.body);
    expect(body.status).toBe('done');
    expect(body.results).toHaveLength(3);
    const answer = await askProvider(`/test/result/${test_result_id}`, acme.token);
    expect(await answer.text()).toBe(call!.body);
    expect(await onlyDelivery()).toMatchObject({ state: 'delivered', tries: 1 });
  });

  it('A.4 its bytes are made once, before the first try', async () => {
    await aCompletedTest();
    answerWith(500);
    await ring(env);
    const { payload } = await onlyDelivery();
    await publish(acme, testId, { ...scoredContent, name: { 'pt-BR': 'Renomeada' } });
    await setAttempts({ resultEpoch: 1 });
    const address = env.BASE_URL;
    env.BASE_URL = 'https://elsewhere.example';
    try {
      await tryAgain();
      answerWith(204);
      await tryAgain();
    } finally {
      env.BASE_URL = address;
    }
    expect(sent().map(({ body }) => body)).toEqual([payload, payload, payload]);
    expect(await onlyDelivery()).toMatchObject({ state: 'delivered', tries: 3, payload });
  });

  it('A.4 carries a webhook-id that is the same at every try', async () => {
    await aCompletedTest();
    answerWith(503);
    for (let i = 0; i < 3; i += 1) await tryAgain();
    const ids = sent().map(({ headers }) => headers.get('webhook-id'));
    expect(ids).toHaveLength(3);
    expect(new Set(ids)).toEqual(new Set([(await onlyDelivery()).id]));
  });

  it('A.4 a replay repeats bytes and webhook-id', async () => {
    await aCompletedTest();
    await ring(env);
    await db.update(deliveries).set({ state: 'pending', nextAt: 1, finishedAt: null });
    await ring(env);
    const [first, second, ...more] = sent();
    expect(more).toEqual([]);
    expect(second?.body).toBe(first?.body);
    expect(second?.headers.get('webhook-id')).toBe(first?.headers.get('webhook-id'));
  });

  it('A.4 two attempts have two webhook-ids', async () => {
    await aCompletedTest();
    await aCompletedTest({ job_id: 78n });
    await ring(env);
    expect(new Set(sent().map(({ headers }) => headers.get('webhook-id'))).size).toBe(2);
  });

  it('A.4 many simultaneous submits make one delivery', async () => {
    const test = await registered(acme, testId);
    await startTest(test);
    const path = new URL(test.test_url).pathname;
    await Promise.all(Array.from({ length: 20 }, () => submit(path)));
    await Promise.all([ring(env), ring(env), ring(env)]);
    expect(sent()).toHaveLength(1);
    await onlyDelivery();
  });

  it('A.4 nobody who named no URL gets one', async () => {
    await aCompletedTest({ result_webhook_url: undefined });
    await ring(env);
    expect(sent()).toEqual([]);
  });

  it.each([301, 302, 303, 307, 308])(
    'A.4 a %i is a failure and is not followed',
    async (status) => {
      await aCompletedTest();
      answerWith(status, { Location: 'http://127.0.0.1:1/' });
      await ring(env);
      expect(sent().map(({ url, redirect }) => [url, redirect])).toEqual([[webhook, 'manual']]);
      expect(await onlyDelivery()).toMatchObject({ state: 'waiting', lastStatus: status });
    },
  );

  it('A.4 it is checked again when it is used: nothing is called, and it is parked', async () => {
    await aCompletedTest();
    const allowed = env.GUPY_ALLOWED_HOSTS;
    env.GUPY_ALLOWED_HOSTS = 'gupy.io';
    try {
      await ring(env);
    } finally {
      env.GUPY_ALLOWED_HOSTS = allowed;
    }
    expect(sent()).toEqual([]);
    expect(await onlyDelivery()).toMatchObject({
      state: 'parked',
      lastError: 'URL not allowed: host',
    });
  });

  it('A.4 no answer is tried again, and told in words', async () => {
    await aCompletedTest();
    outside.mockImplementation(async () => {
      throw new TypeError('Network connection lost.');
    });
    await ring(env);
    expect(await onlyDelivery()).toMatchObject({
      state: 'waiting',
      lastStatus: null,
      lastError: 'the connection failed',
    });
    outside.mockImplementation(async () => new Response('thanks'));
    await tryAgain();
    expect((await onlyDelivery()).state).toBe('delivered');
    expect((await db.select().from(tries)).map(({ answer }) => answer)).toEqual([null, 'thanks']);
  });
});
