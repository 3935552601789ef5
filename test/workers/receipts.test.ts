import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { ReceiptFile } from '../../src/features/attempts/receipt-file.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { answerQuestion, aSitting, loseMessages, openPage, submit } from '../support/candidate.ts';
import { textOf } from '../support/html.ts';
import { fetchPage, postForm } from '../support/pages.ts';
import { sync, typed } from '../support/sync.ts';

const words = messagesFor('pt-BR').sitting.receipts;

beforeEach(() => void loseMessages());
afterEach(() => void vi.restoreAllMocks());

async function anAnsweredSitting() {
  const { path } = await aSitting();
  await answerQuestion(path, 1, { value: 'b' });
  const { receipts } = await sync(path, { answers: [typed('true-false', 'true')] });
  return { path, synced: receipts };
}

async function download(path: string): Promise<ReceiptFile> {
  return (await fetchPage(`${path}/receipts.json`)).json();
}

async function check(file: unknown): Promise<string> {
  const answer = await postForm('/receipts', { text: JSON.stringify(file) });
  expect(answer.status).toBe(200);
  return textOf(await answer.text());
}

const count = (text: string, part: string) => text.split(part).length - 1;

describe('the receipts of an attempt', () => {
  it('are listed at any time, for answers of forms and of the script alike', async () => {
    const { path, synced } = await anAnsweredSitting();
    const page = textOf(await openPage(`${path}/receipts`));
    expect(page).toContain(words.lead(2, 9));
    expect(page).toContain(synced[0]!.answerHash);
    expect(page).toContain('Questão 1');
  });

  it('are downloaded once the test is submitted, the same as the saves were answered with', async () => {
    const { path, synced } = await anAnsweredSitting();
    expect((await fetchPage(`${path}/receipts.json`)).status).toBe(404);
    await submit(path);
    const file = await download(path);
    expect(file.receipts.map(({ question }) => question)).toEqual(['single-choice', 'true-false']);
    expect(file.receipts[1]).toEqual(synced[0]);
  });
});

describe('the page that checks receipts', () => {
  it('finds every answer of a downloaded file, whoever asks', async () => {
    const { path } = await anAnsweredSitting();
    await submit(path);
    const text = await check(await download(path));
    expect(text).toContain(words.good(2, 2));
    expect(count(text, words.verdicts.stored)).toBe(2);
  });

  it('tells a newer answer, a lost one and a forged one apart', async () => {
    const { path, synced } = await anAnsweredSitting();
    await sync(path, { answers: [typed('true-false', 'false', 5)] });
    const second = await sync(path, { answers: [typed('numeric', '12')] });
    const [forged] = second.receipts;
    const file = {
      publicKey: '',
      receipts: [synced[0], { ...forged!, savedAt: '2020-01-01T00:00:00.000Z' }, forged],
    };
    const text = await check(file);
    for (const verdict of ['newer', 'forged', 'stored'] as const)
      expect(count(text, words.verdicts[verdict])).toBe(1);
    expect(text).toContain(words.good(2, 3));
  });

  it('reads a chosen file, too', async () => {
    const { path } = await anAnsweredSitting();
    await submit(path);
    const form = new FormData();
    form.set('text', '');
    form.set('file', new File([JSON.stringify(await download(path))], 'receipts.json'));
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    const answer = await fetchPage('/receipts', {
      method: 'POST',
      body: await request.text(),
      headers: {
        'Content-Type': request.headers.get('Content-Type')!,
        Origin: 'http://localhost:8787',
      },
    });
    expect(textOf(await answer.text())).toContain(words.good(2, 2));
  });

  it.each(['', 'nothing', '{}', '[]', '{"publicKey":"","receipts":[{}]}', 'x'.repeat(200_000)])(
    'says that something else is no file of receipts (%#)',
    async (text) => {
      const answer = await postForm('/receipts', { text });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain(words.unreadable);
    },
  );
});
