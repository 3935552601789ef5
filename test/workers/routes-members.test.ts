import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { members, type Role, roles, sessions } from '../../src/db/schema/accounts.ts';
import { newId } from '../../src/lib/ids.ts';
import type { Estate } from '../support/estate.ts';
import { aMember, aSessionCookie } from '../support/members.ts';
import {
  altered,
  apart,
  ask,
  type Caller,
  isGet,
  isPost,
  memberRoutes,
  pathOf,
  refused,
  type Route,
  twoEstates,
} from '../support/sweep.ts';

const db = database(env.DB);

// Each test asks for many routes as many people.
vi.setConfig({ testTimeout: 60_000 });

let acme: Estate;
let rival: Estate;
beforeEach(async () => {
  ({ acme, rival } = await twoEstates());
  return () => vi.restoreAllMocks();
});

/** As htmx asks: a refusal is then an answer of its own, not the way to the sign-in page. */
const part = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' };

describe('somebody who is not signed in', () => {
  it('is led to sign-in by a page, and refused all else', async () => {
    const pages = memberRoutes.filter(isGet);
    await refused('htmx', memberRoutes, () => ({ estate: acme, headers: part }), 401);
    await refused('a form', memberRoutes.filter(isPost), () => ({ estate: acme }), 401);
    await refused('a page', pages, () => ({ estate: acme }), 303);
    for (const route of pages) {
      const location = (await ask(route, { estate: acme })).headers.get('Location');
      const next = encodeURIComponent(pathOf(route, { estate: acme }));
      expect.soft(location, route.route).toBe(`/sign-in?next=${next}`);
    }
  });

  it('may hold any session but a living one of a member', async () => {
    const cookies = {
      'a forged session': altered(acme.cookies.owner),
      'an expired session': await aSessionCookie((await aMember()).userId, new Date(0)),
      'an ended session': await ended(),
      'the session of a removed member': await removed(),
      'the token of the ATS as a session': `__Host-sid=${acme.company.token}`,
    };
    for (const [who, Cookie] of Object.entries(cookies)) {
      const caller = { estate: acme, headers: { ...part, Cookie } };
      await refused(who, memberRoutes, () => caller, 401);
    }
  });
});

it('a member of too low a role is refused', async () => {
  const asked = new Set<string>();
  for (const role of roles) {
    const above = ({ who }: { who: string }) => roles.indexOf(who as Role) < roles.indexOf(role);
    const higher = memberRoutes.filter(above);
    const caller = { estate: acme, headers: { Cookie: acme.cookies[role] } };
    if (higher.length > 0) await refused(role, higher, () => caller, 403);
    for (const { route } of higher) asked.add(route);
  }
  const lowest = memberRoutes.filter(({ who }) => who === 'viewer');
  expect(asked.size).toBe(memberRoutes.length - lowest.length);
});

/** A kind and a language of mails are the same words in every organization: no row's name. */
const namesRow = ({ params }: Route) => params.some((name) => !/^(kind|language)$/.test(name));

describe("another organization's owner", () => {
  const named = memberRoutes.filter(namesRow);
  const lists = memberRoutes.filter((route) => !namesRow(route));

  it('finds nothing under ids of the first, which look like ids that do not exist', async () => {
    await refused('rival', named, stranger, 404);
    for (const route of named) {
      const params = Object.fromEntries(route.params.map((name) => [name, newId()]));
      const read = async (caller: Caller) =>
        (await (await ask(route, caller)).text()).replaceAll(pathOf(route, caller), '…');
      const theirs = await read(stranger());
      expect.soft(await read({ ...stranger(), params }), route.route).toBe(theirs);
    }
  });

  it('sees and changes only what is their own', async () => {
    await apart(acme, lists, stranger);
  });
});

function stranger(): Caller {
  return { estate: acme, headers: { Cookie: rival.cookies.owner } };
}

async function ended(): Promise<string> {
  const { userId } = await aMember({ organizationId: acme.company.organizationId });
  const cookie = await aSessionCookie(userId);
  await db.delete(sessions).where(eq(sessions.userId, userId));
  return cookie;
}

async function removed(): Promise<string> {
  const { userId } = await aMember({ organizationId: acme.company.organizationId });
  const cookie = await aSessionCookie(userId);
  await db.delete(members).where(eq(members.userId, userId));
  return cookie;
}
