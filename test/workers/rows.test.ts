import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

import { database } from '../../src/db/client.ts';
import { versions } from '../../src/db/schema/assessments.ts';
import {
  answers,
  attempts,
  type AttemptState,
  attemptStates,
  candidates,
  results,
  reviews,
} from '../../src/db/schema/attempts.ts';
import { deliveries, events, tries } from '../../src/db/schema/deliveries.ts';
import { anAttempt, type MadeAttempt } from '../support/attempt-makers.ts';
import { aDelivery, anAssessment } from '../support/makers.ts';

const db = database(env.DB);

describe('a published version', () => {
  it.each([
    ['its content', { content: { name: 'other' } as never }],
    ['its number', { number: 9 }],
    ['its hash', { contentHash: 'x' }],
  ])('cannot be changed: %s', async (_what, values) => {
    await anAssessment();
    const before = await db.select().from(versions);
    const change = db.update(versions).set(values);
    await expect(change).rejects.toMatchObject(because('a published version is immutable'));
    expect(await db.select().from(versions)).toEqual(before);
  });

  it('cannot be deleted', async () => {
    await anAssessment();
    await expect(db.delete(versions)).rejects.toMatchObject(
      because('a published version is immutable'),
    );
  });
});

describe('an attempt', () => {
  const moves: Record<AttemptState, AttemptState[]> = {
    not_started: ['in_progress', 'expired', 'cancelled'],
    in_progress: ['submitted', 'completed', 'cancelled'],
    submitted: ['completed', 'cancelled'],
    completed: [],
    expired: [],
    cancelled: [],
  };

  it.each(attemptStates)('that is %s moves on by the rules, and never back', async (from) => {
    for (const to of attemptStates.filter((state) => state !== from)) {
      const { id } = await anAttempt({ state: from });
      const times = { startedAt: 1, deadlineAt: 2, submittedAt: 1 };
      const completedAt = to === 'completed' ? 2 : null;
      const move = db
        .update(attempts)
        .set({ ...times, completedAt, state: to })
        .where(eq(attempts.id, id));
      if (moves[from].includes(to)) await move;
      else await expect(move).rejects.toMatchObject(because('an attempt cannot move that way'));
      const row = await db.select().from(attempts).where(eq(attempts.id, id)).get();
      expect(row?.state).toBe(moves[from].includes(to) ? to : from);
    }
  });

  it.each<[string, AttemptState, Partial<typeof attempts.$inferInsert>]>([
    ['started without a deadline', 'in_progress', { deadlineAt: null }],
    ['submitted without its time', 'submitted', { submittedAt: null }],
    ['completed without its time', 'completed', { completedAt: null }],
    ['completed before it is', 'submitted', { completedAt: 1 }],
    ['worth more than 100', 'completed', { total: 101 }],
    ['worth less than 0', 'completed', { total: -1 }],
    ['in no known state', 'not_started', { state: 'lost' as never }],
    ['of nobody', 'completed', { candidateId: 'nobody' }],
  ])('is never %s', async (_what, state, values) => {
    await anAttempt({ state });
    const before = await db.select().from(attempts);
    await expect(db.update(attempts).set(values)).rejects.toThrow();
    expect(await db.select().from(attempts)).toEqual(before);
  });
});

describe('rows that belong to an attempt', () => {
  let attempt: MadeAttempt;
  beforeEach(async () => {
    attempt = await anAttempt();
    await aDelivery(attempt);
  });

  it('exist once: answer, result, try, event, candidate', async () => {
    for (const table of [answers, results, tries, events, candidates]) {
      const [row] = await db.select().from(table as typeof answers);
      await expect(db.insert(table as typeof answers).values(row!)).rejects.toThrow();
    }
  });

  it('go with it', async () => {
    await db.delete(attempts);
    for (const table of [answers, results, reviews, events, deliveries, tries])
      expect(await db.$count(table)).toBe(0);
  });

  it.each<[string, Partial<typeof deliveries.$inferInsert>]>([
    ['waiting without a time', { state: 'waiting', nextAt: null }],
    ['delivered and still due', { state: 'delivered', nextAt: 1 }],
    ['parked and still due', { state: 'parked', nextAt: 1 }],
    ['in no known state', { state: 'lost' as never }],
  ])('a delivery is never %s', async (_what, values) => {
    await expect(db.update(deliveries).set(values)).rejects.toThrow();
  });

  it('a grade is a fraction', async () => {
    for (const grade of [-0.1, 1.1]) {
      const change = db.update(reviews).set({ grade });
      await expect(change).rejects.toThrow();
    }
  });

  it.each(['organizationId', 'attemptId'])('an event never has an unknown %s', async (key) => {
    await expect(db.update(events).set({ [key]: 'nobody' })).rejects.toThrow();
  });
});

/** Drizzle's error with the database's own words in its cause. */
function because(reason: string) {
  return { cause: { message: expect.stringContaining(reason) } };
}
