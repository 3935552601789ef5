import { type Context, Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { AppError } from '../../lib/errors.ts';
import { type FormFields, readForm, single } from '../../lib/form.ts';
import { derivedId } from '../../lib/ids.ts';
import { newSecret } from '../../lib/secrets.ts';
import { respond } from '../../ui/respond.tsx';
import { takePath } from './addresses.ts';
import {
  type ApplicationQuery,
  applicationOf,
  applicationQuery,
  applicationSearch,
} from './application.ts';
import { wakeAtDeadline } from './jobs.ts';
import { linkProps, mailWayBack, requireStartRate, unknownLink } from './link-answers.tsx';
import { ClosedPage, KnownPage, LinkStartPage } from './link-views.tsx';
import { noticeVersion } from './notice.ts';
import { startForm, type StartForm } from './schema.ts';
import { findLink, findLinkAndAttempts, type LinkPage, startLinkAttempt } from './start-queries.ts';
import { type Closed, closedReason, startDecision, startOf } from './start.ts';

/** Public links: `/t/<slug>`. */
export const linkRoutes = new Hono<AppEnv>();

linkRoutes.get('/t/:slug', async (c) => {
  const link = await findLink(c.var.db, c.req.param('slug'));
  if (!link) return unknownLink(c);
  const closed = closedReason(link, Date.now());
  if (closed) return closedLink(c, link, closed);
  const application = applicationQuery.parse(c.req.query());
  const values = { name: '', email: '', consent: false, accommodation: '', key: newSecret() };
  const props = { ...startProps(c, application), link, values };
  return respond(c, { page: () => <LinkStartPage {...props} problems={[]} /> });
});

linkRoutes.post('/t/:slug/attempts', async (c) => {
  const slug = c.req.param('slug');
  await requireStartRate(c);
  const fields = await readForm(c);
  const form = startForm.safeParse(fields);
  if (!form.success) return startAgain(c, slug, fields);

  // Who holds the form's key started the attempt: the same form sent again leads to the same one.
  const id = await derivedId('link attempt', form.data.key, slug, form.data.email);
  // A second round when a simultaneous start came first: then what it left is found.
  for (let round = 0; round < 2; round += 1) {
    const { link, earlier } = await findLinkAndAttempts(c.var.db, slug, form.data.email);
    if (!link) return unknownLink(c);
    const decision = startDecision(earlier, id, link.attemptsAllowed);
    if (decision.kind === 'same') return c.redirect(await takePath(c.env, decision.attempt), 303);
    if (decision.kind === 'earlier')
      return sendWayBack(c, link, decision.attempt.id, form.data.email);
    const closed = closedReason(link, Date.now());
    if (closed) return closedLink(c, link, closed);
    if (await startNew(c, link, id, form.data)) {
      const path = await takePath(c.env, { id, versionId: link.versionId });
      return c.redirect(form.data.when === 'later' ? path : `${path}/questions/1`, 303);
    }
  }
  throw new AppError('conflict', 'The same address is starting this test elsewhere');
});

async function startNew(c: Context<AppEnv>, link: LinkPage, id: string, form: StartForm) {
  const now = Date.now();
  const { organizationId, assessmentId, versionId } = link;
  const later = form.when === 'later';
  const started = await startLinkAttempt(
    c.var.db,
    { email: form.email, name: form.name },
    {
      ...(later ? { questionIds: [] } : startOf(link.content, id, now)),
      id,
      organizationId,
      assessmentId,
      versionId,
      linkId: link.id,
      state: later ? 'not_started' : 'in_progress',
      language: c.var.language,
      noticeVersion,
      noticeAcceptedAt: now,
      createdAt: now,
    },
    link.attemptsAllowed,
    { accommodation: form.accommodation, application: applicationOf(link.jobReference, form) },
  );
  if (started && !later)
    c.executionCtx.waitUntil(
      wakeAtDeadline(c.env, { id, versionId }, link.content.durationMinutes),
    );
  return started;
}

async function sendWayBack(c: Context<AppEnv>, link: LinkPage, attemptId: string, email: string) {
  await mailWayBack(c, { id: attemptId, organizationId: link.organizationId });
  return respond(c, { page: () => <KnownPage {...linkProps(c)} link={link} email={email} /> });
}

/** The form again, with what was typed and each problem beside its field. */
async function startAgain(c: Context<AppEnv>, slug: string, fields: FormFields) {
  const link = await findLink(c.var.db, slug);
  if (!link) return unknownLink(c);
  const closed = closedReason(link, Date.now());
  if (closed) return closedLink(c, link, closed);
  const shape = startForm.shape;
  const problems = (['name', 'email', 'consent', 'accommodation'] as const).filter(
    (name) => !shape[name].safeParse(fields[name]).success,
  );
  const key = single(fields, 'key');
  const values = {
    name: single(fields, 'name'),
    email: single(fields, 'email'),
    consent: single(fields, 'consent') === 'on',
    accommodation: single(fields, 'accommodation'),
    key: shape.key.safeParse(key).success ? key : newSecret(),
  };
  const props = { ...startProps(c, applicationQuery.parse(fields)), link, values, problems };
  return respond(c, { page: () => <LinkStartPage {...props} />, status: 422 });
}

/** A change of language keeps what the link's address says. */
function startProps(c: Context<AppEnv>, application: ApplicationQuery) {
  const { path, ...props } = linkProps(c);
  return { ...props, path: path + applicationSearch(application), application };
}

function closedLink(c: Context<AppEnv>, link: LinkPage, closed: Closed) {
  const status = closed === 'not_open' ? 403 : 410;
  return respond(c, {
    page: () => <ClosedPage {...linkProps(c)} link={link} closed={closed} />,
    status,
  });
}
