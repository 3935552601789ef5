import type { Question, VersionContent } from '../questions/content.ts';
import type { Result } from '../scoring/result.ts';
import { score } from '../scoring/score.ts';

export interface SavedAnswer {
  questionId: string;
  value: unknown;
  revision: number;
}

export interface Grade {
  questionId: string;
  grade: number;
}

/** Scores the saved answers of an attempt, with what people graded so far. */
export function scoreSheet(
  content: VersionContent,
  questionIds: readonly string[],
  answers: readonly SavedAnswer[],
  grades: readonly Grade[] = [],
): Result {
  return score(content, {
    questionIds,
    answers: Object.fromEntries(answers.map(({ questionId, value }) => [questionId, value])),
    grades: Object.fromEntries(grades.map(({ questionId, grade }) => [questionId, grade])),
  });
}

export interface PlacedQuestion {
  question: Question;
  section: VersionContent['sections'][number];
}

/** The drawn questions in their order, each with its section. */
export function drawnQuestions(
  content: VersionContent,
  questionIds: readonly string[],
): PlacedQuestion[] {
  const places = new Map(
    content.sections.flatMap((section) =>
      section.questions.map((question) => [question.id, { question, section }] as const),
    ),
  );
  return questionIds.flatMap((id) => places.get(id) ?? []);
}

/** How many questions one attempt gets: all, except where a section draws from its pool. */
export function questionCount(content: VersionContent): number {
  return content.sections.reduce(
    (count, section) => count + Math.min(section.draw ?? Infinity, section.questions.length),
    0,
  );
}

/** A cleared answer is stored as null and counts as unanswered. */
export function isAnswered(answer: { value: unknown } | undefined): boolean {
  return answer !== undefined && answer.value !== null;
}
