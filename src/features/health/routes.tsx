import { type Context, Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { notFound } from '../../lib/errors.ts';
import { readForm, single } from '../../lib/form.ts';
import { requireToken } from '../../lib/token-path.ts';
import { pageProps } from '../../ui/page-props.ts';
import { respond } from '../../ui/respond.tsx';
import { commentText } from './comment.ts';
import { findOwnHealth, saveHealthComment } from './own-queries.ts';
import { TestHealthPage } from './rules-views.tsx';
import { type CommentTrouble, OwnHealthPage } from './views.tsx';

export const healthRoutes = new Hono<AppEnv>();

/** What may be recorded, what never is, and the label's rules, drawn from the constants that apply them. */
healthRoutes.get('/test-health', (c) =>
  respond(c, { page: () => <TestHealthPage {...pageProps(c)} /> }),
);

/** Everything that was recorded of an attempt, to its candidate. */
healthRoutes.get('/a/:token/health', (c) => ownPage(c));

healthRoutes.post('/a/:token/health-comment', async (c) => {
  const claims = await requireToken(c, 'take');
  const typed = single(await readForm(c), 'comment');
  const comment = commentText.safeParse(typed);
  if (!comment.success) return ownPage(c, { typed, problem: 'comment' });
  if (await saveHealthComment(c.var.db, claims, comment.data || null, Date.now()))
    return c.redirect(`${ownPath(c)}?saved=1#comment-form`, 303);
  return ownPage(c, { typed, problem: 'closed' });
});

async function ownPage(c: Context<AppEnv>, trouble?: CommentTrouble) {
  const own = await findOwnHealth(c.var.db, await requireToken(c, 'take'));
  if (!own) throw notFound();
  const props = {
    ...pageProps(c),
    ...own,
    path: ownPath(c),
    base: `/a/${c.req.param('token')}`,
    saved: c.req.query('saved') === '1',
    now: Date.now(),
    trouble,
  };
  return respond(c, {
    page: () => <OwnHealthPage {...props} />,
    status: trouble ? 422 : 200,
  });
}

function ownPath(c: Context<AppEnv>): string {
  return `/a/${c.req.param('token')}/health`;
}
