import { describe, expect, test } from 'vitest';

import { versionContent, type Question } from '../../src/features/questions/content.ts';
import { rules, type QuestionType } from '../../src/features/questions/rules.ts';
import { aQuestion, aSection, aVersionContent } from '../support/contents.ts';

type Fields = Record<string, unknown>;
const contentOf = (type: QuestionType, changes: Fields = {}): any => ({
  ...(aQuestion(type).content as object),
  ...changes,
});
/** What a version says of this question; nothing when it takes it. */
const problemsOf = (question: Question) =>
  versionContent
    .safeParse({ ...aVersionContent(), sections: [aSection({ questions: [question] })] })
    .error?.issues.map((issue) => issue.message);

describe('what an author may not write', () => {
  const text = { en: 'x' };
  const item = (id: string, more: Fields = {}) => ({ id, text, ...more });
  test.for<[QuestionType, Fields]>([
    ['single-choice', { correct: 'z' }],
    ['single-choice', { options: [item('a'), item('a')], correct: 'a' }],
    ['single-choice', { options: [item('a')], correct: 'a' }],
    ['single-choice', { options: [...'abcdefghijk'].map((id) => item(id)) }],
    ['single-choice', { options: [item('a', { text: {} }), item('b')] }],
    ['single-choice', { options: [item('A'), item('b')] }],
    ['single-choice', { surplus: 1 }],
    ['multiple-choice', { correct: [] }],
    ['multiple-choice', { correct: ['a', 'a'] }],
    ['multiple-choice', { correct: ['a', 'z'] }],
    ['true-false', { correct: 'true' }],
    ['numeric', { value: Number.NaN }],
    ['numeric', { value: Number.POSITIVE_INFINITY }],
    ['numeric', { tolerance: -1 }],
    ['ordering', { items: [item('a'), item('b'), item('a')] }],
    ['likert', { labels: [text] }],
    ['likert', { labels: Array.from({ length: 11 }, () => text) }],
    ['likert', { reverse: undefined }],
    ['situational-judgement', { options: [item('a'), item('b')] }],
    ['situational-judgement', { options: [item('a', { points: {} }), item('b', { points: {} })] }],
    ['situational-judgement', { options: ['a', 'b'].map((id) => item(id, { points: { x: 0 } })) }],
    ['situational-judgement', { options: ['a', 'b'].map((id) => item(id, { points: { x: -1 } })) }],
    ['free-text', { maxLength: 0 }],
    ['free-text', { maxLength: 20_001 }],
    ['project-link', { url: 'https://example.com' }],
  ])('in %s: %j', ([type, changes]) => {
    expect(rules[type].content.safeParse(contentOf(type)).success).toBe(true);
    expect(rules[type].content.safeParse(contentOf(type, changes)).success).toBe(false);
  });

  test('in a version: competencies that it does not declare, in questions or in options', () => {
    expect(problemsOf(aQuestion('numeric'))).toBeUndefined();
    expect(problemsOf(aQuestion('numeric', { competency: 'tact' }))).toEqual([
      'question numeric: unknown competency tact',
    ]);
    const options = ['a', 'b'].map((id) => item(id, { points: { tact: 1 } }));
    const scenario = aQuestion('situational-judgement', { content: { options, shuffle: true } });
    expect(problemsOf(scenario)).toEqual([
      'question situational-judgement: unknown competency tact',
    ]);
    expect(problemsOf(aQuestion('situational-judgement', { competency: 'logic' }))).toEqual([
      'question situational-judgement: its content already names what it measures',
    ]);
  });
});
