import { and, asc, eq, gt } from 'drizzle-orm';
import { parseSigned } from 'hono/utils/cookie';

import type { Database } from '../../db/client.ts';
import {
  members,
  organizations,
  type Plan,
  type Role,
  sessions,
  users,
} from '../../db/schema/accounts.ts';
import { secretValues } from '../../lib/secrets.ts';
import { day, minute } from '../../lib/time.ts';

export const sessionCookie = '__Host-sid';
/** From sign-in, however active the member is. */
export const sessionLifetime = 7 * day;
/** Of the link in the mail. */
export const linkLifetime = 10 * minute;

/** A signed-in person, as a member of one organization. */
export interface Member {
  userId: string;
  /** The session's own id, never its token. */
  sessionId: string;
  name: string;
  email: string;
  organizationId: string;
  organizationName: string;
  plan: Plan;
  role: Role;
}

/**
 * Who sends this cookie, with one query and without better-auth, whose cookie it is. `members` is
 * always joined, so that somebody who was removed is nobody at once. Of several memberships the
 * oldest counts, until there is a way to choose.
 */
export async function findMember(
  db: Database,
  env: Pick<Env, 'AUTH_SECRET'>,
  cookies: string | undefined,
  now = new Date(),
): Promise<Member | undefined> {
  const token = await sessionToken(env, cookies);
  if (!token) return undefined;
  return db
    .select({
      userId: users.id,
      sessionId: sessions.id,
      name: users.name,
      email: users.email,
      organizationId: organizations.id,
      organizationName: organizations.name,
      plan: organizations.plan,
      role: members.role,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(members, eq(members.userId, users.id))
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(eq(sessions.token, token), gt(sessions.expiresAt, now)))
    .orderBy(asc(members.createdAt), asc(members.id))
    .limit(1)
    .get();
}

/** Ends the session of this cookie, if it is one. Repeating it changes nothing. */
export async function endSession(
  db: Database,
  env: Pick<Env, 'AUTH_SECRET'>,
  cookies: string | undefined,
): Promise<void> {
  const token = await sessionToken(env, cookies);
  if (token) await db.delete(sessions).where(eq(sessions.token, token));
}

/** better-auth signs its cookie as hono does: value, dot, base64 of an HMAC-SHA-256. */
async function sessionToken(
  env: Pick<Env, 'AUTH_SECRET'>,
  cookies: string | undefined,
): Promise<string | undefined> {
  if (!cookies?.includes(`${sessionCookie}=`)) return undefined;
  for (const secret of secretValues(env.AUTH_SECRET)) {
    const token = (await parseSigned(cookies, secret, sessionCookie))[sessionCookie];
    if (token) return token;
  }
  return undefined;
}
