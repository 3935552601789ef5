import type * as z from 'zod';

/** What a form sent: one value per name, or all of them where the name repeats. */
export type FormFields = Readonly<Record<string, string | string[]>>;

/**
 * How much of a question an answer earned. Fractions are 0…1, unrounded.
 *
 * - `scored`: `total` counts toward the section and the total (null: the question measures, but is never
 *   right or wrong, as a Likert item); `competencies` has one fraction per competency it measures.
 * - `review`: a person has to grade it. It stays out of every figure until then.
 * - `skipped`: nothing to count (an unanswered Likert item).
 */
export type Score =
  | { state: 'scored'; total: number | null; competencies: Readonly<Record<string, number>> }
  | { state: 'review' }
  | { state: 'skipped' };

/** What every question has, whatever its type, that a rule may need for scoring. */
export interface Measured {
  /** The competency that the question measures; a situational judgement names its own per option. */
  competency?: string | undefined;
}

/**
 * The pure face of a question type: no JSX, no database, no clock.
 * Adding a type is adding a folder and a line in rules.ts and views.tsx.
 */
export interface Rule<Content = any, Answer = any> {
  type: string;
  /** Authoring schema: what the question's `content` must be. */
  content: z.ZodType<Content>;
  /** Answer schema for this content. Issue messages are codes of `answerProblems`. */
  answer: (content: Content) => z.ZodType<Answer>;
  /** The competencies that the content itself names, for a type whose options measure several. */
  competencies?: (content: Content) => string[];
  /**
   * What a plain form means as an answer, before the schema checks it; null when nothing was answered.
   * Total: whatever the fields hold, it returns; what makes no sense is for the schema to refuse.
   */
  fromForm: (content: Content, fields: FormFields) => unknown;
  /** `answer` is null when unanswered, and already valid for the schema otherwise. */
  score: (content: Content, answer: Answer | null, measured: Measured) => Score;
  /** True when only a person can grade it. */
  needsReview: boolean;
}

/** The usual outcome: one fraction, which is also the fraction of the question's competency. */
export function scored(fraction: number, { competency }: Measured): Score {
  const competencies = competency === undefined ? {} : { [competency]: fraction };
  return { state: 'scored', total: fraction, competencies };
}

/** A field that should come once: undefined when absent or blank, the array when it came repeated. */
export function field(fields: FormFields, name: string): string | string[] | undefined {
  const value = fields[name];
  return typeof value === 'string' && value.trim() === '' ? undefined : value;
}

/** Every way an answer can be refused; each has a sentence in the message catalogues. */
export const answerProblems = [
  'unknown_option',
  'too_many_options',
  'number_invalid',
  'order_incomplete',
  'order_repeats',
  'text_too_long',
  'text_invalid',
  'url_invalid',
  'url_too_long',
  'answer_invalid',
] as const;
export type AnswerProblem = (typeof answerProblems)[number];
