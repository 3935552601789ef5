import { env } from 'cloudflare:workers';
import { asc, eq } from 'drizzle-orm';
import { expect, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { devMails } from '../../src/db/schema/dev.ts';
import { postForm } from './pages.ts';

type Headers = Record<string, string>;

/** Mails leave after the answer; the first link of a test file also loads better-auth. */
const patience = { timeout: 8000, interval: 20 };

/** Asks for a sign-in link and waits for the mail that brings it. */
export async function aSignInLink(email: string, headers: Headers, next?: string): Promise<string> {
  const count = (await mailsTo(email)).length;
  await postForm('/sign-in', { email, ...(next === undefined ? {} : { next }) }, headers);
  return vi.waitFor(async () => {
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(count + 1);
    return linkIn(mails.at(-1)!.text);
  }, patience);
}

/** The first mail to this address, as soon as it is there. */
export function mailTo(email: string) {
  return vi.waitFor(async () => {
    const [mail] = await mailsTo(email);
    expect(mail).toBeDefined();
    return mail!;
  }, patience);
}

export function linkIn(text: string): string {
  return /https?:\/\/\S+/.exec(text)![0];
}

/** Presses the button of the link's page. */
export function confirmSignIn(link: string, headers: Headers = {}) {
  return postForm('/sign-in/confirm', Object.fromEntries(new URL(link).searchParams), headers);
}

export function cookieOf(answer: Response): string {
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

function mailsTo(email: string) {
  return database(env.DB)
    .select()
    .from(devMails)
    .where(eq(devMails.recipient, email))
    .orderBy(asc(devMails.sentAt), asc(devMails.id));
}
