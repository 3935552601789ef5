import { Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { notFound } from '../../lib/errors.ts';
import { isUuid } from '../../lib/ids.ts';
import { memberProps } from '../../ui/member-page.tsx';
import { respond } from '../../ui/respond.tsx';
import { findOwnLink, linksShown, listAssessments } from './queries.ts';
import { assessmentsQuery } from './schema.ts';
import { AssessmentsPage, QrPage } from './views.tsx';

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

assessmentRoutes.get('/links/:id/qr', async (c) => {
  const id = c.req.param('id');
  const { organizationId } = c.var.member;
  const link = isUuid(id) ? await findOwnLink(c.var.db, { organizationId, id }) : undefined;
  if (!link) throw notFound();
  const props = { ...memberProps(c), link, baseUrl: c.env.BASE_URL };
  return respond(c, { page: () => <QrPage {...props} /> });
});
