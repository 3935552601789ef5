import { newId } from '../../src/lib/ids.ts';
import { begun } from './begun.ts';
import { claimsOf, formRequest, getRequest } from './journeys.ts';
import { listScenarios } from './list-scenarios.ts';
import { budgets, type Scenario } from './scenario.ts';
import type { World } from './world.ts';

/** The id of an attempt that somebody takes right now, and asked to have more time for. */
async function running(world: World): Promise<string> {
  const { attemptId } = await claimsOf(await begun(world));
  await world.askMoreTime(attemptId);
  return attemptId;
}

export const memberScenarios: readonly Scenario[] = [
  ...listScenarios,
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
    route: 'POST /results/:id/decisions',
    status: 303,
    budget: budgets.memberPage,
    request: ({ member, done }) =>
      formRequest(
        `/results/${done.id}/decisions`,
        { kind: 'advance', note: 'Bench', key: newId() },
        member,
      ),
  },
  {
    route: 'POST /results/:id/time',
    status: 303,
    budget: budgets.memberPage,
    request: async (world) =>
      formRequest(`/results/${await running(world)}/time`, { minutes: '10' }, world.member),
  },
  {
    route: 'POST /results/:id/accommodation',
    status: 303,
    budget: budgets.memberPage,
    request: async (world) =>
      formRequest(
        `/results/${await running(world)}/accommodation`,
        { percent: '150' },
        world.member,
      ),
  },
  {
    route: 'GET /settings/brand',
    status: 200,
    budget: budgets.memberPage,
    request: ({ member }) => getRequest('/settings/brand', member),
  },
  {
    route: 'POST /settings/brand',
    status: 303,
    budget: budgets.memberPage,
    request: ({ member }) => formRequest('/settings/brand', { color: '', remove: 'on' }, member),
  },
  {
    route: 'GET /integrations/gupy',
    status: 200,
    budget: budgets.memberPage,
    request: ({ member }) => getRequest('/integrations/gupy', member),
  },
  {
    route: 'POST /integrations/gupy/health-line',
    status: 303,
    budget: budgets.memberPage,
    request: ({ member }) => formRequest('/integrations/gupy/health-line', {}, member),
  },
  {
    route: 'POST /integrations/gupy/tokens',
    status: 200,
    budget: budgets.memberPage,
    request: ({ member }) =>
      formRequest('/integrations/gupy/tokens', { name: 'Bench', key: newId() }, member),
  },
  {
    route: 'POST /integrations/gupy/tokens/:id/rotation',
    status: 200,
    budget: budgets.memberPage,
    request: async ({ member, aToken }) =>
      formRequest(`/integrations/gupy/tokens/${await aToken()}/rotation`, { key: newId() }, member),
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
