import { Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { pageProps } from '../../ui/page-props.ts';
import { respond } from '../../ui/respond.tsx';
import { DocsPage } from './docs-views.tsx';
import { openApiDocument } from './document.ts';

/** How the open API is used, for people and for programs. */
export const apiDocsRoutes = new Hono<AppEnv>();

apiDocsRoutes.get('/api', (c) => {
  const props = { ...pageProps(c), baseUrl: c.env.BASE_URL };
  return respond(c, { page: () => <DocsPage {...props} /> });
});

apiDocsRoutes.get('/api/v1/openapi.json', (c) => c.json(openApiDocument(c.env.BASE_URL)));
