import { type Context, Hono } from 'hono';
import * as z from 'zod';

import { roleAllows } from '../../db/schema/accounts.ts';
import type { AppEnv } from '../../env.ts';
import { notFound } from '../../lib/errors.ts';
import { readForm, single } from '../../lib/form.ts';
import { isUuid } from '../../lib/ids.ts';
import { int64Text } from '../../lib/json-fields.ts';
import { parseHosts } from '../../lib/outgoing-url.ts';
import { memberProps } from '../../ui/member-page.tsx';
import { respond } from '../../ui/respond.tsx';
import { findCatalogueSettings, offerAssessment, saveCompany } from './catalogue-queries.ts';
import { CataloguePage, type CatalogueProps } from './catalogue-views.tsx';
import { gupyPage, requireGupy } from './plan.ts';

/** What Gupy finds here: `/integrations/gupy/catalogue`. */
export const catalogueRoutes = new Hono<AppEnv>();

const home = '/integrations/gupy/catalogue';
const catalogueNotice = z.enum(['offered', 'withdrawn', 'company']).optional().catch(undefined);

catalogueRoutes.get(home, gupyPage, (c) => {
  return showCatalogue(c, { notice: catalogueNotice.parse(c.req.query('notice')) });
});

catalogueRoutes.post('/integrations/gupy/company', async (c) => {
  requireGupy(c.var.member.plan);
  const typed = single(await readForm(c), 'company');
  const companyId = int64Text.safeParse(typed.trim());
  if (!companyId.success) return showCatalogue(c, { typed, problem: 'company' });
  const { organizationId } = c.var.member;
  const company = { organizationId, companyId: companyId.data, now: Date.now() };
  if (!(await saveCompany(c.var.db, company))) return showCatalogue(c, { typed, problem: 'taken' });
  return c.redirect(`${home}?notice=company`, 303);
});

catalogueRoutes.post('/integrations/gupy/catalogue/:id', async (c) => {
  requireGupy(c.var.member.plan);
  const id = c.req.param('id');
  const { organizationId } = c.var.member;
  const offered = single(await readForm(c), 'offered') === 'on';
  if (!isUuid(id) || !(await offerAssessment(c.var.db, { organizationId, id, offered })))
    throw notFound();
  return c.redirect(`${home}?notice=${offered ? 'offered' : 'withdrawn'}`, 303);
});

async function showCatalogue(
  c: Context<AppEnv>,
  trouble: Pick<CatalogueProps, 'notice' | 'typed' | 'problem'>,
) {
  const { organizationId, role } = c.var.member;
  const props = {
    ...memberProps(c),
    ...trouble,
    ...(await findCatalogueSettings(c.var.db, organizationId)),
    hosts: parseHosts(c.env.GUPY_ALLOWED_HOSTS),
    mayChange: roleAllows(role, 'admin'),
  };
  return respond(c, {
    page: () => <CataloguePage {...props} path={home} />,
    status: trouble.problem ? 422 : 200,
  });
}
