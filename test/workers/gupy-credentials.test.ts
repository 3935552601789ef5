import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { access } from '../../src/access.ts';
import { allRows, loseMessages } from '../support/candidate.ts';
import {
  aCompany,
  anOffer,
  type Company,
  registered,
  type Registered,
  resultOf,
  reviewedContent,
  setAttempts,
  takeTest,
} from '../support/gupy.ts';
import { textOf } from '../support/html.ts';
import { aMember, aSessionCookie } from '../support/members.ts';
import { fetchPage, postForm } from '../support/pages.ts';

let acme: Company;
let test: Registered;
let take: string;
let result: string;
beforeEach(async () => {
  loseMessages();
  acme = await aCompany();
  test = await registered(acme, await anOffer(acme));
  const { result_candidate_page_url } = await resultOf(acme, test.test_result_id);
  take = test.test_url.split('/a/')[1]!;
  result = result_candidate_page_url.split('/r/')[1]!;
});
afterEach(() => vi.restoreAllMocks());

/** Every route of an attempt, with something else in the place of its token. */
const takeRoutes = Object.keys(access).filter((route) => route.includes('/a/:token'));

function call(route: string, token: string, headers: Record<string, string> = {}) {
  const [method, path] = route.split(' ') as [string, string];
  const url = path
    .replace(':token', token)
    .replace(/:number(\{[^/]*\})?/, '1')
    .replace(':questionId', 'numeric');
  const fields = { consent: 'on', confirm: 'on', value: '3.5' };
  return method === 'POST' ? postForm(url, fields, headers) : fetchPage(url, { headers });
}

describe('A.4 three credentials that never open each other’s doors', () => {
  it('A.4 the routes of an attempt are found by this test', () => {
    expect(takeRoutes.length).toBeGreaterThan(5);
  });

  it.each(takeRoutes)('A.4 %s: the result page’s token takes no test', async (route) => {
    const before = await allRows();
    for (const token of [result, test.test_result_id, acme.token, 'x', '%00', `${take}A`]) {
      const answer = await call(route, token);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('Marina');
    }
    expect(await allRows()).toEqual(before);
  });

  it('A.4 the test’s token shows no result page', async () => {
    await takeTest(test);
    for (const token of [take, test.test_result_id, acme.token, `${result}A`])
      expect((await fetchPage(`/r/${token}`)).status).toBe(404);
    expect((await fetchPage(`/r/${result}`)).status).toBe(200);
  });

  it('A.4 the result page’s token shows none of the candidate’s data', async () => {
    await takeTest(test);
    expect(await (await fetchPage(`/r/${result}`)).text()).not.toMatch(/privacy"|data(\.json)?"/);
    for (const door of ['r', 'a']) {
      for (const page of ['privacy', 'data', 'data.json'])
        expect((await fetchPage(`/${door}/${result}/${page}`)).status).toBe(404);
      const request = { kind: 'review', message: '' };
      expect((await postForm(`/${door}/${result}/requests`, request)).status).toBe(404);
    }
    expect((await fetchPage(`/a/${take}/data`)).status).toBe(200);
  });

  it('A.4 neither token opens the recruiter’s pages, as path, cookie or bearer', async () => {
    await takeTest(test);
    for (const token of [take, result, acme.token])
      for (const path of ['/results', `/results/${test.test_result_id}`, '/integrations/gupy'])
        for (const headers of [
          {},
          { Cookie: `__Host-sid=${token}` },
          { Authorization: `Bearer ${token}` },
        ] as Record<string, string>[]) {
          const answer = await fetchPage(path, { headers });
          expect([303, 404]).toContain(answer.status);
          expect(await answer.text()).not.toContain('Marina');
        }
  });

  it('A.4 a recruiter’s session takes no test and shows no candidate’s page', async () => {
    const owner = await aMember({ organizationId: acme.organizationId });
    const headers = { Cookie: await aSessionCookie(owner.userId) };
    for (const route of [...takeRoutes, 'GET /r/:token'])
      for (const token of ['x', test.test_result_id])
        expect((await call(route, token, headers)).status).toBe(404);
  });

  it('A.4 neither token calls the provider contract', async () => {
    for (const token of [take, result]) {
      const headers = { Authorization: `Bearer ${token}` };
      for (const path of ['/gupy/test', `/gupy/test/result/${test.test_result_id}`])
        expect((await fetchPage(path, { headers })).status).toBe(401);
    }
  });

  it('A.4 one attempt’s token opens no other attempt', async () => {
    const other = await registered(acme, await anOffer(acme), { job_id: 78n });
    const [head] = take.split('.');
    const [, tail] = other.test_url.split('/a/')[1]!.split('.');
    expect((await fetchPage(`/a/${head}.${tail}`)).status).toBe(404);
  });

  it('A.4 revoking one leaves the other', async () => {
    await setAttempts({ takeEpoch: 1 });
    expect((await fetchPage(`/a/${take}`)).status).toBe(404);
    expect((await fetchPage(`/r/${result}`)).status).toBe(200);
    await setAttempts({ takeEpoch: 0, resultEpoch: 1 });
    expect((await fetchPage(`/a/${take}`)).status).toBe(200);
    expect((await fetchPage(`/r/${result}`)).status).toBe(404);
  });

  it('A.4 a token signed with another secret opens nothing', async () => {
    const secret = env.TOKEN_SECRET;
    env.TOKEN_SECRET = 'another-secret';
    try {
      expect((await fetchPage(`/a/${take}`)).status).toBe(404);
      expect((await fetchPage(`/r/${result}`)).status).toBe(404);
      env.TOKEN_SECRET = `another-secret,${secret}`;
      expect((await fetchPage(`/a/${take}`)).status).toBe(200);
    } finally {
      env.TOKEN_SECRET = secret;
    }
  });
});

describe('A.4 the candidate’s result page', () => {
  it('A.4 shows title, state, total and major items', async () => {
    await takeTest(test);
    const page = textOf(await (await fetchPage(`/r/${result}`)).text());
    for (const shown of ['Avaliação de teste', 'Lógica', '100']) expect(page).toContain(shown);
  });

  it('A.4 shows no e-mail, answers, weights or minor items', async () => {
    await takeTest(test);
    const page = await (await fetchPage(`/r/${result}`)).text();
    for (const hidden of [
      'marina@acme.example',
      'Velocidade', // minor
      '3.5',
      '3,5',
      'Opção',
      'Questão de',
      'gupy.io',
      take,
      test.test_result_id,
    ])
      expect(page).not.toContain(hidden);
    expect(textOf(page).toLowerCase()).not.toContain('peso');
  });

  it('A.4 shows only the state before completion', async () => {
    const waiting = await registered(acme, await anOffer(acme, { content: reviewedContent }));
    await takeTest(waiting, reviewedContent);
    const { result_candidate_page_url } = await resultOf(acme, waiting.test_result_id);
    const page = textOf(await (await fetchPage(result_candidate_page_url)).text());
    expect(page).toContain('Avaliação de teste');
    for (const hidden of ['Lógica', '%', 'laço', 'marina@acme.example'])
      expect(page).not.toContain(hidden);
  });

  it('A.4 is kept by no cache and told to no other site', async () => {
    const answer = await fetchPage(`/r/${result}`);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('Referrer-Policy')).toMatch(/^(no-referrer|same-origin)$/);
  });
});
