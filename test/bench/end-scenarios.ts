import { formRequest, getRequest } from './journeys.ts';
import { budgets, type Scenario } from './scenario.ts';

/** From the review page on. */
export const endScenarios: readonly Scenario[] = [
  {
    route: 'GET /a/:token/review',
    status: 200,
    budget: budgets.candidatePage,
    request: ({ answered }) => getRequest(`${answered}/review`),
  },
  {
    route: 'POST /a/:token/submission',
    what: 'unconfirmed',
    status: 422,
    budget: budgets.candidatePage,
    request: ({ answered }) => formRequest(`${answered}/submission`),
  },
  {
    route: 'POST /a/:token/submission',
    status: 303,
    budget: budgets.completion,
    request: ({ answered }) => formRequest(`${answered}/submission`, { confirm: 'on' }),
  },
  {
    route: 'POST /a/:token/submission',
    what: 'once more',
    status: 303,
    budget: budgets.candidatePage,
    request: ({ answered }) => formRequest(`${answered}/submission`, { confirm: 'on' }),
  },
  {
    route: 'GET /a/:token/return',
    status: 303,
    budget: budgets.candidatePage,
    request: ({ done }) => getRequest(`${done.path}/return`),
  },
  {
    route: 'GET /r/:token',
    status: 200,
    budget: budgets.candidatePage,
    request: ({ done }) => getRequest(done.resultPath),
  },
  {
    route: 'POST /r/:token/rating',
    status: 303,
    budget: budgets.save,
    request: ({ done }) => formRequest(`${done.resultPath}/rating`, { rating: '4' }),
  },
  {
    route: 'GET /a/:token/privacy',
    status: 200,
    budget: budgets.candidatePage,
    request: ({ done }) => getRequest(`${done.path}/privacy`),
  },
  {
    route: 'POST /a/:token/requests',
    status: 303,
    budget: budgets.save,
    request: ({ done }) => formRequest(`${done.path}/requests`, { kind: 'review', message: '' }),
  },
  {
    route: 'GET /a/:token/data',
    status: 200,
    budget: budgets.candidatePage,
    request: ({ done }) => getRequest(`${done.path}/data`),
  },
  {
    route: 'GET /a/:token/data.json',
    status: 200,
    budget: budgets.candidatePage,
    request: ({ done }) => getRequest(`${done.path}/data.json`),
  },
  {
    route: 'GET /a/:token/receipts',
    status: 200,
    budget: budgets.candidatePage,
    request: ({ done }) => getRequest(`${done.path}/receipts`),
  },
  {
    route: 'GET /a/:token/receipts.json',
    status: 200,
    budget: budgets.candidatePage,
    request: ({ done }) => getRequest(`${done.path}/receipts.json`),
  },
  {
    route: 'GET /receipts',
    status: 200,
    budget: { trips: 0 },
    request: () => getRequest('/receipts'),
  },
  {
    route: 'POST /receipts',
    status: 200,
    budget: { trips: 1 },
    request: async ({ done, meter }) => {
      const file = await meter.send(getRequest(`${done.path}/receipts.json`));
      return formRequest('/receipts', { text: await file.text() });
    },
  },
];
