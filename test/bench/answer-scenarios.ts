import { begun, partial } from './begun.ts';
import {
  answerFields,
  answerRequest,
  formRequest,
  getRequest,
  questionsOf,
  syncRequest,
} from './journeys.ts';
import { budgets, type Scenario } from './scenario.ts';
import type { World } from './world.ts';

/** Another version at each size: the first request about it finds nothing in the isolate's memory. */
const unseenSlug = ({ size }: World) => (size === 1000 ? 'beta-javascript' : 'beta-sql');

const question = '/a/:token/questions/:number{[1-9][0-9]{0,3}}';
const answer = 'POST /a/:token/answers/:questionId';

/** Questions and answers. */
export const answerScenarios: readonly Scenario[] = [
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
    route: 'GET /a/:token/parts',
    what: 'every question, for a time without network',
    status: 200,
    budget: budgets.candidatePage,
    request: ({ answered }) => getRequest(`${answered}/parts`),
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
      const [first] = await questionsOf(path);
      return syncRequest(path, [
        { question: first!.id, revision: 1, fields: answerFields(first!) },
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
];
