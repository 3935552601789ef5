import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { attempts } from '../../src/db/schema/attempts.ts';
import { isOurs } from '../../src/features/attempts/receipts.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import {
  aSitting,
  attemptOf,
  loseMessages,
  stopClock,
  storedAnswers,
} from '../support/candidate.ts';
import { answerRow, laptop, phone, sendSync, sittingRow, sync, typed } from '../support/sync.ts';

const db = database(env.DB);
const later = (ms: number) => void vi.setSystemTime(Date.now() + ms);

beforeEach(() => {
  loseMessages();
  stopClock();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('saves', () => {
  it('are stored and answered with a receipt that we signed', async () => {
    const { path, attemptId } = await aSitting();
    const answer = await sync(path, { take: true, answers: [typed('single-choice', 'b')] });
    expect(answer).toMatchObject({ active: true, state: 'in_progress', refused: [], blank: [] });
    const [receipt] = answer.receipts;
    expect(receipt).toMatchObject({ attempt: attemptId, question: 'single-choice', revision: 1 });
    expect(await isOurs(env.TOKEN_SECRET, receipt!)).toBe(true);
    expect(await storedAnswers(path)).toEqual({ 'single-choice': 'b' });
  });

  it('are the same, receipt included, however often they arrive', async () => {
    const { path } = await aSitting();
    const message = { answers: [typed('single-choice', 'b')] };
    const first = await sync(path, message);
    later(5000);
    const again = await sync(path, message);
    expect(again.receipts).toEqual(first.receipts);
    expect((await answerRow(path, 'single-choice'))?.revision).toBe(1);
  });

  it('end with the highest revision, in whatever order they arrive', async () => {
    const { path } = await aSitting();
    for (const revision of [2, 4, 1, 3]) {
      const value = 'abcd'[revision - 1]!;
      const { refused } = await sync(path, { answers: [typed('single-choice', value, revision)] });
      const stale = { question: 'single-choice', reason: 'stale' };
      if (revision < 2 || revision === 3) expect(refused).toMatchObject([stale]);
      else expect(refused).toEqual([]);
    }
    expect(await storedAnswers(path)).toEqual({ 'single-choice': 'd' });
  });

  it('say so when what they clear is stored as no answer', async () => {
    const { path } = await aSitting();
    await sync(path, { answers: [typed('free-text', 'algo')] });
    const cleared = await sync(path, { answers: [typed('free-text', ' ', 2)] });
    expect(cleared.blank).toEqual(['free-text']);
    expect(cleared.receipts).toHaveLength(1);
    expect(await storedAnswers(path)).toEqual({ 'free-text': null });
  });

  it('of several answers keep the good ones and say why the others are not stored', async () => {
    const { path } = await aSitting();
    const { refused, receipts } = await sync(path, {
      answers: [typed('numeric', 'abc'), typed('nothing', 'x'), typed('single-choice', 'c')],
    });
    expect(receipts.map(({ question }) => question)).toEqual(['single-choice']);
    expect(refused).toEqual([
      {
        question: 'numeric',
        reason: 'invalid',
        problem: messagesFor('pt-BR').questions.problems.number_invalid,
      },
      { question: 'nothing', reason: 'unknown' },
    ]);
    expect(await storedAnswers(path)).toEqual({ 'single-choice': 'c' });
  });

  it('arrive from a page that is being closed as plain text', async () => {
    const { path } = await aSitting();
    const message = { device: phone, leaving: true, answers: [typed('single-choice', 'b')] };
    expect((await sendSync(path, JSON.stringify(message), 'text/plain')).status).toBe(200);
    expect(await storedAnswers(path)).toEqual({ 'single-choice': 'b' });
    expect((await sittingRow(path))?.leftAt).toBe(Date.now());
    await sync(path);
    expect((await sittingRow(path))?.leftAt).toBeNull();
  });

  it('count until 10 s after the end; a later one ends the attempt, if nothing else did', async () => {
    const { path } = await aSitting();
    await sync(path, { answers: [typed('single-choice', 'b')] });
    later((await attemptOf(path)).deadlineAt! - Date.now() + 10_000);
    const inGrace = await sync(path, { answers: [typed('true-false', 'true')] });
    expect(inGrace).toMatchObject({ state: 'in_progress', refused: [] });
    later(1);
    const late = await sync(path, { answers: [typed('single-choice', 'c', 2)] });
    expect(late.state).toBe('completed');
    expect(late.refused).toEqual([{ question: 'single-choice', reason: 'late' }]);
    expect(await storedAnswers(path)).toEqual({ 'single-choice': 'b', 'true-false': true });
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['no object', '[]'],
    ['no device', {}],
    ['a device that nobody makes', { device: 'short' }],
    ['a revision of 0', { device: phone, answers: [typed('numeric', '1', 0)] }],
    ['a revision without end', { device: phone, answers: [typed('numeric', '1', 2e9)] }],
    ['51 answers', { device: phone, answers: Array(51).fill(typed('numeric', '1')) }],
    [
      'fields of objects',
      { device: phone, answers: [{ ...typed('numeric', ''), fields: { a: {} } }] },
    ],
    ['an outage of text', { device: phone, outage: { from: 'x', to: 'y' } }],
  ])('are refused as a whole when the message is or has %s', async (_what, message) => {
    const { path } = await aSitting();
    expect((await sendSync(path, message)).status).toBe(400);
    expect(await storedAnswers(path)).toEqual({});
  });

  it('of more than a mebibyte are refused before they are read', async () => {
    const { path } = await aSitting();
    expect((await sendSync(path, 'x'.repeat(1024 * 1024 + 1))).status).toBe(413);
  });

  it('with a forged or revoked token, or of a test that never was, find nothing', async () => {
    const { path } = await aSitting();
    const message = { device: phone, take: true, answers: [typed('single-choice', 'b')] };
    const forged = path.replace(/.{4}$/, 'AAAA');
    for (const unknown of [forged, '/a/nothing'])
      expect((await sendSync(unknown, message)).status).toBe(404);
    await db.update(attempts).set({ takeEpoch: 1 });
    expect((await sendSync(path, message)).status).toBe(404);
    expect(await storedAnswers(path)).toEqual({});
    expect(await sittingRow(path)).toBeUndefined();
  });

  it('cost one round trip and at most 10 rows', async () => {
    const { path } = await aSitting();
    await sync(path, { take: true, answers: [typed('single-choice', 'b')] });
    const batch = vi.spyOn(env.DB, 'batch');
    const prepare = vi.spyOn(env.DB, 'prepare');
    await sync(path, { answers: [typed('single-choice', 'c', 2)] });
    expect(batch).toHaveBeenCalledTimes(1);
    const results: D1Result[] = await batch.mock.results[0]!.value;
    expect(prepare).toHaveBeenCalledTimes(results.length);
    const sum = (name: 'rows_read' | 'rows_written') =>
      results.reduce((rows, { meta }) => rows + meta[name], 0);
    expect(sum('rows_read')).toBeLessThanOrEqual(10);
    expect(sum('rows_written')).toBeLessThanOrEqual(1);
  });
});

describe('devices', () => {
  it('take over when a person opens the test there; the other one may no longer write', async () => {
    const { path } = await aSitting();
    await sync(path, { take: true, answers: [typed('single-choice', 'a')] });
    const second = { device: laptop, take: true, answers: [typed('single-choice', 'b', 2)] };
    expect(await sync(path, second)).toMatchObject({ active: true });
    const replaced = await sync(path, { answers: [typed('single-choice', 'c', 3)] });
    expect(replaced).toMatchObject({
      active: false,
      refused: [{ question: 'single-choice', reason: 'replaced' }],
    });
    expect(await storedAnswers(path)).toEqual({ 'single-choice': 'b' });
    const back = await sync(path, { take: true, answers: [typed('single-choice', 'c', 3)] });
    expect(back).toMatchObject({ active: true, refused: [] });
    expect(await storedAnswers(path)).toEqual({ 'single-choice': 'c' });
  });

  it('that were replaced still get receipts for what was stored before', async () => {
    const { path } = await aSitting();
    const mine = { answers: [typed('single-choice', 'a')] };
    const { receipts } = await sync(path, { take: true, ...mine });
    await sync(path, { device: laptop, take: true });
    expect(await sync(path, mine)).toMatchObject({ active: false, receipts, refused: [] });
  });

  it('say that they are alive at most once a minute in the database', async () => {
    const { path } = await aSitting();
    await sync(path, { take: true });
    const begin = Date.now();
    later(45_000);
    await sync(path);
    expect((await sittingRow(path))?.seenAt).toBe(begin);
    later(20_000);
    await sync(path);
    expect((await sittingRow(path))?.seenAt).toBe(begin + 65_000);
  });
});
