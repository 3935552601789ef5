import { type Context, Hono } from 'hono';

import type { Database } from '../../db/client.ts';
import { roleAllows } from '../../db/schema/accounts.ts';
import type { AppEnv } from '../../env.ts';
import { AppError, notFound } from '../../lib/errors.ts';
import { readForm, single } from '../../lib/form.ts';
import { isUuid, newId } from '../../lib/ids.ts';
import { memberProps } from '../../ui/member-page.tsx';
import { respond, wantsPart } from '../../ui/respond.tsx';
import { listAssessmentNames } from '../assessments/queries.ts';
import { resultUrl } from '../attempts/addresses.ts';
import { receiptOf } from '../attempts/receipts.ts';
import { contentId } from '../questions/content-id.ts';
import type { ApplicationSearch } from './application-views.tsx';
import { isSearchCursor } from './cursor.ts';
import type { RefusedDecision } from './decision-views.tsx';
import { listAddress } from './filter-views.tsx';
import { listResults, type ResultsPage as Page } from './list-queries.ts';
import { ResultsPage, ResultsPart } from './list-views.tsx';
import { outcomeOf } from './outcome.ts';
import { findResult, type ResultRecord } from './result-queries.ts';
import { type RefusedReview, ResultPage } from './result-views.tsx';
import { saveReview } from './review-queries.ts';
import { completeIfGraded } from './review.ts';
import { type ListQuery, listQuery, type ReviewProblem, reviewForm } from './schema.ts';
import { searchResults } from './search-queries.ts';
import { searchOf } from './search.ts';
import type { TimeProblem } from './time-views.tsx';

export const resultRoutes = new Hono<AppEnv>();

resultRoutes.get('/results', async (c) => {
  const query = listQuery.parse(c.req.query());
  const page = await readPage(c.var.db, c.var.member.organizationId, query);
  const { cursor, ...filters } = query;
  const props = { ...memberProps(c), page, filters, first: cursor === undefined };
  // Without the empty fields that a form sends along.
  if (wantsPart(c) && cursor === undefined) c.header('HX-Push-Url', listAddress(filters));
  return respond(c, {
    page: () => <ResultsPage {...props} />,
    part: () => <ResultsPart {...props} />,
  });
});

resultRoutes.get('/results/:id', async (c) => {
  const record = await findResult(c.var.db, resultKey(c));
  if (!record) throw notFound();
  return showResult(c, record);
});

/** A person's grade of one answer. The last one that was missing completes the result. */
resultRoutes.post('/results/:id/reviews/:questionId', async (c) => {
  const key = resultKey(c);
  const questionId = contentId.safeParse(c.req.param('questionId')).data;
  if (questionId === undefined) throw notFound();
  const fields = await readForm(c);
  const form = reviewForm.safeParse(fields);
  if (!form.success) {
    const record = await findResult(c.var.db, key);
    if (!record || !isGraded(record, questionId)) throw notFound();
    const problems = [...new Set(form.error.issues.map((issue) => issue.path[0] as ReviewProblem))];
    const typed = { grade: single(fields, 'grade'), comment: single(fields, 'comment') };
    return showResult(c, record, { review: { questionId, typed, problems } });
  }
  const { kept, record } = await saveReview(c.var.db, {
    ...key,
    questionId,
    reviewerId: c.var.member.userId,
    grade: form.data.grade / 100,
    comment: form.data.comment,
    reviewedAt: Date.now(),
  });
  if (!record || !isGraded(record, questionId)) throw notFound();
  if (kept) await completeIfGraded(c.env, c.var.db, record);
  else if (!isSame(record, questionId, form.data))
    throw new AppError('conflict', 'The result is complete');
  return c.redirect(`/results/${key.attemptId}#question-${questionId}`, 303);
});

async function readPage(
  db: Database,
  organizationId: string,
  { q, assessment, state, cursor }: ListQuery,
): Promise<Page> {
  const filter = { organizationId, assessmentId: assessment, state };
  if (q === '')
    return listResults(db, filter, cursor && !isSearchCursor(cursor) ? cursor : undefined);
  const search = searchOf(q);
  if (!search) return { rows: [], assessments: await listAssessmentNames(db, organizationId) };
  return searchResults(db, filter, search, cursor && isSearchCursor(cursor) ? cursor : undefined);
}

export function resultKey(c: Context<AppEnv>) {
  const attemptId = c.req.param('id') ?? '';
  if (!isUuid(attemptId)) throw notFound();
  return { organizationId: c.var.member.organizationId, attemptId };
}

/** The page of a result, with what was refused of a form on it. */
export async function showResult(
  c: Context<AppEnv>,
  record: ResultRecord,
  {
    review,
    time,
    decision,
    application,
  }: {
    review?: RefusedReview;
    time?: TimeProblem;
    decision?: RefusedDecision;
    application?: ApplicationSearch;
  } = {},
) {
  const { attempt } = record;
  const props = {
    ...memberProps(c),
    path: `/results/${attempt.id}`,
    record,
    refused: review,
    timeProblem: time,
    refusedDecision: decision,
    applicationSearch: application,
    formKey: newId(),
    outcome: outcomeOf(record),
    candidatePage: await resultUrl(c.env, attempt, attempt.resultEpoch),
    receipts: await Promise.all(
      record.answers.map((answer) => receiptOf(c.env.TOKEN_SECRET, answer)),
    ),
    mayReview: roleAllows(c.var.member.role, 'reviewer'),
    mayManage: roleAllows(c.var.member.role, 'recruiter'),
    now: Date.now(),
  };
  const status = review || time || decision || application?.problem ? 422 : 200;
  return respond(c, { page: () => <ResultPage {...props} />, status });
}

/** True for an answer that a person grades, graded already or not. */
function isGraded(record: ResultRecord, questionId: string): boolean {
  const found = outcomeOf(record)?.questions.find(({ id }) => id === questionId);
  return found?.state === 'review' || found?.state === 'graded';
}

/** The same form once more, after its grade completed the result: there is nothing to refuse. */
function isSame(
  { reviews }: ResultRecord,
  questionId: string,
  form: { grade: number; comment: string },
): boolean {
  const given = reviews.find((review) => review.questionId === questionId);
  return given?.grade === form.grade / 100 && given.comment === form.comment;
}
