import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';

import type { AppEnv } from '../env.ts';
import type { Language } from './languages.ts';
import { messagesFor } from './messages.ts';

export const languageCookie = 'language';

/** Keeps the choice for a year, and answers this request in it already. */
export function rememberLanguage(c: Context<AppEnv>, language: Language): void {
  setCookie(c, languageCookie, language, {
    path: '/',
    maxAge: 365 * 24 * 60 * 60,
    sameSite: 'Lax',
    secure: true,
    httpOnly: true,
  });
  c.set('language', language);
  c.set('t', messagesFor(language));
}
