import { type Context, Hono } from 'hono';

import { roleAllows } from '../../db/schema/accounts.ts';
import type { AppEnv } from '../../env.ts';
import { notFound } from '../../lib/errors.ts';
import { readForm, single } from '../../lib/form.ts';
import { isUuid } from '../../lib/ids.ts';
import { memberProps } from '../../ui/member-page.tsx';
import { respond } from '../../ui/respond.tsx';
import { findOwnLink, linksShown, listAssessments, saveLinkJob } from './queries.ts';
import { assessmentsQuery, jobForm, linkNotice } from './schema.ts';
import { AssessmentsPage, QrPage, type QrProps } from './views.tsx';

export const assessmentRoutes = new Hono<AppEnv>();

assessmentRoutes.get('/assessments', async (c) => {
  const { after } = assessmentsQuery.parse(c.req.query());
  const { organizationId } = c.var.member;
  const { rows, more } = await listAssessments(c.var.db, organizationId, after);
  const last = rows.at(-1);
  const props = {
    ...memberProps(c),
    rows,
    older: last && more ? `/assessments?after=${last.createdAt}.${last.row}` : undefined,
    first: after === undefined,
    linksShown,
    baseUrl: c.env.BASE_URL,
    now: Date.now(),
  };
  return respond(c, { page: () => <AssessmentsPage {...props} /> });
});

assessmentRoutes.get('/links/:id/qr', (c) =>
  showLink(c, { notice: linkNotice.parse(c.req.query('notice')) }),
);

assessmentRoutes.post('/links/:id/job', async (c) => {
  const id = c.req.param('id');
  const { organizationId } = c.var.member;
  const typed = single(await readForm(c), 'job');
  const form = jobForm.safeParse({ job: typed });
  if (!form.success) return showLink(c, { typed });
  const job = form.data.job || null;
  if (!isUuid(id) || !(await saveLinkJob(c.var.db, { organizationId, id, job }))) throw notFound();
  return c.redirect(`/links/${id}/qr?notice=saved`, 303);
});

/** `typed`: a job that can't be one, which comes back. */
async function showLink(c: Context<AppEnv>, trouble: Pick<QrProps, 'notice' | 'typed'>) {
  const id = c.req.param('id') ?? '';
  const { organizationId, role } = c.var.member;
  const link = isUuid(id) ? await findOwnLink(c.var.db, { organizationId, id }) : undefined;
  if (!link) throw notFound();
  const props = {
    ...memberProps(c),
    ...trouble,
    link,
    baseUrl: c.env.BASE_URL,
    mayChange: roleAllows(role, 'recruiter'),
  };
  return respond(c, {
    page: () => <QrPage {...props} path={`/links/${id}/qr`} />,
    status: trouble.typed === undefined ? 200 : 422,
  });
}
