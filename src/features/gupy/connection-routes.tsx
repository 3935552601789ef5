import { type Context, Hono } from 'hono';

import { roleAllows } from '../../db/schema/accounts.ts';
import type { AppEnv } from '../../env.ts';
import { notFound } from '../../lib/errors.ts';
import { readForm, single } from '../../lib/form.ts';
import { seal } from '../../lib/sealed.ts';
import { memberProps } from '../../ui/member-page.tsx';
import { respond } from '../../ui/respond.tsx';
import {
  findConnection,
  findWriting,
  removeConnection,
  saveConnection,
  saveWriting,
} from './connection-queries.ts';
import {
  connectionNotice,
  cutOffsForm,
  tokenForm,
  typedCutOffs,
  type WritingField,
  writingFields,
  writingForm,
} from './connection-schema.ts';
import { ConnectionPage, type ConnectionProps } from './connection-views.tsx';
import { slotMs } from './pace.ts';
import { gupyPage, requireGupy } from './plan.ts';
import { checkToken } from './rest-check.ts';
import { turnsOf } from './write-back.ts';

/** What is written back to Gupy, and with which token: `/integrations/gupy/timeline`. */
export const gupyConnectionRoutes = new Hono<AppEnv>();

const home = '/integrations/gupy/timeline';

gupyConnectionRoutes.get(home, gupyPage, (c) => {
  return showConnection(c, { notice: connectionNotice.parse(c.req.query('notice')) });
});

gupyConnectionRoutes.post(`${home}/token`, async (c) => {
  requireGupy(c.var.member.plan);
  const form = tokenForm.safeParse(await readForm(c));
  if (!form.success) return showConnection(c, { tokenProblem: 'shape' });
  const { token } = form.data;
  const { organizationId, userId } = c.var.member;
  // Who isn't connected yet sends Gupy nothing else that these requests would have to take turns with.
  const connected = await findConnection(c.var.db, organizationId);
  const turn = connected ? turnsOf(c.var.db, organizationId) : pause;
  const checked = await checkToken({ base: c.env.GUPY_API_BASE, token, turn });
  if ('problem' in checked) return showConnection(c, { tokenProblem: checked.problem });
  await saveConnection(c.var.db, {
    organizationId,
    sealedToken: await seal(c.env.ENCRYPTION_SECRET, organizationId, token),
    tokenHint: token.slice(-4),
    missing: checked.missing,
    userId,
    now: Date.now(),
  });
  return c.redirect(`${home}?notice=connected`, 303);
});

gupyConnectionRoutes.post(`${home}/writing`, async (c) => {
  requireGupy(c.var.member.plan);
  const fields = await readForm(c);
  const form = writingForm.safeParse(fields);
  const ownTyped = typedCutOffs(fields);
  const own = cutOffsForm.safeParse(ownTyped);
  if (!form.success || !own.success) {
    const wrong = new Set(form.error?.issues.map(({ path }) => path[0]));
    const typed = Object.fromEntries(writingFields.map((name) => [name, single(fields, name)]));
    return showConnection(c, {
      typed: typed as Record<WritingField, string>,
      problems: writingFields.filter((name) => wrong.has(name)),
      ownTyped,
      ownProblems: own.error?.issues.map(({ path }) => String(path[0])) ?? [],
    });
  }
  const { organizationId, userId } = c.var.member;
  const writing = { ...form.data, updatedBy: userId, updatedAt: Date.now() };
  if (!(await saveWriting(c.var.db, organizationId, writing, own.data))) throw notFound();
  return c.redirect(`${home}?notice=saved`, 303);
});

gupyConnectionRoutes.post(`${home}/removal`, async (c) => {
  requireGupy(c.var.member.plan);
  await removeConnection(c.var.db, c.var.member.organizationId);
  return c.redirect(`${home}?notice=removed`, 303);
});

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, slotMs));

type Trouble = Partial<
  Pick<
    ConnectionProps,
    'notice' | 'tokenProblem' | 'typed' | 'problems' | 'ownTyped' | 'ownProblems'
  >
>;

async function showConnection(c: Context<AppEnv>, trouble: Trouble) {
  const { organizationId, role } = c.var.member;
  const { connection, cutOffs } = await findWriting(c.var.db, organizationId);
  // The form of what is written is on the page only where there is a token.
  if (trouble.problems && !connection) throw notFound();
  const props = {
    ...memberProps(c),
    ...trouble,
    path: home,
    connection,
    cutOffs,
    mayChange: roleAllows(role, 'admin'),
  };
  const status = trouble.tokenProblem || trouble.problems ? 422 : 200;
  return respond(c, { page: () => <ConnectionPage {...props} />, status });
}
