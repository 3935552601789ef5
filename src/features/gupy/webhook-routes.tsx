import { type Context, Hono } from 'hono';

import { roleAllows } from '../../db/schema/accounts.ts';
import type { AppEnv } from '../../env.ts';
import { notFound } from '../../lib/errors.ts';
import { readForm, single } from '../../lib/form.ts';
import { isUuid, newId } from '../../lib/ids.ts';
import { newSecret, sha256 } from '../../lib/secrets.ts';
import { memberProps } from '../../ui/member-page.tsx';
import { respond } from '../../ui/respond.tsx';
import { stepKey } from './inbound.ts';
import { gupyPage, requireGupy } from './plan.ts';
import { mostRules, removeRule, saveRule } from './rule-queries.ts';
import { findWebhookSettings, replaceWebhook } from './webhook-queries.ts';
import { type RuleField, ruleFields, ruleForm, webhookNotice } from './webhook-schema.ts';
import { WebhookMadePage, WebhooksPage, type WebhooksProps } from './webhook-views.tsx';

/** What Gupy tells us, and what is done then: `/integrations/gupy/webhooks`. */
export const gupyWebhookRoutes = new Hono<AppEnv>();

const home = '/integrations/gupy/webhooks';

gupyWebhookRoutes.get(home, gupyPage, (c) => {
  return showSettings(c, { notice: webhookNotice.parse(c.req.query('notice')) });
});

/** Answered by the page itself, with no redirect: nothing else ever knows the two secrets. */
gupyWebhookRoutes.post(home, async (c) => {
  requireGupy(c.var.member.plan);
  const { organizationId, userId } = c.var.member;
  const [path, secret] = [newSecret(), newSecret()];
  await replaceWebhook(c.var.db, {
    organizationId,
    pathHash: await sha256(path),
    secretHash: await sha256(secret),
    createdBy: userId,
    createdAt: Date.now(),
  });
  const address = `${c.env.BASE_URL}/gupy/webhooks/${path}`;
  const props = { ...memberProps(c), address, secret, home };
  return respond(c, { page: () => <WebhookMadePage {...props} path={home} /> });
});

gupyWebhookRoutes.post('/integrations/gupy/rules', async (c) => {
  requireGupy(c.var.member.plan);
  const fields = await readForm(c);
  const typed = Object.fromEntries(ruleFields.map((name) => [name, single(fields, name)]));
  const form = ruleForm.safeParse(typed);
  const words = c.var.t.inbound.problems;
  if (!form.success) {
    const wrong = new Set(form.error.issues.map(({ path }) => path[0]));
    const problems = ruleFields.filter((name) => wrong.has(name));
    return showSettings(c, {
      typed,
      problems: problems.map((field) => ({ field, message: words[field] })),
    });
  }
  const { organizationId, userId } = c.var.member;
  const { job, step, assessment, days } = form.data;
  const outcome = await saveRule(c.var.db, {
    id: newId(),
    organizationId,
    jobId: job,
    step: stepKey(step),
    stepName: step,
    assessmentId: assessment,
    days,
    createdBy: userId,
    createdAt: Date.now(),
  });
  if (outcome === 'saved') return c.redirect(`${home}?notice=saved`, 303);
  const problem =
    outcome === 'full'
      ? { field: 'job' as RuleField, message: words.full(mostRules) }
      : { field: 'assessment' as RuleField, message: words.assessment };
  return showSettings(c, { typed, problems: [problem] });
});

gupyWebhookRoutes.post('/integrations/gupy/rules/:id/removal', async (c) => {
  requireGupy(c.var.member.plan);
  const id = c.req.param('id');
  const { organizationId } = c.var.member;
  if (!isUuid(id) || !(await removeRule(c.var.db, { organizationId, id }))) throw notFound();
  return c.redirect(`${home}?notice=removed`, 303);
});

async function showSettings(
  c: Context<AppEnv>,
  trouble: Pick<WebhooksProps, 'notice' | 'typed' | 'problems'>,
) {
  const { organizationId, role } = c.var.member;
  const props = {
    ...memberProps(c),
    ...trouble,
    ...(await findWebhookSettings(c.var.db, organizationId)),
    mayChange: roleAllows(role, 'admin'),
  };
  return respond(c, {
    page: () => <WebhooksPage {...props} path={home} />,
    status: trouble.problems ? 422 : 200,
  });
}
