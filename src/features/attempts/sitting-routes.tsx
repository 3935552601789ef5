import { type Context, Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { AppError, notFound } from '../../lib/errors.ts';
import { readForm, single } from '../../lib/form.ts';
import { openPolicy, outgoingPolicy } from '../../lib/outgoing-policy.ts';
import { urlProblem } from '../../lib/outgoing-url.ts';
import { requireToken } from '../../lib/token-path.ts';
import { pageProps } from '../../ui/page-props.ts';
import { respond, textOf } from '../../ui/respond.tsx';
import { requestAccommodation } from './accommodation-queries.ts';
import { accommodationRequest } from './accommodation.ts';
import { resultUrl } from './addresses.ts';
import { isDue } from './clock.ts';
import { noteContact } from './contact.ts';
import { DonePage } from './done-views.tsx';
import { wakeAtDeadline } from './jobs.ts';
import { noticeVersion } from './notice.ts';
import { QuestionPage, QuestionPart } from './question-views.tsx';
import { ReviewPage, ReviewPart } from './review-views.tsx';
import { arrival } from './schema.ts';
import { isTimed, sectionStateOf } from './section-clock.ts';
import { startSection } from './section-queries.ts';
import { drawnQuestions, isAnswered } from './sheet.ts';
import { findContent, findSitting, type Sitting } from './sitting-queries.ts';
import { startRegisteredAttempt } from './start-queries.ts';
import { StartPage, type StartProblem } from './start-views.tsx';
import { startOf } from './start.ts';
import { submitIfOver, submitSitting } from './submission.ts';

/** An attempt's own pages: `/a/<token>`. The token is the only credential. */
export const sittingRoutes = new Hono<AppEnv>();

sittingRoutes.get('/a/:token', async (c) => {
  const sitting = await openSitting(c);
  const { state } = sitting.attempt;
  if (state === 'in_progress') return c.redirect(resumePath(c, sitting), 303);
  if (state === 'not_started')
    return respond(c, { page: () => <StartPage {...pageProps(c)} {...own(c, sitting)} /> });
  const resultPage = await resultUrl(c.env, sitting.attempt, sitting.attempt.resultEpoch);
  const { pathname: resultPath } = new URL(resultPage);
  const notice = arrival.parse(c.req.query('notice'));
  const props = { ...pageProps(c), ...own(c, sitting), resultPage, resultPath, from: home(c) };
  const status = state === 'expired' || state === 'cancelled' ? 410 : 200;
  return respond(c, { page: () => <DonePage {...props} arrival={notice} />, status });
});

sittingRoutes.post('/a/:token/start', async (c) => {
  const sitting = await openSitting(c);
  const { attempt, content } = sitting;
  if (attempt.state !== 'not_started') return c.redirect(home(c), 303);
  const fields = await readForm(c);
  const request = accommodationRequest.safeParse(fields['accommodation']);
  const later = single(fields, 'when') === 'later';
  const problems: StartProblem[] = [];
  if (!later && single(fields, 'consent') !== 'on') problems.push('consent');
  if (!request.success || (later && request.data === '')) problems.push('accommodation');
  if (problems.length > 0) {
    const props = { ...pageProps(c), ...own(c, sitting), path: home(c), problems };
    const typed = single(fields, 'accommodation');
    return respond(c, { page: () => <StartPage {...props} accommodation={typed} />, status: 422 });
  }
  const now = Date.now();
  if (request.data) await requestAccommodation(c.var.db, attempt.id, request.data, now);
  if (later) return c.redirect(home(c), 303);
  const language = c.var.language;
  const started = startOf(content, attempt.id, now);
  if (await startRegisteredAttempt(c.var.db, attempt.id, { ...started, language, noticeVersion }))
    c.executionCtx.waitUntil(wakeAtDeadline(c.env, attempt, content.durationMinutes));
  return c.redirect(questionPath(c, 1), 303);
});

sittingRoutes.get('/a/:token/questions/:number{[1-9][0-9]{0,3}}', async (c) => {
  const sitting = await openSitting(c);
  if (sitting.attempt.state !== 'in_progress') return c.redirect(home(c), 303);
  const number = Number(c.req.param('number'));
  if (number > sitting.attempt.questionIds.length) return c.redirect(reviewPath(c), 303);
  const late = arrival.parse(c.req.query('notice')) === 'late';
  const props = { ...pageProps(c), ...own(c, sitting), number, late };
  return respond(c, {
    page: () => <QuestionPage {...props} />,
    part: () => <QuestionPart {...props} />,
  });
});

/** Opens a section that has a limit: its time runs from now on. In one round trip, as a save. */
sittingRoutes.post('/a/:token/sections/:sectionId/start', async (c) => {
  const claims = await requireToken(c, 'take');
  const { db } = c.var;
  const content = await findContent(db, claims.versionId);
  const section = content?.sections.find(({ id }) => id === c.req.param('sectionId'));
  if (!section || !isTimed(section)) throw notFound();
  const now = Date.now();
  const { attemptId, versionId, epoch: takeEpoch } = claims;
  const [attempt] = await Promise.all([
    startSection(db, {
      attemptId,
      versionId,
      takeEpoch,
      now,
      sectionId: section.id,
      minutes: section.minutes,
    }),
    noteContact(attemptId, now),
  ]);
  if (!attempt || attempt.takeEpoch !== takeEpoch) throw notFound();
  if (attempt.state !== 'in_progress') return c.redirect(home(c), 303);
  const places = drawnQuestions(content!, attempt.questionIds);
  const first = places.findIndex((place) => place.section.id === section.id) + 1;
  return c.redirect(questionPath(c, first), 303);
});

sittingRoutes.get('/a/:token/review', async (c) => {
  const sitting = await openSitting(c);
  if (sitting.attempt.state !== 'in_progress') return c.redirect(home(c), 303);
  const props = { ...pageProps(c), ...own(c, sitting) };
  return respond(c, {
    page: () => <ReviewPage {...props} />,
    part: () => <ReviewPart {...props} />,
  });
});

/** Every page of the test without its frame, for the script: moving then needs no network. */
sittingRoutes.get('/a/:token/parts', async (c) => {
  const sitting = await openSitting(c);
  if (sitting.attempt.state !== 'in_progress') throw new AppError('conflict', 'The test is over');
  const props = { ...pageProps(c), ...own(c, sitting) };
  const parts: Record<string, string> = {
    [reviewPath(c)]: await textOf(<ReviewPart {...props} />),
  };
  for (const index of sitting.attempt.questionIds.keys())
    parts[questionPath(c, index + 1)] = await textOf(
      <QuestionPart {...props} number={index + 1} />,
    );
  return c.json({ parts });
});

sittingRoutes.post('/a/:token/submission', async (c) => {
  const sitting = await openSitting(c);
  if (sitting.attempt.state !== 'in_progress') return c.redirect(home(c), 303);
  const fields = await readForm(c);
  // When the page's clock runs out it sends the form as it is: nothing is left to confirm.
  const due = isDue(sitting.attempt.deadlineAt ?? Infinity, Date.now());
  if (single(fields, 'confirm') !== 'on' && !due)
    return respond(c, {
      page: () => (
        <ReviewPage {...pageProps(c)} {...own(c, sitting)} path={reviewPath(c)} confirmMissing />
      ),
      status: 422,
    });
  const submitted = await submitSitting(c.env, c.var.db, sitting, due ? 'clock' : 'candidate');
  if (submitted.attempt.state === 'in_progress')
    throw new AppError('conflict', 'Answers kept changing while submitting');
  return c.redirect(home(c), 303);
});

/** The way back to Gupy: only after completion, and only where its address is still allowed. */
sittingRoutes.get('/a/:token/return', async (c) => {
  const { attempt } = await openSitting(c);
  const callbackUrl = allowedCallback(c, attempt);
  if (attempt.state !== 'completed' || callbackUrl === null) throw notFound();
  // As parsed, which is what was checked, and how every character fits into a header.
  return c.redirect(new URL(callbackUrl).href, 303);
});

/**
 * The sitting behind the token, with the clock applied: past its deadline it comes back submitted, and an
 * invitation past its end as expired, also before the sweep notes that.
 */
export async function openSitting(c: Context<AppEnv>): Promise<Sitting> {
  const claims = await requireToken(c, 'take');
  const [sitting] = await Promise.all([
    findSitting(c.var.db, claims),
    noteContact(claims.attemptId, Date.now()),
  ]);
  if (!sitting || sitting.attempt.takeEpoch !== claims.epoch) throw notFound();
  const { attempt } = sitting;
  if (attempt.state === 'not_started' && (attempt.invitationExpiresAt ?? Infinity) <= Date.now())
    return { ...sitting, attempt: { ...attempt, state: 'expired' } };
  return submitIfOver(c.env, c.var.db, sitting);
}

export function home(c: Context<AppEnv>): string {
  return `/a/${c.req.param('token')}`;
}

/** What the views of a sitting share. A callback that may not be used any more is as if there were none. */
export function own(c: Context<AppEnv>, sitting: Sitting) {
  const attempt = { ...sitting.attempt, callbackUrl: allowedCallback(c, sitting.attempt) };
  return { ...sitting, attempt, now: Date.now(), base: home(c) };
}

/** Where Gupy, or whoever called the open API, awaits the browser, by the rules of now (GUPY.md A.4). */
function allowedCallback(
  c: Context<AppEnv>,
  { callbackUrl, apiCallbackUrl }: Sitting['attempt'],
): string | null {
  if (callbackUrl !== null && !urlProblem(callbackUrl, outgoingPolicy(c.env))) return callbackUrl;
  if (apiCallbackUrl !== null && !urlProblem(apiCallbackUrl, openPolicy(c.env)))
    return apiCallbackUrl;
  return null;
}

export function questionPath(c: Context<AppEnv>, number: number): string {
  return `${home(c)}/questions/${number}`;
}

export function reviewPath(c: Context<AppEnv>): string {
  return `${home(c)}/review`;
}

/** Where a candidate who comes back goes on: the first question without answer that can have one, else the review page. */
function resumePath(c: Context<AppEnv>, { attempt, answers, content }: Sitting): string {
  const saved = new Map(answers.map((answer) => [answer.questionId, answer]));
  const index = drawnQuestions(content, attempt.questionIds).findIndex(
    ({ question, section }) =>
      !isAnswered(saved.get(question.id)) &&
      sectionStateOf(section, attempt.sectionClocks, Date.now()) !== 'over',
  );
  return index < 0 ? reviewPath(c) : questionPath(c, index + 1);
}
