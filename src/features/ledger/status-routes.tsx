import { Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { pageProps } from '../../ui/page-props.ts';
import { respond } from '../../ui/respond.tsx';
import { readFigures } from './figures-queries.ts';
import { StatusPage } from './status-views.tsx';

/** How deliveries really go, for everybody: whoever promises should show it. */
export const statusRoutes = new Hono<AppEnv>();

statusRoutes.get('/status', async (c) => {
  const props = { ...pageProps(c), figures: await readFigures(c.var.db, Date.now()) };
  return respond(c, { page: () => <StatusPage {...props} /> });
});
