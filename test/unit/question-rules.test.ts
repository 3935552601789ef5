import { describe, expect, test } from 'vitest';

import {
  competenciesOf,
  ruleOf,
  rules,
  type QuestionType,
} from '../../src/features/questions/rules.ts';
import { aQuestion, bestAnswer, questionTypes } from '../support/contents.ts';

type Fields = Record<string, unknown>;
const contentOf = (type: QuestionType, changes: Fields = {}): any => ({
  ...(aQuestion(type).content as object),
  ...changes,
});
const problem = (type: QuestionType, value: unknown) =>
  rules[type].answer(contentOf(type)).safeParse(value).error?.issues[0]?.message;

describe('the list of question types', () => {
  test('names each rule by its own type, and knows no other', () => {
    for (const [type, rule] of Object.entries(rules)) expect(rule.type).toBe(type);
    for (const type of ['constructor', '__proto__', '', 'code'])
      expect(() => ruleOf(type)).toThrow('unknown question type');
  });

  test('accepts its samples, and their best answers as stored', () => {
    for (const type of questionTypes) {
      const question = aQuestion(type);
      expect(rules[type].content.parse(question.content)).toEqual(question.content);
      const best = bestAnswer(question);
      expect(rules[type].answer(question.content).parse(best)).toEqual(best);
    }
  });

  test('tells what a question measures, from itself or from its options', () => {
    expect(competenciesOf(aQuestion('numeric'))).toEqual(['logic']);
    expect(competenciesOf(aQuestion('situational-judgement'))).toEqual(['empathy', 'speed']);
    expect(competenciesOf({ type: 'likert', content: contentOf('likert') })).toEqual([]);
  });
});

describe('what an answer earns', () => {
  test.for<[QuestionType, Fields, unknown, number]>([
    ['single-choice', {}, 'b', 1],
    ['single-choice', {}, 'a', 0],
    ['single-choice', {}, null, 0],
    ['true-false', { correct: false }, false, 1],
    ['true-false', { correct: false }, true, 0],
    ['true-false', { correct: false }, null, 0],
    ['multiple-choice', {}, ['a', 'c'], 1],
    ['multiple-choice', {}, ['a'], 1 / 2],
    ['multiple-choice', {}, ['a', 'b'], 0],
    ['multiple-choice', {}, ['a', 'b', 'c'], 1 / 2],
    ['multiple-choice', {}, ['a', 'b', 'c', 'd'], 0],
    ['multiple-choice', {}, ['b', 'd'], 0],
    ['multiple-choice', {}, null, 0],
    ['multiple-choice', { correct: ['a', 'b', 'c', 'd'] }, ['a', 'b', 'c'], 3 / 4],
    ['numeric', { value: 3.5, tolerance: 0.1 }, 3.6, 1],
    ['numeric', { value: 3.5, tolerance: 0.1 }, 3.4, 1],
    ['numeric', { value: 3.5, tolerance: 0.1 }, 3.600001, 0],
    ['numeric', { value: 1.1, tolerance: 0.1 }, 1, 1],
    ['numeric', { value: 0.3, tolerance: 0 }, 0.1 + 0.2, 1],
    ['numeric', { value: 0.3, tolerance: 0 }, 0.3000001, 0],
    ['numeric', { value: 0, tolerance: 0 }, 1e-300, 0],
    ['numeric', { value: 0, tolerance: 0 }, null, 0],
    ['numeric', { value: -1e308, tolerance: 1 }, 1e308, 0],
    ['ordering', {}, ['a', 'b', 'c', 'd'], 1],
    ['ordering', {}, ['b', 'a', 'c', 'd'], 4 / 6],
    ['ordering', {}, ['b', 'c', 'd', 'a'], 0],
    ['ordering', {}, ['b', 'a', 'd', 'c'], 2 / 6],
    ['ordering', {}, ['d', 'c', 'b', 'a'], 0],
    ['ordering', {}, null, 0],
    ['free-text', {}, null, 0],
    ['project-link', {}, null, 0],
  ])('in %s with %j: %j', ([type, changes, answer, fraction]) => {
    const outcome = rules[type].score(contentOf(type, changes), answer, { competency: 'logic' });
    expect(outcome).toEqual({
      state: 'scored',
      total: fraction,
      competencies: { logic: fraction },
    });
    const unmeasured = rules[type].score(contentOf(type, changes), answer, {});
    expect(unmeasured).toEqual({ state: 'scored', total: fraction, competencies: {} });
  });

  test.for<[boolean, number, number]>([
    [false, 1, 0],
    [false, 2, 0.25],
    [false, 5, 1],
    [true, 1, 1],
    [true, 2, 0.75],
    [true, 5, 0],
  ])('a Likert item (reverse-keyed: %j) at point %j gives %j and no total', (row) => {
    const [reverse, point, fraction] = row;
    const outcome = rules.likert.score(contentOf('likert', { reverse }), point, {
      competency: 'logic',
    });
    expect(outcome).toEqual({ state: 'scored', total: null, competencies: { logic: fraction } });
  });

  test('a blank Likert item is skipped, not zero', () => {
    expect(rules.likert.score(contentOf('likert'), null, {})).toEqual({ state: 'skipped' });
  });

  // Points of the sample: a {empathy 4, speed 1}, b {empathy 2, speed 2}, c {speed 3}, d {}.
  test.for<[string | null, number, number, number]>([
    ['a', 1, 1, 1 / 3],
    ['b', 4 / 5, 1 / 2, 2 / 3],
    ['c', 3 / 5, 0, 1],
    ['d', 0, 0, 0],
    [null, 0, 0, 0],
  ])('the situational option %j gives %j, empathy %j, speed %j', (row) => {
    const [answer, total, empathy, speed] = row;
    const outcome = rules['situational-judgement'].score(
      contentOf('situational-judgement'),
      answer,
      {},
    );
    expect(outcome).toEqual({ state: 'scored', total, competencies: { empathy, speed } });
  });

  test('an option that does not name a competency gives it nothing, whatever its id', () => {
    const options = [{ constructor: 2 }, { speed: 2 }].map((points, index) => ({
      id: `${index}`,
      text: { en: 'x' },
      points,
    }));
    const content = rules['situational-judgement'].content.parse({ options, shuffle: false });
    expect(rules['situational-judgement'].score(content, '1', {})).toEqual({
      state: 'scored',
      total: 1,
      competencies: { constructor: 0, speed: 1 },
    });
  });

  test('nothing is not an answer that can be stored', () => {
    expect(problem('multiple-choice', [])).toBe('answer_invalid');
    expect(problem('free-text', ' \n')).toBe('answer_invalid');
    expect(problem('project-link', '')).toBe('url_invalid');
    expect(problem('ordering', [])).toBe('order_incomplete');
  });

  test('a text or a link waits for a person, and nothing else does', () => {
    for (const type of questionTypes) {
      const question = aQuestion(type);
      const outcome = rules[type].score(question.content, bestAnswer(question), {});
      expect(outcome.state === 'review').toBe(rules[type].needsReview);
    }
    expect(questionTypes.filter((type) => rules[type].needsReview)).toEqual([
      'free-text',
      'project-link',
    ]);
  });
});
