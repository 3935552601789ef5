import type { Context } from 'hono';

import type { AppEnv } from '../env.ts';

/** What every page needs of its request. */
export function pageProps(c: Context<AppEnv>) {
  const { pathname, search } = new URL(c.req.url);
  return {
    language: c.var.language,
    t: c.var.t,
    /** Where a change of language comes back to. */
    path: pathname + search,
    /** Where images in question text may come from; the CSP allows the same. */
    imageOrigins: imageOrigins(c.env),
  };
}

export type PageProps = ReturnType<typeof pageProps>;

/** IMAGE_ORIGINS as a list: https origins only, since that is all the CSP's img-src shall name. */
export function imageOrigins(env: Env): string[] {
  return env.IMAGE_ORIGINS.split(/\s+/).filter((origin) => {
    const url = URL.parse(origin);
    return url?.protocol === 'https:' && url.origin === origin;
  });
}
