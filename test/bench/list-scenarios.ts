import { attemptStates } from '../../src/db/schema/attempts.ts';
import { formRequest, getRequest } from './journeys.ts';
import { budgets, type Scenario } from './scenario.ts';
import type { World } from './world.ts';

/** A list of results, as its filters ask for it. */
function list(what: string, query: (world: World) => Record<string, string>): Scenario {
  return {
    route: 'GET /results',
    what,
    status: 200,
    budget: budgets.memberList,
    request: (world) => getRequest(`/results?${new URLSearchParams(query(world))}`, world.member),
  };
}

/** The page that a link of the list's first page leads to. */
function onwards(what: string, query: (world: World) => Record<string, string>): Scenario {
  const first = list(what, query);
  return {
    ...first,
    request: async (world) => {
      const page = await (await world.meter.send(await first.request(world))).text();
      const [, href] = /href="(\/results\?[^"]*cursor=[^"]*)"/.exec(page)!;
      return getRequest(href!.replaceAll('&amp;', '&'), world.member);
    },
  };
}

const assessment = ({ assessmentId }: World) => ({ assessment: assessmentId });
const searches = {
  'a common name': 'ana',
  'a full name': 'Mariana Souza',
  'an address': 'ana.',
  'one letter': 'a',
  'what nobody is called': 'zzyzx',
};

/** Every list of the workspace, with every combination of its filters. */
export const listScenarios: readonly Scenario[] = [
  {
    route: 'GET /assessments',
    status: 200,
    budget: budgets.memberList,
    request: ({ member }) => getRequest('/assessments', member),
  },
  {
    route: 'POST /links/:id/job',
    status: 303,
    budget: budgets.memberPage,
    request: ({ member, linkId }) => formRequest(`/links/${linkId}/job`, { job: '77' }, member),
  },
  {
    route: 'GET /links/:id/qr',
    status: 200,
    budget: budgets.memberPage,
    request: ({ member, linkId }) => getRequest(`/links/${linkId}/qr`, member),
  },
  list('all', () => ({})),
  onwards('all, second page', () => ({})),
  list('one assessment', assessment),
  onwards('one assessment, second page', assessment),
  ...attemptStates.map((state) => list(state, () => ({ state }))),
  ...attemptStates.map((state) =>
    list(`one assessment, ${state}`, (world) => ({ ...assessment(world), state })),
  ),
  ...Object.entries(searches).map(([what, q]) => list(`search: ${what}`, () => ({ q }))),
  onwards('search: a common name, second page', () => ({ q: 'ana' })),
  list('search: a common name, one assessment', (world) => ({ q: 'ana', ...assessment(world) })),
  list('search: a common name, cancelled', () => ({ q: 'ana', state: 'cancelled' })),
  list('search: a common name, one assessment, cancelled', (world) => ({
    q: 'ana',
    ...assessment(world),
    state: 'cancelled',
  })),
];
