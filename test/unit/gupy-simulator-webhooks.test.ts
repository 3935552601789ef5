import { describe, expect, test } from 'vitest';

import { aProvider, aSimulator, anApplication, html, json } from '../gupy-simulator/maker.ts';

const inbox = 'http://localhost:8787/gupy/webhooks/secret';

/** A simulator beside whose provider somebody takes webhooks. */
function aSubscriber(status = 200) {
  const simulator = aSimulator((call) =>
    call.url === inbox ? new Response('ok', { status }) : aProvider(call),
  );
  const heard = () => simulator.calls.filter(({ url }) => url === inbox);
  return { ...simulator, heard };
}

const subscription = {
  action: 'application.moved',
  techOwnerName: 'Ana',
  techOwnerEmail: 'ana@example.com',
  postbackUrl: inbox,
};

describe('webhooks from Gupy', () => {
  test('a script sends any event, in the envelope of the application as it is', async () => {
    const simulator = aSubscriber();
    const applicationId = await anApplication(simulator);
    const body = { url: inbox, headers: { 'x-secret': 's' }, event: 'job.created', applicationId };
    const told = await json(simulator.send('POST', '/_sim/webhooks', body));
    expect(told.answers).toEqual([{ status: 200, body: 'ok', ms: expect.any(Number) }]);
    const [call] = simulator.heard();
    expect(call!.headers.get('x-secret')).toBe('s');
    expect(call!.headers.get('content-type')).toBe('application/json');
    expect(JSON.parse(call!.body)).toEqual(told.sent);
    expect(told.sent).toMatchObject({
      companyName: 'Acme Demonstração',
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      event: 'job.created',
      date: expect.stringMatching(/^\d{4}-.*Z$/),
      data: {
        job: { id: 101, name: 'Pessoa Desenvolvedora Back-end' },
        application: { id: applicationId, status: 'in_process', currentStep: { name: 'Teste' } },
        candidate: { name: 'Ana', lastName: 'Lima', email: 'ana@example.com' },
      },
    });
  });

  test('duplicates have the same bytes, and may come without a Content-Type', async () => {
    const simulator = aSubscriber(500);
    const applicationId = await anApplication(simulator);
    const own = { contentType: null, times: 3, id: 'same', date: '2026-01-01T00:00:00Z' };
    const body = { url: inbox, event: 'application.moved', applicationId, ...own };
    const told = await json(simulator.send('POST', '/_sim/webhooks', body));
    expect(told.answers.map((one: { status: number }) => one.status)).toEqual([500, 500, 500]);
    expect(told.sent).toMatchObject({ id: 'same', date: own.date });
    const calls = simulator.heard();
    expect(calls).toHaveLength(3);
    expect(new Set(calls.map((call) => call.body)).size).toBe(1);
    expect(calls[0]!.headers.has('content-type')).toBe(false);
  });

  test.each([
    ['an address of somebody else', { url: 'https://example.com/' }],
    ['a name that only begins like ours', { url: 'http://localhost.example.com/' }],
    ['a header that splits', { headers: { a: 'b\r\nc: d' } }],
    ['no event', { event: undefined }],
  ])('%s → 400', async (_, change) => {
    const simulator = aSubscriber();
    const applicationId = await anApplication(simulator);
    const body = { url: inbox, event: 'application.moved', applicationId, ...change };
    expect((await simulator.send('POST', '/_sim/webhooks', body)).status).toBe(400);
    const elsewhere = { ...subscription, postbackUrl: 'https://example.com/' };
    expect((await simulator.rest('POST', '/webhooks', elsewhere)).status).toBe(400);
  });

  test('who registered for application.moved hears of a move on the page and of one by the API', async () => {
    const simulator = aSubscriber();
    const id = await anApplication(simulator);
    const answer = await simulator.rest('POST', '/webhooks', subscription);
    expect(answer.status).toBe(201);
    await simulator.rest('POST', '/webhooks', { ...subscription, action: 'job.created' });
    await simulator.rest('POST', '/webhooks', { ...subscription, status: 'inactive' });

    await simulator.send('POST', `/applications/${id}/moves`, new URLSearchParams('stepId=1013'));
    await simulator.rest('PATCH', `/jobs/101/applications/${id}`, { currentStepId: 1014 });
    await simulator.rest('PATCH', `/jobs/101/applications/${id}`, { currentStepId: 1014 });
    await simulator.rest('PATCH', `/jobs/101/applications/${id}`, { status: 'reproved' });
    await simulator.settled();
    const steps = simulator.heard().map(({ body }) => {
      const { currentStep, previousStep } = JSON.parse(body).data.application;
      return [previousStep.name, currentStep.name];
    });
    expect(steps).toEqual([
      ['Teste', 'Entrevista'],
      ['Entrevista', 'Contratação'],
    ]);
    const page = await html(simulator.send('GET', `/applications/${id}/timeline`));
    expect(page).toContain('Webhook enviado: application.moved');

    const { id: webhookId } = await json(answer);
    expect((await simulator.rest('DELETE', `/webhooks/${webhookId}`)).status).toBe(204);
    expect((await simulator.rest('DELETE', `/webhooks/${webhookId}`)).status).toBe(404);
    await simulator.send('POST', `/applications/${id}/moves`, new URLSearchParams('stepId=1011'));
    expect(simulator.heard()).toHaveLength(2);
  });

  test('clientHeaders take the place of the Content-Type', async () => {
    const simulator = aSubscriber();
    const id = await anApplication(simulator);
    const moved = () => simulator.heard().at(-1)!.headers;
    await simulator.rest('POST', '/webhooks', subscription);
    await simulator.send('POST', `/applications/${id}/moves`, new URLSearchParams('stepId=1013'));
    expect(moved().get('content-type')).toBe('application/json');
    await simulator.rest('POST', '/webhooks', { ...subscription, clientHeaders: { 'x-a': 'b' } });
    await simulator.send('POST', `/applications/${id}/moves`, new URLSearchParams('stepId=1014'));
    expect([moved().get('x-a'), moved().has('content-type')]).toEqual(['b', false]);
  });

  test('a step of another job is none', async () => {
    const simulator = aSubscriber();
    const id = await anApplication(simulator);
    const form = new URLSearchParams('stepId=2023');
    expect((await simulator.send('POST', `/applications/${id}/moves`, form)).status).toBe(422);
  });
});

describe('applications for scripts', () => {
  test('are made, read with all that was written to them, and listed', async () => {
    const { send, rest } = aSimulator();
    const person = {
      jobId: 202,
      name: 'Rui Sá',
      email: 'rui@example.com',
      document: '11111111111',
    };
    const answer = await send('POST', '/_sim/applications', { ...person, manual: true });
    expect(answer.status).toBe(201);
    const { id } = await json(answer);
    await rest('POST', `/jobs/202/applications/${id}/comments`, { text: 'Olá' });
    await rest('PUT', `/jobs/202/applications/${id}/tags`, { name: 'aferi: 82' });
    const state = await json(send('GET', `/_sim/applications/${id}`));
    expect(state).toMatchObject({
      id,
      candidate: { name: 'Rui', email: null },
      manualCandidate: { email: 'rui@example.com' },
      comments: [{ text: 'Olá' }],
      tags: ['aferi: 82'],
      runs: [],
      received: null,
    });
    expect(state.timeline.map((entry: { title: string }) => entry.title)).toEqual([
      'Candidatura recebida',
      'Comentário',
      'Tag adicionada: aferi: 82',
    ]);
    expect(await json(send('GET', '/_sim/applications'))).toEqual([state]);
    expect((await send('GET', '/_sim/applications/1')).status).toBe(404);
    expect((await send('POST', '/_sim/applications', { ...person, jobId: 1 })).status).toBe(404);
    expect((await send('POST', '/_sim/applications', { ...person, email: '' })).status).toBe(400);
  });
});
