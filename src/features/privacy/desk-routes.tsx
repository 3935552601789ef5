import { Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { AppError, notFound } from '../../lib/errors.ts';
import { readForm, single } from '../../lib/form.ts';
import { newId } from '../../lib/ids.ts';
import { memberProps } from '../../ui/member-page.tsx';
import { respond } from '../../ui/respond.tsx';
import { wake } from '../deliveries/engine.ts';
import { answerRequest, findRequest, listRequests } from './desk-queries.ts';
import { DeskPage } from './desk-views.tsx';
import { deskQuery } from './desk.ts';
import { answerForm } from './requests.ts';

/** What candidates asked about their data, to those who answer for the organization. */
export const privacyDeskRoutes = new Hono<AppEnv>();

privacyDeskRoutes.get('/privacy', async (c) => {
  const query = deskQuery.parse(c.req.query());
  const requests = await listRequests(c.var.db, c.var.member.organizationId, query);
  const props = { ...memberProps(c), ...requests, query, now: Date.now() };
  return respond(c, { page: () => <DeskPage {...props} /> });
});

privacyDeskRoutes.post('/privacy/requests/:id/answer', async (c) => {
  const { organizationId, userId } = c.var.member;
  const key = { organizationId, id: c.req.param('id') };
  const typed = single(await readForm(c), 'answer');
  const form = answerForm.safeParse({ answer: typed });
  const now = Date.now();
  if (!form.success) {
    const request = await findRequest(c.var.db, key);
    if (!request) throw notFound();
    if (request.answeredAt !== null) throw alreadyAnswered();
    const query = deskQuery.parse({});
    const props = { ...memberProps(c), path: '/privacy', rows: [request], query, now, typed };
    return respond(c, { page: () => <DeskPage {...props} />, status: 422 });
  }
  const { answer } = form.data;
  const eventId = newId();
  const request = await answerRequest(c.var.db, { ...key, answer, userId, eventId, now });
  if (!request) throw notFound();
  // The same page sent twice is no conflict: its answer is the one that stands.
  if (request.answer !== answer || request.answeredBy !== userId) throw alreadyAnswered();
  c.executionCtx.waitUntil(wake(c.env, { eventId }));
  return c.redirect('/privacy?sent=1', 303);
});

function alreadyAnswered(): AppError {
  return new AppError('conflict', 'Somebody else has answered it');
}
