import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ring } from '../../src/cron.ts';
import { database } from '../../src/db/client.ts';
import { versions } from '../../src/db/schema/assessments.ts';
import { results } from '../../src/db/schema/attempts.ts';
import { events } from '../../src/db/schema/deliveries.ts';
import { keepContent } from '../../src/features/assessments/version-cache.ts';
import { grace } from '../../src/features/attempts/clock.ts';
import {
  aPublicLink,
  attemptOf,
  loseMessages,
  openPage,
  sendAnswer,
  start,
  stopClock,
  submit,
  words,
} from '../support/candidate.ts';
import { aVersionContent } from '../support/contents.ts';
import { aCompany, anOffer, registered, scoredContent, startTest } from '../support/gupy.ts';
import { textOf } from '../support/html.ts';
import { aReceiver } from '../support/receiver.ts';

const db = database(env.DB);

beforeEach(() => void loseMessages());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the sweep of overdue attempts', () => {
  it('submits what is overdue, as of its deadline, and only that', async () => {
    const { slug } = await aPublicLink({ content: scoredContent });
    const now = stopClock();
    const at = async (email: string, startedAt: number) => {
      vi.setSystemTime(startedAt);
      const path = await start(slug, { email });
      await sendAnswer(path, 'single-choice', { value: 'b' });
      return path;
    };
    const duration = scoredContent.durationMinutes * 60_000;
    const overdue = await at('a@x.example', now - duration - grace - 1);
    const inGrace = await at('b@x.example', now - duration - grace);
    const inTime = await at('c@x.example', now - 1);
    const done = await at('d@x.example', now - duration + 60_000);
    vi.setSystemTime(now - 60_000);
    await submit(done);
    const before = await attemptOf(done);
    vi.setSystemTime(now);
    await ring(env);

    const { deadlineAt } = await attemptOf(overdue);
    expect(await attemptOf(overdue)).toMatchObject({
      state: 'completed',
      submittedBy: 'clock',
      submittedAt: deadlineAt,
      completedAt: now,
      total: 33,
    });
    expect((await attemptOf(inGrace)).state).toBe('in_progress');
    expect((await attemptOf(inTime)).state).toBe('in_progress');
    expect(await attemptOf(done)).toEqual(before);
    expect(textOf(await openPage(overdue))).toContain(words.done.byClock);
  });

  it('sends the result of what it submits right away', async () => {
    const receiver = aReceiver();
    const company = await aCompany();
    const test = await registered(company, await anOffer(company));
    await startTest(test);
    stopClock(Date.now() + scoredContent.durationMinutes * 60_000 + grace + 1000);
    await ring(env);
    expect(receiver.calls()).toHaveLength(1);
  });

  it('rung twice at once changes nothing twice', async () => {
    const { slug } = await aPublicLink({ content: scoredContent });
    const path = await start(slug);
    stopClock((await attemptOf(path)).deadlineAt! + grace + 1);
    await Promise.all([ring(env), ring(env), submit(path)]);
    expect(await db.$count(results)).toBe(1);
    expect(await db.$count(events)).toBe(1);
  });

  it('is not stopped by an attempt that cannot be scored', async () => {
    const broken = aVersionContent();
    broken.sections[0]!.questions[0]!.type = 'no-such-type';
    const { slug, versionId } = await aPublicLink();
    const first = await start(slug, { email: 'first@x.example' });
    const other = await aPublicLink();
    const path = await start(other.slug, { email: 'second@x.example' });
    // Versions never change: what is broken came with a migration that went wrong.
    await env.DB.exec('drop trigger versions_never_change');
    await db.update(versions).set({ content: broken }).where(eq(versions.id, versionId));
    keepContent(versionId, broken);
    stopClock((await attemptOf(path)).deadlineAt! + grace + 1);
    await ring(env);
    expect((await attemptOf(path)).state).toBe('completed');
    expect((await attemptOf(first)).state).toBe('in_progress');
  });
});
