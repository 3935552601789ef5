import {
  answerFields,
  answerRequest,
  formRequest,
  getRequest,
  questionsOf,
  register,
  startAttempt,
  startRequest,
  syncRequest,
} from './journeys.ts';
import { budgets, type Scenario } from './scenario.ts';
import type { World } from './world.ts';

const partial = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' };

/** A started attempt of somebody new. */
const begun = ({ meter, size, fresh }: World, slug = 'demo-javascript') =>
  startAttempt((request) => meter.send(request), slug, `begun.${size}.${fresh()}@example.com`);

/** An attempt that Gupy registered and nobody started. */
const registered = async ({ meter, assessmentId, fresh }: World) => {
  const send = (request: Request) => meter.send(request);
  return (await register(send, assessmentId, { document_id: fresh() + 10 ** 6 })).path;
};

/** Another version at each size: the first request about it finds nothing in the isolate's memory. */
const unseenSlug = ({ size }: World) => (size === 1000 ? 'beta-javascript' : 'beta-sql');

const question = '/a/:token/questions/:number{[1-9][0-9]{0,3}}';
const answer = 'POST /a/:token/answers/:questionId';

export const candidateScenarios: readonly Scenario[] = [
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
  {
    route: `GET ${question}`,
    what: 'the first view',
    status: 200,
    budget: budgets.candidatePage,
    request: async (world) => getRequest(`${await begun(world)}/questions/1`),
  },
  {
    route: `GET ${question}`,
    what: 'all answered',
    status: 200,
    budget: budgets.candidatePage,
    request: ({ answered }) => getRequest(`${answered}/questions/20`),
  },
  {
    route: `GET ${question}`,
    what: 'htmx',
    status: 200,
    budget: budgets.candidatePage,
    request: ({ answered }) => getRequest(`${answered}/questions/2`, partial),
  },
  {
    route: `GET ${question}`,
    what: 'cold isolate',
    status: 200,
    budget: budgets.candidatePage,
    request: async (world) => getRequest(`${await begun(world, unseenSlug(world))}/questions/1`),
  },
  {
    route: answer,
    status: 303,
    budget: budgets.save,
    request: async (world) => {
      const path = await begun(world);
      return answerRequest(path, (await questionsOf(path))[0]!);
    },
  },
  {
    route: answer,
    what: 'changed',
    status: 303,
    budget: budgets.save,
    request: async ({ answered }) =>
      answerRequest(answered, (await questionsOf(answered))[4]!, 5, 1),
  },
  {
    route: answer,
    what: 'the same form again',
    status: 303,
    budget: budgets.save,
    request: async ({ answered }) =>
      answerRequest(answered, (await questionsOf(answered))[5]!, 6, 0),
  },
  {
    route: answer,
    what: 'cold isolate',
    status: 303,
    budget: budgets.reported,
    request: async (world) => {
      const slug = world.size === 1000 ? 'beta-atendimento' : 'beta-big-five';
      const path = await begun(world, slug);
      return answerRequest(path, (await questionsOf(path))[0]!);
    },
  },
  {
    route: answer,
    what: 'refused',
    status: 422,
    budget: budgets.candidatePage,
    request: async ({ answered }) => {
      const [asked] = await questionsOf(answered);
      return formRequest(`${answered}/answers/${asked!.id}`, {
        value: 'no such option',
        'position-x': '99',
      });
    },
  },
  {
    route: 'POST /a/:token/sync',
    what: 'a save',
    status: 200,
    budget: budgets.save,
    request: async (world) => {
      const path = await begun(world);
      const [question] = await questionsOf(path);
      return syncRequest(path, [
        { question: question!.id, revision: 1, fields: answerFields(question!) },
      ]);
    },
  },
  {
    route: 'POST /a/:token/sync',
    what: 'a sign of life',
    status: 200,
    budget: budgets.save,
    request: ({ answered }) => syncRequest(answered),
  },
  {
    route: 'GET /a/:token/health',
    status: 200,
    budget: budgets.candidatePage,
    request: ({ done }) => getRequest(`${done.path}/health`),
  },
  {
    route: 'POST /a/:token/health-comment',
    status: 303,
    budget: budgets.save,
    request: ({ done }) => formRequest(`${done.path}/health-comment`, { comment: 'A rede caiu.' }),
  },
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
];
