import { Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { AppError } from '../../lib/errors.ts';
import { readForm, single } from '../../lib/form.ts';
import { pageProps } from '../../ui/page-props.ts';
import { respond } from '../../ui/respond.tsx';
import { wake } from '../deliveries/engine.ts';
import { ResumePage, UnknownLinkPage } from './link-views.tsx';
import { requestResumeMail } from './resume-mail.ts';
import { emailAddress } from './schema.ts';
import { findLink, findLinkAndAttempts } from './start-queries.ts';

/** The way back to an attempt of a link that starts no new ones: `/t/<slug>/resume`. */
export const resumeRoutes = new Hono<AppEnv>();

/** The same answer for every address, so that nobody learns from it who took the test. */
resumeRoutes.post('/t/:slug/resume', async (c) => {
  const slug = c.req.param('slug');
  const props = { ...pageProps(c), path: `/t/${encodeURIComponent(slug)}` };
  const person = c.req.header('CF-Connecting-IP') ?? '';
  if (!(await c.env.START_LIMIT.limit({ key: `${slug} ${person}` })).success)
    throw new AppError('too_many_requests', 'Too many requests from this address');
  const typed = single(await readForm(c), 'email');
  const email = emailAddress.safeParse(typed);
  const { link, earlier } = email.success
    ? await findLinkAndAttempts(c.var.db, slug, email.data)
    : { link: await findLink(c.var.db, slug), earlier: [] };
  if (!link) return respond(c, { page: () => <UnknownLinkPage {...props} />, status: 404 });
  const page = { ...props, link, typed };
  if (!email.success)
    return respond(c, { page: () => <ResumePage {...page} refused />, status: 422 });
  const [latest] = earlier;
  if (latest) {
    const { organizationId } = link;
    const attempt = { id: latest.id, organizationId };
    const eventId = await requestResumeMail(c.var.db, attempt, Date.now());
    c.executionCtx.waitUntil(wake(c.env, { eventId }));
  }
  return respond(c, { page: () => <ResumePage {...page} sent /> });
});
