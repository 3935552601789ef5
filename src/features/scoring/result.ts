import * as z from 'zod';

/** 0…100, rounded by `toScore`; null while nothing of it is scored. */
const points = z.int().min(0).max(100).nullable();
/** 0…1, unrounded, so that a result can be checked by hand. */
const fraction = z.number().min(0).max(1);

export const questionResult = z.strictObject({
  id: z.string(),
  /** Share of the question that the answer earned; null when it does not count to the total. */
  fraction: fraction.nullable(),
  /**
   * `scored` by its rule, `graded` by a person, `review` awaits one, `skipped` has nothing to count.
   */
  state: z.enum(['scored', 'graded', 'review', 'skipped']),
  answered: z.boolean(),
  /** What it gave to each competency that it measures. */
  competencies: z.record(z.string(), fraction).optional(),
});

/** The outcome of an attempt as it is stored: frozen, and recomputable from version and answers. */
export const result = z.strictObject({
  /** Which scorer made it; raised whenever the same answers would score differently. */
  scorer: z.literal(1),
  /** Null when nothing counts: a personality scale, or everything still awaits review. */
  total: points,
  /** Declared competencies that a drawn question measures, in declared order. */
  competencies: z.array(z.strictObject({ id: z.string(), score: points })),
  /** Sections with drawn questions; `weight` is the share among those that count, 0 for the others. */
  sections: z.array(z.strictObject({ id: z.string(), weight: fraction, score: points })),
  /** The drawn questions, in authored order. */
  questions: z.array(questionResult),
  /** Ids of the questions that await a person. */
  pending: z.array(z.string()),
});

export type QuestionResult = z.infer<typeof questionResult>;
export type Result = z.infer<typeof result>;
