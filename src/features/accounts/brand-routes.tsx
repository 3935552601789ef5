import { type Context, Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { notFound } from '../../lib/errors.ts';
import { readFile, readForm, single } from '../../lib/form.ts';
import { immutable } from '../../lib/immutable.ts';
import { sha256 } from '../../lib/secrets.ts';
import { brandStylesheet, brandVersion, parseHex } from '../../ui/brand-colour.ts';
import { memberProps } from '../../ui/member-page.tsx';
import { respond } from '../../ui/respond.tsx';
import { findBrand, findLogo, type NewLogo, saveBrand } from './brand-queries.ts';
import { BrandPage, type BrandProblems } from './brand-views.tsx';
import { type LogoProblem, readLogo } from './logo.ts';

export const brandRoutes = new Hono<AppEnv>();

const home = '/settings/brand';

/** Nothing is read for it: the address says it all. */
brandRoutes.get(`/brand/${brandVersion}/:file{[0-9a-f]{6}\\.css}`, (c) =>
  c.body(brandStylesheet(c.req.param('file').slice(0, 6)), 200, {
    'Content-Type': 'text/css; charset=utf-8',
    'Cache-Control': immutable,
  }),
);

brandRoutes.get('/brand/logos/:hash{[0-9a-f]{64}}', async (c) => {
  const logo = await findLogo(c.var.db, c.req.param('hash'));
  if (!logo) throw notFound();
  return c.body(logo.bytes, 200, { 'Content-Type': logo.type, 'Cache-Control': immutable });
});

brandRoutes.get(home, async (c) => showBrand(c));

/** An empty colour is the product's own. */
brandRoutes.post(home, async (c) => {
  const fields = await readForm(c);
  const typed = single(fields, 'color');
  const color = typed.trim() === '' ? null : parseHex(typed);
  const removed = single(fields, 'remove') === 'on';
  const logo = (await sentLogo(c)) ?? (removed ? null : undefined);
  const problems = {
    ...(color === undefined && { color: 'color' as const }),
    ...(typeof logo === 'string' && { logo }),
  };
  if (color === undefined || typeof logo === 'string') return showBrand(c, { typed, problems });
  await saveBrand(c.var.db, c.var.member.organizationId, { color, logo, now: Date.now() });
  return c.redirect(`${home}?saved=1`, 303);
});

async function sentLogo(c: Context<AppEnv>): Promise<NewLogo | LogoProblem | undefined> {
  const file = await readFile(c, 'logo');
  if (!file) return undefined;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const logo = readLogo(bytes);
  if (typeof logo === 'string') return logo;
  return { type: logo.type, hash: await sha256(bytes), bytes };
}

async function showBrand(c: Context<AppEnv>, refused?: { typed: string; problems: BrandProblems }) {
  const brand = await findBrand(c.var.db, c.var.member.organizationId);
  if (!brand) throw notFound();
  const props = {
    ...memberProps(c),
    path: home,
    brand,
    typed: refused?.typed ?? (brand.brandColor === null ? '' : `#${brand.brandColor}`),
    problems: refused?.problems ?? {},
    saved: c.req.query('saved') === '1',
  };
  return respond(c, { page: () => <BrandPage {...props} />, status: refused ? 422 : 200 });
}
