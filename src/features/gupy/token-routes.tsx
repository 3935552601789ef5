import { type Context, Hono } from 'hono';

import { roleAllows } from '../../db/schema/accounts.ts';
import type { AppEnv } from '../../env.ts';
import { AppError, notFound } from '../../lib/errors.ts';
import { readForm, single } from '../../lib/form.ts';
import { derivedId, isUuid, newId } from '../../lib/ids.ts';
import { errorText, logLine } from '../../lib/log.ts';
import { newSecret, sha256 } from '../../lib/secrets.ts';
import { day } from '../../lib/time.ts';
import { memberProps } from '../../ui/member-page.tsx';
import { respond } from '../../ui/respond.tsx';
import { sendMail } from '../notifications/mail.ts';
import { planHasGupy, requireGupy } from './plan.ts';
import { salesMail } from './sales-mail.ts';
import {
  createToken,
  findGupySettings,
  mostTokens,
  revokeToken,
  rotateToken,
  setHealthLine,
} from './token-queries.ts';
import { formKey, salesUseCase, tokenForm, tokenNotice } from './token-schema.ts';
import { GupyPage, type GupyProps, TokenCreatedPage } from './token-views.tsx';

export const gupyTokenRoutes = new Hono<AppEnv>();

const home = '/integrations/gupy';
/** How long a token that was replaced goes on working. */
const overlap = day;

gupyTokenRoutes.get(home, async (c) => {
  const notice = tokenNotice.parse(c.req.query('notice'));
  const sent = c.req.query('sales') === 'sent';
  return showSettings(c, { notice, ...(sent && { sales: { outcome: 'sent' } }) });
});

/** Answered by the page itself, with no redirect: nothing else ever knows the token. */
gupyTokenRoutes.post(`${home}/tokens`, async (c) => {
  requireGupy(c.var.member.plan);
  const words = c.var.t.workspace.gupy.problems;
  const fields = await readForm(c);
  const form = tokenForm.safeParse(fields);
  const typed = single(fields, 'name');
  if (!form.success) return refuseName(c, typed, words.name);
  const token = newSecret();
  const { organizationId, userId } = c.var.member;
  const { name, key } = form.data;
  const outcome = await createToken(c.var.db, {
    id: await derivedId('provider token', organizationId, key),
    organizationId,
    name,
    tokenHash: await sha256(token),
    createdBy: userId,
    createdAt: Date.now(),
  });
  if (outcome === 'repeated') return c.redirect(`${home}?notice=repeated`, 303);
  if (outcome === 'full') return refuseName(c, typed, words.limit(mostTokens));
  const props = { ...memberProps(c), name, token, providerUrl: providerUrl(c) };
  return respond(c, { page: () => <TokenCreatedPage {...props} path={home} /> });
});

gupyTokenRoutes.post(`${home}/tokens/:id/revocation`, async (c) => {
  requireGupy(c.var.member.plan);
  const id = c.req.param('id');
  const { organizationId } = c.var.member;
  if (!isUuid(id)) throw notFound();
  const confirmed = single(await readForm(c), 'confirm') === 'on';
  if (!confirmed) return showSettings(c, { problem: { field: 'confirm', id } });
  if (!(await revokeToken(c.var.db, { organizationId, id, now: Date.now() }))) throw notFound();
  return c.redirect(`${home}?notice=revoked`, 303);
});

/** As a new token; the old one stays valid for a day, so that Gupy can change over without a gap. */
gupyTokenRoutes.post(`${home}/tokens/:id/rotation`, async (c) => {
  requireGupy(c.var.member.plan);
  const oldId = c.req.param('id');
  const key = formKey.safeParse(single(await readForm(c), 'key'));
  if (!isUuid(oldId) || !key.success) throw notFound();
  const { organizationId, userId } = c.var.member;
  const token = newSecret();
  const now = Date.now();
  const outcome = await rotateToken(c.var.db, {
    oldId,
    until: now + overlap,
    id: await derivedId('provider token', organizationId, key.data),
    organizationId,
    tokenHash: await sha256(token),
    createdBy: userId,
    createdAt: now,
  });
  if (outcome.kind === 'gone') throw notFound();
  if (outcome.kind === 'repeated') return c.redirect(`${home}?notice=repeated`, 303);
  const props = { ...memberProps(c), name: outcome.name, token, providerUrl: providerUrl(c) };
  return respond(c, { page: () => <TokenCreatedPage {...props} path={home} /> });
});

gupyTokenRoutes.post(`${home}/health-line`, async (c) => {
  requireGupy(c.var.member.plan);
  const on = single(await readForm(c), 'healthLine') === 'on';
  await setHealthLine(c.var.db, c.var.member.organizationId, on);
  return c.redirect(`${home}?notice=${on ? 'lineOn' : 'lineOff'}#health-line`, 303);
});

/** Sent at once: whether it left is what the page says, and what was typed stays in the form. */
gupyTokenRoutes.post(`${home}/sales`, async (c) => {
  const { member } = c.var;
  const typed = single(await readForm(c), 'useCase');
  const useCase = salesUseCase.safeParse(typed);
  if (!useCase.success) return showSettings(c, { sales: { outcome: 'problem', typed } }, 422);
  const { success } = await c.env.SIGN_IN_LIMIT.limit({ key: `sales ${member.organizationId}` });
  if (!success) throw new AppError('too_many_requests', 'Too many messages to sales');
  const to = { to: c.env.SALES_EMAIL, baseUrl: c.env.BASE_URL };
  try {
    await sendMail(c.env, salesMail(to, member, useCase.data));
  } catch (error) {
    logLine({ at: 'sales', id: c.var.requestId, failed: errorText(error) });
    return showSettings(c, { sales: { outcome: 'failed', typed } }, 502);
  }
  return c.redirect(`${home}?sales=sent`, 303);
});

function refuseName(c: Context<AppEnv>, typed: string, message: string) {
  return showSettings(c, { typed, problem: { field: 'name', message } });
}

type Trouble = Pick<GupyProps, 'notice' | 'typed' | 'problem' | 'sales'>;

async function showSettings(c: Context<AppEnv>, trouble: Trouble, status: 200 | 422 | 502 = 200) {
  const { organizationId, plan, role } = c.var.member;
  const now = Date.now();
  const settings = planHasGupy(plan)
    ? await findGupySettings(c.var.db, organizationId, now)
    : undefined;
  const { problem } = trouble;
  if (problem?.field === 'confirm' && !settings?.active.some(({ id }) => id === problem.id))
    throw notFound();
  const props = {
    ...memberProps(c),
    ...trouble,
    settings,
    providerUrl: providerUrl(c),
    mayChange: roleAllows(role, 'admin'),
    newKey: newId(),
  };
  return respond(c, {
    page: () => <GupyPage {...props} path={home} />,
    status: problem ? 422 : status,
  });
}

function providerUrl(c: Context<AppEnv>): string {
  return `${c.env.BASE_URL}/gupy`;
}
