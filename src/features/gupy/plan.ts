import type { MiddlewareHandler } from 'hono';

import type { Plan } from '../../db/schema/accounts.ts';
import type { AppEnv } from '../../env.ts';
import { AppError } from '../../lib/errors.ts';

/** Gupy comes with every plan above the smallest. */
export function planHasGupy(plan: Plan): boolean {
  return plan !== 'starter';
}

/** Throws `forbidden` on a plan without Gupy. */
export function requireGupy(plan: Plan): void {
  if (!planHasGupy(plan)) throw new AppError('forbidden', 'The plan does not include Gupy');
}

/** Before a page: on a plan without Gupy the integration's first page explains that. */
export const gupyPage: MiddlewareHandler<AppEnv> = async (c, next) =>
  planHasGupy(c.var.member.plan) ? next() : c.redirect('/integrations/gupy', 303);
