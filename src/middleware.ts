import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { languageDetector } from 'hono/language';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';

import { database } from './db/client.ts';
import type { AppEnv } from './env.ts';
import { languageCookie } from './i18n/language-cookie.ts';
import { defaultLanguage, languages } from './i18n/languages.ts';
import { messagesFor } from './i18n/messages.ts';
import { AppError } from './lib/errors.ts';
import { immutable } from './lib/immutable.ts';
import { logLine } from './lib/log.ts';
import { imageOrigins } from './ui/page-props.ts';

/** Larger than any honest form or message (a free text has at most 20,000 characters). */
const largestBody = 1024 * 1024;
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What a request is known by; one log line when it is over. Path templates only: tokens are in paths. */
export const requestContext = createMiddleware<AppEnv>(async (c, next) => {
  const startedAt = Date.now();
  c.set('requestId', crypto.randomUUID());
  c.set('db', database(c.env.DB));
  await next();
  c.res.headers.set('X-Request-Id', c.var.requestId);
  logLine({
    at: 'request',
    id: c.var.requestId,
    method: c.req.method,
    route: routePath(c, -1),
    status: c.res.status,
    ms: Date.now() - startedAt,
  });
});

/**
 * The browser's language unless the person chose one (POST /language keeps it in this cookie).
 * Every Portuguese is pt-BR here, every Spanish es.
 */
const detectLanguage = languageDetector({
  order: ['cookie', 'header'],
  lookupCookie: languageCookie,
  caches: false,
  supportedLanguages: [...languages],
  fallbackLanguage: defaultLanguage,
  convertDetectedLanguage: (tag) => (/^pt\b/i.test(tag) ? 'pt-BR' : tag),
});

export const words = createMiddleware<AppEnv>(async (c, next) => {
  await detectLanguage(c, async () => undefined);
  c.set('t', messagesFor(c.var.language));
  await next();
});

/**
 * The CSP has no `unsafe-*`. `Referrer-Policy: same-origin` keeps token paths from every other site,
 * and, unlike `no-referrer`, leaves the Origin header of our own forms readable for the CSRF check.
 */
export const headers = createMiddleware<AppEnv>((c, next) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", ...imageOrigins(c.env)],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    strictTransportSecurity: 'max-age=63072000; includeSubDomains',
    xFrameOptions: 'DENY',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  })(c, async () => {
    await next();
    // Every page is somebody's: only what says so itself (lib/immutable.ts) may be kept, and static
    // files, which never come here.
    if (c.res.headers.get('Cache-Control') !== immutable)
      c.res.headers.set('Cache-Control', 'no-store');
  }),
);

/**
 * Browsers send Origin or Sec-Fetch-Site with everything but a plain GET: what came from another site is
 * refused, whatever its content type (hono's `csrf` looks at forms alone, and a write may need no body).
 * A request with neither header comes from a program, which has no session cookie to abuse.
 */
export const crossSite = createMiddleware<AppEnv>((c, next) => {
  const origin = c.req.header('Origin');
  const site = c.req.header('Sec-Fetch-Site');
  const own = site === 'same-origin' || origin === new URL(c.req.url).origin;
  const fromProgram = origin === undefined && site === undefined;
  if (safeMethods.has(c.req.method) || own || fromProgram) return next();
  throw new AppError('forbidden', 'The request came from another site');
});

export const limitedBody = bodyLimit({
  maxSize: largestBody,
  onError: () => {
    throw new AppError('too_large', 'The body is larger than 1 MiB');
  },
});
