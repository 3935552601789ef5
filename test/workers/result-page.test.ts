import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { answers, attempts, candidates, results } from '../../src/db/schema/attempts.ts';
import { resultUrl } from '../../src/features/attempts/addresses.ts';
import { answerHash } from '../../src/features/attempts/receipts.ts';
import { newId } from '../../src/lib/ids.ts';
import { minute } from '../../src/lib/time.ts';
import { anAttempt, type AttemptValues } from '../support/attempt-makers.ts';
import { aQuestion, aSection } from '../support/contents.ts';
import { textOf } from '../support/html.ts';
import { aDelivery, anAssessment, aSignedInMember } from '../support/makers.ts';
import { fetchPage } from '../support/pages.ts';

const db = database(env.DB);

describe("a result's page", () => {
  it('tells who, what, when, how long, and the total', async () => {
    const { attempt, text } = await aPage({
      name: 'Ana Souza',
      email: 'ana@x.example',
      createdAt: Date.UTC(2026, 10, 23, 12),
      submittedAt: Date.UTC(2026, 10, 23, 12, 12),
      submittedBy: 'clock',
    });
    expect(text).toContain('Ana Souza ana@x.example Avaliação de teste , versão 1');
    expect(text).toMatch(/Início 23 de nov\. de 2026, 09:00/);
    expect(text).toContain('Enviado pelo relógio, ao fim do tempo');
    expect(text).toContain('Tempo usado 12 min de 30 min');
    expect(text).toMatch(/Respondidas 9 de 9/);
    expect(text).toContain('Resultado geral 100 / 100');
    expect(text).toContain(attempt.id);
    expect(text).toMatch(/[0-9a-f]{64}/);
  });

  it('proves each stored answer as its candidate’s own receipts do', async () => {
    const { attempt, text } = await aPage({});
    const saved = await db.select().from(answers).where(eq(answers.attemptId, attempt.id));
    expect(saved).toHaveLength(9);
    for (const { value } of saved) expect(text).toContain(await answerHash(value));
  });

  it('shows each competency with its score, and marks what only the company sees', async () => {
    const name = { 'pt-BR': 'Velocidade' };
    const { text } = await aPage(
      {},
      {
        competencies: [
          { id: 'logic', name: { 'pt-BR': 'Lógica' }, tier: 'major' },
          { id: 'speed', name, tier: 'minor' },
        ],
        sections: [
          aSection({
            questions: [
              aQuestion('single-choice'),
              aQuestion('true-false', { competency: 'speed' }),
            ],
          }),
        ],
      },
    );
    expect(text).toMatch(/Lógica 100 Velocidade Só a empresa vê 100/);
  });

  it('shows every question with the answer beside the key, points, time and explanation', async () => {
    const explanation = { 'pt-BR': 'Porque **b** vem depois.' };
    const { html, text } = await aPage(
      { answers: { 'single-choice': 'a', numeric: 3.5 } },
      {
        sections: [
          aSection({
            questions: [aQuestion('single-choice', { explanation }), aQuestion('numeric')],
          }),
        ],
      },
    );
    expect(text).toMatch(
      /Questão 1 0 de 100 pontos .*Opção a Escolhida, incorreta Opção b Correta, não escolhida/,
    );
    expect(html).toContain('Porque <strong>b</strong> vem depois.');
    expect(text).toContain('Questão 2 100 de 100 pontos');
    expect(text).toMatch(/Aberta por 25 s · Salva em \d/);
  });

  it('shows hostile texts as they are', async () => {
    const answer = '<img src=x onerror=alert(1)>';
    const { html } = await aPage({ name: '<script>x</script>', answers: { 'free-text': answer } });
    expect(html).not.toContain('<img src=x');
    expect(html).not.toContain('<script>x');
    expect(textOf(html)).toContain(answer);
  });

  it('shows the frozen result of a completed attempt, whatever a scorer would say today', async () => {
    const { attempt, headers } = await aPage();
    const [row] = await db.select().from(results).where(eq(results.attemptId, attempt.id));
    await db.update(results).set({ result: { ...row!.result, total: 41 } });
    expect(await textAt(attempt.id, headers)).toContain('Resultado geral 41 / 100');
  });

  it('shows what is known so far while answers await review', async () => {
    const { text } = await aPage({ state: 'submitted', grades: { 'free-text': 0.25 } });
    expect(text).toContain('Falta avaliar 1 resposta');
    expect(text).toContain('Resultado parcial');
    expect(text).toMatch(/25 de 100 pontos/);
    expect(text).toContain('Aguarda avaliação');
  });

  it('shows progress only, while the test is being taken', async () => {
    const { html, text } = await aPage({
      state: 'in_progress',
      answers: { 'single-choice': 'b', numeric: null },
    });
    expect(text).toContain('1 de 9 questões respondidas até agora');
    expect(text).not.toContain('Opção b');
    expect(html).not.toContain('id="question-');
  });

  it.each([
    ['not_started', 'O candidato ainda não começou.'],
    ['expired', 'O prazo acabou sem que o teste fosse iniciado.'],
    ['cancelled', 'Esta tentativa foi cancelada'],
  ] as const)('says what %s means', async (state, words) => {
    expect((await aPage({ state })).text).toContain(words);
  });

  it('changes nothing by being opened, even after the deadline', async () => {
    const { attempt, headers } = await aPage({
      state: 'in_progress',
      deadlineAt: Date.now() - minute,
    });
    expect(await textAt(attempt.id, headers)).toContain('O tempo acabou');
    const [row] = await db.select().from(attempts);
    expect(row?.state).toBe('in_progress');
  });

  it('lists deliveries with every try', async () => {
    const { attempt, headers } = await aPage({ source: 'gupy' });
    await aDelivery(attempt, {
      state: 'waiting',
      nextAt: Date.UTC(2126, 10, 23, 15),
      tries: [
        { status: 503, durationMs: 1234, answer: 'busy <b>' },
        { error: 'the connection failed', durationMs: 15_000 },
        {},
      ],
    });
    const text = await textAt(attempt.id, headers);
    expect(text).toContain('Resultado para a Gupy Nova tentativa marcada');
    expect(text).toContain('https://private-api.gupy.io/results');
    expect(text).toContain('Próxima tentativa: 23 de nov. de 2126, 12:00');
    expect(text).toMatch(/1\.234 ms HTTP 503 Resposta guardada busy <b>/);
    expect(text).toMatch(/15\.000 ms A conexão falhou/);
    expect(text).toMatch(/– Sem desfecho/);
  });

  it("leads to the candidate's own page", async () => {
    const { attempt, html } = await aPage();
    expect(html).toContain(await resultUrl(env, attempt));
  });

  it('answers alike for what is missing, what is no id, and what belongs to others', async () => {
    const { attempt } = await aPage();
    const { headers } = await aSignedInMember({ role: 'owner' });
    const missing = newId();
    const bodyAt = async (id: string) => {
      const answer = await fetchPage(`/results/${id}`, { headers });
      expect(answer.status).toBe(404);
      return (await answer.text()).replaceAll(id, 'id');
    };
    const body = await bodyAt(missing);
    expect(await bodyAt(attempt.id)).toBe(body);
    expect(await bodyAt('nonsense')).toBe(body);
    const [candidate] = await db.select().from(candidates);
    expect(body).not.toContain(candidate!.name);
  });

  it('is one round trip after the one that finds the member', async () => {
    const { attempt, headers } = await aPage();
    const batch = vi.spyOn(env.DB, 'batch');
    const prepare = vi.spyOn(env.DB, 'prepare');
    await fetchPage(`/results/${attempt.id}`, { headers });
    expect(batch).toHaveBeenCalledTimes(1);
    expect(prepare).toHaveBeenCalledTimes(1 + batch.mock.calls[0]![0].length);
    batch.mockRestore();
    prepare.mockRestore();
  });
});

type Content = NonNullable<Parameters<typeof anAssessment>[0]>['content'];

async function aPage(values: AttemptValues = {}, content: Content = {}) {
  const assessment = await anAssessment({ content });
  const { organizationId } = assessment;
  const { headers } = await aSignedInMember({ organizationId, role: 'viewer' });
  const attempt = await anAttempt({ assessment, ...values });
  const answer = await fetchPage(`/results/${attempt.id}`, { headers });
  expect(answer.status).toBe(200);
  const html = await answer.text();
  return { attempt, headers, html, text: textOf(html) };
}

async function textAt(id: string, headers: { Cookie: string }): Promise<string> {
  return textOf(await (await fetchPage(`/results/${id}`, { headers })).text());
}
