import { describe, expect, it } from 'vitest';

import { backEnd } from '../../src/features/assessments/library/back-end.ts';
import { bigFive } from '../../src/features/assessments/library/big-five.ts';
import { customerService } from '../../src/features/assessments/library/customer-service.ts';
import { javascript } from '../../src/features/assessments/library/javascript.ts';
import { sql } from '../../src/features/assessments/library/sql.ts';
import { versionContent, type VersionContent } from '../../src/features/questions/content.ts';
import { competenciesOf } from '../../src/features/questions/rules.ts';

const questionsOf = (content: VersionContent) =>
  content.sections.flatMap((section) => section.questions);

const library = [
  { file: 'javascript', content: javascript, questions: 20 },
  { file: 'sql', content: sql, questions: 15 },
  { file: 'customer-service', content: customerService, questions: 10 },
  { file: 'big-five', content: bigFive, questions: 20 },
  { file: 'back-end', content: backEnd, questions: 12 + 7 + 2 },
];

const most = (values: number[]) => Math.max(...values);

/** Every object of the content that is a text in some language, with where it was found. */
function textsIn(node: unknown, path = ''): { path: string; text: Record<string, string> }[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('pt-BR' in node || 'en' in node || 'es' in node)
    return [{ path, text: node as Record<string, string> }];
  return Object.entries(node).flatMap(([key, value]) => textsIn(value, `${path}/${key}`));
}

describe.each(library)('the library file $file', ({ content, questions }) => {
  it('is what a version may freeze, with nothing left to defaults', () => {
    expect(versionContent.parse(content)).toEqual(content);
  });

  it(`has ${questions} questions, each with a difficulty`, () => {
    expect(questionsOf(content)).toHaveLength(questions);
  });

  it('says everything in Portuguese and in English', () => {
    const texts = textsIn(content);
    expect(texts.length).toBeGreaterThan(questions);
    for (const { path, text } of texts) {
      expect(text['pt-BR']?.trim(), path).toBeTruthy();
      expect(text['en']?.trim(), path).toBeTruthy();
    }
  });

  it('uses every competency it declares, describes it, and measures one in every question', () => {
    const used = new Set(questionsOf(content).flatMap((item) => competenciesOf(item)));
    const declared = content.competencies.map((item) => item.id);
    expect([...used].toSorted()).toEqual(declared.toSorted());
    for (const item of content.competencies) expect(item.description, item.id).toBeDefined();
    for (const item of questionsOf(content)) expect(competenciesOf(item).length).toBeGreaterThan(0);
  });

  it('writes no raw HTML and no image in its Markdown', () => {
    for (const { path, text } of textsIn(content))
      for (const markdown of Object.values(text)) {
        const prose = markdown.replaceAll(/```.+?```/gs, '').replaceAll(/`[^`]*`/g, '');
        expect(prose, path).not.toMatch(/<[a-z!/]|!\[/i);
      }
  });
});

describe('explanations', () => {
  it.each([...questionsOf(javascript), ...questionsOf(sql), ...questionsOf(customerService)])(
    'recruiters read why the key of $id is the key',
    ({ explanation }) => {
      expect(explanation).toBeDefined();
    },
  );
});

describe('customer-service', () => {
  type Option = { points: Record<string, number> };
  const declared = customerService.competencies.map((item) => item.id);
  const scenarios = questionsOf(customerService).map((item) => ({
    id: item.id,
    options: (item.content as { options: Option[] }).options,
  }));
  const sumOf = ({ points }: Option) => Object.values(points).reduce((a, b) => a + b, 0);

  it.each(scenarios)('$id: four options give 0–3 points to declared competencies', (scenario) => {
    expect(scenario.options).toHaveLength(4);
    for (const { points } of scenario.options) {
      expect(Object.keys(points).toSorted()).toEqual(declared.toSorted());
      for (const value of Object.values(points)) expect([0, 1, 2, 3]).toContain(value);
    }
  });

  it.each(scenarios)('$id: every competency can be earned in full', ({ options }) => {
    for (const id of declared) expect(most(options.map(({ points }) => points[id]!))).toBe(3);
  });

  it.each(scenarios)('$id: the best option is beaten by another in something', ({ options }) => {
    const highest = most(options.map(sumOf));
    for (const best of options.filter((item) => sumOf(item) === highest))
      expect(
        options.some(({ points }) => declared.some((id) => points[id]! > best.points[id]!)),
      ).toBe(true);
  });

  it.each(scenarios)('$id: no option is worthless, and one is the best', ({ options }) => {
    const sums = options.map(sumOf).toSorted((a, b) => b - a);
    expect(sums.at(-1)).toBeGreaterThan(0);
    expect(sums[0]).toBeGreaterThan(sums[1]!);
  });

  it('always choosing the best option earns most of every competency', () => {
    for (const id of declared) {
      const earned = scenarios.map(({ options }) => {
        const best = options.find((item) => sumOf(item) === most(options.map(sumOf)))!;
        return best.points[id]! / 3;
      });
      expect(earned.reduce((a, b) => a + b, 0) / earned.length, id).toBeGreaterThan(0.8);
    }
  });

  it('does not give the answer away by its place or its length', () => {
    const bests = scenarios.map(({ options }) =>
      options.findIndex((item) => sumOf(item) === most(options.map(sumOf))),
    );
    expect(new Set(bests).size).toBe(4);
    for (const language of ['pt-BR', 'en']) {
      const longest = scenarios.filter(({ options }, index) => {
        const lengths = textsIn(options).map(({ text }) => text[language]!.length);
        return lengths[bests[index]!] === most(lengths);
      });
      expect(longest.length).toBeLessThanOrEqual(4);
    }
  });
});

describe('back-end', () => {
  const [pool, fixed, written] = backEnd.sections;

  it('draws 5 of 12 JavaScript questions, two per competency and none advanced', () => {
    expect(pool!.draw).toBe(5);
    expect(pool!.questions).toHaveLength(12);
    for (const { id } of javascript.competencies)
      expect(pool!.questions.filter((item) => item.competency === id)).toHaveLength(2);
    expect(pool!.questions.map((item) => item.difficulty)).not.toContain('advanced');
  });

  it('takes its questions unchanged from the JavaScript and SQL assessments', () => {
    for (const item of pool!.questions) expect(questionsOf(javascript)).toContainEqual(item);
    for (const item of fixed!.questions) expect(questionsOf(sql)).toContainEqual(item);
    expect(fixed!.draw).toBeUndefined();
  });

  it('asks for one text and one project, each with a rubric worth 100 points', () => {
    expect(written!.questions.map((item) => item.type)).toEqual(['free-text', 'project-link']);
    for (const item of written!.questions) {
      const { rubric } = item.content as { rubric: Record<string, string> };
      for (const language of ['pt-BR', 'en']) {
        const points = [...rubric[language]!.matchAll(/^- \*\*.+?, (\d+)\.\*\*/gm)];
        expect(points.reduce((sum, [, value]) => sum + Number(value), 0)).toBe(100);
      }
    }
  });

  it('tells candidates the weights and the number of questions that it really has', () => {
    expect(backEnd.sections.map((section) => section.weight)).toEqual([3, 3, 4]);
    const shown = backEnd.sections.reduce(
      (sum, section) => sum + (section.draw ?? section.questions.length),
      0,
    );
    for (const text of [backEnd.instructions['pt-BR']!, backEnd.instructions.en!]) {
      expect(text).toContain(`${shown} `);
      expect([...text.matchAll(/\((\d+)%/g)].map(([, share]) => share)).toEqual(['30', '30', '40']);
    }
  });
});
