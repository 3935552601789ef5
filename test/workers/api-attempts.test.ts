import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { apiRegistrations } from '../../src/db/schema/api.ts';
import { attempts } from '../../src/db/schema/attempts.ts';
import {
  anApiKey,
  aClient,
  anAttemptBody,
  askApi,
  type Client,
  created,
  take,
} from '../support/api.ts';
import { loseMessages } from '../support/candidate.ts';
import { expectError, reviewedContent } from '../support/gupy.ts';
import { fetchPage, postForm } from '../support/pages.ts';

const db = database(env.DB);
const path = '/api/v1/attempts';

let client: Client;
beforeEach(async () => {
  loseMessages();
  vi.spyOn(console, 'log').mockReturnValue();
  client = await aClient();
});
afterEach(() => vi.restoreAllMocks());

const rows = async () => ({
  attempts: await db.select().from(attempts),
  registrations: await db.select().from(apiRegistrations),
});

const body = (change: (valid: any) => unknown) => change(anAttemptBody(client));

describe('making an attempt', () => {
  it('gives the candidate an address that leads to the test', async () => {
    const attempt = await created(client, { externalId: 'A-1', metadata: { job: '7' } });
    expect(attempt.externalId).toBe('A-1');
    const page = await fetchPage(attempt.testUrl);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Marina Duarte');
  });

  it('knows a candidate by their address and makes one attempt for each request without a key', async () => {
    const first = await created(client);
    const second = await created(client);
    expect(second.id).not.toBe(first.id);
    const { attempts: made } = await rows();
    expect(made).toHaveLength(2);
    expect(new Set(made.map(({ candidateId }) => candidateId)).size).toBe(1);
  });

  const wrong: [string, string, (valid: any) => unknown][] = [
    ['no JSON', 'body', () => '{'],
    ['a list', 'body', () => []],
    ['no assessment', 'assessmentId', (valid) => ({ ...valid, assessmentId: undefined })],
    ['no candidate', 'candidate', (valid) => ({ ...valid, candidate: 'Marina' })],
    [
      'a bad address',
      'candidate.email',
      (valid) => ({ ...valid, candidate: { name: 'M', email: 'x' } }),
    ],
    [
      'an empty name',
      'candidate.name',
      (valid) => ({ ...valid, candidate: { name: ' ', email: 'm@x.example' } }),
    ],
    [
      'an unknown language',
      'candidate.language',
      (valid) => ({ ...valid, candidate: { ...valid.candidate, language: 'fr' } }),
    ],
    ['NUL', 'externalId', (valid) => ({ ...valid, externalId: 'a\0b' })],
    ['metadata that is no text', 'metadata.n', (valid) => ({ ...valid, metadata: { n: 1 } })],
    [
      'too much metadata',
      'metadata',
      (valid) => ({
        ...valid,
        metadata: Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`k${n}`, 'v'])),
      }),
    ],
    [
      'a callback within',
      'callbackUrl',
      (valid) => ({ ...valid, callbackUrl: 'https://169.254.169.254/' }),
    ],
  ];
  it.each(wrong)('refuses %s, and names %s', async (_what, field, change) => {
    const answer = await askApi(path, client.key, { body: body(change) });
    const { fields } = await expectError(answer, 400, 'invalid');
    expect(Object.keys(fields)).toEqual([field]);
    expect((await rows()).attempts).toEqual([]);
  });

  it('says so when the body is no JSON', async () => {
    const answer = await askApi(path, client.key, { body: '{' });
    expect((await expectError(answer, 400, 'invalid')).fields).toEqual({ body: 'is not JSON' });
  });

  it("finds no assessment that is a draft, archived, another organization's or nobody's", async () => {
    const other = await aClient();
    for (const assessmentId of [other.assessment.id, 'nothing']) {
      const answer = await askApi(path, client.key, {
        body: anAttemptBody(client, { assessmentId }),
      });
      await expectError(answer, 404, 'not_found');
    }
    for (const state of ['draft', 'archived']) {
      await env.DB.prepare('update assessments set state = ?').bind(state).run();
      await expectError(
        await askApi(path, client.key, { body: anAttemptBody(client) }),
        404,
        'not_found',
      );
    }
  });
});

const ask = (fields: object = {}, key = 'order-1') =>
  askApi(path, client.key, {
    body: anAttemptBody(client, fields),
    headers: { 'Idempotency-Key': key },
  });

describe('an idempotency key', () => {
  const headers = { 'Idempotency-Key': 'order-1' };
  it('gets the same answer, byte for byte, whatever happened since', async () => {
    const first = await (await ask()).text();
    const again = await ask();
    expect(again.status).toBe(201);
    expect(await again.text()).toBe(first);
    await take(JSON.parse(first));
    await env.DB.prepare("update assessments set state = 'archived'").run();
    expect(await (await ask()).text()).toBe(first);
    expect((await rows()).registrations).toHaveLength(1);
  });

  it('gets one attempt and one answer for 20 requests at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask()));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    const { attempts: made, registrations } = await rows();
    expect([made.length, registrations.length]).toEqual([1, 1]);
  });

  it('takes the address in any case, and fields in any order, for the same body', async () => {
    const first = await (await ask()).text();
    const { assessmentId, candidate } = anAttemptBody(client);
    const reordered = {
      candidate: { email: 'Marina@ATS.example', name: candidate.name },
      assessmentId,
      unknown: 1,
    };
    const again = await askApi(path, client.key, { body: reordered, headers });
    expect(await again.text()).toBe(first);
  });

  it('is refused with another body, and nothing changes', async () => {
    await ask();
    const before = await rows();
    for (const fields of [
      { externalId: 'x' },
      { metadata: { a: 'b' } },
      { candidate: { name: 'M', email: 'm@x.example' } },
    ])
      await expectError(await ask(fields), 409, 'conflict');
    expect(await rows()).toEqual(before);
  });

  it('is refused when it is no text of visible characters', async () => {
    for (const key of ['a b', 'é', 'x'.repeat(256)]) {
      const { fields } = await expectError(await ask({}, key), 400, 'invalid');
      expect(Object.keys(fields)).toEqual(['Idempotency-Key']);
    }
  });

  it('means something else with another key of the API', async () => {
    const first = await (await ask()).json<any>();
    const other = await anApiKey(client.organizationId);
    const answer = await askApi(path, other.key, { body: anAttemptBody(client), headers });
    expect((await answer.json<any>()).id).not.toBe(first.id);
  });
});

const read = async (id: string) => (await askApi(`${path}/${id}`, client.key)).json<any>();

describe('reading an attempt', () => {
  it('tells its state from its making to its result, never an answer nor a deadline', async () => {
    const attempt = await created(client, { externalId: 'A-1', metadata: { job: '7' } });
    const before = await read(attempt.id);
    expect(before).toMatchObject({
      state: 'not_started',
      startedAt: null,
      result: null,
      externalId: 'A-1',
    });
    expect(before.metadata).toEqual({ job: '7' });
    expect(JSON.stringify(before)).not.toContain(attempt.testUrl);
    await take(attempt);
    const after = await read(attempt.id);
    expect(after.state).toBe('completed');
    expect(after.candidateResultUrl).toBe(attempt.candidateResultUrl);
    expect(after.result).toMatchObject({
      total: 100,
      competencies: [
        { id: 'logic', name: 'Lógica', tier: 'major', score: 100, description: 'Pensar.' },
        { id: 'speed', name: 'Velocidade', tier: 'minor', score: 100 },
      ],
      submittedBy: 'candidate',
    });
    expect(after.result.sections).toHaveLength(1);
    expect(JSON.stringify(after)).not.toMatch(/deadline|answers|questions/);
  });

  it('has no result while a person has to grade', async () => {
    client = await aClient({ content: reviewedContent });
    const attempt = await created(client);
    await take(attempt, reviewedContent);
    expect(await read(attempt.id)).toMatchObject({ state: 'submitted', result: null });
  });

  it("answers the same to another organization's id as to one that does not exist", async () => {
    const { id } = await created(client);
    const other = await aClient();
    const texts = [];
    for (const asked of [id, '00000000-0000-7000-8000-000000000000', 'x']) {
      const answer = await askApi(`${path}/${asked}`, other.key);
      expect(answer.status).toBe(404);
      texts.push((await answer.text()).replace(answer.headers.get('X-Request-Id')!, '…'));
    }
    expect(new Set(texts).size).toBe(1);
  });
});

const cancel = (id: string) => askApi(`${path}/${id}/cancellation`, client.key, { method: 'POST' });

describe('cancelling', () => {
  it('ends an attempt that is not completed, and may be repeated', async () => {
    const attempt = await created(client);
    await postForm(`${attempt.testUrl}/start`, { consent: 'on' });
    for (let time = 0; time < 2; time += 1) {
      const answer = await cancel(attempt.id);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({ id: attempt.id, state: 'cancelled' });
    }
    const late = await postForm(`${attempt.testUrl}/submission`, { confirm: 'on' });
    expect(late.status).toBeLessThan(500);
    expect((await rows()).attempts[0]!.state).toBe('cancelled');
  });

  it('is too late once there is a result', async () => {
    const attempt = await created(client);
    await take(attempt);
    await expectError(await cancel(attempt.id), 409, 'conflict');
    expect((await rows()).attempts[0]!.state).toBe('completed');
  });

  it('against a submission at the same moment one of the two wins, and both say so', async () => {
    for (let round = 0; round < 5; round += 1) {
      const attempt = await created(client);
      await postForm(`${attempt.testUrl}/start`, { consent: 'on' });
      const [cancelled] = await Promise.all([
        cancel(attempt.id),
        postForm(`${attempt.testUrl}/submission`, { confirm: 'on' }),
      ]);
      const [row] = await db.select().from(attempts).where(eq(attempts.id, attempt.id));
      expect(row!.state).toBe(cancelled.status === 200 ? 'cancelled' : 'completed');
    }
  });

  it("does not reach another organization's attempt", async () => {
    const { id } = await created(await aClient());
    await expectError(await cancel(id), 404, 'not_found');
    expect((await rows()).attempts[0]!.state).toBe('not_started');
  });
});

it("shows a candidate what came about them through the API, and forgets it with the attempt's data", async () => {
  const attempt = await created(client, {
    externalId: 'A-77',
    metadata: { recruiter: 'Joana' },
    callbackUrl: 'https://ats.example/back?secret=1',
  });
  const held = await (await fetchPage(`${attempt.testUrl}/data.json`)).json<any>();
  expect(held.attempt.source).toBe('api');
  expect(held.api).toMatchObject({
    externalId: 'A-77',
    metadata: { recruiter: 'Joana' },
    callbackHost: 'ats.example',
  });
  const page = await (await fetchPage(`${attempt.testUrl}/data`)).text();
  for (const text of ['A-77', 'recruiter: Joana', 'ats.example']) expect(page).toContain(text);
  expect(page).not.toContain('secret=1');
  await db.delete(attempts).where(eq(attempts.id, attempt.id));
  expect((await rows()).registrations).toEqual([]);
});
