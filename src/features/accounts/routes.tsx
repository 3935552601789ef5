import { type Context, Hono } from 'hono';
import { deleteCookie } from 'hono/cookie';

import type { AppEnv } from '../../env.ts';
import { readForm } from '../../lib/form.ts';
import { errorText, logLine } from '../../lib/log.ts';
import { sha256 } from '../../lib/secrets.ts';
import { respond } from '../../ui/respond.tsx';
import { memberOf } from './guard.ts';
import { confirmation, signInForm, signInQuery } from './schema.ts';
import { endSession, sessionCookie } from './session.ts';
import { sendSignInLink } from './sign-in-link.ts';
import { ConfirmPage, LinkRefusedPage, LinkSentPage, SignInPage } from './views.tsx';

export const accounts = new Hono<AppEnv>();

accounts.get('/sign-in', async (c) => {
  const { next } = signInQuery.parse(c.req.query());
  if (await memberOf(c)) return c.redirect(next, 303);
  return respond(c, { page: () => <SignInPage {...words(c)} next={next} /> });
});

accounts.post('/sign-in', async (c) => {
  const { email, typed, next } = signInForm.parse(await readForm(c));
  const page = { ...words(c), next };
  if (email === undefined) {
    const form = () => <SignInPage {...page} typed={typed} problem="email" />;
    return respond(c, { page: form, status: 422 });
  }
  if (!(await withinLimits(c, email))) {
    c.header('Retry-After', '60');
    const form = () => <SignInPage {...page} typed={typed} problem="tooMany" />;
    return respond(c, { page: form, status: 429 });
  }
  // After the answer, so that neither its words nor its time tell who is a member.
  c.executionCtx.waitUntil(sendLink(c, email, next));
  const development = c.env.ENVIRONMENT === 'development';
  return respond(c, {
    page: () => <LinkSentPage {...page} email={email} development={development} />,
  });
});

accounts.get('/sign-in/confirm', (c) => {
  const { token, next } = confirmation.parse(c.req.query());
  if (!token) return refuse(c, next, 400);
  return respond(c, { page: () => <ConfirmPage {...words(c)} token={token} next={next} /> });
});

accounts.post('/sign-in/confirm', async (c) => {
  const { token, next } = confirmation.parse(await readForm(c));
  if (!token) return refuse(c, next, 400);
  const cookies = await c.env.ACCOUNTS.redeemLinkToken(token, {
    userAgent: c.req.header('User-Agent') ?? '',
    address: c.req.header('CF-Connecting-IP') ?? null,
  });
  if (!cookies) return refuse(c, next, 410);
  // The session this browser had until now would otherwise live on without a cookie.
  await endSession(c.var.db, c.env, c.req.header('Cookie'));
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
  return c.redirect(next, 303);
});

accounts.post('/sign-out', async (c) => {
  await endSession(c.var.db, c.env, c.req.header('Cookie'));
  deleteCookie(c, sessionCookie, { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' });
  return c.redirect('/sign-in', 303);
});

function words(c: Context<AppEnv>) {
  return { language: c.var.language, t: c.var.t };
}

function refuse(c: Context<AppEnv>, next: string, status: 400 | 410) {
  return respond(c, { page: () => <LinkRefusedPage {...words(c)} next={next} />, status });
}

/** By address, and more widely by IP, because an office shares one. Both are asked, so that both count. */
async function withinLimits(c: Context<AppEnv>, email: string): Promise<boolean> {
  const ip = c.req.header('CF-Connecting-IP');
  const answers = await Promise.all([
    c.env.SIGN_IN_LIMIT.limit({ key: await sha256(email) }),
    ip ? c.env.SIGN_IN_IP_LIMIT.limit({ key: ip }) : { success: true },
  ]);
  return answers.every((answer) => answer.success);
}

/** Nobody waits for this any more: its failure is only a line in the log, without the address. */
async function sendLink(c: Context<AppEnv>, email: string, next: string): Promise<void> {
  try {
    await sendSignInLink(c.env, c.var.db, c.var.t, { email, next });
  } catch (error) {
    const text = errorText(error).replace(/\S+@\S+/g, '…');
    logLine({ at: 'sign_in_mail_failed', id: c.var.requestId, error: text });
  }
}
