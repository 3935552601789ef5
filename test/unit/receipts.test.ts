import { describe, expect, it } from 'vitest';

import {
  answerHash,
  isOurs,
  isSignedWith,
  publicKeyOf,
  receiptOf,
} from '../../src/features/attempts/receipts.ts';

const secret = 'secret of the tests';
const saved = {
  attemptId: '019ab000-0000-7000-8000-000000000001',
  questionId: 'q1',
  revision: 3,
  value: { b: 1, a: ['x'] },
  savedAt: Date.UTC(2026, 10, 23),
};

describe('a receipt', () => {
  it('is ours, and the same each time', async () => {
    const receipt = await receiptOf(secret, saved);
    expect(await isOurs(secret, receipt)).toBe(true);
    expect(await receiptOf(secret, saved)).toEqual(receipt);
    expect(receipt.savedAt).toBe('2026-11-23T00:00:00.000Z');
  });

  it('does not depend on the order of the keys of an answer', async () => {
    expect(await answerHash({ a: ['x'], b: 1 })).toBe(await answerHash(saved.value));
    expect(await answerHash({ a: ['y'], b: 1 })).not.toBe(await answerHash(saved.value));
  });

  it.each([
    ['attempt', '019ab000-0000-7000-8000-000000000002'],
    ['question', 'q2'],
    ['revision', 4],
    ['savedAt', '2026-11-22T00:00:00.000Z'],
    ['answerHash', 'f'.repeat(64)],
    ['signature', 'A'.repeat(86)],
  ])('with another %s is not ours', async (field, value) => {
    const receipt = await receiptOf(secret, saved);
    expect(await isOurs(secret, { ...receipt, [field]: value })).toBe(false);
  });

  it('is checked without us by the public key alone', async () => {
    const receipt = await receiptOf(secret, saved);
    const key = await publicKeyOf(secret);
    expect(await isSignedWith(key, receipt)).toBe(true);
    expect(await isSignedWith(key, { ...receipt, revision: 4 })).toBe(false);
    for (const other of [await publicKeyOf('another'), '', 'nothing'])
      expect(await isSignedWith(other, receipt)).toBe(false);
  });

  it('of another secret is not ours, but of one being rotated out it is', async () => {
    const receipt = await receiptOf('old', saved);
    expect(await isOurs('new', receipt)).toBe(false);
    expect(await isOurs('new,old', receipt)).toBe(true);
    expect(await publicKeyOf('new,old')).toBe(await publicKeyOf('new'));
  });
});
