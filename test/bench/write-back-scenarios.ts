import { env } from 'cloudflare:workers';

import { database } from '../../src/db/client.ts';
import { gupyConnections } from '../../src/db/schema/integrations.ts';
import { newSecret } from '../../src/lib/secrets.ts';
import { aConnection, anApplication } from '../support/gupy-rest.ts';
import { formRequest, getRequest } from './journeys.ts';
import { budgets, type Scenario } from './scenario.ts';
import type { World } from './world.ts';

const home = '/integrations/gupy/timeline';

/** The organization is connected to Gupy, afresh, and a result of it belongs to a job there. */
async function connected({ organizationId, done }: World): Promise<void> {
  await database(env.DB).delete(gupyConnections);
  await aConnection(organizationId);
  await anApplication({ id: done.id, organizationId });
}

export const writeBackScenarios: readonly Scenario[] = [
  {
    route: 'GET /integrations/gupy/timeline',
    status: 200,
    budget: budgets.memberPage,
    request: async (world) => {
      await connected(world);
      return getRequest(home, world.member);
    },
  },
  {
    route: 'POST /integrations/gupy/timeline/token',
    what: 'six calls to Gupy, each with its turn',
    status: 303,
    budget: budgets.reported,
    request: async (world) => {
      await connected(world);
      return formRequest(`${home}/token`, { token: newSecret() }, world.member);
    },
  },
  {
    route: 'POST /integrations/gupy/timeline/writing',
    status: 303,
    budget: budgets.memberPage,
    request: async (world) => {
      await connected(world);
      const fields = { tags: '{{total}}', cutOff: '70', moveFrom: '', moveStep: '' };
      return formRequest(`${home}/writing`, fields, world.member);
    },
  },
  {
    route: 'POST /results/:id/application',
    status: 303,
    budget: budgets.memberPage,
    request: async (world) => {
      await connected(world);
      const path = `/results/${world.done.id}/application`;
      return formRequest(path, { application: '9' }, world.member);
    },
  },
  {
    route: 'POST /integrations/gupy/timeline/removal',
    status: 303,
    budget: budgets.memberPage,
    request: async (world) => {
      await connected(world);
      return formRequest(`${home}/removal`, {}, world.member);
    },
  },
];
