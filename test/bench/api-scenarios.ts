import { newId } from '../../src/lib/ids.ts';
import { aCoodeshBody, anApiKey, anAttemptBody, aWebhookEndpoint } from '../support/api.ts';
import { origin } from '../support/pages.ts';
import { formRequest, getRequest } from './journeys.ts';
import { budgets, type Scenario } from './scenario.ts';
import type { World } from './world.ts';

const keys = new WeakMap<World, string>();

/** One key for all calls in a world. */
async function headersIn(world: World): Promise<Record<string, string>> {
  const key = keys.get(world) ?? (await anApiKey(world.organizationId)).key;
  keys.set(world, key);
  return { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
}

const get = async (world: World, path: string) => getRequest(path, await headersIn(world));

async function post(world: World, path: string, body: object, headers: object = {}) {
  return new Request(origin + path, {
    method: 'POST',
    headers: { ...(await headersIn(world)), ...headers },
    body: JSON.stringify(body),
  });
}

const named = (world: World) => ({ assessment: { id: world.assessmentId } });

/** Somebody new. */
const bodyIn = (world: World) => ({
  ...anAttemptBody(named(world)),
  candidate: { name: 'Maria Silva', email: `api.${world.size}.${world.fresh()}@example.com` },
});

const endpointIn = (world: World) =>
  aWebhookEndpoint(world.organizationId, `https://hooks.example/${newId()}`);

const webhookForm = (what: string, status: number, fields = {}): Scenario => ({
  route: `POST /integrations/webhooks/:id/${what}`,
  status,
  budget: budgets.memberPage,
  request: async (world) => {
    const path = `/integrations/webhooks/${await endpointIn(world)}/${what}`;
    return formRequest(path, fields, world.member);
  },
});

export const apiScenarios: readonly Scenario[] = [
  {
    route: 'GET /api',
    status: 200,
    budget: { trips: 0 },
    request: () => getRequest('/api'),
  },
  {
    route: 'GET /api/v1/openapi.json',
    status: 200,
    budget: { trips: 0 },
    request: () => getRequest('/api/v1/openapi.json'),
  },
  {
    route: 'GET /api/v1/assessments',
    status: 200,
    budget: budgets.provider,
    request: (world) => get(world, '/api/v1/assessments?limit=3'),
  },
  {
    route: 'GET /api/v1/attempts',
    what: 'finished lately',
    status: 200,
    budget: budgets.provider,
    request: (world) => {
      const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
      return get(world, `/api/v1/attempts?finishedSince=${hourAgo}&limit=5`);
    },
  },
  {
    route: 'GET /api/v1/attempts',
    what: 'from the beginning',
    status: 200,
    budget: budgets.provider,
    request: (world) => get(world, '/api/v1/attempts?limit=20'),
  },
  {
    route: 'POST /api/v1/attempts',
    status: 201,
    budget: budgets.providerCreates,
    request: (world) => post(world, '/api/v1/attempts', bodyIn(world)),
  },
  {
    route: 'POST /api/v1/attempts',
    what: 'the same again',
    status: 201,
    budget: budgets.provider,
    request: async (world) => {
      const body = bodyIn(world);
      const again = () => post(world, '/api/v1/attempts', body, { 'Idempotency-Key': newKey });
      const newKey = newId();
      await world.meter.send(await again());
      return again();
    },
  },
  {
    route: 'GET /api/v1/attempts/:id',
    what: 'completed',
    status: 200,
    budget: budgets.provider,
    request: (world) => get(world, `/api/v1/attempts/${world.done.id}`),
  },
  {
    route: 'POST /api/v1/attempts/:id/cancellation',
    status: 200,
    budget: budgets.provider,
    request: async (world) => {
      const made = await world.meter.send(await post(world, '/api/v1/attempts', bodyIn(world)));
      const { id } = await made.json<{ id: string }>();
      return post(world, `/api/v1/attempts/${id}/cancellation`, {});
    },
  },
  {
    route: 'GET /assessments/ats',
    status: 200,
    budget: budgets.provider,
    request: (world) => get(world, '/assessments/ats?limit=2'),
  },
  {
    route: 'POST /assessments/ats/attempts',
    status: 201,
    budget: budgets.providerCreates,
    request: (world) => {
      const { email } = bodyIn(world).candidate;
      return post(world, '/assessments/ats/attempts', { ...aCoodeshBody(named(world)), email });
    },
  },
  {
    route: 'GET /integrations/api',
    status: 200,
    budget: budgets.memberPage,
    request: ({ member }) => getRequest('/integrations/api', member),
  },
  {
    route: 'POST /integrations/api/keys',
    status: 200,
    budget: budgets.memberPage,
    request: ({ member }) => {
      const form = { name: 'Bench', scopes: 'results:read', key: newId() };
      return formRequest('/integrations/api/keys', form, member);
    },
  },
  {
    route: 'POST /integrations/api/keys/:id/revocation',
    status: 303,
    budget: budgets.memberPage,
    request: async ({ member, organizationId }) => {
      const { id } = await anApiKey(organizationId);
      return formRequest(`/integrations/api/keys/${id}/revocation`, { confirm: 'on' }, member);
    },
  },
  {
    route: 'POST /integrations/webhooks/endpoints',
    status: 200,
    budget: budgets.memberPage,
    request: ({ member, fresh }) => {
      const url = `https://hooks.example/${fresh()}`;
      const form = { url, events: 'result.updated', key: newId() };
      return formRequest('/integrations/webhooks/endpoints', form, member);
    },
  },
  {
    route: 'GET /integrations/webhooks',
    status: 200,
    budget: budgets.memberPage,
    request: ({ member }) => getRequest('/integrations/webhooks', member),
  },
  webhookForm('test', 200),
  webhookForm('rotation', 200),
  webhookForm('state', 303, { enabled: 'off' }),
  webhookForm('deletion', 303, { confirm: 'on' }),
];
