import { Hono } from 'hono';
import * as z from 'zod';

import type { AppEnv } from './env.ts';
import { NoticePage } from './features/attempts/notice-views.tsx';
import { rememberLanguage } from './i18n/language-cookie.ts';
import { languageChoice } from './i18n/languages.ts';
import { readForm } from './lib/form.ts';
import { localPath } from './lib/local-path.ts';
import { HomePage } from './ui/home.tsx';
import { pageProps } from './ui/page-props.ts';
import { respond } from './ui/respond.tsx';

/** Pages that belong to no feature. */
export const publicPages = new Hono<AppEnv>();

publicPages.get('/', (c) => respond(c, { page: () => <HomePage {...pageProps(c)} /> }));

publicPages.get('/privacy-notice', (c) =>
  respond(c, { page: () => <NoticePage {...pageProps(c)} /> }),
);

const choice = z.object({ language: languageChoice, next: z.unknown().optional() });

publicPages.post('/language', async (c) => {
  const { language, next } = choice.parse(await readForm(c));
  if (language) rememberLanguage(c, language);
  return c.redirect(localPath(next) ?? '/', 303);
});
