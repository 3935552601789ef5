import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { answerProblems, type FormFields } from '../../src/features/questions/rule.ts';
import { rules, type QuestionType } from '../../src/features/questions/rules.ts';
import { aQuestion, questionTypes } from '../support/contents.ts';

/** What a form leads to: what would be stored, null for no answer, or the codes of its problems. */
function read(type: QuestionType, fields: FormFields, content = aQuestion(type).content) {
  const meant = rules[type].fromForm(content, fields);
  if (meant === null) return null;
  const parsed = rules[type].answer(content).safeParse(meant);
  return parsed.success ? parsed.data : parsed.error.issues.map((issue) => `! ${issue.message}`);
}

const order = (a: string, b: string, c: string, d: string) => ({
  'position-a': a,
  'position-b': b,
  'position-c': c,
  'position-d': d,
});

/** Whatever comes in is stored as plain JSON that reads back to itself, or refused by a known code. */
function expectStoredOrRefused(type: QuestionType, meant: unknown) {
  const { content } = aQuestion(type);
  const parsed = rules[type].answer(content).safeParse(meant);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) expect(answerProblems).toContain(issue.message);
    return;
  }
  const stored = JSON.parse(JSON.stringify(parsed.data));
  expect(rules[type].answer(content).parse(stored)).toEqual(parsed.data);
  const outcome = rules[type].score(content, parsed.data, { competency: 'logic' });
  if (outcome.state !== 'scored') return;
  for (const fraction of [outcome.total ?? 0, ...Object.values(outcome.competencies)])
    expect(fraction >= 0 && fraction <= 1).toBe(true);
}

describe('a plain form', () => {
  test.for<[QuestionType, FormFields, unknown]>([
    ['single-choice', { value: 'b' }, 'b'],
    ['single-choice', { value: '' }, null],
    ['single-choice', {}, null],
    ['single-choice', { value: 'z' }, ['! unknown_option']],
    ['single-choice', { value: ['a', 'b'] }, ['! too_many_options']],
    ['situational-judgement', { value: 'd' }, 'd'],
    ['situational-judgement', { value: 'z' }, ['! unknown_option']],
    ['situational-judgement', {}, null],
    ['multiple-choice', { value: 'c' }, ['c']],
    ['multiple-choice', { value: ['c', 'a'] }, ['a', 'c']],
    ['multiple-choice', { value: ['c', 'c', ''] }, ['c']],
    ['multiple-choice', { value: [] }, null],
    ['multiple-choice', { value: '' }, null],
    ['multiple-choice', {}, null],
    ['multiple-choice', { value: ['a', 'z'] }, ['! unknown_option']],
    ['multiple-choice', { value: ['a', 'b', 'c', 'd', 'a'] }, ['! too_many_options']],
    ['true-false', { value: 'true' }, true],
    ['true-false', { value: 'false' }, false],
    ['true-false', { value: '' }, null],
    ['true-false', { value: 'yes' }, ['! answer_invalid']],
    ['true-false', { value: ['true', 'false'] }, ['! answer_invalid']],
    ['ordering', order('2', '1', '3', '4'), ['b', 'a', 'c', 'd']],
    ['ordering', order('', '', '', ''), null],
    ['ordering', {}, null],
    ['ordering', order('1', '1', '2', '3'), ['! order_repeats']],
    ['ordering', order('1', '1', '', ''), ['! order_repeats']],
    ['ordering', order('1', '', '2', '3'), ['! order_incomplete']],
    ['ordering', order('0', '1', '2', '3'), ['! answer_invalid']],
    ['ordering', order('1', '2', '3', '5'), ['! answer_invalid']],
    ['ordering', order('1', '2', '3', 'x'), ['! answer_invalid']],
    ['ordering', { 'position-a': ['a', 'b', 'c', 'd'] }, ['! answer_invalid']],
    ['ordering', { ...order('1', '2', '3', '4'), 'position-z': '9' }, ['a', 'b', 'c', 'd']],
    ['likert', { value: '1' }, 1],
    ['likert', { value: '5' }, 5],
    ['likert', { value: '' }, null],
    ['likert', { value: '0' }, ['! unknown_option']],
    ['likert', { value: '6' }, ['! unknown_option']],
    ['likert', { value: '2.5' }, ['! answer_invalid']],
    ['free-text', { value: ' linha 1\r\nlinha 2' }, ' linha 1\nlinha 2'],
    ['free-text', { value: ' \r\n\t ' }, null],
    ['free-text', { value: '😀'.repeat(500) }, '😀'.repeat(500)],
    ['free-text', { value: 'a\r\n'.repeat(250) }, 'a\n'.repeat(250)],
    ['free-text', { value: 'a'.repeat(501) }, ['! text_too_long']],
    ['free-text', { value: 'a\0b' }, ['! text_invalid']],
    ['free-text', { value: 'a\ud800b' }, ['! text_invalid']],
    ['free-text', { value: ['a', 'b'] }, ['! answer_invalid']],
    ['project-link', { value: ' https://github.com/a/b?c=d#e ' }, 'https://github.com/a/b?c=d#e'],
    ['project-link', { value: 'http://exemplo.com.br' }, 'http://exemplo.com.br'],
    ['project-link', { value: 'https://ação.example/ç' }, 'https://ação.example/ç'],
    ['project-link', { value: '' }, null],
    ['project-link', { value: 'github.com/a/b' }, ['! url_invalid']],
    ['project-link', { value: 'javascript:alert(1)' }, ['! url_invalid']],
    ['project-link', { value: 'java\nscript:alert(1)' }, ['! url_invalid']],
    ['project-link', { value: 'ftp://example.com/a' }, ['! url_invalid']],
    ['project-link', { value: 'https://user@example.com' }, ['! url_invalid']],
    ['project-link', { value: 'https://:pw@example.com' }, ['! url_invalid']],
    ['project-link', { value: 'https://exa\tmple.com' }, ['! url_invalid']],
    ['project-link', { value: 'https://a b.com' }, ['! url_invalid']],
    ['project-link', { value: 'https:///example.com' }, ['! url_invalid']],
    ['project-link', { value: 'https://' }, ['! url_invalid']],
    ['project-link', { value: 'https://example.com/\ud800' }, ['! url_invalid']],
    [
      'project-link',
      { value: `https://example.com/${'a'.repeat(1980)}` },
      `https://example.com/${'a'.repeat(1980)}`,
    ],
    ['project-link', { value: `https://example.com/${'a'.repeat(1981)}` }, ['! url_too_long']],
  ])('of %s: %j', ([type, fields, expected]) => {
    expect(read(type, fields)).toEqual(expected);
  });

  test.for<[string, number | null | undefined]>([
    ['3,14', 3.14],
    ['3.14', 3.14],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567', 1234567],
    ['1,234,567.25', 1234567.25],
    ['12 345,6', 12345.6],
    ['12\u00a0345', 12345],
    ['1.234', 1.234],
    ['1,234', 1.234],
    ['1e3', 1000],
    ['1,5E-3', 0.0015],
    ['+2', 2],
    ['-2', -2],
    ['\u22122,5', -2.5],
    ['- 2', -2],
    ['  7  ', 7],
    [',5', 0.5],
    ['5.', 5],
    ['-0', 0],
    ['007', 7],
    ['', null],
    ['   ', null],
    ['abc', undefined],
    ['1 2', undefined],
    ['12.34.56', undefined],
    ['1.23,4.5', undefined],
    ['1,2,3', undefined],
    ['--1', undefined],
    ['1-', undefined],
    ['.', undefined],
    ['e5', undefined],
    ['1e', undefined],
    ['1e999', undefined],
    ['0x10', undefined],
    ['Infinity', undefined],
    ['NaN', undefined],
    ['50%', undefined],
    ['1\0', undefined],
    ['9'.repeat(65), undefined],
  ])('reads the number %j as people write it', ([typed, expected]) => {
    const wanted = expected === undefined ? ['! number_invalid'] : expected;
    expect(read('numeric', { value: typed })).toEqual(wanted);
  });
});

describe('a hostile form or body', () => {
  const huge = 'a\u0000'.repeat(500_000);
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('\0', '\ud800', '\udc00', '1', ',', '.', 'e', '-', ' ', 'a'),
    }),
    fc.constantFrom(huge, '9'.repeat(1_000_000), '__proto__', 'constructor', 'a', 'b', 'c', 'd'),
    fc.constantFrom('0', '1', '2', '3', '4', '5', '1e400', 'true', 'https://a@b', 'http://b'),
  );
  const names = fc.constantFrom('value', ...['a', 'b', 'c', 'd'].map((id) => `position-${id}`));
  const forms = fc.dictionary(
    fc.oneof(names, fc.constantFrom('__proto__', 'constructor'), text),
    fc.oneof(text, fc.array(text, { maxLength: 20 })),
    { maxKeys: 6 },
  );

  test.for(questionTypes)(
    'of %s is stored or refused by a known code, and never throws',
    (type) => {
      fc.assert(
        fc.property(forms, (fields) => {
          const meant = rules[type].fromForm(aQuestion(type).content, fields);
          if (meant !== null) expectStoredOrRefused(type, meant);
        }),
        { numRuns: 300 },
      );
      fc.assert(
        fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true }), (body) =>
          expectStoredOrRefused(type, body),
        ),
        { numRuns: 300 },
      );
    },
  );

  test.for(questionTypes)('of a million values or characters is refused for %s', (type) => {
    for (const value of [huge, Array<string>(1_000_000).fill('a')]) {
      const form = { value, 'position-a': value, 'position-b': '1' };
      expect(String(read(type, form))).toMatch(/^! \w+$/);
    }
  });
});
