import { type Context, Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { rememberLanguage } from '../../i18n/language-cookie.ts';
import { notFound } from '../../lib/errors.ts';
import { type FormFields, readForm } from '../../lib/form.ts';
import { requireToken } from '../../lib/token-path.ts';
import { pageProps } from '../../ui/page-props.ts';
import { respond, wantsPart } from '../../ui/respond.tsx';
import type { AnswerProblem } from '../questions/rule.ts';
import { ruleOf } from '../questions/rules.ts';
import { saveAnswer } from './answer-queries.ts';
import { isDue, isOver, timeOpen } from './clock.ts';
import { QuestionPage, QuestionPart } from './question-views.tsx';
import { type AnswerForm, answerForm } from './schema.ts';
import { isClosed, timedSectionOf } from './section-clock.ts';
import { findContent, type Sitting } from './sitting-queries.ts';
import { home, openSitting, own, questionPath, reviewPath } from './sitting-routes.tsx';
import { submitIfOver, submitSitting } from './submission.ts';

export const answerRoutes = new Hono<AppEnv>();

/**
 * Saves one answer and moves on, in one round trip: the statement itself checks that the attempt is
 * open, in time and has drawn the question, and keeps the highest revision.
 */
answerRoutes.post('/a/:token/answers/:questionId', async (c) => {
  const claims = await requireToken(c, 'take');
  const content = await findContent(c.var.db, claims.versionId);
  const question = content?.sections
    .flatMap((section) => section.questions)
    .find(({ id }) => id === c.req.param('questionId'));
  if (!question) throw notFound();
  const fields = await readForm(c);
  const form = answerForm.parse(fields);
  if (form.language) rememberLanguage(c, form.language);

  const rule = ruleOf(question.type);
  const typed = rule.fromForm(question.content, fields) ?? null;
  const answer = rule.answer(question.content).safeParse(typed);
  if (typed !== null && !answer.success) {
    if (form.go === 'end') return moveOn(c, form);
    const problem = (answer.error.issues[0]?.message ?? 'answer_invalid') as AnswerProblem;
    return again(c, fields, { problem }, 422);
  }
  const value = answer.success ? answer.data : null;
  // Nothing was there and nothing came: no row to write.
  if (value === null && form.revision === 0) return moveOn(c, form);

  const now = Date.now();
  const timedSection = timedSectionOf(content!, question.id);
  const { saved, attempt, stored } = await saveAnswer(c.var.db, {
    attemptId: claims.attemptId,
    versionId: claims.versionId,
    takeEpoch: claims.epoch,
    questionId: question.id,
    timedSection,
    value,
    revision: form.revision + 1,
    savedAt: now,
    timeMs: timeOpen(form.shown, now, content!.durationMinutes),
  });
  if (!attempt || attempt.takeEpoch !== claims.epoch) throw notFound();
  if (saved) return moveOn(c, form);
  if (attempt.state === 'in_progress' && !isOver(attempt.deadlineAt ?? 0, now)) {
    const number = attempt.questionIds.indexOf(question.id) + 1;
    if (number === 0) throw notFound();
    // The same form once more, or a page left open empty: the stored answer stands.
    const same = JSON.stringify(stored?.value) === JSON.stringify(value);
    if (!same && timedSection !== null && isClosed(timedSection, attempt.sectionClocks, now))
      return c.redirect(`${questionPath(c, number)}?notice=late`, 303);
    if (same || value === null || form.go === 'end') return moveOn(c, form);
    return again(c, fields, { conflict: true }, 409);
  }
  const sitting = await openSitting(c);
  return tooLate(c, await submitIfOver(c.env, c.var.db, sitting, { atOnce: true }));
});

function moveOn(c: Context<AppEnv>, { go, number, language }: AnswerForm) {
  if (language) return backTo(c, number);
  if (go === 'end') return endSitting(c, number);
  if (go === 'review') return c.redirect(reviewPath(c), 303);
  const steps = { next: number + 1, previous: Math.max(1, number - 1) };
  return c.redirect(questionPath(c, typeof go === 'number' ? go : steps[go]), 303);
}

/** The same question as a whole page: its frame has to speak the new language, too. */
function backTo(c: Context<AppEnv>, number: number) {
  if (!wantsPart(c)) return c.redirect(questionPath(c, number), 303);
  c.header('HX-Redirect', questionPath(c, number));
  return c.body(null, 204);
}

/** The page's clock ran out. Ours decides: after a device that counts too fast, the test goes on. */
async function endSitting(c: Context<AppEnv>, number: number) {
  const sitting = await openSitting(c);
  const { state, deadlineAt } = sitting.attempt;
  if (state === 'in_progress' && !isDue(deadlineAt ?? Infinity, Date.now()))
    return c.redirect(questionPath(c, number), 303);
  await submitSitting(c.env, c.var.db, sitting, 'clock');
  return c.redirect(home(c), 303);
}

/** The question's page again, with what was typed and why it is not saved. */
async function again(
  c: Context<AppEnv>,
  fields: FormFields,
  trouble: { problem?: AnswerProblem; conflict?: boolean },
  status: 409 | 422,
) {
  const sitting = await openSitting(c);
  if (sitting.attempt.state !== 'in_progress') return tooLate(c, sitting);
  const number = sitting.attempt.questionIds.indexOf(c.req.param('questionId') ?? '') + 1;
  if (number === 0) throw notFound();
  // The URL of this answer is no page: address bar and change of language stay with the question's.
  c.header('HX-Push-Url', 'false');
  const path = questionPath(c, number);
  const props = { ...pageProps(c), ...own(c, sitting), path, number, fields, ...trouble };
  return respond(c, {
    page: () => <QuestionPage {...props} />,
    part: () => <QuestionPart {...props} />,
    status,
  });
}

/** Nothing is saved any more: the attempt is submitted by now (opening it saw to that), and its page says why. */
function tooLate(c: Context<AppEnv>, { attempt }: Sitting) {
  const notice = attempt.submittedBy === 'clock' ? 'late' : 'already';
  return c.redirect(`${home(c)}?notice=${notice}`, 303);
}
