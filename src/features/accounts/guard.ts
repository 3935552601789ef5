import type { Context } from 'hono';

import { type Role, roles } from '../../db/schema/accounts.ts';
import type { AppEnv } from '../../env.ts';
import { findMember, type Member } from './session.ts';

/** Roles in descending order: each may do whatever the ones after it may. */
export function roleAllows(role: Role, minimum: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(minimum);
}

/** The member who makes this request; one query, none without our cookie. */
export function memberOf(c: Context<AppEnv>): Promise<Member | undefined> {
  return findMember(c.var.db, c.env, c.req.header('Cookie'));
}
