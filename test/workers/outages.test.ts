import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { sweepOverdue } from '../../src/features/attempts/submission.ts';
import {
  aSitting,
  attemptOf,
  loseMessages,
  stopClock,
  storedAnswers,
} from '../support/candidate.ts';
import { aVersionContent } from '../support/contents.ts';
import { fetchPage } from '../support/pages.ts';
import { changesOf, phone, sendSync, sittingRow, sync, typed } from '../support/sync.ts';

const db = database(env.DB);
const minute = 60_000;
const later = (ms: number) => void vi.setSystemTime(Date.now() + ms);

beforeEach(() => {
  loseMessages();
  stopClock();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** 30 minutes long, so that outages may add 3. */
async function aSilence(ms: number) {
  const { path } = await aSitting();
  await sync(path, { take: true });
  const from = Date.now();
  later(ms);
  return { path, from, to: Date.now(), deadline: (await attemptOf(path)).deadlineAt! };
}

/** 20 s before the end the network goes; `ms` after the end it is back. */
async function backAfterTheEnd(ms: number) {
  const { path } = await aSitting();
  const deadline = (await attemptOf(path)).deadlineAt!;
  await sync(path, { take: true });
  later(deadline - 20_000 - Date.now());
  await sync(path);
  later(20_000 + ms);
  const claim = { outage: { from: deadline - 20_000, to: Date.now() } };
  return { path, deadline, claim };
}

describe('an outage', () => {
  it('moves the deadline by as long as it was, and is told to the candidate', async () => {
    const { path, from, to, deadline } = await aSilence(2 * minute);
    const answer = await sync(path, { outage: { from, to } });
    expect(answer).toMatchObject({
      credit: { from, to, ms: 2 * minute },
      creditedMs: 2 * minute,
      deadline: deadline + 2 * minute,
    });
    expect(await changesOf(path)).toMatchObject([
      { kind: 'outage', ms: 2 * minute, fromAt: from, toAt: to, changedBy: null },
    ]);
  });

  it('is credited once, however often it is claimed, also at the same moment', async () => {
    const { path, from, to, deadline } = await aSilence(2 * minute);
    const claims = await Promise.all([1, 2, 3].map(() => sync(path, { outage: { from, to } })));
    expect(claims.filter(({ credit }) => credit !== undefined)).toHaveLength(1);
    await sync(path, { outage: { from, to } });
    expect((await attemptOf(path)).deadlineAt).toBe(deadline + 2 * minute);
    expect(await changesOf(path)).toHaveLength(1);
  });

  it('that overlaps a credited one only counts for what is new', async () => {
    const { path, from, to } = await aSilence(minute);
    await sync(path, { outage: { from, to } });
    later(30_000);
    const { credit } = await sync(path, { outage: { from, to: Date.now() } });
    expect(credit).toEqual({ from: to, to: to + 30_000, ms: 30_000 });
  });

  it('is never longer than the silence that the server itself saw', async () => {
    const { path, from } = await aSilence(minute);
    await sync(path, { answers: [typed('single-choice', 'a')] });
    const seen = Date.now();
    later(20_000);
    const { credit } = await sync(path, { outage: { from: from - minute, to: Date.now() } });
    expect(credit).toEqual({ from, to: seen, ms: minute });
  });

  it('is not believed where pages were asked for in between', async () => {
    const { path, from } = await aSilence(0);
    for (let round = 0; round < 12; round += 1) {
      later(9000);
      await fetchPage(`${path}/questions/1`);
    }
    const { credit } = await sync(path, { outage: { from, to: Date.now() } });
    expect(credit).toBeUndefined();
  });

  it('adds no more than the cap, in one or in many', async () => {
    const { path, from, to, deadline } = await aSilence(2 * minute);
    await sync(path, { outage: { from, to } });
    later(2 * minute);
    const second = await sync(path, { outage: { from: to, to: Date.now() } });
    expect(second.credit?.ms).toBe(minute);
    later(2 * minute);
    const third = await sync(path, { outage: { from: to + 2 * minute, to: Date.now() } });
    expect(third).toMatchObject({ creditedMs: 3 * minute, deadline: deadline + 3 * minute });
    expect(third.credit).toBeUndefined();
  });

  it('is worth nothing where the assessment says so', async () => {
    const conduct = { outage: { percent: 0, minutes: 10 } };
    const { path } = await aSitting({ content: aVersionContent({ conduct }) });
    await sync(path, { take: true });
    const from = Date.now();
    later(minute);
    expect((await sync(path, { outage: { from, to: Date.now() } })).credit).toBeUndefined();
  });

  it.each([
    ['in the future', { from: 1e13, to: 2e13 }],
    ['backwards', { from: 2e12, to: 1e12 }],
    ['shorter than 10 s', { from: Date.UTC(2026, 10, 23, 12, 0, 51), to: 1e13 }],
  ])('is not credited when it is %s', async (_what, outage) => {
    const { path } = await aSilence(minute);
    expect((await sync(path, { outage })).credit).toBeUndefined();
    expect(await changesOf(path)).toEqual([]);
  });

  it('before the first word of a page is no outage', async () => {
    const { path } = await aSitting();
    const from = Date.now();
    later(minute);
    expect((await sync(path, { take: true, outage: { from, to: Date.now() } })).credit).toBe(
      undefined,
    );
  });
});

describe('an outage over the deadline', () => {
  it('leaves the attempt open to what was typed meanwhile, and to the time that was lost', async () => {
    const { path, deadline, claim } = await backAfterTheEnd(90_000);
    await sweepOverdue(env, db);
    await fetchPage(`${path}/questions/1`);
    expect((await attemptOf(path)).state).toBe('in_progress');
    const answer = await sync(path, { ...claim, answers: [typed('single-choice', 'b')] });
    expect(answer).toMatchObject({ state: 'in_progress', deadline: deadline + 110_000 });
    expect(await storedAnswers(path)).toEqual({ 'single-choice': 'b' });
  });

  it('ends the attempt when it went on for longer than could be credited', async () => {
    const { path } = await backAfterTheEnd(3 * minute + 10_001);
    await sweepOverdue(env, db);
    expect((await attemptOf(path)).state).toBe('completed');
  });

  it('is not waited for when the page said goodbye, or came back without a claim', async () => {
    const left = await backAfterTheEnd(11_000);
    later(-31_000);
    await sendSync(left.path, { device: phone, leaving: true });
    later(31_000);
    await sweepOverdue(env, db);
    expect((await attemptOf(left.path)).state).toBe('completed');

    const { path } = await backAfterTheEnd(11_000);
    expect((await sync(path)).state).toBe('completed');
  });

  it('is not waited for without a script', async () => {
    const { path } = await aSitting();
    later(30 * minute + 10_001);
    await sweepOverdue(env, db);
    expect((await attemptOf(path)).state).toBe('completed');
    expect(await sittingRow(path)).toBeUndefined();
  });

  it('can not be claimed after the end of the attempt', async () => {
    const { path, claim } = await backAfterTheEnd(4 * minute);
    await sweepOverdue(env, db);
    const answer = await sync(path, { ...claim, answers: [typed('single-choice', 'b')] });
    expect(answer).toMatchObject({ state: 'completed', refused: [{ reason: 'late' }] });
    expect(answer.credit).toBeUndefined();
  });
});
