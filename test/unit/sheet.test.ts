import { describe, expect, it, test } from 'vitest';

import {
  drawnQuestions,
  isAnswered,
  questionCount,
  scoreSheet,
} from '../../src/features/attempts/sheet.ts';
import { score } from '../../src/features/scoring/score.ts';
import { aQuestion, aSection, aVersionContent } from '../support/contents.ts';

const section = (id: string, size: number, draw?: number) =>
  aSection({
    id,
    questions: Array.from({ length: size }, (_, n) =>
      aQuestion('true-false', { id: `${id}-${n}` }),
    ),
    ...(draw === undefined ? {} : { draw }),
  });
const content = aVersionContent({ sections: [section('one', 12, 5), section('two', 3)] });
const saved = (questionId: string, value: unknown) => ({ questionId, value, revision: 1 });

describe('a sheet', () => {
  it('scores saved answers as the scorer does', () => {
    const drawn = ['one-3', 'two-0'];
    const sheet = scoreSheet(content, drawn, [saved('two-0', true), saved('one-3', false)]);
    const answers = { 'one-3': false, 'two-0': true };
    expect(sheet).toEqual(score(content, { questionIds: drawn, answers, grades: {} }));
    expect(sheet.total).toBe(50);
  });

  it('takes a cleared answer for none', () => {
    const cleared = scoreSheet(content, ['two-0'], [saved('two-0', null)]);
    expect(cleared).toEqual(scoreSheet(content, ['two-0'], []));
    expect(cleared.questions[0]?.answered).toBe(false);
  });

  it('takes what people graded so far', () => {
    const written = aVersionContent({
      sections: [aSection({ questions: [aQuestion('free-text', { id: 'essay' })] })],
    });
    const answers = [saved('essay', 'Porque sim.')];
    expect(scoreSheet(written, ['essay'], answers).pending).toEqual(['essay']);
    const graded = scoreSheet(written, ['essay'], answers, [{ questionId: 'essay', grade: 0.6 }]);
    expect(graded).toMatchObject({ total: 60, pending: [] });
  });
});

describe('the questions of an attempt', () => {
  it('come in the order that was stored, each with its section', () => {
    const placed = drawnQuestions(content, ['two-1', 'one-4']);
    expect(placed.map((item) => [item.section.id, item.question.id])).toEqual([
      ['two', 'two-1'],
      ['one', 'one-4'],
    ]);
  });

  it('are counted before any is drawn', () => {
    expect(questionCount(content)).toBe(8);
    expect(questionCount(aVersionContent({ sections: [section('all', 4)] }))).toBe(4);
    expect(questionCount(aVersionContent({ sections: [section('all', 4, 4)] }))).toBe(4);
  });
});

describe('an answer', () => {
  test.each([false, 0, '', 'x'])('given as %j is one', (value) => {
    expect(isAnswered({ value })).toBe(true);
  });

  it('is missing when never saved, or cleared', () => {
    expect(isAnswered(undefined)).toBe(false);
    expect(isAnswered({ value: null })).toBe(false);
  });
});
