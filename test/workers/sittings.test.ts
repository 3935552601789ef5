import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { attempts, type AttemptState } from '../../src/db/schema/attempts.ts';
import { backEnd } from '../../src/features/assessments/library/back-end.ts';
import { resultUrl, takePath } from '../../src/features/attempts/addresses.ts';
import { noticeVersion } from '../../src/features/attempts/notice.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import {
  allRows,
  answerForm,
  answerQuestion,
  aPublicLink,
  aSitting,
  attemptOf,
  claimsOf,
  loseMessages,
  openPage,
  sendAnswer,
  start,
  stopClock,
  submit,
  words,
} from '../support/candidate.ts';
import { aQuestion, aSection, aVersionContent } from '../support/contents.ts';
import { aCompany, anOffer, publish, registered, scoredContent } from '../support/gupy.ts';
import { formsIn, textOf } from '../support/html.ts';
import { fetchPage, postForm } from '../support/pages.ts';

const db = database(env.DB);
const twoQuestions = aVersionContent({
  sections: [aSection({ questions: [aQuestion('single-choice'), aQuestion('true-false')] })],
});

beforeEach(() => void loseMessages());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a sitting', () => {
  it('resumes at the first question without an answer', async () => {
    const { path } = await aSitting();
    const resumed = async () => (await fetchPage(path)).headers.get('Location');
    expect(await resumed()).toBe(`${path}/questions/1`);
    await answerQuestion(path, 1, { value: 'b' });
    await answerQuestion(path, 3, { value: 'true' });
    expect(await resumed()).toBe(`${path}/questions/2`);
    await answerQuestion(path, 1, { value: [] });
    expect(await resumed()).toBe(`${path}/questions/1`);
  });

  it('resumes at the review when nothing is left to answer', async () => {
    const { path } = await aSitting({ content: twoQuestions });
    await answerQuestion(path, 1, { value: 'b' });
    await answerQuestion(path, 2, { value: 'true' });
    expect((await fetchPage(path)).headers.get('Location')).toBe(`${path}/review`);
    expect(textOf(await openPage(`${path}/review`))).toContain(words.review.allAnswered);
  });

  it('shows the same questions and options in the same order, on every device', async () => {
    stopClock();
    const { path } = await aSitting({ content: backEnd });
    const questions = (await attemptOf(path)).questionIds.map((_id, index) => index + 1);
    for (const number of questions) {
      const phone = await openPage(`${path}/questions/${number}`);
      expect(await openPage(`${path}/questions/${number}`)).toBe(phone);
    }
  });

  it('shows the options in another order to another candidate', async () => {
    const options = [...'abcdefgh'].map((id) => ({ id, text: { 'pt-BR': `Opção ${id}` } }));
    const question = aQuestion('single-choice', {
      content: { options, correct: 'a', shuffle: true },
    });
    const content = aVersionContent({ sections: [aSection({ questions: [question] })] });
    const { slug } = await aPublicLink({ content });
    const orders = new Set<string>();
    for (const name of ['a', 'b', 'c']) {
      const path = await start(slug, { email: `${name}@candidate.example` });
      const html = await openPage(`${path}/questions/1`);
      orders.add(html.match(/Opção [a-h]/g)!.join());
    }
    expect(orders.size).toBeGreaterThan(1);
  });

  it('shows what was answered, how far one is, and until when', async () => {
    stopClock();
    const { path } = await aSitting();
    await answerQuestion(path, 1, { value: 'b' });
    vi.setSystemTime(Date.now() + 60_000);
    const first = await openPage(`${path}/questions/1`);
    expect((await answerForm(first)).fields).toMatchObject({ value: ['b'], revision: ['1'] });
    const { progress } = messagesFor('pt-BR').common;
    const second = textOf(await openPage(`${path}/questions/2`));
    for (const told of [progress.position(2, 9), progress.answered(1, 9), '29:00', 'Questão de'])
      expect(second).toContain(told);
  });

  it('changes nothing by being looked at', async () => {
    const { path } = await aSitting();
    await answerQuestion(path, 1, { value: 'b' });
    const before = await allRows();
    for (const page of ['', '/questions/1', '/questions/2', '/review', '/questions/999'])
      for (const method of ['GET', 'HEAD']) await fetchPage(path + page, { method });
    expect(await allRows()).toEqual(before);
  });

  it('leads past the last question to the review, and knows no other addresses', async () => {
    const { path } = await aSitting({ content: twoQuestions });
    expect((await fetchPage(`${path}/questions/3`)).headers.get('Location')).toBe(`${path}/review`);
    for (const number of ['0', '01', '-1', '1.5', 'one', '10000'])
      expect((await fetchPage(`${path}/questions/${number}`)).status).toBe(404);
  });

  it('keeps the 5 questions that it drew of a pool of 12', async () => {
    const { path } = await aSitting({ content: backEnd });
    const pool = backEnd.sections.find(({ draw }) => draw === 5)!;
    const { questionIds } = await attemptOf(path);
    const drawn = pool.questions.filter(({ id }) => questionIds.includes(id));
    expect(drawn).toHaveLength(5);
    const left = pool.questions.find(({ id }) => !questionIds.includes(id))!;
    const pages = await Promise.all(
      questionIds.map((_id, index) => openPage(`${path}/questions/${index + 1}`)),
    );
    const forms = await Promise.all(pages.map((page) => answerForm(page)));
    expect(forms.map(({ action }) => action.split('/').at(-1))).toEqual(questionIds);
    expect(questionIds).not.toContain(left.id);
    await answerQuestion(path, 1, { value: 'a' });
    expect((await attemptOf(path)).questionIds).toEqual(questionIds);
  });

  it('goes on with its version when a newer one is published', async () => {
    const { path, link } = await aSitting({ content: twoQuestions });
    await publish(link, link.assessmentId, aVersionContent({ name: { 'pt-BR': 'Nova' } }));
    const page = await openPage(`${path}/questions/1`);
    expect(page).toContain('Avaliação de teste');
    expect(textOf(page)).toContain(messagesFor('pt-BR').common.progress.position(1, 2));
    expect(await openPage(`/t/${link.slug}`)).toContain('Nova');
  });

  it.each([
    ['en', { 'Accept-Language': 'en' }],
    ['es', { 'Accept-Language': 'es-MX,es;q=0.9' }],
    ['es', { 'Accept-Language': 'en', Cookie: 'language=es' }],
    ['pt-BR', { 'Accept-Language': 'de' }],
  ] as const)('speaks %s to %o', async (language, headers) => {
    const { path } = await aSitting();
    const page = await openPage(`${path}/questions/1`, headers);
    const t = messagesFor(language);
    expect(page).toContain(`<html lang="${language}"`);
    expect(textOf(page)).toContain(t.common.progress.position(1, 9));
    expect(textOf(await openPage(`${path}/review`, headers))).toContain(t.candidate.review.title);
  });
});

describe('an attempt that Gupy registered', () => {
  it('waits for its start: who opens it sees what it is, and changes nothing', async () => {
    const path = await aRegistered();
    const before = await allRows();
    for (const page of ['', '/questions/1', '/review'])
      for (const method of ['GET', 'HEAD']) await fetchPage(path + page, { method });
    const text = textOf(await openPage(path));
    for (const told of [
      words.link.intro('Acme'),
      words.link.startedByAts('Marina Duarte'),
      ...messagesFor('pt-BR').notices[noticeVersion]('Acme'),
    ])
      expect(text).toContain(told);
    expect(await allRows()).toEqual(before);
    for (const page of ['/questions/1', '/review'])
      expect((await fetchPage(path + page)).headers.get('Location')).toBe(path);
  });

  it.each([[{}], [{ consent: '' }], [{ consent: 'yes' }]])(
    'does not start without consent: %j',
    async (fields) => {
      const path = await aRegistered();
      const answer = await postForm(`${path}/start`, fields);
      expect(answer.status).toBe(422);
      const html = await answer.text();
      expect(html).toContain(`id="consent-problem">${words.link.problems.consent}`);
      expect(await languageLeadsTo(html)).toBe(path);
      expect((await attemptOf(path)).state).toBe('not_started');
    },
  );

  it('starts once, however often the button is pressed', async () => {
    const now = stopClock();
    const path = await aRegistered();
    const press = () => postForm(`${path}/start`, { consent: 'on' });
    const answers = await Promise.all(Array.from({ length: 20 }, press));
    for (const answer of answers)
      expect(`${answer.headers.get('Location')}/`).toContain(`${path}/`);
    const started = await attemptOf(path);
    expect(started).toMatchObject({
      state: 'in_progress',
      startedAt: now,
      noticeAcceptedAt: now,
      deadlineAt: now + scoredContent.durationMinutes * 60_000,
    });
    vi.setSystemTime(now + 60_000);
    expect((await press()).headers.get('Location')).toBe(path);
    expect(await attemptOf(path)).toEqual(started);
  });

  it('takes no answer and no submission before its start', async () => {
    const path = await aRegistered();
    const before = await allRows();
    expect((await sendAnswer(path, 'single-choice', { value: 'b' })).status).toBe(303);
    expect((await submit(path)).headers.get('Location')).toBe(path);
    expect(await allRows()).toEqual(before);
  });

  it('leads back to Gupy from its last page', async () => {
    const path = await aRegistered();
    expect((await fetchPage(`${path}/return`)).status).toBe(404);
    await postForm(`${path}/start`, { consent: 'on' });
    expect((await fetchPage(`${path}/return`)).status).toBe(404);
    await submit(path);
    expect(await openPage(path)).toContain(`href="${path}/return"`);
    expect((await fetchPage(`${path}/return`)).headers.get('Location')).toBe(
      'https://acme.gupy.io/candidates/callback?step=7',
    );
  });
});

describe('an attempt that is over', () => {
  const pages = ['', '/questions/1', '/review'];

  it.each<[AttemptState, string]>([
    ['expired', words.done.expiredTitle],
    ['cancelled', words.done.cancelledTitle],
  ])('because it is %s says so, and takes nothing more', async (state, title) => {
    const path = await aRegistered();
    await db.update(attempts).set({ state });
    const before = await allRows();
    expect(await openPage(path, {}, 410)).toContain(title);
    for (const page of pages.slice(1))
      expect((await fetchPage(path + page)).headers.get('Location')).toBe(path);
    const posts = [
      () => postForm(`${path}/start`, { consent: 'on' }),
      () => sendAnswer(path, 'single-choice', { value: 'b' }),
      () => submit(path),
    ];
    for (const post of posts)
      expect((await post()).headers.get('Location')?.split('?')[0]).toBe(path);
    expect(await openPage(`${path}?notice=late`, {}, 410)).not.toContain(words.done.late);
    expect(await allRows()).toEqual(before);
  });

  it('because it is completed shows the result, and nothing that is not the candidate’s', async () => {
    const { path } = await aSitting({ content: scoredContent });
    await answerQuestion(path, 1, { value: 'b' });
    await submit(path);
    for (const page of pages.slice(1))
      expect((await fetchPage(path + page)).headers.get('Location')).toBe(path);
    const html = await openPage(path);
    expect(html).toContain(words.done.completedTitle);
    const text = textOf(html);
    expect(text).toContain('33');
    expect(text).toContain('Lógica');
    expect(text).not.toContain('Velocidade');
    expect(text).not.toContain('maria@');
    const { href } = /<a href="(?<href>[^"]+\/r\/[^"]+)"/.exec(html)!.groups!;
    const own = textOf(await openPage(href!));
    expect(own).toContain('Lógica');
    expect(own).not.toContain('Velocidade');
  });

  it('but waits for a person says that answers were received', async () => {
    const { path } = await aSitting();
    await answerQuestion(path, 8, { value: 'Porque sim.' });
    await submit(path);
    const text = textOf(await openPage(path));
    expect(text).toContain(words.done.waitingTitle);
    expect(text).not.toContain(words.done.total);
  });
});

describe('a token', () => {
  const calls: [string, (path: string) => Promise<Response>][] = [
    ['GET …', (path) => fetchPage(path)],
    ['GET …/questions/1', (path) => fetchPage(`${path}/questions/1`)],
    ['GET …/review', (path) => fetchPage(`${path}/review`)],
    ['GET …/return', (path) => fetchPage(`${path}/return`)],
    ['POST …/start', (path) => postForm(`${path}/start`, { consent: 'on' })],
    ['POST …/answers', (path) => sendAnswer(path, 'single-choice', { value: 'b' })],
    ['POST …/answers, wrong', (path) => sendAnswer(path, 'single-choice', { value: 'z' })],
    ['POST …/submission', (path) => submit(path)],
  ];

  it.each(calls)('that was revoked is not found, as one that never was: %s', async (_call, ask) => {
    const { path } = await aSitting();
    await db.update(attempts).set({ takeEpoch: 1 });
    const before = await allRows();
    const revoked = await ask(path);
    expect(revoked.status).toBe(404);
    const never = await ask(`/a/${'A'.repeat(46)}.${'A'.repeat(43)}`);
    expect(never.status).toBe(404);
    expect(await anonymous(revoked)).toBe(await anonymous(never));
    expect(await allRows()).toEqual(before);
  });

  it('of the next epoch opens the same attempt', async () => {
    const { path } = await aSitting();
    await answerQuestion(path, 1, { value: 'b' });
    await db.update(attempts).set({ takeEpoch: 1 });
    const renewed = await takePath(env, (await db.select().from(attempts).get())!, 1);
    expect(await openPage(`${renewed}/questions/1`)).toContain('value="b" checked');
  });

  it('of a result opens no sitting, one of a sitting no result, and each is revoked alone', async () => {
    const { path, attemptId } = await aSitting();
    await submit(path);
    const own = new URL(await resultUrl(env, await attemptOf(path))).pathname;
    expect((await fetchPage(own)).status).toBe(200);
    expect((await fetchPage(own.replace('/r/', '/a/'))).status).toBe(404);
    expect((await fetchPage(path.replace('/a/', '/r/'))).status).toBe(404);
    await db.update(attempts).set({ resultEpoch: 1 }).where(eq(attempts.id, attemptId));
    expect((await fetchPage(own)).status).toBe(404);
    expect((await fetchPage(path)).status).toBe(200);
  });

  it('names its version: that of another version is not found', async () => {
    const { path } = await aSitting();
    const { attemptId } = await claimsOf(path);
    const other = await aPublicLink();
    const forged = await takePath(env, { id: attemptId, versionId: other.versionId });
    expect((await fetchPage(forged)).status).toBe(404);
  });
});

/** The address of an attempt that was registered and not started. */
async function aRegistered(): Promise<string> {
  const company = await aCompany();
  const { test_url } = await registered(company, await anOffer(company));
  return new URL(test_url).pathname;
}

async function languageLeadsTo(html: string): Promise<string | undefined> {
  const form = (await formsIn(html)).find(({ action }) => action === '/language');
  return form?.fields['next']?.[0];
}

/** A page without what differs between any two requests for a page that isn't there. */
async function anonymous(answer: Response): Promise<string> {
  return (await answer.text())
    .replaceAll(/[\w-]{46}\.[\w-]{43}/g, 'TOKEN')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'REQUEST');
}
