import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { answers } from '../../src/db/schema/attempts.ts';
import { backEnd } from '../../src/features/assessments/library/back-end.ts';
import { grace } from '../../src/features/attempts/clock.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import {
  allRows,
  answerForm,
  answerQuestion,
  aSitting,
  attemptOf,
  claimsOf,
  encode,
  type Fields,
  loseMessages,
  openPage,
  resultOf,
  sendAnswer,
  stopClock,
  storedAnswers,
  submit,
  words,
} from '../support/candidate.ts';
import { questionTypes } from '../support/contents.ts';
import { textOf } from '../support/html.ts';
import { fetchPage, sendForm } from '../support/pages.ts';

const db = database(env.DB);
const { problems } = messagesFor('pt-BR').questions;
const minute = 60_000;
/** Of the question of this type in the tests' own assessment. */
const numberOf = (type: (typeof questionTypes)[number]) => questionTypes.indexOf(type) + 1;

beforeEach(() => void loseMessages());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('an answer', () => {
  const orders = { 'position-b': '1', 'position-a': '2', 'position-d': '3', 'position-c': '4' };
  const url = 'https://example.com/repo?a=1';
  it.each<[(typeof questionTypes)[number], Fields, unknown, Fields]>([
    ['single-choice', { value: 'b' }, 'b', { value: ['b'] }],
    ['multiple-choice', { value: ['c', 'a'] }, ['a', 'c'], { value: ['a', 'c'] }],
    ['true-false', { value: 'false' }, false, { value: ['false'] }],
    ['numeric', { value: '3,50' }, 3.5, { value: ['3,5'] }],
    ['ordering', orders, ['b', 'a', 'd', 'c'], { 'position-b': ['1'], 'position-c': ['4'] }],
    ['likert', { value: '4' }, 4, { value: ['4'] }],
    ['situational-judgement', { value: 'a' }, 'a', { value: ['a'] }],
    ['free-text', { value: '\r\n<b>&"\r\n' }, '\n<b>&"\n', { value: ['\n<b>&"\n'] }],
    ['project-link', { value: ` ${url} ` }, url, { value: [url] }],
  ])('to a %s is saved by a plain form, and shown again', async (type, typed, value, shown) => {
    const { path } = await aSitting();
    const answer = await answerQuestion(path, numberOf(type), typed);
    expect(answer.status).toBe(303);
    expect(await storedAnswers(path)).toEqual({ [type]: value });
    const { fields } = await answerForm(await openPage(`${path}/questions/${numberOf(type)}`));
    expect(fields).toMatchObject({ revision: ['1'], ...shown });
  });

  it('that is blank writes nothing', async () => {
    const { path } = await aSitting();
    const before = await allRows();
    for (const [index] of questionTypes.entries())
      expect((await answerQuestion(path, index + 1, {})).status).toBe(303);
    expect(await allRows()).toEqual(before);
  });

  it('can be cleared again', async () => {
    const { path } = await aSitting();
    await answerQuestion(path, 1, { value: 'b' });
    await answerQuestion(path, 1, { value: [] });
    expect(await storedAnswers(path)).toEqual({ 'single-choice': null });
    const review = textOf(await openPage(`${path}/review`));
    expect(review).toContain(words.review.unanswered(9));
    await answerQuestion(path, 1, { value: 'c' });
    expect(await storedAnswers(path)).toEqual({ 'single-choice': 'c' });
  });

  it.each<[Fields | string, string]>([
    ['next', '/questions/3'],
    ['previous', '/questions/1'],
    ['review', '/review'],
    ['7', '/questions/7'],
    ['nowhere', '/questions/3'],
    ['-1', '/questions/3'],
  ])('goes on as asked: %s', async (go, to) => {
    const { path } = await aSitting();
    const answer = await answerQuestion(path, 2, { value: 'a' }, go as string);
    expect(answer.headers.get('Location')).toBe(path + to);
    expect(await storedAnswers(path)).toEqual({ 'multiple-choice': ['a'] });
  });

  it('of the last question leads to the review, and before the first there is nothing', async () => {
    const { path } = await aSitting();
    const last = await answerForm(await openPage(`${path}/questions/9`));
    expect(last.buttons[0]).toBe('go=review');
    const first = await answerForm(await openPage(`${path}/questions/1`));
    expect(first.buttons).not.toContain('go=previous');
    const { headers } = await answerQuestion(path, 1, { value: 'b' }, 'previous');
    expect(headers.get('Location')).toBe(`${path}/questions/1`);
  });

  it('keeps how long its question was open, and never an absurd time', async () => {
    stopClock();
    const { path } = await aSitting();
    const page = await answerForm(await openPage(`${path}/questions/1`));
    vi.setSystemTime(Date.now() + 42_000);
    await sendForm(page.action, encode({ ...page.fields, value: 'a' }));
    expect((await rowOf(path, 'single-choice')).timeMs).toBe(42_000);
    await sendAnswer(path, 'single-choice', { value: 'b', revision: '1', shown: '-5' });
    expect((await rowOf(path, 'single-choice')).timeMs).toBe(42_000);
    await sendAnswer(path, 'single-choice', { value: 'c', revision: '2', shown: '0' });
    expect((await rowOf(path, 'single-choice')).timeMs).toBe(42_000 + 30 * minute);
  });
});

describe('an answer of the wrong shape', () => {
  const long = 'é'.repeat(501);
  it.each<[(typeof questionTypes)[number], Fields, string, Fields]>([
    ['single-choice', { value: 'z' }, problems.unknown_option, {}],
    ['single-choice', { value: ['a', 'b'] }, problems.too_many_options, {}],
    ['multiple-choice', { value: ['a', 'z'] }, problems.unknown_option, { value: ['a'] }],
    ['true-false', { value: 'maybe' }, problems.answer_invalid, {}],
    ['numeric', { value: 'doze & "meia"' }, problems.number_invalid, { value: ['doze & "meia"'] }],
    [
      'ordering',
      { 'position-a': '1', 'position-b': '1', 'position-c': '3', 'position-d': '4' },
      problems.order_repeats,
      { 'position-a': ['1'], 'position-b': ['1'], 'position-c': ['3'], 'position-d': ['4'] },
    ],
    [
      'ordering',
      { 'position-a': '2', 'position-b': '', 'position-c': '3', 'position-d': '4' },
      problems.order_incomplete,
      { 'position-a': ['2'], 'position-b': [''] },
    ],
    ['likert', { value: '6' }, problems.unknown_option, {}],
    ['situational-judgement', { value: 'e' }, problems.unknown_option, {}],
    ['free-text', { value: long }, problems.text_too_long, { value: [long] }],
    [
      'project-link',
      { value: 'ftp://x.example' },
      problems.url_invalid,
      { value: ['ftp://x.example'] },
    ],
  ])('to a %s comes back as typed: %o', async (type, typed, problem, kept) => {
    const { path } = await aSitting();
    const blank = await answerForm(await openPage(`${path}/questions/${numberOf(type)}`));
    const answer = await sendForm(blank.action, encode({ ...blank.fields, ...typed, go: 'next' }));
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(textOf(html)).toContain(problem);
    expect(textOf(html)).toContain(words.question.problemTitle);
    expect((await answerForm(html)).fields).toMatchObject({ revision: ['0'], ...kept });
    expect(await storedAnswers(path)).toEqual({});
  });

  it('leaves what was stored before untouched', async () => {
    const { path } = await aSitting();
    await answerQuestion(path, numberOf('numeric'), { value: '12' });
    const before = await allRows();
    const answer = await answerQuestion(path, numberOf('numeric'), { value: 'treze' });
    expect(answer.status).toBe(422);
    const form = await answerForm(await answer.text());
    expect(form.fields).toMatchObject({ value: ['treze'], revision: ['1'] });
    expect(await allRows()).toEqual(before);
    await sendForm(form.action, encode({ ...form.fields, value: '13' }));
    expect(await storedAnswers(path)).toEqual({ numeric: 13 });
  });

  it('that is larger than any answer is refused with a clear page, and changes nothing', async () => {
    const { path } = await aSitting();
    await answerQuestion(path, numberOf('free-text'), { value: 'curto' });
    const before = await allRows();
    const answer = await answerQuestion(path, numberOf('free-text'), { value: 'x'.repeat(2e6) });
    expect(answer.status).toBe(413);
    expect(textOf(await answer.text())).toContain(messagesFor('pt-BR').errors.too_large.title);
    expect(await allRows()).toEqual(before);
  });

  it('is answered to htmx with the question alone, which leaves the address bar as it is', async () => {
    const { path } = await aSitting();
    const partial = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' };
    const action = `${path}/answers/numeric`;
    const answer = await sendForm(action, 'value=doze', partial);
    expect(answer.status).toBe(422);
    expect(answer.headers.get('HX-Push-Url')).toBe('false');
    const html = await answer.text();
    expect(html).toMatch(/^<div id="sitting"/);
    expect(html).toContain('value="doze"');
  });
});

describe('a question', () => {
  it.each(['unknown', 'constructor', '__proto__', "x' or 1=1 --"])(
    'that the version does not have, %j, is not found',
    async (id) => {
      const { path } = await aSitting();
      const before = await allRows();
      const answer = await sendAnswer(path, encodeURIComponent(id), { value: 'b' });
      expect(answer.status).toBe(404);
      expect(await allRows()).toEqual(before);
    },
  );

  it.each(['right', 'wrong'])(
    'that the attempt did not draw is not found, its answer %s or not',
    async (shape) => {
      const { path } = await aSitting({ content: backEnd });
      const { questionIds } = await attemptOf(path);
      const pool = backEnd.sections.find(({ draw }) => draw === 5)!;
      const left = pool.questions.find(
        ({ id, type }) => type === 'single-choice' && !questionIds.includes(id),
      );
      const other = pool.questions.find(({ id }) => !questionIds.includes(id))!;
      const before = await allRows();
      const value = shape === 'right' ? 'a' : 'nonsense';
      const answer = await sendAnswer(path, (left ?? other).id, { value });
      expect(answer.status).toBe(404);
      expect(await allRows()).toEqual(before);
    },
  );

  it('of one attempt cannot be answered with the address of another', async () => {
    const { path, link } = await aSitting();
    const other = await aSitting({ organizationId: link.organizationId });
    await sendAnswer(other.path, 'single-choice', { value: 'b' });
    expect(await storedAnswers(path)).toEqual({});
  });
});

describe('two tabs', () => {
  it('that save the same thing twice do no harm', async () => {
    const { path } = await aSitting();
    await sendAnswer(path, 'single-choice', { value: 'b', revision: '0' });
    const before = await allRows();
    const again = await sendAnswer(path, 'single-choice', { value: 'b', revision: '0' });
    expect(again.headers.get('Location')).toBe(`${path}/questions/2`);
    expect(await allRows()).toEqual(before);
  });

  it('that save at the same moment keep one answer, and nobody is told a lie', async () => {
    const { path } = await aSitting();
    const values = [...'abcd'];
    const saves = await Promise.all(
      values.map((value) => sendAnswer(path, 'single-choice', { value, revision: '0' })),
    );
    const saved = values.filter((_value, index) => saves[index]!.status === 303);
    expect(saved).toHaveLength(1);
    expect(await storedAnswers(path)).toEqual({ 'single-choice': saved[0] });
    expect(saves.filter(({ status }) => status === 409)).toHaveLength(3);
  });

  it('with different answers: the later one is shown what it typed, and may keep either', async () => {
    const { path } = await aSitting();
    const number = numberOf('free-text');
    const stale = await answerForm(await openPage(`${path}/questions/${number}`));
    await answerQuestion(path, number, { value: 'primeira' });

    const send = (value: string) => sendForm(stale.action, encode({ ...stale.fields, value }));
    const conflict = await send('<segunda>');
    expect(conflict.status).toBe(409);
    const html = await conflict.text();
    expect(textOf(html)).toContain(words.question.conflictTitle);
    expect(textOf(html)).toContain('<segunda>');
    expect(await storedAnswers(path)).toEqual({ 'free-text': 'primeira' });

    expect(html).toContain(`<a href="${path}/questions/${number}">${words.question.keepOther}`);
    const other = await answerForm(await openPage(`${path}/questions/${number}`));
    expect(other.fields['value']).toEqual(['primeira']);

    const mine = await answerForm(html);
    expect(mine.fields).toMatchObject({ value: ['<segunda>'], revision: ['1'] });
    expect((await sendForm(mine.action, encode(mine.fields))).status).toBe(303);
    expect(await storedAnswers(path)).toEqual({ 'free-text': '<segunda>' });
  });

  it('of which one is old and empty: what was saved stays', async () => {
    const { path } = await aSitting();
    const empty = await answerForm(await openPage(`${path}/questions/1`));
    await answerQuestion(path, 1, { value: 'b' });
    expect((await sendForm(empty.action, encode(empty.fields))).status).toBe(303);
    expect(await storedAnswers(path)).toEqual({ 'single-choice': 'b' });

    const older = await answerForm(await openPage(`${path}/questions/1`));
    await answerQuestion(path, 1, { value: 'c' });
    await sendForm(older.action, encode({ ...older.fields, value: [] }));
    expect(await storedAnswers(path)).toEqual({ 'single-choice': 'c' });
  });

  it('in any order: the highest revision is what stays', async () => {
    const { path } = await aSitting();
    for (const [revision, value] of [
      ['4', 'a'],
      ['2', 'b'],
      ['7', 'c'],
      ['6', 'd'],
    ] as const)
      await sendAnswer(path, 'single-choice', { value, revision });
    expect(await rowOf(path, 'single-choice')).toMatchObject({ value: 'c', revision: 8 });
  });

  it('with a made-up revision neither break nor lose anything', async () => {
    const { path } = await aSitting();
    await answerQuestion(path, 1, { value: 'b' });
    for (const revision of ['-1', '1e99', 'NaN', '', '99999999999999999999'])
      expect((await sendAnswer(path, 'single-choice', { value: 'c', revision })).status).toBe(409);
    expect(await storedAnswers(path)).toEqual({ 'single-choice': 'b' });
  });
});

describe('the deadline', () => {
  it.each([
    ['a moment before it', -1],
    ['within the grace', grace],
  ])('%s an answer is stored', async (_when, after) => {
    const { path } = await aSitting();
    const { deadlineAt } = await attemptOf(path);
    stopClock(deadlineAt! + after);
    await sendAnswer(path, 'single-choice', { value: 'b' });
    expect(await storedAnswers(path)).toEqual({ 'single-choice': 'b' });
    expect((await attemptOf(path)).state).toBe('in_progress');
  });

  it.each<[string, string, Fields]>([
    ['an answer', 'multiple-choice', { value: 'a' }],
    ['a change', 'single-choice', { value: 'c', revision: '1' }],
    ['a stale answer', 'single-choice', { value: 'c', revision: '0' }],
    ['an answer of the wrong shape', 'multiple-choice', { value: 'z' }],
  ])('passed: %s is not stored, and that very request submits', async (_what, id, fields) => {
    const { path } = await aSitting();
    await answerQuestion(path, 1, { value: 'b' });
    const { deadlineAt } = await attemptOf(path);
    stopClock(deadlineAt! + grace + 1);
    const answer = await sendAnswer(path, id, fields);

    expect(await attemptOf(path)).toMatchObject({
      state: 'completed',
      submittedBy: 'clock',
      submittedAt: deadlineAt,
    });
    expect(await storedAnswers(path)).toEqual({ 'single-choice': 'b' });
    expect((await resultOf(path))?.questions[0]).toMatchObject({ fraction: 1, answered: true });
    expect(answer.status).toBe(303);
    const page = textOf(await openPage(answer.headers.get('Location')!));
    expect(page).toContain(words.done.late);
    expect(page).toContain(words.done.byClock);
  });

  it('passed: a question’s page that is opened then submits, too', async () => {
    const { path } = await aSitting();
    await answerQuestion(path, 1, { value: 'b' });
    stopClock((await attemptOf(path)).deadlineAt! + grace + 1);
    expect((await fetchPage(`${path}/questions/2`)).headers.get('Location')).toBe(path);
    expect((await attemptOf(path)).submittedBy).toBe('clock');
    const page = textOf(await openPage(path));
    expect(page).toContain(words.done.byClock);
    expect(page).not.toContain(words.done.late);
  });
});

describe('an answer after the submission', () => {
  it.each<[string, Fields]>([
    ['right', { value: 'c', revision: '1' }],
    ['wrong', { value: 'z' }],
    ['stale', { value: 'c', revision: '0' }],
  ])('is refused with a clear page: %s', async (_shape, fields) => {
    const { path } = await aSitting();
    await answerQuestion(path, 1, { value: 'b' });
    await submit(path);
    const before = await allRows();
    const answer = await sendAnswer(path, 'single-choice', fields);
    expect(answer.status).toBe(303);
    const page = textOf(await openPage(answer.headers.get('Location')!));
    expect(page).toContain(words.done.already);
    expect(page).not.toContain(words.done.late);
    expect(await allRows()).toEqual(before);
  });
});

async function rowOf(path: string, questionId: string) {
  const { attemptId } = await claimsOf(path);
  const mine = and(eq(answers.attemptId, attemptId), eq(answers.questionId, questionId));
  return (await db.select().from(answers).where(mine).get())!;
}
