import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ring } from '../../src/cron.ts';
import { database } from '../../src/db/client.ts';
import { answers, attempts, results, reviews } from '../../src/db/schema/attempts.ts';
import { deliveries, events, tries } from '../../src/db/schema/deliveries.ts';
import { destinations } from '../../src/destinations.ts';
import { scoreSheet } from '../../src/features/attempts/sheet.ts';
import { completeReviewed } from '../../src/features/attempts/submission-queries.ts';
import { consumeWakeUp } from '../../src/features/deliveries/jobs.ts';
import { anAttempt } from '../support/attempt-makers.ts';
import {
  allRows,
  answerQuestion,
  aSitting,
  attemptOf,
  loseMessages,
  openPage,
  resultOf,
  stopClock,
  submit,
  words,
} from '../support/candidate.ts';
import { aQuestion, aSection, aVersionContent } from '../support/contents.ts';
import { aCompany, anOffer, registered, scoredContent, startTest } from '../support/gupy.ts';
import { textOf } from '../support/html.ts';
import { anAssessment } from '../support/makers.ts';
import { aReceiver } from '../support/receiver.ts';

const db = database(env.DB);

let messages: ReturnType<typeof loseMessages>;
beforeEach(() => {
  messages = loseMessages();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a submission', () => {
  it.each([{}, { confirm: '' }, { confirm: 'yes' }, { confirm: ['on', 'on'] }])(
    'needs the confirmation: %j',
    async (fields) => {
      const { path } = await aSitting();
      const before = await allRows();
      const answer = await submit(path, fields);
      expect(answer.status).toBe(422);
      expect(textOf(await answer.text())).toContain(words.review.confirmProblem);
      expect(await allRows()).toEqual(before);
    },
  );

  it('freezes the result, tells of it once, and shows it', async () => {
    const now = stopClock();
    const { path, attemptId, link } = await aSitting({ content: scoredContent });
    await answerQuestion(path, 1, { value: 'b' });
    await answerQuestion(path, 2, { value: '3,5' });
    vi.setSystemTime(now + 60_000);
    const answer = await submit(path);
    expect(answer.headers.get('Location')).toBe(path);
    expect(await attemptOf(path)).toMatchObject({
      state: 'completed',
      submittedAt: now + 60_000,
      submittedBy: 'candidate',
      completedAt: now + 60_000,
      total: 67,
    });
    expect(await resultOf(path)).toMatchObject({ total: 67, pending: [] });
    const [event] = await db.select().from(events);
    expect(event).toMatchObject({
      organizationId: link.organizationId,
      attemptId,
      type: 'attempt.completed',
      plannedAt: null,
    });
    expect(messages.deliveries).toHaveBeenCalledExactlyOnceWith(
      { eventId: event!.id },
      { delaySeconds: 0 },
    );
    expect(textOf(await openPage(path))).toContain('67');
  });

  it('without a single answer is one, too', async () => {
    const { path } = await aSitting();
    await submit(path);
    expect(await attemptOf(path)).toMatchObject({ state: 'completed', total: 0 });
  });

  it('costs one round trip to read and one to write', async () => {
    const { path } = await aSitting();
    const batch = vi.spyOn(env.DB, 'batch');
    await submit(path);
    expect(batch.mock.calls.map(([statements]) => statements.length > 1)).toEqual([true, true]);
  });

  it('is all or nothing', async () => {
    const { path } = await aSitting();
    await answerQuestion(path, 1, { value: 'b' });
    await env.DB.exec('alter table events rename to elsewhere');
    expect((await submit(path)).status).toBe(500);
    expect((await attemptOf(path)).state).toBe('in_progress');
    expect(await db.$count(results)).toBe(0);
    await env.DB.exec('alter table elsewhere rename to events');
    expect((await submit(path)).status).toBe(303);
    expect((await attemptOf(path)).state).toBe('completed');
  });

  it('whose answer got lost on its way back may be repeated', async () => {
    const { path } = await aSitting();
    const batch = env.DB.batch.bind(env.DB);
    const spy = vi.spyOn(env.DB, 'batch');
    spy.mockImplementationOnce(batch).mockImplementationOnce(async (statements) => {
      await batch(statements);
      throw new Error('Network connection lost');
    });
    expect((await submit(path)).status).toBe(500);
    expect((await submit(path)).headers.get('Location')).toBe(path);
    expect(await db.$count(events)).toBe(1);
    expect(await db.$count(results)).toBe(1);
  });

  it('200 times at once makes one result, one event, one delivery, and calls Gupy once', async () => {
    const receiver = aReceiver();
    const company = await aCompany();
    const test = await registered(company, await anOffer(company));
    await startTest(test);
    const path = new URL(test.test_url).pathname;
    await answerQuestion(path, 1, { value: 'b' });

    const all = await Promise.all(Array.from({ length: 200 }, () => submit(path)));
    for (const answer of all) expect(answer.headers.get('Location')).toBe(path);
    expect(await db.$count(results)).toBe(1);
    expect(await db.$count(events)).toBe(1);

    const context = { env, db };
    const bodies = messages.deliveries.mock.calls.map(([body]) => body);
    expect(bodies).toHaveLength(1);
    await Promise.all(bodies.map((body) => consumeWakeUp(context, destinations, body)));
    await ring(env);
    expect(await db.$count(deliveries)).toBe(1);
    expect(await db.$count(tries)).toBe(1);
    expect(receiver.calls()).toHaveLength(1);
  }, 30_000);
});

describe('an answer that only a person can grade', () => {
  it('makes the attempt wait: no result, no total, and an event that says so', async () => {
    const { path } = await aSitting();
    await answerQuestion(path, 8, { value: 'Porque sim.' });
    await submit(path);
    expect(await attemptOf(path)).toMatchObject({
      state: 'submitted',
      completedAt: null,
      total: null,
    });
    expect(await db.$count(results)).toBe(0);
    expect((await db.select().from(events)).map(({ type }) => type)).toEqual(['attempt.submitted']);
    expect(textOf(await openPage(path))).toContain(words.done.waitingTitle);
  });

  it('waits for nobody when it was left blank', async () => {
    const { path } = await aSitting();
    await answerQuestion(path, 1, { value: 'b' });
    await submit(path);
    expect((await attemptOf(path)).state).toBe('completed');
    expect((await db.select().from(events)).map(({ type }) => type)).toEqual(['attempt.completed']);
  });

  it('waits for nobody when it was cleared again', async () => {
    const { path } = await aSitting();
    await answerQuestion(path, 8, { value: 'Porque sim.' });
    await answerQuestion(path, 8, { value: '' });
    await submit(path);
    expect((await attemptOf(path)).state).toBe('completed');
  });
});

describe('the last grade', () => {
  const essays = ['one', 'two', 'three'];
  const content = aVersionContent({
    sections: [aSection({ questions: essays.map((id) => aQuestion('free-text', { id })) })],
  });

  it.each([
    [0.1, 0.2, 0.3],
    [1, 1, 1],
    [0, 0, 0],
    [1 / 3, 2 / 3, 0.7],
  ])('completes the attempt, once: %d, %d, %d', async (...grades) => {
    const { attempt, review } = await aGraded(grades);
    const done = await Promise.all([review(grades), review(grades), review(grades)]);
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await db.select().from(attempts).get()).toMatchObject({ state: 'completed' });
    const frozen = await db.select().from(results).get();
    expect(frozen?.result).toEqual(attempt.result);
    expect(await db.$count(events)).toBe(1);
  });

  it('does not complete it with grades that are not the latest, even of the same sum', async () => {
    const { review } = await aGraded([0.4, 0.6, 0.5]);
    for (const outdated of [
      [0.6, 0.4, 0.5],
      [0.4, 0.6, 0.6],
      [0.4, 0.6],
      [0.4, 0.6, 0.5, 0],
    ])
      expect(await review(outdated)).toBeUndefined();
    expect(await db.select().from(attempts).get()).toMatchObject({ state: 'submitted' });
    expect(await db.$count(results)).toBe(0);
    expect(await review([0.4, 0.6, 0.5])).toBeDefined();
  });

  async function aGraded(grades: number[]) {
    const byId = Object.fromEntries(grades.map((grade, index) => [essays[index]!, grade]));
    const attempt = await anAttempt({
      assessment: await anAssessment({ content }),
      state: 'submitted',
      answers: Object.fromEntries(essays.map((id) => [id, 'Porque sim.'])),
      grades: byId,
    });
    const review = (given: number[]) =>
      completeReviewed(db, {
        attemptId: attempt.id,
        organizationId: attempt.organizationId,
        result: attempt.result,
        grades: given.map((grade, index) => ({ questionId: essays[index] ?? 'none', grade })),
        now: Date.now(),
      });
    expect(await db.$count(reviews)).toBe(grades.length);
    return { attempt, review };
  }
});

describe('a frozen result', () => {
  it('is what the scorer makes of version and answers at any later time', async () => {
    const { path, link } = await aSitting();
    await answerQuestion(path, 1, { value: 'b' });
    await answerQuestion(path, 5, {
      'position-a': '1',
      'position-b': '2',
      'position-c': '4',
      'position-d': '3',
    });
    await submit(path);
    const { id, questionIds, total } = await attemptOf(path);
    const rows = await db.select().from(answers).where(eq(answers.attemptId, id));
    const again = scoreSheet(link.content, questionIds, rows);
    expect(await resultOf(path)).toEqual(again);
    expect(total).toBe(again.total);
  });
});
