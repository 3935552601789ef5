import { type Context, Hono } from 'hono';
import * as z from 'zod';

import type { AppEnv } from '../../env.ts';
import { notFound } from '../../lib/errors.ts';
import { readForm, single } from '../../lib/form.ts';
import { int64Text } from '../../lib/json-fields.ts';
import { searchable } from '../../lib/text.ts';
import { wake } from '../deliveries/engine.ts';
import { replayDelivery } from '../deliveries/replay-queries.ts';
import { linkApplication } from '../gupy/application-queries.ts';
import { requireGupy } from '../gupy/plan.ts';
import { RestFailure, searchApplications } from '../gupy/rest.ts';
import { findAdopted } from '../gupy/write-back-queries.ts';
import { openAccess } from '../gupy/write-back.ts';
import type { ApplicationSearch } from './application-views.tsx';
import { findResult } from './result-queries.ts';
import { resultKey, showResult } from './routes.tsx';

/** Which application at Gupy a result belongs to, said by a person. */
export const applicationRoutes = new Hono<AppEnv>();

const applicationId = z.string().trim().pipe(int64Text);
const mostFound = 10;

applicationRoutes.post('/results/:id/application', async (c) => {
  const { organizationId, userId, plan } = c.var.member;
  requireGupy(plan);
  const key = resultKey(c);
  const fields = await readForm(c);
  if (fields['search'] !== undefined) return search(c, single(fields, 'search').trim());
  const typed = single(fields, 'application');
  const id = applicationId.safeParse(typed);
  if (!id.success) return again(c, { application: typed, problem: 'application' });
  const waiting = await linkApplication(c.var.db, { ...key, applicationId: id.data, userId });
  if (!waiting) throw notFound();
  for (const deliveryId of waiting) {
    await replayDelivery(c.var.db, { organizationId, id: deliveryId, userId });
    await wake(c.env, { deliveryId });
  }
  return c.redirect(`/results/${key.attemptId}#application`, 303);
});

/** Looks for a name or an e-mail among the job's applications. Links none of them. */
async function search(c: Context<AppEnv>, text: string) {
  const target = await findAdopted(c.var.db, resultKey(c));
  if (!target) throw notFound();
  if (text.length < 2 || text.length > 120) return again(c, { search: text, problem: 'search' });
  const wanted = searchable(text);
  try {
    const access = await openAccess({ env: c.env, db: c.var.db }, target);
    const { found, complete } = await searchApplications(
      access,
      target.jobId,
      ({ name, emails }) => [name, ...emails].some((one) => searchable(one).includes(wanted)),
      mostFound,
    );
    return await again(c, { search: text, found, complete });
  } catch (error) {
    if (!(error instanceof RestFailure)) throw error;
    return again(c, { search: text, problem: 'silent' });
  }
}

/** The result's page again, with what was found or why nothing changed. */
async function again(c: Context<AppEnv>, application: ApplicationSearch) {
  const record = await findResult(c.var.db, resultKey(c));
  if (!record?.application) throw notFound();
  return showResult(c, record, { application });
}
