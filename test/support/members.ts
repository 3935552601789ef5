import { env } from 'cloudflare:workers';
import { serializeSigned } from 'hono/utils/cookie';

import { database } from '../../src/db/client.ts';
import {
  members,
  organizations,
  type Plan,
  type Role,
  sessions,
  users,
} from '../../src/db/schema/accounts.ts';
import { sessionCookie } from '../../src/features/accounts/session.ts';
import { newId } from '../../src/lib/ids.ts';
import { newSecret } from '../../src/lib/secrets.ts';

export async function anOrganization(
  values: { name?: string; plan?: Plan } = {},
): Promise<{ id: string; name: string }> {
  const { name = 'Acme', plan = 'business' } = values;
  const id = newId();
  const row = { id, name, slug: id, plan, createdAt: Date.now() };
  await database(env.DB).insert(organizations).values(row);
  return { id, name };
}

/** A user and its membership, of a new organization unless told which. */
export async function aMember(
  values: { email?: string; role?: Role; organizationId?: string } = {},
): Promise<{ userId: string; email: string; organizationId: string }> {
  const db = database(env.DB);
  const userId = newId();
  const { email = `${userId}@acme.example`, role = 'owner' } = values;
  const organizationId = values.organizationId ?? (await anOrganization()).id;
  const createdAt = Date.now();
  await db.batch([
    db.insert(users).values({ id: userId, name: 'Ana', email, emailVerified: true }),
    db.insert(members).values({ id: newId(), organizationId, userId, role, createdAt }),
  ]);
  return { userId, email, organizationId };
}

/** The Cookie header of a session, signed as better-auth signs it but without loading it. */
export async function aSessionCookie(
  userId: string,
  expiresAt = new Date(Date.now() + 3_600_000),
): Promise<string> {
  const token = newSecret();
  await database(env.DB).insert(sessions).values({ id: newId(), token, userId, expiresAt });
  const options = { path: '/', secure: true };
  const cookie = await serializeSigned(sessionCookie, token, env.AUTH_SECRET, options);
  return cookie.split(';')[0]!;
}
