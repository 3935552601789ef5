import { Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { memberProps } from '../../ui/member-page.tsx';
import { respond } from '../../ui/respond.tsx';
import { GoLivePage } from './go-live-views.tsx';
import { goLiveReport, goLiveSteps } from './go-live.ts';
import { findGoLive } from './milestone-queries.ts';
import { requireGupy } from './plan.ts';

export const goLiveRoutes = new Hono<AppEnv>();

goLiveRoutes.get('/integrations/gupy/go-live', async (c) => {
  const { organizationId, organizationName, plan } = c.var.member;
  requireGupy(plan);
  const { reached, calls } = await findGoLive(c.var.db, organizationId);
  const steps = goLiveSteps(reached);
  const report = goLiveReport(steps, {
    organization: organizationName,
    providerUrl: `${c.env.BASE_URL}/gupy`,
    now: Date.now(),
    t: c.var.t,
  });
  const props = { ...memberProps(c), steps, calls, report };
  return respond(c, { page: () => <GoLivePage {...props} /> });
});
