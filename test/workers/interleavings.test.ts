import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { answers, results } from '../../src/db/schema/attempts.ts';
import { events } from '../../src/db/schema/deliveries.ts';
import { scoreSheet } from '../../src/features/attempts/sheet.ts';
import {
  answerQuestion,
  aPublicLink,
  aSitting,
  attemptOf,
  loseMessages,
  resultOf,
  sendAnswer,
  start,
  submit,
} from '../support/candidate.ts';
import { aQuestion, aSection, aVersionContent } from '../support/contents.ts';
import { scoredContent } from '../support/gupy.ts';

const db = database(env.DB);

beforeEach(() => void loseMessages());
afterEach(() => void vi.restoreAllMocks());

describe('an answer and a submission that meet', () => {
  it('between reading and writing: the answer is scored', async () => {
    const { path } = await aSitting({ content: scoredContent });
    await betweenReadAndWrite(() => sendAnswer(path, 'single-choice', { value: 'b' }));
    expect((await submit(path)).status).toBe(303);
    expect((await resultOf(path))?.questions[0]).toMatchObject({ fraction: 1, answered: true });
  });

  it('and the answer is changed in between: the later one is scored', async () => {
    const { path } = await aSitting({ content: scoredContent });
    await answerQuestion(path, 1, { value: 'b' });
    await betweenReadAndWrite(() => answerQuestion(path, 1, { value: 'c' }));
    await submit(path);
    expect((await resultOf(path))?.questions[0]).toMatchObject({ fraction: 0, answered: true });
  });

  it('over and over: the submission gives up with a clear page, and nothing is lost', async () => {
    const { path } = await aSitting({ content: scoredContent });
    const { id: attemptId } = await attemptOf(path);
    let revision = 0;
    const batch = env.DB.batch.bind(env.DB);
    const spy = vi.spyOn(env.DB, 'batch').mockImplementation(async (statements) => {
      const value = revision % 2 ? 'a' : 'b';
      revision += 1;
      await db
        .insert(answers)
        .values({ attemptId, questionId: 'single-choice', value, revision, savedAt: 1 })
        .onConflictDoUpdate({
          target: [answers.attemptId, answers.questionId],
          set: { value, revision },
        });
      return batch(statements);
    });
    expect((await submit(path)).status).toBe(409);
    spy.mockRestore();
    expect((await attemptOf(path)).state).toBe('in_progress');
    expect(await db.$count(events)).toBe(0);
    await submit(path);
    expect((await attemptOf(path)).state).toBe('completed');
  });
});

const ids = ['q0', 'q1', 'q2'];
const numbers = aVersionContent({
  sections: [aSection({ questions: ids.map((id) => aQuestion('numeric', { id })) })],
});

/** A candidate in several tabs: each saves one question or submits, some ms after the others. */
const acts = fc.array(
  fc.record({
    after: fc.nat(12),
    act: fc.oneof(
      { weight: 3, arbitrary: fc.record({ id: fc.constantFrom(...ids), revision: fc.nat(2) }) },
      { weight: 2, arbitrary: fc.constant('submit' as const) },
    ),
  }),
  { minLength: 3, maxLength: 12 },
);

describe('in any order of saves and submissions', () => {
  it('what is stored is what was scored, and what was acknowledged is stored', async () => {
    const { slug } = await aPublicLink({ content: numbers });
    let candidates = 0;
    await fc.assert(
      fc.asyncProperty(acts, fc.array(fc.nat(6), { minLength: 8 }), async (all, waits) => {
        candidates += 1;
        const path = await start(slug, { email: `c${candidates}@x.example` });
        const slow = slowDatabase(waits);
        const acknowledged = await Promise.all(
          all.map(async ({ after, act }, index) => {
            await delay(after);
            if (act === 'submit') {
              expect((await submit(path)).status).toBe(303);
              return [];
            }
            const fields = { value: String(index), revision: String(act.revision), number: '1' };
            const answer = await sendAnswer(path, act.id, fields);
            const to = answer.headers.get('Location') ?? '';
            return to.endsWith('/questions/2') ? [{ ...act, value: index }] : [];
          }),
        );
        slow.mockRestore();
        await submit(path);

        const { id, questionIds, state } = await attemptOf(path);
        const stored = await db.select().from(answers).where(eq(answers.attemptId, id));
        expect(state).toBe('completed');
        expect(await resultOf(path)).toEqual(scoreSheet(numbers, questionIds, stored));
        expect(await db.$count(results, eq(results.attemptId, id))).toBe(1);
        expect(await db.$count(events, eq(events.attemptId, id))).toBe(1);
        for (const save of acknowledged.flat()) {
          const row = stored.find(({ questionId }) => questionId === save.id);
          expect(row?.revision).toBeGreaterThan(save.revision);
        }
        const values = acknowledged.flat().map(({ value }) => value);
        for (const row of stored) expect(values).toContain(row.value);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  }, 60_000);
});

/** Every round trip takes as long as the next of these says, ms. */
function slowDatabase(waits: readonly number[]) {
  const batch = env.DB.batch.bind(env.DB);
  let trips = 0;
  return vi.spyOn(env.DB, 'batch').mockImplementation(async (statements) => {
    trips += 1;
    await delay(waits[trips % waits.length]!);
    const answer = await batch(statements);
    await delay(waits[(trips * 7) % waits.length]!);
    return answer;
  });
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Does something right before the next submission's write. */
async function betweenReadAndWrite(act: () => Promise<unknown>) {
  const batch = env.DB.batch.bind(env.DB);
  const spy = vi.spyOn(env.DB, 'batch');
  spy.mockImplementationOnce(batch).mockImplementationOnce(async (statements) => {
    await act();
    return batch(statements);
  });
}
