import { formRequest, getRequest } from './journeys.ts';
import { budgets, type Scenario } from './scenario.ts';

/** After the candidates' own scenarios, which leave a request. */
export const privacyScenarios: readonly Scenario[] = [
  {
    route: 'GET /privacy',
    what: 'open requests',
    status: 200,
    budget: budgets.memberList,
    request: ({ member }) => getRequest('/privacy', member),
  },
  {
    route: 'POST /privacy/requests/:id/answer',
    status: 303,
    budget: budgets.memberPage,
    request: async ({ member, meter }) => {
      const page = await (await meter.send(getRequest('/privacy', member))).text();
      const [, action] = /action="(\/privacy\/requests\/[^"]+)"/.exec(page)!;
      return formRequest(action!, { answer: 'Feito.' }, member);
    },
  },
  {
    route: 'GET /privacy',
    what: 'answered requests',
    status: 200,
    budget: budgets.memberList,
    request: ({ member }) => getRequest('/privacy?show=answered', member),
  },
];
