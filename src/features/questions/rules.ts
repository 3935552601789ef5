import { freeText } from './free-text/rule.ts';
import { likert } from './likert/rule.ts';
import { multipleChoice } from './multiple-choice/rule.ts';
import { numeric } from './numeric/rule.ts';
import { ordering } from './ordering/rule.ts';
import { projectLink } from './project-link/rule.ts';
import type { Rule } from './rule.ts';
import { singleChoice } from './single-choice/rule.ts';
import { situationalJudgement } from './situational-judgement/rule.ts';
import { trueFalse } from './true-false/rule.ts';

const listed = {
  'single-choice': singleChoice,
  'multiple-choice': multipleChoice,
  'true-false': trueFalse,
  numeric,
  ordering,
  likert,
  'situational-judgement': situationalJudgement,
  'free-text': freeText,
  'project-link': projectLink,
} satisfies Record<string, Rule>;

export type QuestionType = keyof typeof listed;

/** Every question type, in the order in which authors see them. */
export const rules: Readonly<Record<QuestionType, Rule>> = listed;

/** The rule of a type that a version names; versions are validated, so an unknown one is a bug. */
export function ruleOf(type: string): Rule {
  if (!Object.hasOwn(rules, type)) throw new Error(`unknown question type: ${type}`);
  return rules[type as QuestionType];
}

/** What a question measures: its own competency, or those that its content names. */
export function competenciesOf(question: {
  type: string;
  content: unknown;
  competency?: string | undefined;
}): string[] {
  const named = ruleOf(question.type).competencies?.(question.content);
  return named ?? (question.competency === undefined ? [] : [question.competency]);
}
