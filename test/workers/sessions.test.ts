import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { members, type Role, sessions, roleAllows } from '../../src/db/schema/accounts.ts';
import { findMember } from '../../src/features/accounts/session.ts';
import { newId } from '../../src/lib/ids.ts';
import { aMember, anOrganization, aSessionCookie } from '../support/members.ts';
import { fetchPage, postForm } from '../support/pages.ts';

const db = database(env.DB);

describe('a session', () => {
  it('ends with sign-out, on the server too', async () => {
    const Cookie = await aSessionCookie((await aMember()).userId);
    const answer = await postForm('/sign-out', {}, { Cookie });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe('/sign-in');
    expect(answer.headers.get('Set-Cookie')).toMatch(/^__Host-sid=; Max-Age=0; Path=\/;.*Secure/);
    expect(await db.select().from(sessions)).toEqual([]);
    expect(await findMember(db, env, Cookie)).toBeUndefined();
    expect((await postForm('/sign-out', {}, { Cookie })).status).toBe(303);
  });

  it('signs out this browser only', async () => {
    const { userId } = await aMember();
    const here = await aSessionCookie(userId);
    const elsewhere = await aSessionCookie(userId);
    await postForm('/sign-out', {}, { Cookie: here });
    expect(await findMember(db, env, elsewhere)).toBeDefined();
  });

  it('is nobody once the member is removed', async () => {
    const { userId } = await aMember();
    const Cookie = await aSessionCookie(userId);
    await db.delete(members).where(eq(members.userId, userId));
    expect(await findMember(db, env, Cookie)).toBeUndefined();
    expect((await fetchPage('/sign-in', { headers: { Cookie } })).status).toBe(200);
  });

  it('is nobody once it expired', async () => {
    const { userId } = await aMember();
    const cookie = await aSessionCookie(userId, new Date(5000));
    expect(await findMember(db, env, cookie, new Date(4999))).toBeDefined();
    expect(await findMember(db, env, cookie, new Date(5000))).toBeUndefined();
  });

  it('is nobody with a changed cookie or another secret', async () => {
    const cookie = await aSessionCookie((await aMember()).userId);
    const [session] = await db.select().from(sessions);
    const changed = cookie.replace(/=./, (start) => (start === '=A' ? '=B' : '=A'));
    expect(await findMember(db, env, cookie)).toBeDefined();
    expect(await findMember(db, env, changed)).toBeUndefined();
    expect(await findMember(db, env, `__Host-sid=${session!.token}`)).toBeUndefined();
    expect(await findMember(db, env, `__Host-sid=${session!.token}.x`)).toBeUndefined();
    expect(await findMember(db, { AUTH_SECRET: 'another' }, cookie)).toBeUndefined();
  });

  it('survives a rotation of the secret while the old value is listed', async () => {
    const { userId } = await aMember();
    const cookie = await aSessionCookie(userId);
    const rotated = { AUTH_SECRET: `a-new-secret,${env.AUTH_SECRET}` };
    expect((await findMember(db, rotated, cookie))?.userId).toBe(userId);
  });

  it('costs one query, and none without the cookie', async () => {
    const cookie = await aSessionCookie((await aMember()).userId);
    const prepare = vi.spyOn(env.DB, 'prepare');
    await findMember(database(env.DB), env, cookie);
    expect(prepare).toHaveBeenCalledTimes(1);
    await findMember(database(env.DB), env, 'language=en');
    expect(prepare).toHaveBeenCalledTimes(1);
    prepare.mockRestore();
  });

  it('belongs to the oldest of several memberships', async () => {
    const { userId } = await aMember({ role: 'owner' });
    const { id: organizationId } = await anOrganization({ name: 'Beta' });
    const createdAt = Date.now() - 1e9;
    const older = { id: newId(), organizationId, userId, role: 'viewer' as const, createdAt };
    await db.insert(members).values(older);
    const found = await findMember(db, env, await aSessionCookie(userId));
    expect(found).toMatchObject({ organizationName: 'Beta', role: 'viewer' });
  });

  it('leads past the sign-in form', async () => {
    const Cookie = await aSessionCookie((await aMember()).userId);
    const answer = await fetchPage('/sign-in?next=%2Fassessments', { headers: { Cookie } });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe('/assessments');
  });
});

it.each<[Role, Role, boolean]>([
  ['owner', 'admin', true],
  ['admin', 'owner', false],
  ['recruiter', 'recruiter', true],
  ['reviewer', 'recruiter', false],
  ['viewer', 'viewer', true],
  ['viewer', 'reviewer', false],
])('the role %s covers %s: %s', (role, minimum, allowed) => {
  expect(roleAllows(role, minimum)).toBe(allowed);
});
