import { env } from 'cloudflare:workers';
import { and, desc, eq, sql } from 'drizzle-orm';

import { database } from '../../src/db/client.ts';
import { deliveries, deliveryStates } from '../../src/db/schema/deliveries.ts';
import { formRequest, getRequest } from './journeys.ts';
import { budgets, type Scenario } from './scenario.ts';
import type { World } from './world.ts';

type Query = (world: World) => Record<string, string>;

function list(what: string, query: Query): Scenario {
  return {
    route: 'GET /deliveries',
    what,
    status: 200,
    budget: budgets.memberList,
    request: (world) =>
      getRequest(`/deliveries?${new URLSearchParams(query(world))}`, world.member),
  };
}

function onwards(what: string, query: Query): Scenario {
  const first = list(what, query);
  return {
    ...first,
    request: async (world) => {
      const page = await (await world.meter.send(await first.request(world))).text();
      const [, href] = /href="(\/deliveries\?[^"]*cursor=[^"]*)"/.exec(page)!;
      return getRequest(href!.replaceAll('&amp;', '&'), world.member);
    },
  };
}

/** A delivery of the organization's that came to its end. */
async function aDelivery({ organizationId }: World): Promise<string> {
  const [row] = await database(env.DB)
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(eq(deliveries.organizationId, organizationId), sql`state = 'delivered'`))
    .orderBy(desc(deliveries.createdAt))
    .limit(1);
  return row!.id;
}

const day = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The ledger with each of its filters, and what can be done from there. */
export const ledgerScenarios: readonly Scenario[] = [
  list('all', () => ({})),
  onwards('all, second page', () => ({})),
  ...deliveryStates.map((state) => list(state, () => ({ state }))),
  list('a kind', () => ({ kind: 'gupy.result_webhook' })),
  list('a kind that nothing is of', () => ({ kind: 'none' })),
  list('one assessment', ({ assessmentId }) => ({ assessment: assessmentId })),
  onwards('one assessment, second page', ({ assessmentId }) => ({ assessment: assessmentId })),
  list('one assessment, parked', ({ assessmentId }) => ({
    assessment: assessmentId,
    state: 'parked',
  })),
  list('a day', () => ({ from: day(Date.now()), to: day(Date.now()) })),
  list('not yet at the ATS', () => ({ view: 'missing' })),
  {
    route: 'GET /deliveries.csv',
    status: 200,
    budget: budgets.reported,
    request: ({ member }) => getRequest(`/deliveries.csv?from=${day(Date.now())}`, member),
  },
  {
    route: 'GET /deliveries/:id',
    status: 200,
    budget: budgets.memberList,
    request: async (world) => getRequest(`/deliveries/${await aDelivery(world)}`, world.member),
  },
  {
    route: 'POST /deliveries/:id/replay',
    status: 303,
    budget: budgets.memberPage,
    request: async (world) =>
      formRequest(`/deliveries/${await aDelivery(world)}/replay`, {}, world.member),
  },
  {
    route: 'POST /deliveries/replays',
    status: 303,
    budget: budgets.memberPage,
    request: ({ member }) => formRequest('/deliveries/replays', {}, member),
  },
  {
    route: 'GET /status',
    status: 200,
    budget: { trips: 1, rowsRead: 60 },
    request: () => getRequest('/status'),
  },
];
