import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { VersionContent } from '../../src/features/questions/content.ts';
import { drawQuestions } from '../../src/features/questions/order.ts';
import { ruleOf } from '../../src/features/questions/rules.ts';
import { result } from '../../src/features/scoring/result.ts';
import { score, type AnswerSheet } from '../../src/features/scoring/score.ts';
import { bestAnswer, storedAnswers, versionContents } from '../support/contents.ts';

const questionsOf = (version: VersionContent) => version.sections.flatMap((item) => item.questions);

/** Any version with any sheet for one drawing of it; some reviews graded, some not. */
const attempts = fc
  .tuple(versionContents, fc.string())
  .chain(([version, seed]) =>
    fc.record({
      version: fc.constant(version),
      questionIds: fc.constant(drawQuestions(version, seed)),
      answers: fc.record(
        Object.fromEntries(questionsOf(version).map((item) => [item.id, storedAnswers(item)])),
      ),
      grades: fc.dictionary(
        fc.constantFrom(...questionsOf(version).map((item) => item.id)),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
    }),
  )
  .map(({ version, ...sheet }) => ({ version, sheet: sheet as AnswerSheet }));

type Attempt = { version: VersionContent; sheet: AnswerSheet };
const holds = (predicate: (attempt: Attempt) => void, numRuns = 200) =>
  fc.assert(fc.property(attempts, predicate), { numRuns });

/** The same value with the keys of every object in the opposite order. */
function turned<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(turned) as Value;
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([key, item]) => [key, turned(item)])) as Value;
}

describe('for any version and any answers', () => {
  test('every score is an integer from 0 to 100 or none, and the result can be stored', () => {
    holds(({ version, sheet }) => {
      const outcome = score(version, sheet);
      expect(result.parse(JSON.parse(JSON.stringify(outcome)))).toEqual(outcome);
      expect(outcome.questions.map((item) => item.id)).toEqual(sheet.questionIds);
    });
  });

  test('the same attempt always scores the same, in whatever order its answers and keys come', () => {
    holds(({ version, sheet }) => {
      const { answers, grades } = turned({ answers: sheet.answers, grades: sheet.grades });
      const questionIds = sheet.questionIds.toReversed();
      const again = score(turned(version), { questionIds, answers, grades });
      expect(JSON.stringify(turned(again))).toBe(JSON.stringify(turned(score(version, sheet))));
    });
  });

  test('the total is the weighted mean of its sections, and each of these of its questions', () => {
    holds(({ version, sheet }) => {
      const outcome = score(version, sheet);
      const fractions = new Map(outcome.questions.map((item) => [item.id, item.fraction]));
      const parts = version.sections.flatMap(({ id, weight, questions }) => {
        const counted = questions.filter((item) => typeof fractions.get(item.id) === 'number');
        if (counted.length === 0) return [];
        const weights = counted.reduce((sum, item) => sum + item.weight, 0);
        const earned = counted.reduce(
          (sum, item) => sum + item.weight * fractions.get(item.id)!,
          0,
        );
        return [{ id, weight, mean: earned / weights }];
      });
      const shares = outcome.sections.filter((item) => item.weight > 0);
      expect(shares.map((item) => item.id)).toEqual(parts.map((item) => item.id));
      expect(outcome.total === null).toBe(parts.length === 0);
      if (parts.length === 0) return;
      const all = parts.reduce((sum, item) => sum + item.weight, 0);
      const mean = parts.reduce((sum, item) => sum + item.weight * item.mean, 0) / all;
      expect(Math.abs(outcome.total! - 100 * mean)).toBeLessThan(0.5 + 1e-6);
      for (const [index, { weight, score: points }] of shares.entries()) {
        expect(weight).toBeCloseTo(parts[index]!.weight / all, 9);
        expect(Math.abs(points! - 100 * parts[index]!.mean)).toBeLessThan(0.5 + 1e-6);
      }
    });
  });

  test('a competency lies between the worst and the best that its questions gave', () => {
    holds(({ version, sheet }) => {
      const outcome = score(version, sheet);
      for (const { id, score: points } of outcome.competencies) {
        const given = outcome.questions.flatMap((item) => item.competencies?.[id] ?? []);
        expect(points === null).toBe(given.length === 0);
        if (points === null) continue;
        expect(points).toBeGreaterThanOrEqual(100 * Math.min(...given) - 0.5 - 1e-6);
        expect(points).toBeLessThanOrEqual(100 * Math.max(...given) + 0.5 + 1e-6);
      }
    });
  });

  test('a right answer in the place of another, or of none, never lowers the total', () => {
    holds(({ version, sheet }) => {
      // Fully graded, so that the same questions count before and after.
      const grades = Object.fromEntries(
        sheet.questionIds.map((id) => [id, sheet.grades[id] ?? 0.5]),
      );
      const before = score(version, { ...sheet, grades });
      for (const question of questionsOf(version)) {
        const answers = { ...sheet.answers, [question.id]: bestAnswer(question) };
        const after = score(version, {
          ...sheet,
          answers,
          grades: { ...grades, [question.id]: 1 },
        });
        expect(after.total ?? 0).toBeGreaterThanOrEqual(before.total ?? 0);
      }
    }, 100);
  });

  test('all right is 100, and nothing answered is 0 or no total at all', () => {
    fc.assert(
      fc.property(versionContents, (version) => {
        const all = questionsOf(version);
        const questionIds = all.map((item) => item.id);
        const answers = Object.fromEntries(all.map((item) => [item.id, bestAnswer(item)]));
        const grades = Object.fromEntries(questionIds.map((id) => [id, 1]));
        const onlyLikert = all.every((item) => item.type === 'likert');
        const best = score(version, { questionIds, answers, grades });
        expect(best.total).toBe(onlyLikert ? null : 100);
        const blank = score(version, { questionIds, answers: {}, grades: {} });
        expect(blank.total).toBe(onlyLikert ? null : 0);
        expect(blank.pending).toEqual([]);
      }),
    );
  });

  test('questions that were not drawn never matter', () => {
    holds(({ version, sheet }) => {
      const drawn = new Set(sheet.questionIds);
      const sections = version.sections.map((section) => ({
        ...section,
        questions: section.questions.filter((item) => drawn.has(item.id)),
      }));
      const kept = Object.entries(sheet.answers).filter(([id]) => drawn.has(id));
      const without = { ...sheet, answers: Object.fromEntries(kept) };
      expect(score({ ...version, sections }, without)).toEqual(score(version, sheet));
    });
  });

  test('questions that await a person leave the figures of the rest as they would be alone', () => {
    holds(({ version, sheet }) => {
      const outcome = score(version, sheet);
      const waiting = new Set(outcome.pending);
      for (const item of questionsOf(version))
        if (waiting.has(item.id)) expect(ruleOf(item.type).needsReview).toBe(true);
      const questionIds = sheet.questionIds.filter((id) => !waiting.has(id));
      const rest = score(version, { ...sheet, questionIds });
      expect(rest.total).toBe(outcome.total);
      expect(rest.questions).toEqual(outcome.questions.filter((item) => !waiting.has(item.id)));
      for (const section of rest.sections) expect(outcome.sections).toContainEqual(section);
      for (const competency of rest.competencies)
        expect(outcome.competencies).toContainEqual(competency);
    });
  });

  test('scoring changes neither the version nor the sheet', () => {
    holds(({ version, sheet }) => {
      const before = JSON.stringify([version, sheet]);
      score(version, sheet);
      expect(JSON.stringify([version, sheet])).toBe(before);
    }, 50);
  });
});
