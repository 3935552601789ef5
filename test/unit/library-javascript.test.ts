import { afterEach, expect, test, vi } from 'vitest';

import { javascript } from '../../src/features/assessments/library/javascript.ts';
import { versionContent } from '../../src/features/questions/content.ts';
import { evaluateAfter, type Outcome, runModules, runSnippet } from '../support/run-snippet.ts';

type Question = (typeof javascript.sections)[number]['questions'][number];
type Text = Question['prompt'];
interface Option {
  id: string;
  text: Text;
}
type Check = (question: Question) => void | Promise<void>;

const questions = javascript.sections.flatMap((section) => section.questions);

/** How the key of each question is proved. A question without a line here fails. */
const checks: Record<string, Check> = {
  'js-nullish-default': keyIsTheOutcome,
  'js-temporal-dead-zone': keyIsTheOutcome,
  'js-closure-state': keyIsThePrintedNumber,
  'js-equality-conversion': keysEvaluateTo(true),
  'js-json-large-integer': keyIsWhetherItPrints,
  'js-this-binding': keysEvaluateTo(10),
  'js-shallow-deep-copy': keyIsTheOutcome,
  'js-set-union': keyIsThePrintedNumber,
  'js-to-sorted': keyIsTheOutcome,
  'js-group-by': keyIsTheOutcome,
  'js-private-fields': keysAreTheTrueStatements,
  'js-prototype-shadowing': keyIsTheOutcome,
  'js-lazy-iterators': itemsArePrintedInOrder,
  'js-error-cause': keyIsTheOutcome,
  'js-eager-promises': keyIsTheTimeItTakes,
  'js-return-await': keyIsWhetherItPrints,
  'js-date-only-string': keyIsTheDayInSaoPaulo,
  'js-module-live-binding': keyIsWhetherTheModulesPrint,
  'js-microtask-order': itemsArePrintedInOrder,
  'js-async-loop': keyIsTheOnlyRepair,
};

afterEach(() => {
  vi.useRealTimers();
});

test.each(questions)('running the code proves the key of $id', async (question) => {
  const check = checks[question.id];
  expect(check, 'no check for this question').toBeDefined();
  await check?.(question);
});

test('the assessment has 20 questions, all of them checked, in 30 minutes', () => {
  expect(questions).toHaveLength(20);
  expect(questions.map(({ id }) => id).toSorted()).toEqual(Object.keys(checks).toSorted());
  expect(javascript.durationMinutes).toBe(30);
});

test('the content is a valid version', () => {
  expect(versionContent.parse(javascript)).toEqual(javascript);
});

test('all questions count the same: section weights follow their sizes', () => {
  const shares = javascript.sections.map((section) => section.weight / section.questions.length);
  expect(new Set(shares).size).toBe(1);
  expect(questions.every((question) => question.weight === 1)).toBe(true);
});

test('each competency is known and has at least three questions', () => {
  const sizes = javascript.competencies.map(
    ({ id }) => questions.filter((question) => question.competency === id).length,
  );
  expect(sizes.reduce((sum, size) => sum + size)).toBe(questions.length);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(3);
});

test('question types and difficulties are mixed', () => {
  expect(new Set(questions.map(({ type }) => type))).toEqual(
    new Set(['single-choice', 'multiple-choice', 'true-false', 'numeric', 'ordering']),
  );
  for (const level of ['basic', 'intermediate', 'advanced'])
    expect(questions.filter(({ difficulty }) => difficulty === level).length).toBeGreaterThan(3);
});

test('every text is in Portuguese and in English, with the same code', () => {
  const texts = localizedTexts(javascript);
  expect(texts.length).toBeGreaterThan(100);
  for (const text of texts) {
    const [pt, en] = [text['pt-BR'] ?? '', text.en ?? ''];
    expect(pt.trim()).toBe(pt);
    expect(en.trim()).toBe(en);
    expect(Object.keys(text).toSorted(), pt).toEqual(['en', 'pt-BR']);
    expect([pt, en]).not.toContain('');
    expect(codeBlocks(en)).toEqual(codeBlocks(pt));
    expect(inlineCode(en), en).toEqual(inlineCode(pt));
  }
  for (const { prompt, explanation } of questions) {
    expect(prompt.en).not.toBe(prompt['pt-BR']);
    expect(explanation?.['pt-BR']).toBeDefined();
    expect(explanation?.en).not.toBe(explanation?.['pt-BR']);
  }
});

test('code fits a phone: 45 columns', () => {
  for (const { id, prompt } of questions)
    for (const line of codeBlocks(prompt['pt-BR'] ?? '')
      .join('\n')
      .split('\n'))
      expect(line.length, `${id}: ${line}`).toBeLessThanOrEqual(45);
});

test('options are distinct, and their ids do not give the key away', () => {
  const keys: string[] = [];
  for (const { id, type, content } of questions) {
    const { options = [], items = [], correct } = content as Choices;
    const texts = [...options, ...items].map((option) => option.text.en);
    expect(new Set(texts).size, id).toBe(texts.length);
    if (type === 'single-choice') keys.push(correct as string);
    if (type !== 'ordering') continue;
    const ids = items.map((item) => item.id);
    expect(ids, id).not.toEqual(ids.toSorted());
  }
  for (const key of keys) expect(keys.filter((other) => other === key).length).toBeLessThan(4);
});

interface Choices {
  options?: Option[];
  items?: Option[];
  correct?: unknown;
}

/** The option that tells what the code does is the key, and no other tells the same. */
async function keyIsTheOutcome({ prompt, content }: Question): Promise<void> {
  const { options, correct } = content as { options: Option[]; correct: string };
  const outcome = await run(prompt);
  const told = outcome.error ?? outcome.lines.join('\n');
  const fitting = options.filter(({ text }) => {
    const claim = text.en ?? '';
    return claim.startsWith('It throws') === (outcome.error !== undefined) && span(claim) === told;
  });
  expect(fitting.map(({ id }) => id)).toEqual([correct]);
}

async function keyIsThePrintedNumber({ prompt, content }: Question): Promise<void> {
  const { lines, error } = await run(prompt);
  expect(error).toBeUndefined();
  expect(content).toEqual({ value: Number(lines.join('\n')), tolerance: 0 });
}

async function itemsArePrintedInOrder({ prompt, content }: Question): Promise<void> {
  const { items } = content as { items: Option[] };
  const { lines, error } = await run(prompt);
  expect(error).toBeUndefined();
  expect(items.map(({ text }) => span(text.en ?? ''))).toEqual(lines);
}

async function keyIsWhetherItPrints({ prompt, content }: Question): Promise<void> {
  const { lines, error } = await run(prompt);
  expect(error).toBeUndefined();
  expect(content).toEqual({ correct: lines.join('\n') === claimedOutput(prompt) });
}

function keyIsWhetherTheModulesPrint({ prompt, content }: Question): void {
  const files = codeBlocks(prompt.en ?? '').map((file) => {
    const name = /^\/\/ (\S+\.js)\n/.exec(file)?.[1];
    expect(name).toBeDefined();
    return [name, file] as const;
  });
  const printed = runModules(Object.fromEntries(files), 'UTC');
  expect(content).toEqual({ correct: printed === claimedOutput(prompt) });
}

function keyIsTheDayInSaoPaulo({ prompt, content }: Question): void {
  const printed = runModules({ 'main.js': code(prompt) }, 'America/Sao_Paulo');
  expect(content).toEqual({ value: Number(printed), tolerance: 0 });
}

/** A virtual clock, so that the wait is exact whatever the machine is doing. */
async function keyIsTheTimeItTakes({ prompt, content }: Question): Promise<void> {
  vi.useFakeTimers();
  const start = Date.now();
  const running = runSnippet(code(prompt), 'strict').then((outcome) => ({
    outcome,
    elapsed: Date.now() - start,
  }));
  await vi.runAllTimersAsync();
  const { outcome, elapsed } = await running;
  expect(outcome).toEqual({ lines: ['done'], error: undefined });
  expect(content).toMatchObject({ value: elapsed, unit: { en: 'ms' } });
}

/** Each option is an expression; exactly the keys give the wanted value. */
function keysEvaluateTo(wanted: unknown): Check {
  return async ({ prompt, content }) => {
    const { options, correct } = content as { options: Option[]; correct: string[] };
    expect(prompt.en).toContain(`evaluate to \`${String(wanted)}\``);
    const setup = codeBlocks(prompt.en ?? '').join('\n');
    const right: string[] = [];
    for (const { id, text } of options)
      if ((await evaluateAfter(setup, span(text.en ?? ''))) === wanted) right.push(id);
    expect(right).toEqual(correct);
  };
}

async function keysAreTheTrueStatements({ prompt, content }: Question): Promise<void> {
  const { options, correct } = content as { options: Option[]; correct: string[] };
  const right: string[] = [];
  for (const { id, text } of options) if (await isTrue(text.en ?? '', code(prompt))) right.push(id);
  expect(right).toEqual(correct);
}

async function isTrue(statement: string, setup: string): Promise<boolean> {
  const value = /^`(.+)` evaluates to (the string )?`(.+)`\.$/.exec(statement);
  if (value) {
    const [, expression = '', isString, claimed = ''] = value;
    const wanted = isString ? claimed : Number(claimed);
    return (await evaluateAfter(setup, expression)) === wanted;
  }
  const refused = /^Writing `(.+)` outside the class is a syntax error\.$/.exec(statement);
  if (refused) return (await evaluateAfter(setup, refused[1] ?? '')) === 'SyntaxError';
  const inherited = /^A subclass of `(.+)` can read `(.+)` in its own methods\.$/.exec(statement);
  if (!inherited) throw new Error(`no way to check: ${statement}`);
  const [, base, field] = inherited;
  const subclass = `class Sub extends ${base} { read() { return ${field}; } }`;
  return (await evaluateAfter(`${setup}\n${subclass}`, 'new Sub().read()')) === 0;
}

/** The prompt tells what is printed now and what should be; only the key gets there. */
async function keyIsTheOnlyRepair({ prompt, content }: Question): Promise<void> {
  const { options, correct } = content as { options: Option[]; correct: string };
  expect(prompt.en).toContain('should print `60`, but prints `0`');
  expect((await run(prompt)).lines).toEqual(['0']);
  const call = /^ {2}ids\.forEach\(.*?^ {2}\}\);$/ms;
  expect(code(prompt)).toMatch(call);
  const printed: Record<string, string[]> = {};
  for (const { id, text } of options) {
    const repaired = code(prompt).replace(call, () => span(text.en ?? ''));
    printed[id] = (await runSnippet(repaired, 'strict')).lines;
  }
  expect(Object.keys(printed).filter((id) => printed[id]?.join() === '60')).toEqual([correct]);
  expect(printed).toMatchObject({ a: ['0'], b: ['0'], d: ['30'] });
}

/** Runs the code of a prompt; its answer may not depend on strict mode. */
async function run(prompt: Text): Promise<Outcome> {
  const [strict, sloppy] = await Promise.all([
    runSnippet(code(prompt), 'strict'),
    runSnippet(code(prompt), 'sloppy'),
  ]);
  await new Promise((resolve) => {
    setTimeout(resolve, 10);
  });
  expect(sloppy).toEqual(strict);
  return strict;
}

/** The one code block of a prompt. */
function code(prompt: Text): string {
  const blocks = codeBlocks(prompt.en ?? '');
  expect(blocks).toHaveLength(1);
  return blocks.join();
}

function claimedOutput(prompt: Text): string {
  const english = /prints `([^`]+)`\./.exec(prompt.en ?? '')?.[1];
  expect(english).toBeDefined();
  expect(/imprime `([^`]+)`\./.exec(prompt['pt-BR'] ?? '')?.[1]).toBe(english);
  return english ?? '';
}

function codeBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```js\n(.*?)\n```$/gms)].map((match) => match[1] ?? '');
}

/** The distinct code spans outside code blocks, sorted: word order differs between languages. */
function inlineCode(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```.*?^```$/gms, '');
  return [...new Set([...prose.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''))].toSorted();
}

/** The single code span of an option. */
function span(text: string): string {
  const spans = inlineCode(text);
  expect(spans).toHaveLength(1);
  return spans.join();
}

function localizedTexts(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('pt-BR' in value || 'en' in value) return [value as Text];
  return Object.values(value).flatMap(localizedTexts);
}
