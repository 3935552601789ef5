import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';

import { accessOf } from './access.ts';
import { roles, type Role, roleAllows } from './db/schema/accounts.ts';
import type { AppEnv } from './env.ts';
import { memberOf } from './features/accounts/guard.ts';
import { AppError, notFound } from './lib/errors.ts';
import { wantsPart } from './ui/respond.tsx';

/** Enforces the route table of access.ts before any handler runs. */
export const guard = createMiddleware<AppEnv>(async (c, next) => {
  const route = matchedRoutes(c).find(({ method }) => method !== 'ALL');
  if (!route) return next(); // No handler: the not-found page.
  const access = accessOf(route.method, route.path);
  if (access === undefined) throw new Error(`unclassified route: ${route.method} ${route.path}`);
  if (access === 'dev' && c.env.ENVIRONMENT !== 'development') throw notFound();
  if (!isRole(access)) return next();

  const member = await memberOf(c);
  if (!member) {
    if (c.req.method !== 'GET' || wantsPart(c)) throw new AppError('unauthorized', 'Sign in first');
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`, 303);
  }
  if (!roleAllows(member.role, access))
    throw new AppError('forbidden', 'Your role does not allow it');
  c.set('member', member);
  return next();
});

function isRole(access: string): access is Role {
  return (roles as readonly string[]).includes(access);
}
