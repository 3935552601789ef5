import { getRequest, register, registrationRequest } from './journeys.ts';
import { budgets, type Scenario } from './scenario.ts';

const token = { Authorization: 'Bearer demo-gupy-token-acme' };

export const providerScenarios: readonly Scenario[] = [
  {
    route: 'GET /gupy/test',
    status: 200,
    budget: budgets.provider,
    request: () => getRequest('/gupy/test', token),
  },
  {
    route: 'GET /gupy/test',
    what: 'search',
    status: 200,
    budget: budgets.provider,
    request: () => getRequest('/gupy/test?searchString=javascript', token),
  },
  {
    route: 'POST /gupy/test/candidate',
    status: 201,
    budget: budgets.providerCreates,
    request: ({ assessmentId, size, fresh }) =>
      registrationRequest(assessmentId, {
        document_id: fresh() + 10 ** 7,
        email: `gupy.${size}.${fresh()}@example.com`,
      }),
  },
  {
    route: 'POST /gupy/test/candidate',
    what: 'the same again',
    status: 201,
    budget: budgets.provider,
    request: async ({ meter, assessmentId, fresh }) => {
      const document = { document_id: fresh() + 10 ** 7 };
      await register((request) => meter.send(request), assessmentId, document);
      return registrationRequest(assessmentId, document);
    },
  },
  {
    route: 'POST /gupy/test/candidate',
    what: 'refused',
    status: 400,
    budget: budgets.provider,
    request: ({ assessmentId }) => registrationRequest(assessmentId, { email: '' }),
  },
  {
    route: 'GET /gupy/test/result/:resultId',
    status: 200,
    budget: budgets.provider,
    request: ({ done }) => getRequest(`/gupy/test/result/${done.id}`, token),
  },
];
