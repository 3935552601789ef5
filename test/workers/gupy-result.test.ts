import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ring } from '../../src/cron.ts';
import type { AttemptState } from '../../src/db/schema/attempts.ts';
import { bigFive } from '../../src/features/assessments/library/big-five.ts';
import { allRows, aSitting, loseMessages } from '../support/candidate.ts';
import {
  aCompany,
  anOffer,
  askProvider,
  type Company,
  expectError,
  publish,
  registered,
  resultOf,
  reviewedContent,
  scoredContent,
  setAttempts,
  startTest,
  takeTest,
} from '../support/gupy.ts';
import { fetchPage, postForm } from '../support/pages.ts';

let acme: Company;
let testId: string;
beforeEach(async () => {
  loseMessages();
  acme = await aCompany();
  testId = await anOffer(acme);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const topKeys = [
  'company_result_string',
  'description',
  'providerLink',
  'providerName',
  'result_candidate_page_url',
  'result_page_url',
  'results',
  'status',
  'testCode',
  'title',
];

type Values = Parameters<typeof setAttempts>[0];
const started: Values = { state: 'in_progress', startedAt: 1, deadlineAt: 9e12 };

/** The steps to each state, as rows; a completed attempt is really taken, for its result. */
const states: Record<AttemptState, Values[]> = {
  not_started: [],
  in_progress: [started],
  submitted: [started, { state: 'submitted', submittedAt: 2 }],
  completed: [],
  expired: [{ state: 'expired' }],
  cancelled: [{ state: 'cancelled' }],
};

/** An attempt that was put into this state. */
async function anAttemptIn(state: AttemptState) {
  const test = await registered(acme, testId);
  for (const step of states[state]) await setAttempts(step);
  if (state === 'completed') await takeTest(test);
  return test;
}

describe('A.3 GET /test/result/{resultId}', () => {
  it.each(Object.keys(states) as AttemptState[])(
    'A.3 has exactly its ten keys when %s',
    async (state) => {
      const { test_result_id } = await anAttemptIn(state);
      const result = await resultOf(acme, test_result_id);
      expect(Object.keys(result).toSorted()).toEqual(topKeys);
    },
  );

  it.each([
    ['not_started', 'notStarted', 0],
    ['expired', 'notStarted', 0],
    ['cancelled', 'notStarted', 0],
    ['in_progress', 'paused', 0],
    ['submitted', 'paused', 0],
    ['completed', 'done', 3],
  ] as const)(
    'A.3 an attempt that is %s is "%s", with %i results',
    async (state, status, count) => {
      const { test_result_id } = await anAttemptIn(state);
      const result = await resultOf(acme, test_result_id);
      expect(result.status).toBe(status);
      expect(result.results).toHaveLength(count);
    },
  );

  it('A.3 an attempt that waits for a person is "paused", without results', async () => {
    const test = await registered(acme, await anOffer(acme, { content: reviewedContent }));
    await takeTest(test, reviewedContent);
    const result = await resultOf(acme, test.test_result_id);
    expect(result).toMatchObject({ status: 'paused', results: [] });
    expect(result.company_result_string).toContain('Aguarda avaliação de uma pessoa: 1 questão.');
  });

  it('A.3 says what the test is and where its pages are', async () => {
    const { test_result_id } = await registered(acme, testId);
    const result = await resultOf(acme, test_result_id);
    expect(result).toMatchObject({
      title: 'Avaliação de teste',
      testCode: testId,
      description: 'Uma avaliação pequena.',
      providerName: 'Aferi',
      providerLink: 'http://localhost:8787',
      result_page_url: `http://localhost:8787/results/${test_result_id}`,
      result_candidate_page_url: expect.stringMatching(
        /^http:\/\/localhost:8787\/r\/[\w-]{46}\.[\w-]{43}$/,
      ),
    });
  });

  it('A.3 tells of the version that was taken, not of a later one', async () => {
    const { test_result_id } = await registered(acme, testId);
    await publish(acme, testId, { ...scoredContent, name: { 'pt-BR': 'Segunda' } });
    expect(await resultOf(acme, test_result_id)).toMatchObject({ title: 'Avaliação de teste' });
  });

  it('A.3 results are the total, then each competency, each with exactly its eight keys', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 22, 12) });
    const test = await registered(acme, testId);
    await startTest(test);
    await postForm(`${test.test_url}/answers/single-choice`, { value: 'b' });
    await postForm(`${test.test_url}/answers/true-false`, { value: 'false' });
    await postForm(`${test.test_url}/submission`, { confirm: 'on' });
    const item = {
      type_result: 'percentage',
      date: '2026-11-22T12:00:00.000Z',
      other_informations: {},
    };
    expect((await resultOf(acme, test.test_result_id)).results).toEqual([
      {
        ...item,
        score: 33,
        result_string: '33%',
        tier: 'major',
        title: 'Resultado geral',
        description: 'Média ponderada das seções do teste, de 0 a 100.',
      },
      {
        ...item,
        score: 50,
        result_string: '50%',
        tier: 'major',
        title: 'Lógica',
        description: 'Pensar.',
      },
      {
        ...item,
        score: 0,
        result_string: '0%',
        tier: 'minor',
        title: 'Velocidade',
        description: '',
      },
    ]);
  });

  it('A.3 a personality test has its scales and no total', async () => {
    const test = await registered(acme, await anOffer(acme, { content: bigFive }));
    await startTest(test);
    const questions = bigFive.sections.flatMap((section) => section.questions);
    for (const { id } of questions)
      await postForm(`${test.test_url}/answers/${id}`, { value: '2' });
    await postForm(`${test.test_url}/submission`, { confirm: 'on' });
    const { status, results } = await resultOf(acme, test.test_result_id);
    expect(status).toBe('done');
    expect(results.map(({ title }: { title: string }) => title)).toEqual([
      'Extroversão',
      'Amabilidade',
      'Conscienciosidade',
      'Neuroticismo',
      'Intelecto/Imaginação',
    ]);
    for (const { score } of results) expect([25, 50, 63, 75]).toContain(score);
  });

  it('A.3 a test submitted without any answer is done with 0', async () => {
    const test = await registered(acme, testId);
    await startTest(test);
    await postForm(`${test.test_url}/submission`, { confirm: 'on' });
    const { status, results } = await resultOf(acme, test.test_result_id);
    expect(status).toBe('done');
    expect(results.map(({ score }: { score: number }) => score)).toEqual([0, 0, 0]);
  });

  it('A.3 time running out ends as "done" with what was saved', async () => {
    const test = await registered(acme, testId);
    await startTest(test);
    await postForm(`${test.test_url}/answers/single-choice`, { value: 'b' });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31 * 60_000 });
    vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response());
    await ring(env);
    const result = await resultOf(acme, test.test_result_id);
    expect(result.status).toBe('done');
    expect(result.results[0].score).toBe(33);
    expect(result.company_result_string).toContain('o tempo acabou');
  });

  it('A.3 company_result_string is Markdown with total, competencies, time and link', async () => {
    const test = await anAttemptIn('completed');
    const { company_result_string } = await resultOf(acme, test.test_result_id);
    expect(company_result_string).toMatch(/^\*\*Resultado geral: 100%\*\*\n\n/);
    for (const line of ['- Lógica: 100%', '- Velocidade: 100%', '- Respondidas: 3 de 3'])
      expect(company_result_string.split('\n')).toContain(line);
    expect(company_result_string).toMatch(/\n- Tempo: .+ de 30.min\n/);
    expect(company_result_string).toContain(
      `(http://localhost:8787/results/${test.test_result_id})`,
    );
    expect(company_result_string).not.toContain('marina@acme.example');
  });

  it('A.3 asking changes nothing, and the same state has the same bytes', async () => {
    const { test_result_id } = await anAttemptIn('completed');
    const before = await allRows();
    const ask = async () =>
      (await askProvider(`/test/result/${test_result_id}`, acme.token)).text();
    const first = await ask();
    for (let i = 0; i < 3; i += 1) expect(await ask()).toBe(first);
    expect(await allRows()).toEqual(before);
  });

  it('A.3 has no query parameters: any are ignored', async () => {
    const { test_result_id } = await registered(acme, testId);
    const result = await resultOf(acme, `${test_result_id}?limit=abc&candidate=1`);
    expect(result.status).toBe('notStarted');
  });

  it('A.3 an unknown id and every id that is not theirs are one and the same 404', async () => {
    const beta = await aCompany();
    const { test_result_id } = await registered(acme, testId);
    const theirs = await registered(beta, await anOffer(beta));
    const sitting = await aSitting({ organizationId: acme.organizationId });
    const bodies = [];
    for (const id of [
      '0197f0a2-0000-7000-8000-000000000000',
      theirs.test_result_id,
      sitting.attemptId, // ours, but not from Gupy
      test_result_id.toUpperCase(),
      test_result_id.replaceAll('-', ''),
      `${test_result_id}%00`,
      `%20${test_result_id}`,
      `${test_result_id}' or '1'='1`,
      'x',
      '%',
      '%00',
      '%ED%A0%80',
      '..%2f..%2fresults',
      '9'.repeat(5000),
    ]) {
      const answer = await askProvider(`/test/result/${id}`, acme.token);
      expect(answer.status).toBe(404);
      bodies.push((await answer.text()).replace(/"requestId":"[^"]+"/, ''));
    }
    expect(new Set(bodies).size).toBe(1);
    await expectError(
      await askProvider(`/test/result/${test_result_id}`, beta.token),
      404,
      'not_found',
    );
  });
});

describe('A.3 the pages that it names', () => {
  it('A.3 result_page_url is behind sign-in', async () => {
    const { test_result_id } = await anAttemptIn('completed');
    const { result_page_url } = await resultOf(acme, test_result_id);
    const answer = await fetchPage(result_page_url);
    expect(answer.status).not.toBe(200);
    expect(await answer.text()).not.toContain('Marina');
  });

  it('A.3 result_candidate_page_url needs no sign-in, at any time', async () => {
    const test = await registered(acme, testId);
    const { result_candidate_page_url } = await resultOf(acme, test.test_result_id);
    expect((await fetchPage(result_candidate_page_url)).status).toBe(200);
    await takeTest(test);
    expect((await resultOf(acme, test.test_result_id)).result_candidate_page_url).toBe(
      result_candidate_page_url,
    );
    expect(await (await fetchPage(result_candidate_page_url)).text()).toContain('Lógica');
  });
});
