import type { Question, VersionContent } from '../questions/content.ts';
import { competenciesOf, ruleOf } from '../questions/rules.ts';
import type { QuestionResult, Result } from './result.ts';

export interface AnswerSheet {
  /** The questions drawn for the attempt; anything else in the sheet or the version is ignored. */
  questionIds: readonly string[];
  /** Stored answers by question id. A missing, null or invalid one counts as unanswered. */
  answers: Readonly<Record<string, unknown>>;
  /** A person's grade, 0…1, by question id; anything else counts as not graded yet. */
  grades: Readonly<Record<string, number>>;
}

/** One drawn question with its outcome and its weights. */
interface Part {
  outcome: QuestionResult;
  weight: number;
  competencies: string[];
  /** Share of the total; 0 when it does not count. */
  share: number;
}

/**
 * Scores one attempt. Pure and deterministic: the same version and sheet give the same result, on any
 * engine, whatever the order of keys, because every sum runs in authored order.
 *
 * A section is the mean of its questions' fractions weighted by question, the total the mean of the
 * sections weighted by section. What does not count (Likert items, questions awaiting review) is left
 * out and the weights of the rest are renormalised, so a pending question changes nothing but itself.
 */
export function score(version: VersionContent, sheet: AnswerSheet): Result {
  const drawn = new Set(sheet.questionIds);
  const groups = version.sections
    .map((section) => ({
      id: section.id,
      weight: section.weight,
      parts: section.questions
        .filter((question) => drawn.has(question.id))
        .map((question) => partOf(question, sheet)),
    }))
    .filter((group) => group.parts.length > 0)
    .map((group) => ({ ...group, fraction: meanOf(group.parts.filter(counts)) }));
  const counting = sum(
    groups.filter((group) => group.fraction !== null),
    (group) => group.weight,
  );
  const sections = groups.map((group) => ({
    ...group,
    weight: group.fraction === null ? 0 : group.weight / counting,
  }));
  const parts = sections.flatMap((section) => withShares(section.parts, section.weight));
  const total =
    counting === 0 ? null : sum(sections, (section) => section.weight * (section.fraction ?? 0));
  const outcomes = parts.map((part) => part.outcome);
  return {
    scorer: 1,
    total: toScore(total),
    competencies: version.competencies
      .filter(({ id }) => parts.some((part) => part.competencies.includes(id)))
      .map(({ id }) => ({ id, score: toScore(competencyFraction(id, parts)) })),
    sections: sections.map(({ id, weight, fraction }) => ({
      id,
      weight,
      score: toScore(fraction),
    })),
    questions: outcomes,
    pending: outcomes.filter(({ state }) => state === 'review').map(({ id }) => id),
  };
}

/**
 * The only rounding there is: a fraction 0…1 as an integer 0…100, half up. The billionth makes up for
 * binary fractions, where 0.285 × 100 is 28.499999999999996 and must still read 29.
 */
export function toScore(fraction: number): number;
export function toScore(fraction: number | null): number | null;
export function toScore(fraction: number | null): number | null {
  if (fraction === null) return null;
  return Math.min(100, Math.max(0, Math.floor(fraction * 100 + 0.5 + 1e-9)));
}

function partOf(question: Question, sheet: AnswerSheet): Part {
  const competencies = competenciesOf(question);
  const outcome = outcomeOf(question, competencies, sheet);
  return { outcome, competencies, weight: question.weight, share: 0 };
}

function outcomeOf(question: Question, measured: string[], sheet: AnswerSheet): QuestionResult {
  const { id, type, content } = question;
  const rule = ruleOf(type);
  const stored = own(sheet.answers, id) ?? null;
  const answer = stored === null ? null : (rule.answer(content).safeParse(stored).data ?? null);
  const answered = answer !== null;
  const earned = rule.score(content, answer, question);
  if (earned.state === 'skipped') return { id, fraction: null, state: 'skipped', answered };
  if (earned.state === 'scored') {
    const { total, competencies } = earned;
    return { id, fraction: total, state: 'scored', answered, competencies };
  }
  const grade = own(sheet.grades, id);
  if (typeof grade !== 'number' || !(grade >= 0 && grade <= 1))
    return { id, fraction: null, state: 'review', answered };
  const competencies = Object.fromEntries(measured.map((competency) => [competency, grade]));
  return { id, fraction: grade, state: 'graded', answered, competencies };
}

function counts({ outcome }: Part): boolean {
  return outcome.fraction !== null;
}

function meanOf(parts: Part[]): number | null {
  if (parts.length === 0) return null;
  const weights = sum(parts, (part) => part.weight);
  return sum(parts, (part) => (part.weight * (part.outcome.fraction ?? 0)) / weights);
}

function withShares(parts: Part[], sectionShare: number): Part[] {
  const weights = sum(parts.filter(counts), (part) => part.weight);
  return parts.map((part) =>
    counts(part) ? { ...part, share: (sectionShare * part.weight) / weights } : part,
  );
}

/**
 * The mean of what the questions gave to the competency, each by its share of the total; what has no
 * share there (a Likert item) by its own weight.
 */
function competencyFraction(id: string, parts: Part[]): number | null {
  const given = parts.flatMap(({ outcome, share, weight }) => {
    const fraction = own(outcome.competencies ?? {}, id);
    if (fraction === undefined) return [];
    return [{ fraction, weight: outcome.fraction === null ? weight : share }];
  });
  if (given.length === 0) return null;
  const weights = sum(given, (item) => item.weight);
  return sum(given, (item) => (item.weight * item.fraction) / weights);
}

function sum<Item>(items: Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

/** A record's own value: ids are data, and `constructor` is a valid one. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
