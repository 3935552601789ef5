import type { Question, VersionContent } from '../../src/features/questions/content.ts';
import type { QuestionType } from '../../src/features/questions/rules.ts';

/**
 * The same content with every key changed: what is right, what it is worth, why, and what reviewers
 * look for. A page that tells nothing of the key looks the same for both.
 */
export function withOtherKeys(content: VersionContent): VersionContent {
  return {
    ...content,
    competencies: content.competencies.map((competency) => ({ ...competency, tier: 'minor' })),
    sections: content.sections.map((section) => ({
      ...section,
      weight: section.weight + 1,
      questions: section.questions.map(withOtherKey),
    })),
  };
}

function withOtherKey(question: Question): Question {
  return {
    ...question,
    content: otherKeys[question.type as QuestionType](question.content),
    weight: question.weight + 1,
    explanation: { 'pt-BR': 'Porque sim.' },
    difficulty: question.difficulty === 'basic' ? 'advanced' : 'basic',
  };
}

const rubric = { 'pt-BR': 'Outros critérios.' };

const otherKeys: Record<QuestionType, (content: any) => unknown> = {
  'single-choice': (content) => ({
    ...content,
    correct: content.options.find(({ id }: { id: string }) => id !== content.correct).id,
  }),
  'multiple-choice': (content) => ({
    ...content,
    correct: content.options
      .map(({ id }: { id: string }) => id)
      .filter((id: string) => !content.correct.includes(id)),
  }),
  'true-false': ({ correct }) => ({ correct: !correct }),
  numeric: (content) => ({
    ...content,
    value: content.value * 2 + 7,
    tolerance: content.tolerance + 1,
  }),
  ordering: ({ items }) => ({ items: items.toReversed() }),
  likert: (content) => ({ ...content, reverse: !content.reverse }),
  'situational-judgement': (content) => ({
    ...content,
    options: content.options.map((option: object, index: number, all: { points: object }[]) => ({
      ...option,
      points: all[(index + 1) % all.length]!.points,
    })),
  }),
  'free-text': (content) => ({ ...content, rubric }),
  'project-link': (content) => ({ ...content, rubric }),
};

/** Every text that belongs to the key, in every language: explanations and rubrics. */
export function keyTexts(content: VersionContent): string[] {
  return content.sections
    .flatMap(({ questions }) => questions)
    .flatMap(({ explanation, content: inner }) => [
      explanation,
      (inner as { rubric?: Question['explanation'] }).rubric,
    ])
    .flatMap((text) => Object.values(text ?? {}))
    .filter((text) => text !== undefined);
}
