import { attemptStates } from '../../src/db/schema/attempts.ts';
import { newId } from '../../src/lib/ids.ts';
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

export const memberScenarios: readonly Scenario[] = [
  {
    route: 'GET /assessments',
    status: 200,
    budget: budgets.memberList,
    request: ({ member }) => getRequest('/assessments', member),
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
  {
    route: 'GET /results/:id',
    what: 'delivered to Gupy',
    status: 200,
    budget: budgets.memberPage,
    request: ({ member, done }) => getRequest(`/results/${done.id}`, member),
  },
  {
    route: 'GET /results/:id',
    what: 'waits for a grade',
    status: 200,
    budget: budgets.memberPage,
    request: ({ member, reviewed }) => getRequest(`/results/${reviewed.id}`, member),
  },
  {
    route: 'POST /results/:id/reviews/:questionId',
    status: 303,
    budget: budgets.memberPage,
    request: ({ member, reviewed }) =>
      formRequest(
        `/results/${reviewed.id}/reviews/${reviewed.questionIds[0]}`,
        { grade: '80' },
        member,
      ),
  },
  {
    route: 'POST /results/:id/reviews/:questionId',
    what: 'the last one, which completes',
    status: 303,
    budget: { trips: 3 },
    request: ({ member, reviewed }) =>
      formRequest(
        `/results/${reviewed.id}/reviews/${reviewed.questionIds[1]}`,
        { grade: '80' },
        member,
      ),
  },
  {
    route: 'GET /integrations/gupy',
    status: 200,
    budget: budgets.memberPage,
    request: ({ member }) => getRequest('/integrations/gupy', member),
  },
  {
    route: 'POST /integrations/gupy/tokens',
    status: 200,
    budget: budgets.memberPage,
    request: ({ member }) =>
      formRequest('/integrations/gupy/tokens', { name: 'Bench', key: newId() }, member),
  },
  {
    route: 'POST /integrations/gupy/tokens/:id/revocation',
    status: 303,
    budget: budgets.memberPage,
    request: async ({ member, aToken }) =>
      formRequest(
        `/integrations/gupy/tokens/${await aToken()}/revocation`,
        { confirm: 'on' },
        member,
      ),
  },
];
