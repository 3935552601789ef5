import { describe, expect, test } from 'vitest';

import { aSimulator, anApplication, cpf, html, json } from '../gupy-simulator/maker.ts';

describe('the REST API', () => {
  test.each([{}, { authorization: 'Bearer other' }, { authorization: 'demo-gupy-rest-token' }])(
    'no entry with %o, in the error shape of version 1',
    async (headers) => {
      const answer = await aSimulator().send('GET', '/api/v1/jobs', undefined, headers);
      expect(answer.status).toBe(401);
      const shape = { title: expect.any(String), detail: expect.any(String), status: 401 };
      expect(await json(answer)).toEqual(shape);
    },
  );

  test('a token without the permission for comments is told so, and may do the rest', async () => {
    const simulator = aSimulator();
    const id = await anApplication(simulator);
    const headers = { authorization: 'Bearer demo-gupy-rest-token-no-comments' };
    const path = `/api/v1/jobs/101/applications/${id}`;
    const answer = await simulator.send('POST', `${path}/comments`, { text: 'a' }, headers);
    expect(answer.status).toBe(403);
    expect(await json(answer)).toMatchObject({ title: 'Forbidden', status: 403 });
    expect((await simulator.send('GET', `${path}/comments`, undefined, headers)).status).toBe(403);
    expect((await simulator.send('PUT', `${path}/tags`, { name: 'a' }, headers)).status).toBe(200);
    expect(await json(simulator.rest('GET', `/jobs/101/applications/${id}/comments`))).toEqual({
      results: [],
      totalResults: 0,
      page: 1,
      totalPages: 0,
    });
  });

  test('429 says who refuses, and when to come back', async () => {
    const { send, rest } = aSimulator();
    const headers = { 'retry-after': '2' };
    await send('PUT', '/_sim/behaviour', { target: 'rest', status: 429, times: 1, headers });
    const answer = await rest('GET', '/jobs');
    expect([answer.status, answer.headers.get('WAF'), answer.headers.get('retry-after')]).toEqual([
      429,
      'Rate-Limit',
      '2',
    ]);
    expect(Object.keys(await json(answer))).toEqual(['title', 'detail', 'status']);
    expect((await rest('GET', '/jobs')).headers.has('WAF')).toBe(false);
  });

  test('applications are found by id or document, and paged', async () => {
    const simulator = aSimulator();
    const first = await anApplication(simulator);
    const second = await anApplication(simulator, { document: '11111111111' });
    const ids = async (query: string) => {
      const answer = await simulator.rest('GET', `/jobs/101/applications?${query}`);
      const { results, ...paging } = await json(answer);
      return [results.map((one: { id: number }) => one.id), paging];
    };
    const one = { totalResults: 1, page: 1, totalPages: 1 };
    expect(await ids(`id=${second}`)).toEqual([[second], one]);
    expect(await ids(`candidate.identificationDocument=${cpf}`)).toEqual([[first], one]);
    const paging = { totalResults: 2, page: 2, totalPages: 2 };
    expect(await ids('perPage=1&page=2')).toEqual([[second], paging]);
    expect((await simulator.rest('GET', '/jobs/101/applications?perPage=101')).status).toBe(400);
    expect((await simulator.rest('GET', '/jobs/202/applications')).status).toBe(200);
    expect((await ids('id=0'))[0]).toEqual([]);
    expect((await ids('currentStep.name=Teste&status=in_process'))[0]).toEqual([first, second]);
    expect((await ids('currentStep.name=Entrevista'))[0]).toEqual([]);
    expect((await ids('status=reproved'))[0]).toEqual([]);
  });

  test('comments, tags, step and status land on the application and its timeline', async () => {
    const simulator = aSimulator();
    const id = await anApplication(simulator);
    const path = `/jobs/101/applications/${id}`;
    const steps = (await json(simulator.rest('GET', '/jobs/101/steps'))).results;
    const interview = steps.find((step: { name: string }) => step.name === 'Entrevista');
    const writes: [string, string, unknown, number][] = [
      ['POST', '/comments', { text: 'Total <b>82</b>' }, 201],
      ['PUT', '/tags', { name: 'aferi: 82' }, 200],
      ['PUT', '/tags', { name: 'aferi: 82' }, 200],
      ['PUT', '/tags', { name: 'aferi: apto' }, 200],
      ['DELETE', '/tags?name=aferi%3A%20apto', undefined, 204],
      ['PATCH', '', { currentStepId: interview.id }, 200],
      ['PATCH', '', { status: 'reproved', disapprovalReason: 'test_result_below_cutoff' }, 200],
    ];
    for (const [method, suffix, body, status] of writes) {
      expect((await simulator.rest(method, path + suffix, body)).status).toBe(status);
    }
    const comments = (await json(simulator.rest('GET', `${path}/comments`))).results;
    expect(comments.map((comment: { text: string }) => comment.text)).toEqual(['Total <b>82</b>']);
    const { results } = await json(simulator.rest('GET', `/jobs/101/applications?id=${id}`));
    expect(results[0]).toMatchObject({
      status: 'reproved',
      tags: ['aferi: 82'],
      currentStep: { name: 'Entrevista' },
      candidate: { name: 'Ana', lastName: 'Lima', identificationDocument: cpf },
    });
    const page = await html(simulator.send('GET', `/applications/${id}/timeline`));
    expect(page).toContain('Total &lt;b&gt;82&lt;/b&gt;');
    expect(page).toContain('Movida para a etapa Entrevista');
    await simulator.rest('PATCH', path, { status: 'in_process' });
    const undone = await json(simulator.rest('GET', `/jobs/101/applications?id=${id}`));
    expect(undone.results[0].status).toBe('in_process');
  });

  test.each([
    ['POST', '/comments', { text: ' ' }, 400],
    ['POST', '/comments', '{', 400],
    ['PUT', '/tags', { name: 'x'.repeat(121) }, 400],
    ['DELETE', '/tags', undefined, 400],
    ['DELETE', '/tags?name=none', undefined, 404],
    ['PATCH', '', {}, 400],
    ['PATCH', '', { currentStepId: 2023 }, 404],
    ['PATCH', '', { status: 'reproved', disapprovalReasonNotes: 'x'.repeat(256) }, 400],
    ['PATCH', '', { status: 'fired' }, 400],
    ['GET', '', undefined, 404],
  ])('%s %s %j → %i, in the error shape of version 1', async (method, suffix, body, status) => {
    const simulator = aSimulator();
    const id = await anApplication(simulator);
    const answer = await simulator.rest(method, `/jobs/101/applications/${id}${suffix}`, body);
    expect(answer.status).toBe(status);
    expect(Object.keys(await json(answer))).toEqual(['title', 'detail', 'status']);
  });

  test('an application is not found under another job', async () => {
    const simulator = aSimulator();
    const id = await anApplication(simulator);
    const path = `/jobs/202/applications/${id}/comments`;
    expect((await simulator.rest('POST', path, { text: 'a' })).status).toBe(404);
  });
});
