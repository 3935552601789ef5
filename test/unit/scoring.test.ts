import { describe, expect, test } from 'vitest';

import type { Question } from '../../src/features/questions/content.ts';
import { result } from '../../src/features/scoring/result.ts';
import { score, type AnswerSheet } from '../../src/features/scoring/score.ts';
import { aQuestion, aSection, aVersionContent } from '../support/contents.ts';

type Sections = Record<string, { weight?: number; questions: Question[] }>;

/** Scores a version of these sections, everything drawn unless told otherwise. */
function scoreOf(sections: Sections, sheet: Partial<AnswerSheet> = {}) {
  const version = aVersionContent({
    sections: Object.entries(sections).map(([id, section]) => aSection({ id, ...section })),
  });
  const questionIds = version.sections.flatMap((item) => item.questions.map(({ id }) => id));
  const outcome = score(version, { questionIds, answers: {}, grades: {}, ...sheet });
  expect(result.parse(JSON.parse(JSON.stringify(outcome)))).toEqual(outcome);
  return outcome;
}

const trueFalse = (id: string, more: Partial<Question> = {}) =>
  aQuestion('true-false', { id, ...more });
const likert = (id: string, competency: string, reverse = false) => {
  const { content } = aQuestion('likert');
  return aQuestion('likert', { id, competency, content: { ...(content as object), reverse } });
};
const essay = (id: string, more: Partial<Question> = {}) => aQuestion('free-text', { id, ...more });

describe('a result', () => {
  test('weighs questions within a section, and sections within the total', () => {
    const outcome = scoreOf(
      {
        js: { weight: 3, questions: [trueFalse('a', { weight: 3 }), trueFalse('b')] },
        sql: { weight: 1, questions: [trueFalse('c'), trueFalse('d')] },
      },
      { answers: { a: true, b: false, c: true } },
    );
    expect(outcome).toEqual({
      scorer: 1,
      total: 69, // 3/4 × 3/4 + 1/4 × 1/2 = 0.6875
      competencies: [{ id: 'logic', score: 69 }],
      sections: [
        { id: 'js', weight: 0.75, score: 75 },
        { id: 'sql', weight: 0.25, score: 50 },
      ],
      questions: [
        { id: 'a', fraction: 1, state: 'scored', answered: true, competencies: { logic: 1 } },
        { id: 'b', fraction: 0, state: 'scored', answered: true, competencies: { logic: 0 } },
        { id: 'c', fraction: 1, state: 'scored', answered: true, competencies: { logic: 1 } },
        { id: 'd', fraction: 0, state: 'scored', answered: false, competencies: { logic: 0 } },
      ],
      pending: [],
    });
  });

  test('lists the competencies of drawn questions in the order they were declared', () => {
    const questions = [
      trueFalse('a', { competency: 'speed' }),
      trueFalse('b', { competency: 'logic' }),
      trueFalse('c', { competency: 'empathy' }),
    ];
    const outcome = scoreOf(
      { only: { questions } },
      { questionIds: ['b', 'a'], answers: { a: true } },
    );
    expect(outcome.competencies).toEqual([
      { id: 'logic', score: 0 },
      { id: 'speed', score: 100 },
    ]);
  });

  test('weighs a competency by what each of its questions is worth in the total', () => {
    const outcome = scoreOf(
      {
        js: { weight: 3, questions: [trueFalse('a'), trueFalse('b', { competency: 'speed' })] },
        sql: { weight: 1, questions: [trueFalse('c')] },
      },
      { answers: { a: true, b: true } },
    );
    // 'a' is worth 3/8 of the total and 'c' 1/4: (3/8) / (5/8) = 60
    expect(outcome.competencies[0]).toEqual({ id: 'logic', score: 60 });
    expect(outcome.total).toBe(75);
  });

  test('of a Big Five has its scales and no total', () => {
    const questions = [
      likert('e1', 'empathy'),
      likert('e2', 'empathy', true),
      likert('s1', 'speed'),
      likert('l1', 'logic'),
    ];
    const outcome = scoreOf(
      { items: { questions } },
      { answers: { e1: 5, e2: 2, s1: 1, l1: null } },
    );
    expect(outcome.total).toBeNull();
    expect(outcome.sections).toEqual([{ id: 'items', weight: 0, score: null }]);
    expect(outcome.competencies).toEqual([
      { id: 'logic', score: null },
      { id: 'empathy', score: 88 }, // (1 + 0.75) / 2 = 0.875
      { id: 'speed', score: 0 },
    ]);
    expect(outcome.questions.map((item) => item.state)).toEqual([
      'scored',
      'scored',
      'scored',
      'skipped',
    ]);
    expect(outcome.questions.every((item) => item.fraction === null)).toBe(true);
  });

  test('leaves Likert items out of the total of the section they share', () => {
    const questions = [trueFalse('a'), trueFalse('b'), likert('l', 'speed')];
    const outcome = scoreOf({ only: { questions } }, { answers: { a: true, l: 1 } });
    expect(outcome.total).toBe(50);
    expect(outcome.competencies).toEqual([
      { id: 'logic', score: 50 },
      { id: 'speed', score: 0 },
    ]);
  });

  test('gives every competency of a scenario its own share', () => {
    const outcome = scoreOf(
      { only: { questions: [aQuestion('situational-judgement', { id: 'q' })] } },
      { answers: { q: 'b' } },
    );
    expect(outcome.total).toBe(80);
    expect(outcome.competencies).toEqual([
      { id: 'empathy', score: 50 },
      { id: 'speed', score: 67 },
    ]);
  });
});

describe('what a person grades', () => {
  const sections = {
    js: { weight: 3, questions: [trueFalse('a'), essay('x', { competency: 'speed' })] },
    project: { weight: 1, questions: [essay('y', { competency: 'speed' })] },
  };
  const answers = { a: true, x: 'texto', y: 'texto' };

  test('stays out of every figure until it is graded', () => {
    const outcome = scoreOf(sections, { answers });
    expect(outcome.total).toBe(100);
    expect(outcome.pending).toEqual(['x', 'y']);
    expect(outcome.sections).toEqual([
      { id: 'js', weight: 1, score: 100 },
      { id: 'project', weight: 0, score: null },
    ]);
    expect(outcome.competencies[1]).toEqual({ id: 'speed', score: null });
    expect(outcome.questions[2]).toEqual({
      id: 'y',
      fraction: null,
      state: 'review',
      answered: true,
    });
  });

  test('counts as its grade, for the total and for the competency', () => {
    const outcome = scoreOf(sections, { answers, grades: { x: 0.5, y: 0 } });
    expect(outcome.total).toBe(56); // 3/4 × (1 + 0.5)/2 + 1/4 × 0 = 0.5625
    expect(outcome.pending).toEqual([]);
    // 'x' is worth 3/8 and 'y' 1/4 of the total: 0.5 × (3/8) / (5/8) = 0.3
    expect(outcome.competencies[1]).toEqual({ id: 'speed', score: 30 });
    expect(outcome.questions[1]).toEqual({
      id: 'x',
      fraction: 0.5,
      state: 'graded',
      answered: true,
      competencies: { speed: 0.5 },
    });
  });

  test('scores 0 at once when nothing was written, whatever grade is given', () => {
    const outcome = scoreOf(sections, { answers: { a: true }, grades: { x: 1 } });
    expect(outcome.total).toBe(38); // 3/4 × 1/2 = 0.375
    expect(outcome.pending).toEqual([]);
    expect(outcome.competencies[1]).toEqual({ id: 'speed', score: 0 });
  });

  test('has no total while nothing else counts', () => {
    const outcome = scoreOf({ only: { questions: [essay('x')] } }, { answers: { x: 'texto' } });
    expect(outcome.total).toBeNull();
    expect(outcome.pending).toEqual(['x']);
  });

  test('keeps waiting when the grade is no grade', () => {
    for (const grade of [-0.1, 1.1, Number.NaN, '1' as unknown as number])
      expect(scoreOf(sections, { answers, grades: { x: grade } }).pending).toEqual(['x', 'y']);
  });

  test('cannot be the answer of a question that its rule scores', () => {
    expect(scoreOf(sections, { answers: {}, grades: { a: 1 } }).total).toBe(0);
  });
});

describe('a stored answer', () => {
  test('that its question does not accept counts as none', () => {
    const questions = [trueFalse('a'), likert('l', 'speed'), essay('x')];
    const outcome = scoreOf({ only: { questions } }, { answers: { a: 'true', l: 9, x: 'nul\0' } });
    expect(outcome.questions.map(({ state, answered }) => [state, answered])).toEqual([
      ['scored', false],
      ['skipped', false],
      ['scored', false],
    ]);
    expect(outcome.total).toBe(0);
  });

  test('is found by id alone, even when the id is a word of the language', () => {
    const outcome = scoreOf({ only: { questions: [essay('constructor'), trueFalse('a')] } });
    expect(outcome.pending).toEqual([]);
    expect(outcome.questions[0]?.answered).toBe(false);
  });

  test('measures a competency by id alone too', () => {
    const competency = 'constructor';
    const version = aVersionContent({
      competencies: ['logic', competency].map((id) => ({ id, name: { en: id }, tier: 'major' })),
      sections: [aSection({ questions: [trueFalse('a'), trueFalse('b', { competency })] })],
    });
    const answers = { b: true };
    expect(score(version, { questionIds: ['a', 'b'], answers, grades: {} }).competencies).toEqual([
      { id: 'logic', score: 0 },
      { id: competency, score: 100 },
    ]);
  });
});
