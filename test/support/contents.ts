import * as fc from 'fast-check';

import {
  versionContent,
  type Question,
  type Section,
  type VersionContent,
} from '../../src/features/questions/content.ts';
import { ruleOf, rules, type QuestionType } from '../../src/features/questions/rules.ts';

export const questionTypes = Object.keys(rules) as QuestionType[];

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: { 'pt-BR': `Opção ${id}` } }));
const points = [{ empathy: 4, speed: 1 }, { empathy: 2, speed: 2 }, { speed: 3 }, {}];

/** A small content of each type; the right answer is beside it. */
const samples: Record<QuestionType, { content: any; best: unknown }> = {
  'single-choice': { content: { options, correct: 'b', shuffle: false }, best: 'b' },
  'multiple-choice': {
    content: { options, correct: ['a', 'c'], shuffle: false },
    best: ['a', 'c'],
  },
  'true-false': { content: { correct: true }, best: true },
  numeric: { content: { value: 3.5, tolerance: 0.1 }, best: 3.5 },
  ordering: { content: { items: options }, best: ['a', 'b', 'c', 'd'] },
  likert: {
    content: { labels: [1, 2, 3, 4, 5].map((n) => ({ 'pt-BR': `Nível ${n}` })), reverse: false },
    best: 5,
  },
  'situational-judgement': {
    content: { options: options.map((o, i) => ({ ...o, points: points[i] })), shuffle: false },
    best: 'a',
  },
  'free-text': { content: { maxLength: 500 }, best: 'Porque o laço fecha sobre a variável.' },
  'project-link': { content: {}, best: 'https://example.com/repo' },
};

/** A valid question; only situational judgement names its competencies in the content. */
export function aQuestion(type: QuestionType, overrides: Partial<Question> = {}): Question {
  const { content } = samples[type];
  const measured = ruleOf(type).competencies === undefined ? { competency: 'logic' } : {};
  const prompt = { 'pt-BR': `Questão de ${type}` };
  return {
    id: type,
    type,
    prompt,
    difficulty: 'basic',
    weight: 1,
    content,
    ...measured,
    ...overrides,
  };
}

/** The stored answer that earns a sample question everything that its rule can give. */
export function bestAnswer(question: Question): unknown {
  return samples[question.type as QuestionType].best;
}

export function aSection(overrides: Partial<Section> = {}): Section {
  return {
    id: 'geral',
    title: { 'pt-BR': 'Geral' },
    weight: 1,
    questions: questionTypes.map((type) => aQuestion(type)),
    ...overrides,
  };
}

/** A valid version: one section with a question of each type, unless told otherwise. */
export function aVersionContent(overrides: Partial<VersionContent> = {}): VersionContent {
  return versionContent.parse({
    format: 1,
    language: 'pt-BR',
    name: { 'pt-BR': 'Avaliação de teste' },
    description: { 'pt-BR': 'Uma avaliação pequena.' },
    instructions: { 'pt-BR': 'Leia com calma.' },
    durationMinutes: 30,
    competencies: ['logic', 'empathy', 'speed'].map((id) => ({ id, name: { 'pt-BR': id } })),
    sections: [aSection()],
    ...overrides,
  });
}

const weights = fc.oneof(
  fc.integer({ min: 1, max: 5 }),
  fc.double({ min: 0.01, max: 999, noNaN: true }),
);

/** Any mix of types, weights and pools. */
export const versionContents: fc.Arbitrary<VersionContent> = fc
  .array(
    fc.record({
      weight: weights,
      poolCut: fc.nat(3),
      questions: fc.array(fc.record({ type: fc.constantFrom(...questionTypes), weight: weights }), {
        minLength: 1,
        maxLength: 6,
      }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((drafts) =>
    aVersionContent({
      sections: drafts.map(({ weight, poolCut, questions }, index) => ({
        ...aSection({ id: `s${index}`, weight }),
        ...(poolCut > 0 && poolCut < questions.length ? { draw: questions.length - poolCut } : {}),
        questions: questions.map((draft, place) =>
          aQuestion(draft.type, { id: `q${index}-${place}`, weight: draft.weight }),
        ),
      })),
    }),
  );

/** Any answer that may be stored for a sample question: right, wrong, none, or nonsense. */
export function storedAnswers(question: Question): fc.Arbitrary<unknown> {
  const id = fc.constantFrom('a', 'b', 'c', 'd');
  return fc.oneof(
    fc.constant(bestAnswer(question)),
    fc.constant(null),
    id,
    fc.uniqueArray(id, { minLength: 1 }),
    fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 }),
    fc.boolean(),
    fc.integer({ min: -1, max: 6 }),
    fc.jsonValue(),
  );
}
