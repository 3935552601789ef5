import { describe, expect, test } from 'vitest';

import { aSimulator, anApplication, html, item, json, result } from '../gupy-simulator/maker.ts';

describe('the result webhook', () => {
  test('a result is kept, recorded and shown to the company, its Markdown harmless', async () => {
    const simulator = aSimulator();
    const id = await anApplication(simulator);
    const path = `/webhooks/results/${id}`;
    const answer = await simulator.send('POST', path, result, { 'webhook-id': 'msg_1' });
    expect(answer.status).toBe(200);
    const page = await html(simulator.send('GET', `/applications/${id}/timeline`));
    expect(page).toContain('<strong>Total: 73%</strong>');
    expect(page).toContain('Joins');
    expect(page).not.toMatch(/<img|href="javascript/);
    const [request] = await simulator.received();
    expect(request).toEqual({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      method: 'POST',
      path,
      headers: expect.objectContaining({ 'webhook-id': 'msg_1' }),
      body: JSON.stringify(result),
      target: 'result_webhook',
      status: 200,
    });
  });

  test.each([
    ['an eleventh key', { ...result, extra: 1 }, 'extra'],
    ['a missing key', { ...result, testCode: undefined }, 'testCode'],
    ['a result before it is done', { ...result, status: 'paused' }, 'status'],
    ['a score over 100', { ...result, results: [{ ...item('a', 'major'), score: 101 }] }, 'score'],
    ['no JSON', '{', 'body'],
  ])('%s is refused with its name, and recorded', async (_, body, name) => {
    const { send, received } = aSimulator();
    const answer = await send('POST', '/webhooks/results/1', body);
    expect(answer.status).toBe(400);
    expect((await json(answer)).detail).toContain(name);
    expect((await received()).map((request) => request.status)).toEqual([400]);
  });

  test('an application forgotten at a restart still takes its result', async () => {
    const answer = await aSimulator().send('POST', '/webhooks/results/9', result);
    expect(answer.status).toBe(200);
  });

  test('256 KiB of a body are kept, the rest is refused', async () => {
    const { send, received } = aSimulator();
    const answer = await send('POST', '/webhooks/results/1', 'x'.repeat(300 * 1024));
    expect(answer.status).toBe(413);
    const [request] = await received();
    expect([request!.body.length, request!.truncated]).toEqual([256 * 1024, true]);
  });
});

describe('behaviour', () => {
  test('the next three requests are answered as told, nothing applied, then all is as before', async () => {
    const { send, received, ...simulator } = aSimulator();
    const id = await anApplication({ send, received, ...simulator });
    const behaviour = { target: 'result_webhook', status: 503, headers: { 'retry-after': '2' } };
    expect((await send('PUT', '/_sim/behaviour', { ...behaviour, times: 3 })).status).toBe(200);
    const path = `/webhooks/results/${id}`;
    const refused = await Promise.all([1, 2, 3].map(() => send('POST', path, result)));
    expect(refused.map((one) => [one.status, one.headers.get('retry-after')])).toEqual(
      Array.from({ length: 3 }, () => [503, '2']),
    );
    expect(await html(send('GET', `/applications/${id}/timeline`))).toContain('Nenhum resultado');
    expect((await send('POST', path, result)).status).toBe(200);
    expect((await received()).map((one) => one.status)).toEqual([503, 503, 503, 200]);
  });

  test('without times it lasts until it is deleted, and leaves the other target alone', async () => {
    const { send, rest } = aSimulator();
    await send('PUT', '/_sim/behaviour', { target: 'rest', status: 429 });
    for (let i = 0; i < 4; i += 1) expect((await rest('GET', '/jobs')).status).toBe(429);
    expect((await send('POST', '/webhooks/results/1', result)).status).toBe(200);
    expect(await json(send('GET', '/_sim/behaviour'))).toEqual({
      result_webhook: null,
      rest: { status: 429, delayMs: 0, times: null, headers: {} },
    });
    await send('DELETE', '/_sim/behaviour');
    expect((await rest('GET', '/jobs')).status).toBe(200);
  });

  test('a slow answer comes after its effect, with the ordinary status unless told another', async () => {
    const { send, received } = aSimulator();
    await send('PUT', '/_sim/behaviour', { target: 'result_webhook', delayMs: 60, times: 1 });
    const slow = send('POST', '/webhooks/results/1', result);
    await expect.poll(async () => (await received()).length, { interval: 5 }).toBe(1);
    expect(await Promise.race([slow, Promise.resolve('still waiting')])).toBe('still waiting');
    expect((await slow).status).toBe(200);
    await send('PUT', '/_sim/behaviour', { target: 'result_webhook', status: 204, times: 1 });
    expect((await send('POST', '/webhooks/results/1', result)).status).toBe(204);
  });

  test.each([
    ['unknown target', { target: 'mail', status: 500 }],
    ['status that no answer can have', { target: 'rest', status: 99 }],
    ['text for a number', { target: 'rest', status: '500' }],
    ['negative delay', { target: 'rest', delayMs: -1 }],
    ['misspelt field', { target: 'rest', delayMS: 5 }],
    ['header that splits', { target: 'rest', headers: { a: 'b\r\nc: d' } }],
    ['header of the framing', { target: 'rest', headers: { 'Content-Length': '1' } }],
    ['no JSON', 'status=500'],
    ['null', null],
  ])('%s → 400 in JSON', async (_, body) => {
    const answer = await aSimulator().send('PUT', '/_sim/behaviour', body);
    expect(answer.status).toBe(400);
    expect((await json(answer)).error.code).toBe('invalid');
  });
});

describe('the request log', () => {
  test('keeps the newest 500, newest last, and can be emptied', async () => {
    const { send, received } = aSimulator();
    for (let i = 0; i < 505; i += 1) await send('POST', `/webhooks/results/${i}`, '{}');
    const log = await received();
    expect([log.length, log[0]!.path, log.at(-1)!.path]).toEqual([
      500,
      '/webhooks/results/5',
      '/webhooks/results/504',
    ]);
    await send('DELETE', '/_sim/requests');
    expect(await received()).toEqual([]);
  });
});
