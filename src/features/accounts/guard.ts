import type { Context } from 'hono';

import type { AppEnv } from '../../env.ts';
import { findMember, type Member } from './session.ts';

/** The member who makes this request; one query, none without our cookie. */
export function memberOf(c: Context<AppEnv>): Promise<Member | undefined> {
  return findMember(c.var.db, c.env, c.req.header('Cookie'));
}
