import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { type AttemptState, attempts, attemptStates } from '../../src/db/schema/attempts.ts';
import {
  accommodations,
  healthBatches,
  privacyRequests,
  remarks,
  sittings,
  timeChanges,
} from '../../src/db/schema/conduct.ts';
import { takePath } from '../../src/features/attempts/addresses.ts';
import { noticeVersion } from '../../src/features/attempts/notice.ts';
import { formatDateTime } from '../../src/i18n/format.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { day } from '../../src/lib/time.ts';
import { asTake, hostileTexts, resultPath } from '../support/after.ts';
import { anAttempt } from '../support/attempt-makers.ts';
import { allRows, openPage, stopClock } from '../support/candidate.ts';
import { anApplication } from '../support/gupy-rest.ts';
import { reviewedContent } from '../support/gupy.ts';
import { formsIn, textOf, unescaped } from '../support/html.ts';
import { aDelivery, anAssessment } from '../support/makers.ts';
import { fetchPage, postForm } from '../support/pages.ts';

const db = database(env.DB);
const { privacy, notices, questions } = messagesFor('pt-BR');
const words = privacy.own;

afterEach(() => void vi.useRealTimers());

async function aDone(values: Parameters<typeof anAttempt>[0] = {}) {
  const attempt = await anAttempt(values);
  return { attempt, path: await takePath(env, attempt) };
}

const ask = (path: string, fields: Record<string, string>) => postForm(`${path}/requests`, fields);
const asked = (attemptId: string) =>
  db.select().from(privacyRequests).where(eq(privacyRequests.attemptId, attemptId));
const read = async (path: string) => textOf(await openPage(path));
const answerAll = () =>
  db.update(privacyRequests).set({ answeredAt: Date.now(), answer: 'Feito.' });

describe('the page of a candidate’s rights', () => {
  it.each(Object.keys(notices) as (keyof typeof notices)[])(
    'has the text of the notice that was accepted: version %s',
    async (version) => {
      const { attempt, path } = await aDone();
      await db.update(attempts).set({ noticeVersion: version });
      const text = await read(`${path}/privacy`);
      const when = formatDateTime(attempt.noticeAcceptedAt!, 'pt-BR');
      expect(text).toContain(words.accepted(version, when));
      for (const paragraph of notices[version]('Acme')) expect(text).toContain(paragraph);
    },
  );

  it('says so when the text of a version is not ours, or none was accepted', async () => {
    const { path } = await aDone();
    await db.update(attempts).set({ noticeVersion: 'constructor' });
    expect(await read(`${path}/privacy`)).toContain(words.unknownVersion('Acme'));
    const waiting = await aDone({ state: 'not_started' });
    const text = await read(`${waiting.path}/privacy`);
    expect(text).toContain(words.notAccepted);
    expect(text).toContain(notices[noticeVersion]('Acme')[0]);
  });

  it.each<AttemptState>(['not_started', 'submitted', 'completed', 'expired', 'cancelled'])(
    'is linked from the test’s own page: %s',
    async (state) => {
      const { path } = await aDone({ state });
      const status = state === 'expired' || state === 'cancelled' ? 410 : 200;
      expect(await openPage(path, {}, status)).toContain(`href="${path}/privacy"`);
    },
  );

  it.each(attemptStates)(
    'is not linked from the result’s page, which says where it is: %s',
    async (state) => {
      const { attempt } = await aDone({ state });
      for (const language of ['pt-BR', 'en', 'es'] as const) {
        const html = await openPage(await resultPath(attempt), { 'Accept-Language': language });
        expect(textOf(html)).toContain(messagesFor(language).privacy.own.elsewhere);
        expect(html).not.toMatch(/\/(privacy|requests|data|data\.json)["?#]/);
        expect(html).not.toContain('/a/');
      }
    },
  );

  it('leads to the data, and shows no e-mail itself', async () => {
    const { attempt, path } = await aDone();
    const html = await openPage(`${path}/privacy`);
    for (const href of [path, `${path}/data`, `${path}/data.json`])
      expect(html).toContain(`href="${href}"`);
    expect(html).not.toContain(attempt.email);
  });

  it.each(['en', 'es'] as const)('is in the reader’s language: %s', async (language) => {
    const { path } = await aDone();
    const theirs = messagesFor(language).privacy;
    const headers = { 'Accept-Language': language };
    expect(textOf(await openPage(`${path}/privacy`, headers))).toContain(theirs.own.title);
    expect(textOf(await openPage(`${path}/data`, headers))).toContain(theirs.data.title);
  });
});

describe('a request', () => {
  it.each(['correction', 'erasure', 'review'] as const)(
    'is kept with what was written, due in 15 days: %s',
    async (kind) => {
      const now = stopClock();
      const { attempt, path } = await aDone();
      const answer = await ask(path, { kind, message: ' Meu nome é\r\nBia. ' });
      expect(answer.status).toBe(303);
      expect(answer.headers.get('Location')).toBe(`${path}/privacy?sent=1#requests`);
      expect(await asked(attempt.id)).toEqual([
        {
          id: expect.any(String),
          organizationId: attempt.organizationId,
          attemptId: attempt.id,
          kind,
          message: 'Meu nome é\nBia.',
          createdAt: now,
          dueAt: now + 15 * day,
          answeredAt: null,
          answeredBy: null,
          answer: null,
        },
      ]);
      const text = await read(`${path}/privacy?sent=1`);
      const due = formatDateTime(now + 15 * day, 'pt-BR');
      expect(text).toContain(privacy.kinds[kind]);
      expect(text).toContain(words.sent(due));
      expect(text).toContain(words.openUntil(due));
      vi.setSystemTime(now + 15 * day + 1);
      expect(await read(`${path}/privacy`)).toContain(words.overdueSince(due));
    },
  );

  it('shows what became of it', async () => {
    const { path } = await aDone();
    await ask(path, { kind: 'erasure', message: '' });
    await db
      .update(privacyRequests)
      .set({ answeredAt: Date.UTC(2026, 11, 1, 12), answer: 'Apagamos\n<b>tudo</b>.' });
    const text = await read(`${path}/privacy`);
    expect(text).toContain('Apagamos <b>tudo</b>.');
    expect(text).toContain(words.answeredAt(formatDateTime(Date.UTC(2026, 11, 1, 12), 'pt-BR')));
    expect(text).not.toContain('Sem resposta ainda');
  });

  it('is asked once by a page that is sent many times at once', async () => {
    const { attempt, path } = await aDone();
    const forms = await formsIn(await openPage(`${path}/privacy`));
    const form = forms.find(({ action }) => action.endsWith('/requests'))!;
    const fields = { key: form.fields['key']![0]!, kind: 'review', message: 'Reveja.' };
    const sent = await Promise.all(Array.from({ length: 5 }, () => postForm(form.action, fields)));
    for (const { status } of sent) expect(status).toBe(303);
    expect(await asked(attempt.id)).toHaveLength(1);
  });

  it.each<[string, Record<string, string>, keyof typeof words.problems]>([
    ['no kind', { message: 'Oi' }, 'kind'],
    ['an unknown kind', { kind: 'deletion', message: 'Oi' }, 'kind'],
    ['an inherited kind', { kind: 'constructor', message: 'Oi' }, 'kind'],
    ['too long a text', { kind: 'erasure', message: 'x'.repeat(2001) }, 'message'],
    ['a NUL', { kind: 'erasure', message: 'a\0b' }, 'message'],
    ['a correction of nothing', { kind: 'correction', message: ' \r\n ' }, 'missing'],
  ])('with %s comes back with what was typed', async (_what, fields, problem) => {
    const { attempt, path } = await aDone();
    const answer = await ask(path, fields);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    const field = problem === 'kind' ? 'kind' : 'message';
    expect(unescaped(html)).toContain(`id="${field}-problem">${words.problems[problem]}`);
    const forms = await formsIn(html);
    const form = forms.find(({ action }) => action.endsWith('/requests'))!;
    if (!fields['message']!.includes('\0') && fields['message']!.trim())
      expect(form.fields['message']).toEqual([fields['message']]);
    expect(await asked(attempt.id)).toEqual([]);
  });

  it('of 2,000 characters is kept whole', async () => {
    const { attempt, path } = await aDone();
    await ask(path, { kind: 'review', message: 'é'.repeat(2000) });
    expect((await asked(attempt.id))[0]?.message).toHaveLength(2000);
  });

  it('is one of three open ones at most, whoever hurries', async () => {
    const { attempt, path } = await aDone();
    const other = await aDone();
    const sent = await Promise.all(
      Array.from({ length: 6 }, (_, index) => ask(path, { kind: 'review', message: `N${index}` })),
    );
    const statuses = sent.map(({ status }) => String(status)).toSorted();
    expect(statuses).toEqual(['303', '303', '303', '422', '422', '422']);
    expect(await asked(attempt.id)).toHaveLength(3);
    const refused = await ask(path, { kind: 'erasure', message: 'Guarde este texto.' });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(textOf(html)).toContain(words.problems.tooMany);
    expect(html).toContain('Guarde este texto.');
    expect(await read(`${path}/privacy`)).toContain(words.full);
    expect((await ask(other.path, { kind: 'review', message: '' })).status).toBe(303);
    await answerAll();
    expect((await ask(path, { kind: 'review', message: '' })).status).toBe(303);
  });

  it.each(hostileTexts)('keeps %j as it was written, and shows it as text', async (message) => {
    const { attempt, path } = await aDone();
    await ask(path, { kind: 'review', message });
    expect((await asked(attempt.id))[0]?.message).toBe(message);
    for (const page of ['/privacy', '/data']) {
      const html = await openPage(path + page);
      expect(html).not.toContain('<script>alert');
      expect(html).not.toContain('<img');
      expect(unescaped(html)).toContain(message);
    }
  });
});

/** An attempt with something in every table. */
async function aFull() {
  const assessment = await anAssessment({ content: reviewedContent });
  const { attempt, path } = await aDone({ assessment, source: 'gupy' });
  const own = { attemptId: attempt.id, organizationId: attempt.organizationId };
  await anApplication(attempt, { applicationId: '4321' });
  await db.batch([
    db.insert(sittings).values({
      attemptId: attempt.id,
      deviceId: 'device-of-bia',
      deviceSince: 1,
      seenAt: 2,
      outageCapMs: 9,
    }),
    db
      .insert(timeChanges)
      .values({ attemptId: attempt.id, id: 't', kind: 'added', ms: 300_000, createdAt: 3 }),
    db
      .insert(accommodations)
      .values({ ...own, request: 'Leio devagar.', requestedAt: 4, percent: 150 }),
    db.insert(healthBatches).values({
      attemptId: attempt.id,
      id: 'batch-one',
      events: [{ kind: 'hidden', at: 5, seconds: 6 }],
      receivedAt: 5,
    }),
    db.insert(remarks).values({
      attemptId: attempt.id,
      rating: 4,
      ratingComment: 'Claro.',
      healthComment: 'Tocou.',
    }),
    db.insert(privacyRequests).values({
      ...own,
      id: 'request',
      kind: 'review',
      message: 'Revejam.',
      createdAt: 7,
      dueAt: 8,
      answeredAt: 9,
      answer: 'Revisto.',
    }),
  ]);
  await aDelivery(attempt, { destination: 'https://private-api.gupy.io/results?token=SECRET' });
  await env.DB.prepare("update deliveries set payload = 'PAYLOAD'").run();
  await env.DB.prepare("update reviews set comment = 'NOTA INTERNA'").run();
  return { attempt, path };
}

describe('the data of an attempt', () => {
  it('are a file with everything that is held', async () => {
    const { attempt, path } = await aFull();
    const answer = await fetchPage(`${path}/data.json`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('Content-Disposition')).toBe(
      `attachment; filename="aferi-${attempt.id}.json"`,
    );
    expect(await answer.json()).toMatchObject({
      format: 'aferi.attempt/1',
      organization: 'Acme',
      candidate: { name: attempt.name, email: attempt.email },
      attempt: {
        id: attempt.id,
        state: 'completed',
        source: 'gupy',
        startedAt: new Date(attempt.startedAt!).toISOString(),
        notice: { version: attempt.noticeVersion },
      },
      answers: [
        { question: 'single-choice', number: 1, value: 'b', inWords: ['Opção b'], revision: 1 },
        { question: 'numeric', value: 3.5, inWords: ['3,5'] },
        { question: 'true-false', value: true, inWords: [questions.true] },
        { question: 'free-text', number: 4 },
      ],
      result: {
        total: 100,
        competencies: [
          { name: 'Lógica', score: 100 },
          { name: 'Velocidade', score: 100 },
        ],
      },
      grades: [{ question: 'free-text', grade: 100, hasNote: true }],
      timeChanges: [{ kind: 'added', ms: 300_000 }],
      accommodation: { request: 'Leio devagar.', percent: 150 },
      device: { id: 'device-of-bia' },
      testHealth: [{ events: [{ kind: 'hidden', seconds: 6 }] }],
      remarks: { rating: 4, ratingComment: 'Claro.', testHealthComment: 'Tocou.' },
      requests: [{ kind: 'review', message: 'Revejam.', answer: 'Revisto.' }],
      deliveries: [{ kind: 'gupy.result_webhook', host: 'private-api.gupy.io', tries: 1 }],
      gupy: { callbackHost: 'private-api.gupy.io' },
      application: { jobId: '77', applicationId: '4321' },
    });
  });

  it('are a page for reading, with the same', async () => {
    const { attempt, path } = await aFull();
    const text = await read(`${path}/data`);
    for (const told of [
      attempt.name,
      attempt.email,
      'Opção b',
      '3,5',
      questions.true,
      'Lógica',
      'Leio devagar.',
      'Claro.',
      'Tocou.',
      'Revejam.',
      'Revisto.',
      'private-api.gupy.io',
      privacy.data.timeKinds.added,
      privacy.data.gupyHeld,
      privacy.data.applicationHeld('77', '4321'),
      privacy.data.reviewNote,
    ])
      expect(text).toContain(told);
  });

  it('hold no secrets, no keys, no weights, and nobody else’s', async () => {
    const { path } = await aFull();
    const other = await aDone({ name: 'Outra Pessoa' });
    for (const page of ['/data', '/data.json']) {
      const body = await (await fetchPage(path + page)).text();
      for (const never of [
        'SECRET',
        'PAYLOAD',
        'NOTA INTERNA',
        'Outra Pessoa',
        other.attempt.email,
        'identityHash',
        'bodyHash',
        'Epoch',
        '"weight"',
        '"correct"',
        '@acme.example',
      ])
        expect(body, never).not.toContain(never);
    }
  });

  it('are there in every state, with no result and no grade before the end', async () => {
    for (const state of [
      'not_started',
      'in_progress',
      'submitted',
      'expired',
      'cancelled',
    ] as const) {
      const assessment = await anAssessment({ content: reviewedContent });
      const grades = state === 'submitted' ? { 'free-text': 0.5 } : {};
      const { path } = await aDone({ assessment, state, grades });
      const answer = await fetchPage(`${path}/data.json`);
      const held = await answer.json<{ result: unknown; grades: { grade: unknown }[] }>();
      expect(held.result).toBeNull();
      for (const { grade } of held.grades) expect(grade).toBeNull();
      expect((await fetchPage(`${path}/data`)).status).toBe(200);
      expect((await fetchPage(`${path}/privacy`)).status).toBe(200);
    }
  });
});

describe('the credential of these pages', () => {
  const calls: [string, (path: string) => Promise<Response>][] = [
    ['GET …/privacy', (path) => fetchPage(`${path}/privacy`)],
    ['GET …/data', (path) => fetchPage(`${path}/data`)],
    ['GET …/data.json', (path) => fetchPage(`${path}/data.json`)],
    ['POST …/requests', (path) => ask(path, { kind: 'review', message: '' })],
    ['POST …/requests, wrong', (path) => ask(path, { kind: 'x', message: 'x' })],
  ];

  it.each(calls)('is the attempt’s own token and no other: %s', async (_what, call) => {
    const { attempt, path } = await aDone();
    const other = await aDone();
    const result = await resultPath(attempt);
    const mixed = await takePath(env, { id: attempt.id, versionId: other.attempt.versionId });
    const later = await takePath(env, attempt, 1);
    const before = await allRows();
    // The result page's address is seen by the company: it opens none of this, wherever it is put.
    for (const wrong of [
      result,
      asTake(result),
      path.replace('/a/', '/r/'),
      mixed,
      later,
      `${path}x`,
    ])
      expect((await call(wrong)).status).toBe(404);
    expect(await allRows()).toEqual(before);
    await db.update(attempts).set({ takeEpoch: 1 }).where(eq(attempts.id, attempt.id));
    const revoked = await allRows();
    expect((await call(path)).status).toBe(404);
    expect(await allRows()).toEqual(revoked);
    expect((await call(later)).status).toBeLessThan(423);
    await db.update(attempts).set({ resultEpoch: 1 }).where(eq(attempts.id, attempt.id));
    expect((await call(later)).status).toBeLessThan(423);
  });
});
