import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { assessments } from '../../src/db/schema/assessments.ts';
import { deliveries, events, tries } from '../../src/db/schema/deliveries.ts';
import { gupyApplications } from '../../src/db/schema/integrations.ts';
import { handleEvent, tryDelivery } from '../../src/features/deliveries/engine.ts';
import { timeline } from '../../src/features/gupy/timeline.ts';
import { newId } from '../../src/lib/ids.ts';
import { anAttempt, type MadeAttempt } from '../support/attempt-makers.ts';
import { aConnection, aGupy, aWriteBack, restToken } from '../support/gupy-rest.ts';

const db = database(env.DB);
const context = { env, db };

let lines = '';
beforeEach(() => {
  lines = '';
  vi.spyOn(console, 'log').mockImplementation((line: string) => void (lines += line));
});
afterEach(() => void vi.restoreAllMocks());

const bia = () => ({ id: 9, email: 'Bia@Example.com' });
const ana = () => ({ id: 8, email: 'ana@example.com' });
const marker = ({ id }: MadeAttempt) => `[aferi:${id}]`;

/** The completion's event, planned, and the first try made. */
async function complete(attempt: MadeAttempt) {
  const id = newId();
  const { organizationId } = attempt;
  const type = 'attempt.completed' as const;
  await db
    .insert(events)
    .values({ id, organizationId, attemptId: attempt.id, type, createdAt: Date.now() });
  await handleEvent(context, [timeline], id);
}

/** The only delivery, if any. */
async function delivery() {
  const [row] = await db.select().from(deliveries);
  return row;
}

async function tryAgain() {
  await db.update(deliveries).set({ state: 'waiting', nextAt: Date.now(), finishedAt: null });
  await tryDelivery(context, [timeline], (await delivery())!.id);
}

describe('a result on Gupy’s timeline', () => {
  it('is one comment and the tags, on the application with the candidate’s e-mail', async () => {
    const attempt = await aWriteBack({ connection: { cutOff: 70 } });
    const gupy = aGupy([ana(), bia()]);
    await complete(attempt);
    expect(await delivery()).toMatchObject({ kind: 'gupy.timeline', state: 'delivered' });
    expect(gupy.lines()).toEqual([
      'GET /jobs/77/applications?fields=all&page=1&perPage=100',
      'POST /jobs/77/applications/9/comments',
      'PUT /jobs/77/applications/9/tags',
      'PUT /jobs/77/applications/9/tags',
    ]);
    const [, comment, ...tags] = gupy.calls;
    const { text } = comment!.body as { text: string };
    expect(Object.keys(comment!.body as object)).toEqual(['text']);
    expect(text).toContain('Resultado geral: 100%');
    expect(text).toContain(`Ver o resultado completo: ${env.BASE_URL}/results/${attempt.id}`);
    expect(text).not.toMatch(/\*\*|\]\(/);
    expect(text.endsWith(`\n\n${marker(attempt)}`)).toBe(true);
    expect(tags.map(({ body }) => body)).toEqual([{ name: 'aferi: 100' }, { name: 'aferi: apto' }]);
    for (const { headers } of gupy.calls)
      expect(headers.get('authorization')).toBe(`Bearer ${restToken}`);
    expect(gupy.applications[0]).toEqual(ana());
    expect((await db.select().from(gupyApplications))[0]).toMatchObject({ applicationId: '9' });
  });

  it('judges by the assessment’s own cut-off, where it has one', async () => {
    const attempt = await aWriteBack({ connection: { cutOff: null } });
    await db.update(assessments).set({ cutOff: 60 });
    const gupy = aGupy([bia()]);
    await complete(attempt);
    expect(gupy.calls.at(-1)?.body).toEqual({ name: 'aferi: apto' });
  });

  it('takes the application that the link named, when its e-mail is the candidate’s', async () => {
    const attempt = await aWriteBack({ application: { applicationId: '9' } });
    const gupy = aGupy([ana(), bia()]);
    await complete(attempt);
    expect(gupy.lines().slice(0, 2)).toEqual([
      'GET /jobs/77/applications?id=9&fields=all',
      'POST /jobs/77/applications/9/comments',
    ]);
  });

  it('writes on nobody else’s application, whatever the link’s address says', async () => {
    const attempt = await aWriteBack({ application: { applicationId: '8' } });
    const gupy = aGupy([ana(), bia()]);
    await complete(attempt);
    expect(await delivery()).toMatchObject({
      state: 'parked',
      lastError: 'application 8 has another e-mail address',
    });
    expect(gupy.calls.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('takes a person’s word for the application', async () => {
    const attempt = await aWriteBack();
    await db.update(gupyApplications).set({ applicationId: '8', linkedBy: await someone() });
    const gupy = aGupy([ana()]);
    await complete(attempt);
    expect(gupy.applications[0]?.comments).toHaveLength(1);
  });

  it('looks page by page, and no further than the first match', async () => {
    const attempt = await aWriteBack();
    const others = Array.from({ length: 320 }, (_, index) => ({
      id: 1000 + index,
      email: `x${index}@example.com`,
    }));
    const gupy = aGupy([...others.slice(0, 150), bia(), ...others.slice(150)]);
    await complete(attempt);
    expect(gupy.lines().filter((line) => line.includes('page='))).toEqual([
      'GET /jobs/77/applications?fields=all&page=1&perPage=100',
      'GET /jobs/77/applications?fields=all&page=2&perPage=100',
    ]);
    expect(await delivery()).toMatchObject({ state: 'delivered' });
  });

  it('waits for a person when nobody there has the e-mail', async () => {
    const attempt = await aWriteBack();
    const gupy = aGupy([ana()]);
    await complete(attempt);
    expect(await delivery()).toMatchObject({
      state: 'parked',
      lastError: 'no application with this e-mail address in job 77',
    });
    expect(gupy.lines()).toHaveLength(1);
  });

  it('stops at 3,000 applications', async () => {
    const attempt = await aWriteBack();
    const page = Array.from({ length: 100 }, (_, index) => ({ id: index, candidate: null }));
    const gupy = aGupy([], () => Response.json({ results: page, totalPages: 900 }));
    await complete(attempt);
    expect(gupy.calls).toHaveLength(30);
    expect((await delivery())?.lastError).toContain('the first 3000 of job 77');
  });
});

describe('a try after one that failed', () => {
  it('does not comment again when only a tag had failed', async () => {
    const attempt = await aWriteBack();
    let broken = true;
    const gupy = aGupy([bia()], ({ method }) =>
      method === 'PUT' && broken ? new Response('no', { status: 500 }) : undefined,
    );
    await complete(attempt);
    expect(await delivery()).toMatchObject({ state: 'waiting', lastStatus: 500 });
    broken = false;
    await tryAgain();
    expect(await delivery()).toMatchObject({ state: 'delivered', tries: 2 });
    expect(gupy.applications[0]).toMatchObject({ tags: ['aferi: 100'] });
    expect(gupy.applications[0]?.comments).toHaveLength(1);
  });

  it('finds its comment by the marker when the answer to it was lost', async () => {
    const attempt = await aWriteBack();
    const application = { ...bia(), comments: [] as string[] };
    let lost = true;
    const gupy = aGupy([application], ({ method, path, body }) => {
      if (method !== 'POST' || !path.endsWith('/comments') || !lost) return undefined;
      application.comments.push((body as { text: string }).text);
      lost = false;
      throw new TypeError('reset');
    });
    await complete(attempt);
    expect(await delivery()).toMatchObject({
      state: 'waiting',
      lastError: 'the connection failed',
    });
    await tryAgain();
    expect(await delivery()).toMatchObject({ state: 'delivered' });
    expect(gupy.applications[0]?.comments).toHaveLength(1);
    expect(gupy.lines()).toContain('GET /jobs/77/applications/9/comments?page=1&perPage=100');
  });

  it.each([
    [403, ''],
    [404, ''],
    [405, ''],
    [200, '[]'],
  ])('relies on our own record where Gupy does not show comments (%i %s)', async (status, body) => {
    const attempt = await aWriteBack();
    let broken = true;
    const gupy = aGupy([bia()], ({ method, path }) => {
      if (method === 'GET' && path.includes('/comments')) return new Response(body, { status });
      if (method === 'POST' && broken) return new Response('', { status: 503 });
      return undefined;
    });
    await complete(attempt);
    broken = false;
    await tryAgain();
    await tryAgain();
    expect(await delivery()).toMatchObject({ state: 'delivered', tries: 3 });
    expect(gupy.applications[0]?.comments).toHaveLength(1);
  });

  it('sends the same bytes, whatever has changed since', async () => {
    const attempt = await aWriteBack();
    const gupy = aGupy([bia()], ({ method }) =>
      method === 'POST' && gupy.calls.length < 4 ? new Response('', { status: 502 }) : undefined,
    );
    await complete(attempt);
    const frozen = (await delivery())?.payload;
    await tryAgain();
    expect((await delivery())?.payload).toBe(frozen);
    const texts = gupy.calls.filter(({ method }) => method === 'POST').map(({ body }) => body);
    expect(texts).toHaveLength(2);
    expect(texts[0]).toEqual(texts[1]);
  });
});

describe('what Gupy answers', () => {
  it.each([
    [401, 'parked'],
    [403, 'parked'],
    [404, 'parked'],
    [409, 'parked'],
    [429, 'waiting'],
    [500, 'waiting'],
    [302, 'waiting'],
  ])('%i: the delivery is %s, with Gupy’s own words', async (status, state) => {
    const attempt = await aWriteBack();
    aGupy([bia()], ({ method }) =>
      method === 'POST'
        ? Response.json({ title: 'Nope', detail: 'because', status }, { status })
        : undefined,
    );
    await complete(attempt);
    expect(await delivery()).toMatchObject({
      state,
      lastStatus: status,
      lastError: 'POST /jobs/77/applications/9/comments: Nope: because',
    });
  });

  it('is read in the second form of its errors, too', async () => {
    const attempt = await aWriteBack();
    aGupy([bia()], ({ method }) =>
      method === 'POST'
        ? Response.json(
            { errors: [{ code: 'A1', target: 'text', message: 'too long' }, { code: 'B2' }] },
            { status: 400 },
          )
        : undefined,
    );
    await complete(attempt);
    expect((await delivery())?.lastError).toMatch(/comments: too long; B2$/);
  });

  it('is waited for as long as it asks', async () => {
    const attempt = await aWriteBack();
    const headers = { 'retry-after': '7200' };
    aGupy([bia()], () => new Response('', { status: 429, headers }));
    const before = Date.now();
    await complete(attempt);
    expect((await delivery())!.nextAt! - before).toBeGreaterThanOrEqual(7_200_000);
  });

  it.each(['<html>', '{}', '{"results":[{"id":"x"}]}', '{"results":{}}', ''])(
    'is a passing failure when it is not what Gupy documents (%s)',
    async (body) => {
      const attempt = await aWriteBack();
      aGupy([bia()], () => new Response(body));
      await complete(attempt);
      expect(await delivery()).toMatchObject({
        state: 'waiting',
        lastError: 'Gupy’s answer is not what it documents',
      });
    },
  );

  it('may hold ids larger than a JavaScript number', async () => {
    const attempt = await aWriteBack();
    const id = '9223372036854775807';
    const gupy = aGupy([], ({ method }) =>
      method === 'GET'
        ? new Response(`{"results":[{"id":${id},"candidate":{"email":"bia@example.com"}}]}`)
        : new Response('{}'),
    );
    await complete(attempt);
    expect(gupy.lines()).toContain(`POST /jobs/77/applications/${id}/comments`);
  });
});

describe('nothing is written back', () => {
  it('without a job', async () => {
    const attempt = await anAttempt();
    await aConnection(attempt.organizationId);
    const gupy = aGupy([bia()]);
    await complete(attempt);
    expect(await delivery()).toBeUndefined();
    expect(gupy.calls).toEqual([]);
  });

  it('on a plan without Gupy', async () => {
    const attempt = await aWriteBack({ plan: 'starter' });
    const gupy = aGupy([bia()]);
    await complete(attempt);
    expect(await delivery()).toBeUndefined();
    expect(gupy.calls).toEqual([]);
  });

  it('with a token that was sealed for somebody else', async () => {
    const attempt = await aWriteBack({ connection: { sealedToken: 'AAAA' } });
    const gupy = aGupy([bia()]);
    await complete(attempt);
    expect(await delivery()).toMatchObject({ state: 'parked' });
    expect(gupy.calls).toEqual([]);
  });
});

it('leaves the token in no log and no row that people read', async () => {
  const attempt = await aWriteBack();
  aGupy([bia()], ({ method }) =>
    method === 'POST' ? new Response('no', { status: 403 }) : undefined,
  );
  await complete(attempt);
  const kept = JSON.stringify([await db.select().from(deliveries), await db.select().from(tries)]);
  expect(kept + lines).not.toContain(restToken);
  expect(kept).toContain('403');
});

async function someone(): Promise<string> {
  const row = await env.DB.prepare('select id from users limit 1').first<{ id: string }>();
  return row!.id;
}
