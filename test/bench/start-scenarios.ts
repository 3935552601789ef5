import { begun, registered } from './begun.ts';
import { formRequest, getRequest, startRequest } from './journeys.ts';
import { budgets, type Scenario } from './scenario.ts';

/** Up to the first question. */
export const startScenarios: readonly Scenario[] = [
  {
    route: 'GET /t/:slug',
    status: 200,
    budget: budgets.candidatePage,
    request: () => getRequest('/t/demo-javascript'),
  },
  {
    route: 'POST /t/:slug/attempts',
    status: 303,
    budget: budgets.start,
    request: ({ size, fresh }) =>
      startRequest('demo-javascript', `new.${size}.${fresh()}@example.com`),
  },
  {
    route: 'POST /t/:slug/attempts',
    what: 'an address that has an attempt: mails the way back',
    status: 200,
    budget: budgets.start,
    request: ({ size }) => startRequest('demo-javascript', `answered.${size}@example.com`),
  },
  {
    route: 'POST /t/:slug/attempts',
    what: 'with an error',
    status: 422,
    budget: budgets.candidatePage,
    request: () => startRequest('demo-javascript', 'nobody'),
  },
  {
    route: 'POST /t/:slug/resume',
    status: 200,
    budget: budgets.start,
    request: ({ size }) =>
      formRequest('/t/demo-javascript/resume', { email: `answered.${size}@example.com` }),
  },
  {
    route: 'GET /a/:token',
    what: 'to go on',
    status: 303,
    budget: budgets.candidatePage,
    request: async (world) => getRequest(await begun(world)),
  },
  {
    route: 'GET /a/:token',
    what: 'to start',
    status: 200,
    budget: budgets.candidatePage,
    request: async (world) => getRequest(await registered(world)),
  },
  {
    route: 'GET /a/:token',
    what: 'done',
    status: 200,
    budget: budgets.candidatePage,
    request: ({ done }) => getRequest(done.path),
  },
  {
    route: 'POST /a/:token/start',
    status: 303,
    budget: budgets.start,
    request: async (world) => formRequest(`${await registered(world)}/start`, { consent: 'on' }),
  },
];
