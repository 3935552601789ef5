import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';

import { database } from '../../src/db/client.ts';
import { attempts, results, reviews } from '../../src/db/schema/attempts.ts';
import { events } from '../../src/db/schema/deliveries.ts';
import { newId } from '../../src/lib/ids.ts';
import { anAttempt, type MadeAttempt } from '../support/attempt-makers.ts';
import { aQuestion, aSection } from '../support/contents.ts';
import { formsIn, textOf } from '../support/html.ts';
import { anAssessment, aSignedInMember } from '../support/makers.ts';
import { fetchPage, postForm } from '../support/pages.ts';

const db = database(env.DB);

describe('grading an answer', () => {
  it('keeps the grade, the comment, who gave it, and comes back to the question', async () => {
    const { attempt, headers, userId } = await aReviewer();
    const answer = await grade(
      attempt,
      'free-text',
      { grade: '70', comment: 'Claro.\r\nFalta.' },
      headers,
    );
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe(`/results/${attempt.id}#question-free-text`);
    expect(await gradesOf(attempt)).toMatchObject([
      { questionId: 'free-text', grade: 0.7, comment: 'Claro.\nFalta.', reviewerId: userId },
    ]);
    expect((await rowOf(attempt)).state).toBe('submitted');
    const text = textOf(await pageOf(attempt, headers));
    expect(text).toContain('Falta avaliar 1 resposta');
    expect(text).toMatch(/70 de 100 · Avaliada por Ana em /);
  });

  it('changes a grade until the last one is given', async () => {
    const { attempt, headers } = await aReviewer();
    await grade(attempt, 'free-text', { grade: '70' }, headers);
    await grade(attempt, 'free-text', { grade: '55' }, headers);
    expect(await gradesOf(attempt)).toMatchObject([{ grade: 0.55 }]);
  });

  it('completes the result with the last grade: frozen, with one event', async () => {
    const { attempt, headers } = await aReviewer();
    await grade(attempt, 'free-text', { grade: '50' }, headers);
    await grade(attempt, 'project-link', { grade: '100' }, headers);
    const row = await rowOf(attempt);
    // One right single choice, and the two grades.
    expect(row).toMatchObject({ state: 'completed', total: 83 });
    const [frozen] = await db.select().from(results).where(eq(results.attemptId, attempt.id));
    expect(frozen?.result).toMatchObject({ total: 83, pending: [] });
    expect(await completions(attempt)).toHaveLength(1);
    expect(await formsIn(await pageOf(attempt, headers))).not.toContainEqual(
      expect.objectContaining({ action: expect.stringContaining('/reviews/') }),
    );
  });

  it('completes once, however many give the last grades at the same moment', async () => {
    const { attempt, headers } = await aReviewer();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        grade(attempt, index % 2 ? 'free-text' : 'project-link', { grade: `${index}0` }, headers),
      ),
    );
    expect(answers.map(({ status }) => status).every((status) => status < 500)).toBe(true);
    expect((await rowOf(attempt)).state).toBe('completed');
    expect(await completions(attempt)).toHaveLength(1);
    expect(await db.select().from(results)).toHaveLength(1);
    const [frozen] = await db.select().from(results);
    const grades = Object.fromEntries(
      (await gradesOf(attempt)).map((row) => [row.questionId, row.grade]),
    );
    for (const { id, state, fraction } of frozen!.result.questions)
      if (state === 'graded') expect(fraction).toBe(grades[id]);
  });

  it('refuses a grade after completion, except the very same form again', async () => {
    const { attempt, headers } = await aReviewer();
    await grade(attempt, 'free-text', { grade: '50' }, headers);
    await grade(attempt, 'project-link', { grade: '90', comment: 'Bom.' }, headers);
    const again = await grade(attempt, 'project-link', { grade: '90', comment: 'Bom.' }, headers);
    expect(again.status).toBe(303);
    const other = await grade(attempt, 'project-link', { grade: '10', comment: 'Bom.' }, headers);
    expect(other.status).toBe(409);
    expect((await gradesOf(attempt)).map((row) => row.grade).toSorted((a, b) => a - b)).toEqual([
      0.5, 0.9,
    ]);
    expect(await completions(attempt)).toHaveLength(1);
  });

  it.each([
    ['', ''],
    ['101', ''],
    ['-1', ''],
    ['7.5', ''],
    ['1e1', ''],
    ['٧', ''],
    ['50', 'x'.repeat(2001)],
    ['50', 'nul \0 here'],
  ])('gives back the form when grade is %j and comment %j', async (typed, comment) => {
    const { attempt, headers } = await aReviewer();
    const answer = await grade(attempt, 'free-text', { grade: typed, comment }, headers);
    expect(answer.status).toBe(422);
    const forms = await formsIn(await answer.text());
    const form = forms.find(({ action }) => action.endsWith('/reviews/free-text'));
    expect(form?.fields).toMatchObject({ grade: [typed] });
    expect(form?.fields['comment']?.[0]?.length).toBe(comment.length);
    expect(await gradesOf(attempt)).toEqual([]);
  });

  it('is not for viewers', async () => {
    const { attempt } = await aReviewer();
    const { organizationId } = attempt;
    const { headers } = await aSignedInMember({ organizationId, role: 'viewer' });
    expect((await grade(attempt, 'free-text', { grade: '50' }, headers)).status).toBe(403);
    const html = await pageOf(attempt, headers);
    expect(textOf(html)).toContain('papel de avaliador');
    expect(html).not.toContain('/reviews/');
    expect(await gradesOf(attempt)).toEqual([]);
  });

  it('answers alike for what is missing and for what belongs to others', async () => {
    const { attempt } = await aReviewer();
    const { headers } = await aSignedInMember({ role: 'owner' });
    const missing = { ...attempt, id: newId() };
    for (const typed of ['50', 'nonsense']) {
      const theirs = await grade(attempt, 'free-text', { grade: typed }, headers);
      const nobodys = await grade(missing, 'free-text', { grade: typed }, headers);
      expect([theirs.status, nobodys.status]).toEqual([404, 404]);
      expect(await theirs.text()).toBe((await nobodys.text()).replaceAll(missing.id, attempt.id));
    }
    expect(await gradesOf(attempt)).toEqual([]);
  });

  it('is only for answers that a person grades', async () => {
    const { attempt, headers } = await aReviewer({ 'single-choice': 'b', 'free-text': 'Assim.' });
    for (const question of ['single-choice', 'project-link', 'nowhere', 'constructor', '%00', "'"])
      for (const typed of ['50', 'nonsense'])
        expect((await grade(attempt, question, { grade: typed }, headers)).status).toBe(404);
    expect(await gradesOf(attempt)).toEqual([]);
  });
});

async function aReviewer(answers?: Record<string, unknown>) {
  const assessment = await anAssessment({
    content: {
      sections: [
        aSection({
          questions: [
            aQuestion('single-choice'),
            aQuestion('free-text'),
            aQuestion('project-link'),
          ],
        }),
      ],
    },
  });
  const { organizationId } = assessment;
  const member = await aSignedInMember({ organizationId, role: 'reviewer' });
  const values = { assessment, state: 'submitted' as const };
  return { ...member, attempt: await anAttempt(answers ? { ...values, answers } : values) };
}

function grade(
  attempt: Pick<MadeAttempt, 'id'>,
  questionId: string,
  fields: Record<string, string>,
  headers: { Cookie: string },
) {
  return postForm(`/results/${attempt.id}/reviews/${questionId}`, fields, headers);
}

async function pageOf(attempt: Pick<MadeAttempt, 'id'>, headers: { Cookie: string }) {
  return (await fetchPage(`/results/${attempt.id}`, { headers })).text();
}

function gradesOf(attempt: Pick<MadeAttempt, 'id'>) {
  return db.select().from(reviews).where(eq(reviews.attemptId, attempt.id));
}

async function rowOf(attempt: Pick<MadeAttempt, 'id'>) {
  return (await db.select().from(attempts).where(eq(attempts.id, attempt.id)))[0]!;
}

async function completions(attempt: Pick<MadeAttempt, 'id'>) {
  const rows = await db.select().from(events).where(eq(events.attemptId, attempt.id));
  return rows.filter(({ type }) => type === 'attempt.completed');
}
