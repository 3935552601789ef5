import { describe, expect, it } from 'vitest';

import { bigFive } from '../../src/features/assessments/library/big-five.ts';
import { isAnswered, scoreSheet } from '../../src/features/attempts/sheet.ts';
import { companySummary } from '../../src/features/gupy/company-summary.ts';
import type { Outcome } from '../../src/features/gupy/provider-queries.ts';
import type { Label } from '../../src/features/health/label.ts';
import type { VersionContent } from '../../src/features/questions/content.ts';
import { minute, second } from '../../src/lib/time.ts';
import { aQuestion, aSection, aVersionContent } from '../support/contents.ts';

const noon = Date.UTC(2026, 10, 22, 15); // 12:00 in São Paulo
const resultPage = 'https://aferi.example/results/1';

/** The summary of an attempt at `content` with these answers, submitted at noon. */
function summaryOf(
  content: VersionContent,
  values: Record<string, unknown>,
  own: Partial<Outcome['attempt']> = {},
  healthLabel?: Label,
): string {
  const questionIds = content.sections.flatMap(({ questions }) => questions.map(({ id }) => id));
  const answers = Object.entries(values).map(([questionId, value]) => ({
    questionId,
    value,
    revision: 1,
  }));
  const result = scoreSheet(content, questionIds, answers);
  const completed = result.pending.length === 0;
  const attempt: Outcome['attempt'] = {
    id: '1',
    assessmentId: 'assessment',
    versionId: 'version',
    state: completed ? 'completed' : 'submitted',
    source: 'gupy',
    questionIds,
    language: content.language,
    startedAt: noon - 12 * minute - 30 * second,
    submittedAt: noon,
    submittedBy: 'candidate',
    completedAt: completed ? noon : null,
    resultEpoch: 0,
    resultWebhookUrl: null,
    result: completed ? result : null,
    content,
    toldBatches: null,
    ...own,
  };
  return companySummary({
    attempt,
    result: attempt.startedAt === null ? null : result,
    answered: answers.filter(isAnswered).length,
    resultPage,
    healthLabel,
  });
}

const competencies = [
  { id: 'logic', name: { 'pt-BR': 'Lógica', en: 'Logic' }, tier: 'major' as const },
  { id: 'speed', name: { 'pt-BR': 'Velocidade', en: 'Speed' }, tier: 'minor' as const },
];
const graded = aVersionContent({
  competencies,
  sections: [
    aSection({
      questions: [
        aQuestion('single-choice'),
        aQuestion('true-false', { competency: 'speed' }),
        aQuestion('numeric'),
      ],
    }),
  ],
});

describe('what the company reads of a completed test', () => {
  it('is its total, its competencies, how it was taken, and the way to all of it', () => {
    const summary = summaryOf(graded, { 'single-choice': 'b', 'true-false': true });
    expect(summary.replaceAll('\u00a0', ' ')).toBe(`**Resultado geral: 67%**

**Competências**

- Lógica: 50%
- Velocidade: 100%

**Como foi feito**

- Tempo: 12 min 30 s de 30 min
- Respondidas: 2 de 3
- Enviado em 22 de nov. de 2026, 12:00

[Ver o resultado completo](https://aferi.example/results/1)`);
  });

  it.each([
    ['none', 'nothing'],
    ['low', 'low'],
    ['medium', 'medium'],
    ['high', 'high'],
  ] as const)('ends with one line about its conditions where it is told: %s', (label, words) => {
    const content = { ...graded, language: 'en' as const };
    const plain = summaryOf(content, {});
    const line = `Conditions of the test, for a person to look at: ${words}. They don't change the score.`;
    expect(summaryOf(content, {}, {}, label)).toBe(`${plain}\n\n${line}`);
  });

  it('says when the clock submitted it', () => {
    const byClock = summaryOf(graded, {}, { submittedBy: 'clock' });
    expect(byClock).toContain('(o tempo acabou e o que estava salvo foi enviado)');
    expect(summaryOf(graded, {})).not.toContain('o tempo acabou');
  });

  it('speaks the language of the assessment', () => {
    const summary = summaryOf({ ...graded, language: 'en' }, { numeric: 3.5 });
    expect(summary).toContain('**Overall result: 33%**\n\n**Competencies**\n\n- Logic: 50%');
    expect(summary).toContain('[See the whole result](');
  });

  it('has no empty list when nothing is measured by competency', () => {
    const question = aQuestion('single-choice');
    delete question.competency;
    const bare = aVersionContent({
      competencies: [],
      sections: [aSection({ questions: [question] })],
    });
    expect(summaryOf(bare, {})).not.toContain('Competências');
  });

  it('shows authored names as they are, on their line', () => {
    const hostile = '[x](javascript:alert(1)) **b** `c` <img> |\n# d';
    const content = {
      ...graded,
      competencies: [{ ...competencies[0]!, name: { 'pt-BR': hostile } }],
    };
    expect(summaryOf(content, {})).toContain(
      '- \\[x\\](javascript:alert(1)) \\*\\*b\\*\\* \\`c\\` \\<img\\> \\| \\# d: 0%\n',
    );
  });
});

describe('what the company reads of a Big Five', () => {
  const all = Object.fromEntries(
    bigFive.sections.flatMap(({ questions }) => questions.map(({ id }) => [id, 3] as const)),
  );

  it('is five scales without a grade', () => {
    const summary = summaryOf(bigFive, all);
    expect(summary).toMatch(
      /^\*\*Perfil comportamental\*\*\n\nEscalas de 0 a 100 .*\n\n\*\*Escalas\*\*\n\n(- .+: 50%\n){5}\n\*\*Como foi feito\*\*\n\n- /,
    );
    expect(summary).not.toContain('Resultado geral');
    expect(summary).toContain('- Respondidas: 20 de 20\n');
  });

  it('tells which scales nobody answered', () => {
    expect(summaryOf(bigFive, {}).match(/: sem nota$/gm)).toHaveLength(5);
  });
});

describe('what the company reads before the end', () => {
  const open = aVersionContent({
    competencies,
    sections: [
      aSection({
        questions: [aQuestion('single-choice'), aQuestion('free-text'), aQuestion('project-link')],
      }),
    ],
  });
  const answers = {
    'single-choice': 'b',
    'free-text': 'Sim.',
    'project-link': 'https://a.example',
  };

  it('is what awaits a person, without any score', () => {
    const summary = summaryOf(open, answers);
    expect(summary.replaceAll('\u00a0', ' ')).toBe(
      `**Enviado, aguardando avaliação de uma pessoa**

Aguardam avaliação de uma pessoa: 2 questões.

**Como foi feito**

- Tempo: 12 min 30 s de 30 min
- Respondidas: 3 de 3
- Enviado em 22 de nov. de 2026, 12:00

[Ver o resultado completo](https://aferi.example/results/1)`,
    );
    expect(summary).not.toContain('%');
    const one = summaryOf(open, { ...answers, 'project-link': null });
    expect(one).toContain('Aguarda avaliação de uma pessoa: 1 questão.');
    expect(one).toContain('Respondidas: 2 de 3');
  });

  it.each([
    ['not_started', 'Ainda não começou'],
    ['expired', 'Prazo encerrado sem início'],
    ['cancelled', 'Cancelado'],
  ] as const)('is only the state when it is %s', (state, words) => {
    const never = { state, startedAt: null, submittedAt: null, questionIds: [] };
    expect(summaryOf(graded, {}, never)).toBe(
      `**${words}**\n\n[Ver o resultado completo](${resultPage})`,
    );
  });

  it('is only the state while it is taken', () => {
    const running = { state: 'in_progress', submittedAt: null } as const;
    expect(summaryOf(graded, { numeric: 3.5 }, running)).toBe(
      `**Em andamento**\n\n[Ver o resultado completo](${resultPage})`,
    );
  });
});
