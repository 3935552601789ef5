import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';

import { database } from '../../src/db/client.ts';
import { attempts } from '../../src/db/schema/attempts.ts';
import { takePath } from '../../src/features/attempts/addresses.ts';
import type { Conduct } from '../../src/features/questions/conduct.ts';
import type { VersionContent } from '../../src/features/questions/content.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { asTake, resultPath } from '../support/after.ts';
import { anAttempt } from '../support/attempt-makers.ts';
import { openPage } from '../support/candidate.ts';
import { aQuestion, aSection, aVersionContent } from '../support/contents.ts';
import { reviewedContent, scoredContent } from '../support/gupy.ts';
import { textOf } from '../support/html.ts';
import { anAssessment } from '../support/makers.ts';
import { fetchPage } from '../support/pages.ts';

const db = database(env.DB);
const { after, candidate, questions } = messagesFor('pt-BR');

const bands: Conduct['bands'] = [
  { from: 50, name: { 'pt-BR': 'Boa base' }, feedback: { 'pt-BR': 'Estude *junções*.' } },
  { from: 0, name: { 'pt-BR': 'Começando' }, feedback: { 'pt-BR': 'Comece pelo básico.' } },
  { from: 80, name: { 'pt-BR': 'Domínio' }, feedback: { 'pt-BR': 'Siga em frente.' } },
];

/** A completed attempt at an assessment that is run like this. */
async function aDone(
  conduct: Partial<Conduct>,
  content: VersionContent = scoredContent,
  values: Parameters<typeof anAttempt>[0] = {},
) {
  const assessment = await anAssessment({ content: { ...content, conduct } });
  const attempt = await anAttempt({ assessment, ...values });
  return { attempt, path: await resultPath(attempt) };
}

const read = async (path: string) => textOf(await openPage(path));

describe('what a candidate sees of the result', () => {
  it('is the receipt alone where the assessment chose so', async () => {
    const { path, attempt } = await aDone({ sees: 'receipt', bands });
    const html = await openPage(path);
    const text = textOf(html);
    expect(text).toContain(after.receipt(attempt.name));
    expect(text).toContain(after.receiptNote('Acme'));
    expect(text).toContain('3 / 3');
    expect(text).not.toContain(candidate.done.total);
    expect(text).not.toContain('Lógica');
    expect(text).not.toContain('Domínio');
    expect(html).not.toContain('class="dial"');
  });

  it('is the total alone where the assessment chose so', async () => {
    const { path } = await aDone({ sees: 'total' });
    const text = await read(path);
    expect(text).toContain(candidate.done.total);
    expect(text).toContain(after.totalMeaning);
    expect(text).not.toContain('Lógica');
  });

  it('is the total and the major competencies, with what they mean, unless told otherwise', async () => {
    const { path } = await aDone({});
    const text = await read(path);
    expect(text).toContain(candidate.done.total);
    expect(text).toContain('Lógica Pensar.');
    expect(text).not.toContain('Velocidade');
  });

  it.each([
    [100, 'Domínio'],
    [80, 'Domínio'],
    [79, 'Boa base'],
    [50, 'Boa base'],
    [49, 'Começando'],
    [0, 'Começando'],
  ])('has the words of the band of %i', async (total, name) => {
    const { path, attempt } = await aDone({ bands });
    const result = { ...attempt.result, total };
    await env.DB.prepare('update results set result = ?').bind(JSON.stringify(result)).run();
    const text = await read(path);
    const others = bands.map((band) => band.name['pt-BR']!).filter((other) => other !== name);
    expect(text).toContain(name);
    for (const other of others) expect(text).not.toContain(other);
  });

  it('renders feedback as Markdown', async () => {
    const { path, attempt } = await aDone({ bands });
    const result = { ...attempt.result, total: 60 };
    await env.DB.prepare('update results set result = ?').bind(JSON.stringify(result)).run();
    expect(await openPage(path)).toContain('Estude <em>junções</em>.');
  });

  it('has no band below the lowest, nor for a profile', async () => {
    const high = bands.filter(({ from }) => from > 0);
    const { path } = await aDone({ bands: high }, scoredContent, { answers: {} });
    expect(await read(path)).not.toContain(after.band);
    const profile = aVersionContent({ sections: [aSection({ questions: [aQuestion('likert')] })] });
    const scale = await aDone({ bands }, profile);
    expect(await read(scale.path)).not.toContain(after.band);
    expect(await read(scale.path)).toContain(candidate.done.profile);
  });

  it('is the same on the finished attempt’s own page', async () => {
    const { attempt } = await aDone({ sees: 'total', bands });
    const text = await read(await takePath(env, attempt));
    expect(text).toContain(candidate.done.total);
    expect(text).toContain('Domínio');
    expect(text).not.toContain('Lógica');
  });

  it('never promises a result to come where it will show none', async () => {
    const { attempt, path } = await aDone({ sees: 'receipt' }, reviewedContent, {
      state: 'submitted',
    });
    const text = await read(path);
    expect(text).toContain(after.receiptWaiting(attempt.name));
    expect(text).not.toContain(candidate.done.waiting(attempt.name));
  });

  it.each(['en', 'es'] as const)('is in the reader’s language: %s', async (language) => {
    const { path } = await aDone({ bands, explanations: true });
    const html = await openPage(path, { 'Accept-Language': language });
    const words = messagesFor(language).after;
    expect(html).toContain(`<html lang="${language}"`);
    expect(textOf(html)).toContain(words.totalMeaning);
    expect(textOf(html)).toContain(words.explanations);
    expect(html).toContain('lang="pt-BR"');
  });
});

describe('explanations', () => {
  const why = { 'pt-BR': 'Porque **sim**.' };
  const content = aVersionContent({
    sections: [
      aSection({
        questions: aSection().questions.map((question) => ({ ...question, explanation: why })),
      }),
    ],
  });

  it('show every question with the answer, what was right, and why', async () => {
    const answers = {
      'single-choice': 'a',
      'multiple-choice': ['a'],
      'true-false': true,
      numeric: 7.25,
      ordering: ['b', 'a', 'c', 'd'],
      likert: 5,
      'situational-judgement': 'b',
      'free-text': 'Fiz <b>assim</b>.',
    };
    const { path } = await aDone({ explanations: true }, content, { answers });
    const html = await openPage(path);
    const text = textOf(html);
    expect(text).toContain(after.explanations);
    for (let number = 1; number <= 9; number += 1) expect(text).toContain(after.question(number));
    for (const told of [
      questions.chosenWrong,
      questions.missed,
      '7,25',
      '3,5',
      'Nível 5',
      'Fiz <b>assim</b>.',
      after.verdicts.wrong,
      after.verdicts.partly,
      after.verdicts.right,
      after.verdicts.graded,
      after.verdicts.unanswered,
      after.noKey,
    ])
      expect(text).toContain(told);
    expect(html.split('Porque <strong>sim</strong>.')).toHaveLength(10);
  });

  it('tell nothing of how a question scores: points, weights, rubrics, reversed items', async () => {
    const rubric = { 'pt-BR': 'Critério secreto' };
    const [likert, judgement, text] = (
      ['likert', 'situational-judgement', 'free-text'] as const
    ).map((type) => aQuestion(type));
    const secret = aVersionContent({
      sections: [
        aSection({
          questions: [
            { ...likert!, content: { ...(likert!.content as object), reverse: true } },
            { ...judgement!, weight: 777 },
            { ...text!, content: { maxLength: 500, rubric } },
          ],
        }),
      ],
    });
    const { path } = await aDone({ explanations: true }, secret);
    const shown = await read(path);
    expect(shown).toContain(after.explanations);
    for (const never of ['Critério secreto', questions.reversed, 'empathy: 4', '777'])
      expect(shown).not.toContain(never);
  });

  it('are kept back unless the assessment releases them, and until the result is final', async () => {
    const kept = await aDone({}, content);
    expect(await read(kept.path)).not.toContain(after.explanations);
    expect(await read(kept.path)).not.toContain('Porque');
    const waiting = await aDone({ explanations: true }, content, { state: 'submitted' });
    expect(await read(waiting.path)).not.toContain('Porque');
  });
});

describe('the address of a result', () => {
  it('shows no e-mail, and no answers that were not released', async () => {
    const { path, attempt } = await aDone({}, reviewedContent);
    const html = await openPage(path);
    expect(html).not.toContain(attempt.email);
    expect(html).not.toContain('laço fecha');
  });

  it('opens with its own token alone, until that is revoked', async () => {
    const { path, attempt } = await aDone({});
    const other = await anAttempt();
    const take = await takePath(env, attempt);
    expect((await fetchPage(asTake(path))).status).toBe(404);
    expect((await fetchPage(take.replace('/a/', '/r/'))).status).toBe(404);
    const mixed = await resultPath({ id: attempt.id, versionId: other.versionId });
    expect((await fetchPage(mixed)).status).toBe(404);
    await db.update(attempts).set({ resultEpoch: 1 }).where(eq(attempts.id, attempt.id));
    expect((await fetchPage(path)).status).toBe(404);
    expect((await fetchPage(await resultPath(attempt, 1))).status).toBe(200);
  });
});
