import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

import { database } from '../../src/db/client.ts';
import { members, sessions, verifications } from '../../src/db/schema/accounts.ts';
import { devMails } from '../../src/db/schema/dev.ts';
import { findMember } from '../../src/features/accounts/session.ts';
import { aMember } from '../support/members.ts';
import { fetchPage, postForm, sendForm } from '../support/pages.ts';
import { aSignInLink, confirmSignIn, cookieOf, linkIn, mailTo } from '../support/sign-in.ts';

const db = database(env.DB);
let ana: { email: string; userId: string; organizationId: string };

// A new address and IP for every test: the rate limits know nothing of tests.
let person = 0;
let browser: { 'CF-Connecting-IP': string };
beforeEach(async () => {
  person += 1;
  browser = { 'CF-Connecting-IP': `198.51.100.${person}` };
  ana = await aMember({ email: `ana-${person}@acme.example` });
});

describe('asking for a link', () => {
  it('mails a member a link', async () => {
    const answer = await ask(ana.email);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(ana.email);
    const mail = await mailTo(ana.email);
    expect(mail.subject).toBe('Seu link para entrar no Aferi');
    const link = linkIn(mail.text);
    expect(link).toMatch(/^http:\/\/localhost:8787\/sign-in\/confirm\?token=[\w-]{43}$/);
    expect(mail.html).toContain(link);
  });

  it('finds a member however the address is written', async () => {
    await ask(`  ${ana.email.toUpperCase()} `);
    expect((await mailTo(ana.email)).recipient).toBe(ana.email);
  });

  it('answers an unknown address with the same page and no mail', async () => {
    const stranger = ana.email.replace('ana', 'eva');
    const known = await ask(ana.email);
    const unknown = await ask(stranger);
    expect(unknown.status).toBe(known.status);
    expect((await unknown.text()).replaceAll('eva-', 'ana-')).toBe(await known.text());
    await mailTo(ana.email);
    expect(await db.select().from(devMails).where(eq(devMails.recipient, stranger))).toEqual([]);
    expect(await db.select().from(verifications)).toHaveLength(1);
  });

  it('sends no mail to somebody who was removed', async () => {
    await db.delete(members).where(eq(members.userId, ana.userId));
    const other = await aMember({ email: `bia-${person}@acme.example` });
    await ask(ana.email);
    await ask(other.email);
    await mailTo(other.email);
    expect(await db.select().from(devMails)).toHaveLength(1);
  });

  it('speaks the language of the browser, in page and mail', async () => {
    const answer = await ask(ana.email, { 'Accept-Language': 'en' });
    expect(await answer.text()).toContain('Check your e-mail');
    expect((await mailTo(ana.email)).subject).toBe('Your link to sign in to Aferi');
  });
});

describe('using a link', () => {
  it('changes nothing when it is opened, by a person or a mail scanner', async () => {
    const link = await aLink();
    const before = await db.select().from(verifications);
    for (const method of ['GET', 'HEAD', 'GET']) {
      const answer = await fetchPage(link, { method });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Set-Cookie')).toBeNull();
    }
    expect(await db.select().from(verifications)).toEqual(before);
    expect(await db.select().from(sessions)).toEqual([]);
    expect((await confirm(link)).status).toBe(303);
  });

  it('signs in with one click', async () => {
    const answer = await confirm(await aLink());
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe('/results');
    const [session] = await db.select().from(sessions);
    expect(session?.userId).toBe(ana.userId);
    expect(session?.ipAddress).toBe(browser['CF-Connecting-IP']);
    expect(await findMember(db, env, cookieOf(answer))).toEqual({
      userId: ana.userId,
      sessionId: session?.id,
      name: 'Ana',
      email: ana.email,
      organizationId: ana.organizationId,
      organizationName: 'Acme',
      plan: 'business',
      role: 'owner',
    });
  });

  it('sets one cookie that only this host gets, over a secure connection, unseen by scripts', async () => {
    const cookies = (await confirm(await aLink())).headers.getSetCookie();
    expect(cookies).toHaveLength(1);
    const [pair, ...attributes] = cookies[0]!.split(/; */);
    expect(pair).toMatch(/^__Host-sid=./);
    expect(attributes.map((attribute) => attribute.toLowerCase()).toSorted()).toEqual(
      ['max-age=604800', 'path=/', 'httponly', 'secure', 'samesite=lax'].toSorted(),
    );
  });

  it('refuses the second click', async () => {
    const link = await aLink();
    await confirm(link);
    const again = await confirm(link);
    expect(again.status).toBe(410);
    expect(again.headers.get('Set-Cookie')).toBeNull();
    const page = await again.text();
    expect(page).toContain('Este link não serve mais');
    expect(page).toContain('href="/sign-in"');
    expect(await db.select().from(sessions)).toHaveLength(1);
  });

  it('opens exactly one session for 20 clicks at once', async () => {
    const link = await aLink();
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(link)));
    const statuses = answers.map((answer) => answer.status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([303, ...Array<number>(19).fill(410)]);
    expect(await db.select().from(sessions)).toHaveLength(1);
  });

  it('refuses a link after 10 minutes', async () => {
    const link = await aLink();
    const [row] = await db.select().from(verifications);
    expect(row!.expiresAt.getTime() - row!.createdAt.getTime()).toBeCloseTo(600_000, -3);
    await db.update(verifications).set({ expiresAt: new Date(Date.now() - 1000) });
    expect((await confirm(link)).status).toBe(410);
    expect(await db.select().from(sessions)).toEqual([]);
  });

  it('refuses the link of somebody who was removed meanwhile', async () => {
    const link = await aLink();
    await db.delete(members).where(eq(members.userId, ana.userId));
    expect((await confirm(link)).status).toBe(410);
    expect(await db.select().from(sessions)).toEqual([]);
  });

  it('stores the token as a hash only', async () => {
    const token = new URL(await aLink()).searchParams.get('token')!;
    expect(JSON.stringify(await db.select().from(verifications))).not.toContain(token);
  });

  it.each([
    ['no token', ''],
    ['a made-up token', `token=${'A'.repeat(43)}`],
    ['a token with NUL', `token=${'A'.repeat(42)}%00`],
    ['a token of a million characters', `token=${'A'.repeat(1e6)}`],
    ['two tokens', `token=${'A'.repeat(43)}&token=${'B'.repeat(43)}`],
  ])('refuses %s', async (_, body) => {
    const answer = await sendForm('/sign-in/confirm', body, browser);
    expect([400, 410, 413]).toContain(answer.status);
    expect(await db.select().from(sessions)).toEqual([]);
  });

  it('says on the page that a link arrived incomplete', async () => {
    const answer = await fetchPage('/sign-in/confirm?token=abc');
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Pedir outro link');
  });

  it('ends the session that the browser had before', async () => {
    const first = cookieOf(await confirm(await aLink()));
    const second = cookieOf(await confirm(await aLink(), { Cookie: first }));
    expect(await findMember(db, env, first)).toBeUndefined();
    expect(await findMember(db, env, second)).toBeDefined();
  });
});

describe('where it leads', () => {
  it('goes on to the page that was asked for first', async () => {
    const next = '/results?state=completed&q=ana';
    const link = await aLink(next);
    const page = await (await fetchPage(link)).text();
    expect(page).toContain('value="/results?state=completed&amp;q=ana"');
    expect((await confirm(link)).headers.get('Location')).toBe(next);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example'])(
    'never leads to %j',
    async (next) => {
      const form = await fetchPage(`/sign-in?${new URLSearchParams({ next })}`);
      expect(await form.text()).toContain('name="next" value="/results"');
      const token = new URL(await aLink()).searchParams.get('token')!;
      const page = await fetchPage(`/sign-in/confirm?${new URLSearchParams({ token, next })}`);
      expect(await page.text()).toContain('name="next" value="/results"');
      const answer = await postForm('/sign-in/confirm', { token, next }, browser);
      expect(answer.headers.get('Location')).toBe('/results');
    },
  );
});

function ask(email: string, headers: Record<string, string> = {}) {
  return postForm('/sign-in', { email }, { ...browser, ...headers });
}

function aLink(next?: string): Promise<string> {
  return aSignInLink(ana.email, browser, next);
}

function confirm(link: string, headers: Record<string, string> = {}) {
  return confirmSignIn(link, { ...browser, ...headers });
}
