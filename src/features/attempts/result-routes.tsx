import { type Context, Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { notFound } from '../../lib/errors.ts';
import { readForm, single } from '../../lib/form.ts';
import { requireToken } from '../../lib/token-path.ts';
import type { TokenClaims } from '../../lib/tokens.ts';
import { pageProps } from '../../ui/page-props.ts';
import { respond } from '../../ui/respond.tsx';
import { DonePage } from './done-views.tsx';
import { saveRating } from './rating-queries.ts';
import { ratedFrom, ratingForm, type RefusedRating } from './rating.ts';
import { findSitting } from './sitting-queries.ts';
import { submitIfOver } from './submission.ts';

/** The candidate's own result page, `/r/<token>`, with a token of its own that opens nothing else. */
export const resultPageRoutes = new Hono<AppEnv>();

resultPageRoutes.get('/r/:token', async (c) => resultPage(c, await requireToken(c, 'result')));

resultPageRoutes.post('/r/:token/rating', async (c) => {
  const claims = await requireToken(c, 'result');
  const fields = await readForm(c);
  const from = ratedFrom(single(fields, 'from'), resultPath(c));
  const typed = { rating: single(fields, 'rating'), comment: single(fields, 'comment') };
  const rating = ratingForm.safeParse(typed);
  if (!rating.success) {
    const wrong = new Set(rating.error.issues.map(({ path }) => path[0]));
    const problems = (['rating', 'comment'] as const).filter((field) => wrong.has(field));
    return resultPage(c, claims, { from, refused: { ...typed, problems } });
  }
  if (!(await saveRating(c.var.db, claims, rating.data, Date.now()))) throw notFound();
  return c.redirect(`${from}#rating-card`, 303);
});

interface Refusal {
  from: string;
  refused: RefusedRating;
}

async function resultPage(c: Context<AppEnv>, claims: TokenClaims, refusal?: Refusal) {
  const found = await findSitting(c.var.db, claims);
  if (!found || found.attempt.resultEpoch !== claims.epoch) throw notFound();
  const sitting = await submitIfOver(c.env, c.var.db, found);
  const path = resultPath(c);
  const props = { ...pageProps(c), path, ...sitting, now: Date.now(), base: '', resultPath: path };
  return respond(c, {
    page: () => <DonePage {...props} from={refusal?.from ?? path} refused={refusal?.refused} />,
    status: refusal ? 422 : 200,
  });
}

function resultPath(c: Context<AppEnv>): string {
  return `/r/${c.req.param('token')}`;
}
