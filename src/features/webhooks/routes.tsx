import { type Context, Hono } from 'hono';

import { webhookEvents } from '../../db/schema/api.ts';
import type { AppEnv } from '../../env.ts';
import { AppError, notFound } from '../../lib/errors.ts';
import { readForm, single } from '../../lib/form.ts';
import { derivedId, isUuid, newId } from '../../lib/ids.ts';
import { openPolicy } from '../../lib/outgoing-policy.ts';
import { hour } from '../../lib/time.ts';
import { memberProps } from '../../ui/member-page.tsx';
import { respond } from '../../ui/respond.tsx';
import { iso } from '../api/attempt-answer.ts';
import {
  createEndpoint,
  deleteEndpoint,
  type EndpointRow,
  listEndpoints,
  mostEndpoints,
  rotateSecret,
  setEnabled,
} from './queries.ts';
import { endpointForm, endpointNotice } from './schema.ts';
import { sealSecret } from './secrets.ts';
import { newWebhookSecret } from './signature.ts';
import { type EndpointTrouble, SecretPage, WebhooksPage } from './views.tsx';
import { sendSigned } from './webhook.ts';

/** Customers' webhooks, to the organization that has them. */
export const webhookRoutes = new Hono<AppEnv>();

const home = '/integrations/webhooks';
/** For how long after a rotation the secret before signs along. */
const overlap = 24 * hour;

webhookRoutes.get(home, (c) =>
  showEndpoints(c, { notice: endpointNotice.parse(c.req.query('notice')) }),
);

webhookRoutes.post(`${home}/endpoints`, async (c) => {
  const words = c.var.t.integrations.webhooks.problems;
  const fields = await readForm(c);
  const form = endpointForm(openPolicy(c.env)).safeParse(fields);
  const typed = { url: single(fields, 'url'), events: [fields['events'] ?? []].flat() };
  if (!form.success) {
    const wrong = new Set(form.error.issues.map(({ path }) => path[0]));
    return showEndpoints(c, {
      typed,
      problems: {
        ...(wrong.has('events') ? { events: words.events } : {}),
        ...(wrong.has('url') || wrong.has('key') ? { url: words.url } : {}),
      },
    });
  }
  const { url, events, key } = form.data;
  const { organizationId } = c.var.member;
  const id = await derivedId('webhook endpoint', organizationId, key);
  const secret = newWebhookSecret();
  const outcome = await createEndpoint(c.var.db, {
    id,
    organizationId,
    url,
    events: webhookEvents.filter((event) => events.includes(event)),
    secret: await sealSecret(c.env, id, secret),
    createdAt: Date.now(),
  });
  if (outcome === 'repeated') return c.redirect(`${home}?notice=repeated`, 303);
  if (outcome === 'taken') return showEndpoints(c, { typed, problems: { url: words.taken } });
  if (outcome === 'full')
    return showEndpoints(c, { typed, problems: { url: words.limit(mostEndpoints) } });
  return showSecret(c, url, secret);
});

webhookRoutes.post(`${home}/:id/rotation`, async (c) => {
  const key = keyOf(c);
  const secret = newWebhookSecret();
  const now = Date.now();
  const endpoint = await rotateSecret(c.var.db, key, {
    secret: await sealSecret(c.env, key.id, secret),
    now,
    overlapUntil: now + overlap,
  });
  if (!endpoint) throw notFound();
  if (!endpoint.rotated) throw new AppError('conflict', 'A rotation is under way');
  return showSecret(c, endpoint.url, secret);
});

webhookRoutes.post(`${home}/:id/state`, async (c) => {
  const enabled = single(await readForm(c), 'enabled') === 'on';
  if (!(await setEnabled(c.var.db, keyOf(c), enabled))) throw notFound();
  return c.redirect(`${home}?notice=${enabled ? 'enabled' : 'disabled'}`, 303);
});

webhookRoutes.post(`${home}/:id/deletion`, async (c) => {
  const key = keyOf(c);
  const confirmed = single(await readForm(c), 'confirm') === 'on';
  if (!confirmed) return showEndpoints(c, { unconfirmed: key.id });
  if (!(await deleteEndpoint(c.var.db, key))) throw notFound();
  return c.redirect(`${home}?notice=deleted`, 303);
});

/** A message of no consequence, sent at once; what came back is on the page. */
webhookRoutes.post(`${home}/:id/test`, async (c) => {
  const key = keyOf(c);
  const endpoints = await listEndpoints(c.var.db, key.organizationId);
  const endpoint = endpoints.find(({ id }) => id === key.id);
  if (!endpoint) throw notFound();
  const { success } = await c.env.API_LIMIT.limit({ key: `test ${key.organizationId}` });
  if (!success) throw new AppError('too_many_requests', 'Too many tests');
  const startedAt = Date.now();
  const data = { message: c.var.t.integrations.webhooks.testMessage };
  const payload = JSON.stringify({ type: 'webhook.test', timestamp: iso(startedAt), data });
  const outcome = await sendSigned(c.env, endpoint, newId(), payload);
  const tested = { id: key.id, outcome, ms: Date.now() - startedAt };
  return showEndpoints(c, { tested }, endpoints);
});

function keyOf(c: Context<AppEnv>) {
  const id = c.req.param('id') ?? '';
  if (!isUuid(id)) throw notFound();
  return { organizationId: c.var.member.organizationId, id };
}

/** Answered by the page itself, with no redirect: nothing else ever shows the secret. */
function showSecret(c: Context<AppEnv>, url: string, secret: string) {
  const props = { ...memberProps(c), url, secret };
  return respond(c, { page: () => <SecretPage {...props} path={home} /> });
}

async function showEndpoints(
  c: Context<AppEnv>,
  trouble: EndpointTrouble,
  /** Read already. */
  known?: EndpointRow[],
) {
  const endpoints = known ?? (await listEndpoints(c.var.db, c.var.member.organizationId));
  const { unconfirmed, problems } = trouble;
  if (unconfirmed !== undefined && !endpoints.some(({ id }) => id === unconfirmed))
    throw notFound();
  const props = { ...memberProps(c), ...trouble, endpoints, formKey: newId(), now: Date.now() };
  return respond(c, {
    page: () => <WebhooksPage {...props} path={home} />,
    status: unconfirmed !== undefined || problems ? 422 : 200,
  });
}
