import { Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { readForm, single } from '../../lib/form.ts';
import { respond } from '../../ui/respond.tsx';
import { linkProps, mailWayBack, requireStartRate, unknownLink } from './link-answers.tsx';
import { ResumePage } from './link-views.tsx';
import { emailAddress } from './schema.ts';
import { findLink, findLinkAndAttempts } from './start-queries.ts';

/** The way back to an attempt of a link that starts no new ones: `/t/<slug>/resume`. */
export const resumeRoutes = new Hono<AppEnv>();

/** The same answer for every address, so that nobody learns from it who took the test. */
resumeRoutes.post('/t/:slug/resume', async (c) => {
  const slug = c.req.param('slug');
  await requireStartRate(c);
  const typed = single(await readForm(c), 'email');
  const email = emailAddress.safeParse(typed);
  const { link, earlier } = email.success
    ? await findLinkAndAttempts(c.var.db, slug, email.data)
    : { link: await findLink(c.var.db, slug), earlier: [] };
  if (!link) return unknownLink(c);
  const page = { ...linkProps(c), link, typed };
  if (!email.success)
    return respond(c, { page: () => <ResumePage {...page} refused />, status: 422 });
  const [latest] = earlier;
  if (latest) await mailWayBack(c, { id: latest.id, organizationId: link.organizationId });
  return respond(c, { page: () => <ResumePage {...page} sent /> });
});
