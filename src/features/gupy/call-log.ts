import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';

import type { Milestone } from '../../db/schema/gupy-inbound.ts';
import type { AppEnv } from '../../env.ts';
import { orLog } from '../../lib/log.ts';
import { readToken } from '../../lib/tokens.ts';
import { noteCall, noteReturn } from './milestone-queries.ts';

/**
 * Notes each call of the provider contract for the people who connect the two systems, after it was
 * answered. A call whose token nobody knows belongs to nobody, and is noted nowhere.
 */
export const logCall = createMiddleware<AppEnv>(async (c, next) => {
  const at = Date.now();
  await next();
  const organizationId = c.var.providerId;
  if (organizationId === undefined) return;
  const call = {
    organizationId,
    at,
    method: c.req.method,
    route: routePath(c, -1),
    status: c.res.status,
    durationMs: Date.now() - at,
  };
  const reached = milestonesOf(`${call.method} ${call.route}`, call.status);
  c.executionCtx.waitUntil(
    orLog('call log', c.var.requestId, () => noteCall(c.var.db, call, reached)),
  );
});

/** A candidate's way back to Gupy is one of the steps of going live. */
export const noteReturns = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (c.res.status !== 303) return;
  const claims = await readToken(c.env.TOKEN_SECRET, 'take', c.req.param('token') ?? '');
  if (!claims) return;
  c.executionCtx.waitUntil(
    orLog('call log', c.var.requestId, () => noteReturn(c.var.db, claims.attemptId, Date.now())),
  );
});

function milestonesOf(route: string, status: number): Milestone[] {
  const own: Partial<Record<string, Milestone>> = {
    'GET /gupy/test 200': 'catalogue_read',
    'POST /gupy/test/candidate 201': 'attempt_created',
    'GET /gupy/test/result/:resultId 200': 'result_read',
  };
  const reached = own[`${route} ${status}`];
  return reached === undefined ? ['token_used'] : ['token_used', reached];
}
