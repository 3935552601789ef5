import { type Context, Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { notFound } from '../../lib/errors.ts';
import { readForm, single } from '../../lib/form.ts';
import { derivedId, newId } from '../../lib/ids.ts';
import { newSecret } from '../../lib/secrets.ts';
import { requireToken } from '../../lib/token-path.ts';
import { pageProps } from '../../ui/page-props.ts';
import { respond } from '../../ui/respond.tsx';
import { DataPage } from './data-views.tsx';
import { findHeld } from './held-queries.ts';
import { heldOf } from './held.ts';
import { createRequest, findRights, type OwnRights } from './own-queries.ts';
import { RightsPage } from './own-views.tsx';
import { type RefusedRequest, requestForm, type RequestProblem } from './requests.ts';

/**
 * What candidates may do about their data, at the attempt's own address. Not at the result page's: Gupy
 * is told that one and may show it to the company, and here are the e-mail, the answers, and the reason
 * of an accommodation, which no ATS may see (GUPY.md A.4).
 */
export const ownPrivacyRoutes = new Hono<AppEnv>();

ownPrivacyRoutes.get('/a/:token/privacy', async (c) => {
  const rights = await findRights(c.var.db, await requireToken(c, 'take'));
  if (!rights) throw notFound();
  return rightsPage(c, rights);
});

ownPrivacyRoutes.post('/a/:token/requests', async (c) => {
  const claims = await requireToken(c, 'take');
  const fields = await readForm(c);
  const typed = { kind: single(fields, 'kind'), message: single(fields, 'message') };
  const request = requestForm.safeParse({ ...typed, key: single(fields, 'key') });
  if (!request.success) {
    const rights = await findRights(c.var.db, claims);
    if (!rights) throw notFound();
    const problems = request.error.issues.map(({ path }) => path[0] as RequestProblem);
    return rightsPage(c, rights, { ...typed, problems });
  }
  const { key, ...wanted } = request.data;
  const id = key ? await derivedId('privacy_request', claims.attemptId, key) : newId();
  const made = await createRequest(c.var.db, claims, { ...wanted, id, now: Date.now() });
  if (!made) throw notFound();
  if (!made.asked) return rightsPage(c, made.rights, { ...typed, problems: ['tooMany'] });
  return c.redirect(`${base(c)}/privacy?sent=1#requests`, 303);
});

ownPrivacyRoutes.get('/a/:token/data', async (c) => {
  const { held, organization } = await requireHeld(c);
  const props = { ...pageProps(c), held, organization, base: base(c) };
  return respond(c, { page: () => <DataPage {...props} /> });
});

ownPrivacyRoutes.get('/a/:token/data.json', async (c) => {
  const { held } = await requireHeld(c);
  c.header('Content-Disposition', `attachment; filename="aferi-${held.attempt.id}.json"`);
  c.header('Content-Type', 'application/json; charset=utf-8');
  return c.body(`${JSON.stringify(held, null, 2)}\n`);
});

function rightsPage(c: Context<AppEnv>, rights: OwnRights, refused?: RefusedRequest) {
  const props = {
    ...pageProps(c),
    ...rights,
    base: base(c),
    // A form that came back has another address: a change of language leads to the page's own.
    ...(refused && { path: `${base(c)}/privacy` }),
    key: newSecret(),
    now: Date.now(),
    sent: c.req.query('sent') === '1',
    refused,
  };
  return respond(c, { page: () => <RightsPage {...props} />, status: refused ? 422 : 200 });
}

async function requireHeld(c: Context<AppEnv>) {
  const rows = await findHeld(c.var.db, await requireToken(c, 'take'));
  if (!rows) throw notFound();
  const held = heldOf(rows, { language: c.var.language, t: c.var.t }, Date.now());
  return { held, organization: rows.attempt };
}

function base(c: Context<AppEnv>): string {
  return `/a/${c.req.param('token')}`;
}
