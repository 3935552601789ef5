import type { Context } from 'hono';

import type { AppEnv } from '../env.ts';

/** What every page needs of its request. */
export function pageProps(c: Context<AppEnv>) {
  const { pathname, search } = new URL(c.req.url);
  return { language: c.var.language, t: c.var.t, path: pathname + search };
}

export type PageProps = ReturnType<typeof pageProps>;
