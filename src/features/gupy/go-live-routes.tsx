import { type Context, Hono } from 'hono';

import { roleAllows } from '../../db/schema/accounts.ts';
import type { AppEnv } from '../../env.ts';
import { memberProps } from '../../ui/member-page.tsx';
import { respond } from '../../ui/respond.tsx';
import { GoLivePage } from './go-live-views.tsx';
import { goLiveReport, goLiveSteps } from './go-live.ts';
import { findGoLive } from './milestone-queries.ts';
import { gupyPage, requireGupy } from './plan.ts';
import { checkReadiness, type Readiness } from './readiness.ts';

export const goLiveRoutes = new Hono<AppEnv>();

const home = '/integrations/gupy/go-live';

goLiveRoutes.get(home, gupyPage, (c) => showGoLive(c));

/** Answered by the page itself: what was found holds for this moment only, and is kept nowhere. */
goLiveRoutes.post('/integrations/gupy/check', async (c) => {
  const { organizationId, plan } = c.var.member;
  requireGupy(plan);
  const context = { env: c.env, db: c.var.db };
  return showGoLive(c, await checkReadiness(context, organizationId, Date.now()));
});

async function showGoLive(c: Context<AppEnv>, readiness?: Readiness) {
  const { organizationId, organizationName, role } = c.var.member;
  const { reached, calls } = await findGoLive(c.var.db, organizationId);
  const steps = goLiveSteps(reached);
  const report = goLiveReport(steps, {
    organization: organizationName,
    providerUrl: `${c.env.BASE_URL}/gupy`,
    now: Date.now(),
    t: c.var.t,
  });
  const mayCheck = roleAllows(role, 'admin');
  const props = { ...memberProps(c), steps, calls, report, readiness, mayCheck };
  return respond(c, { page: () => <GoLivePage {...props} path={home} /> });
}
