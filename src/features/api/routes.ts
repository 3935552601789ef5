import { type Context, Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { localize } from '../../i18n/languages.ts';
import { AppError, notFound } from '../../lib/errors.ts';
import { fieldProblems } from '../../lib/json-fields.ts';
import { openPolicy } from '../../lib/outgoing-policy.ts';
import { takeUrl } from '../attempts/addresses.ts';
import { addressesOf, attemptAnswer, iso } from './attempt-answer.ts';
import { cancelAttempt, findFinished, findOutcome } from './attempt-queries.ts';
import { keyHashOf, refuse, requireKey } from './authentication.ts';
import { findAssessments, type ListedAssessment } from './catalogue-queries.ts';
import { findOrRegister } from './registration.ts';
import { assessmentsQuery, cursorText, finishedQuery, newAttempt } from './requests.ts';

/** The open API, `/api/v1`; operations.ts says what each route takes and answers. */
export const apiRoutes = new Hono<AppEnv>().basePath('/api/v1');

apiRoutes.get('/assessments', async (c) => {
  const keyHash = await keyHashOf(c);
  const query = assessmentsQuery.safeParse(c.req.query());
  if (!query.success) return refuse(c, keyHash, 'assessments:read', fieldProblems(query.error));
  const { after, limit } = query.data;
  const { key, rows, more } = await findAssessments(c.var.db, keyHash, after, limit);
  requireKey(c, key, 'assessments:read');
  const last = rows.at(-1);
  const next = last && more ? cursorText({ at: last.createdAt, id: last.id }) : null;
  return c.json({ assessments: rows.map(assessmentAnswer), next });
});

apiRoutes.post('/attempts', async (c) => {
  const attempt = await findOrRegister(c, (json) => {
    const body = newAttempt(openPolicy(c.env)).safeParse(json);
    return body.success
      ? { data: { ...body.data, shape: 'v1' } }
      : { problems: fieldProblems(body.error) };
  });
  const answer = {
    id: attempt.id,
    assessmentId: attempt.assessmentId,
    externalId: attempt.externalId,
    testUrl: await takeUrl(c.env, attempt, attempt.takeEpoch),
    ...(await addressesOf(c.env, attempt)),
    createdAt: iso(attempt.createdAt),
  };
  return c.json(answer, 201);
});

/** What was finished since a cursor, so that an ATS can tell that it missed nothing. */
apiRoutes.get('/attempts', async (c) => {
  const keyHash = await keyHashOf(c);
  const query = finishedQuery.safeParse(c.req.query());
  if (!query.success) return refuse(c, keyHash, 'results:read', fieldProblems(query.error));
  const { finishedSince, limit } = query.data;
  const { key, finished, more } = await findFinished(c.var.db, keyHash, finishedSince, limit);
  requireKey(c, key, 'results:read');
  const last = finished.at(-1);
  const next = cursorText(last ? { at: last.completedAt, id: last.id } : finishedSince);
  const attempts = finished.map((row) => ({ ...row, completedAt: iso(row.completedAt) }));
  return c.json({ attempts, next, more });
});

apiRoutes.get('/attempts/:id', async (c) => {
  const { key, outcome } = await findOutcome(c.var.db, await keyHashOf(c), c.req.param('id'));
  requireKey(c, key, 'results:read');
  if (!outcome) throw notFound();
  return c.json(await attemptAnswer(c.env, outcome));
});

apiRoutes.post('/attempts/:id/cancellation', async (c) => {
  const id = c.req.param('id');
  const { key, attempt } = await cancelAttempt(c.var.db, await keyHashOf(c), id);
  requireKey(c, key, 'attempts:write');
  return cancellation(c, id, attempt?.state);
});

function cancellation(c: Context<AppEnv>, id: string, state: string | undefined) {
  if (state === undefined) throw notFound();
  if (state !== 'cancelled') throw new AppError('conflict', `The attempt is ${state} already`);
  return c.json({ id, state });
}

function assessmentAnswer(row: ListedAssessment) {
  const { createdAt: _order, drawn, competencies, ...rest } = row;
  return {
    ...rest,
    questions: drawn,
    competencies: competencies.map(({ id, name, tier }) => ({
      id,
      name: localize(name, row.language).text,
      tier,
    })),
  };
}
