import type * as z from 'zod';

import type { ApiScope } from '../../db/schema/api.ts';
import * as answers from './answers.ts';
import * as requests from './requests.ts';

/** One route of the open API, as its document and its page describe it. */
export interface Operation {
  /** As in the route table (access.ts). */
  route: string;
  id: string;
  summary: string;
  scope: ApiScope;
  query?: z.ZodObject;
  body?: z.ZodObject;
  /** Whether the `Idempotency-Key` header means something. */
  idempotent?: true;
  status: 200 | 201;
  answer: z.ZodType;
  /** Beside 400, 401, 403 and 429, which all may give. */
  errors: readonly (404 | 409)[];
}

/** What a customer may name: any public https address. */
const anywhere = { allowedHosts: 'any', allowLoopback: false } as const;

export const operations: readonly Operation[] = [
  {
    route: 'GET /api/v1/assessments',
    id: 'listAssessments',
    summary: 'The published assessments, oldest first',
    scope: 'assessments:read',
    query: requests.assessmentsQuery,
    status: 200,
    answer: answers.assessmentPage,
    errors: [],
  },
  {
    route: 'POST /api/v1/attempts',
    id: 'createAttempt',
    summary: 'Makes an attempt of a candidate at an assessment',
    scope: 'attempts:write',
    body: requests.newAttempt(anywhere),
    idempotent: true,
    status: 201,
    answer: answers.createdAttempt,
    errors: [404, 409],
  },
  {
    route: 'GET /api/v1/attempts/:id',
    id: 'readAttempt',
    summary: 'An attempt: its state and, once it is completed, its result',
    scope: 'results:read',
    status: 200,
    answer: answers.attempt,
    errors: [404],
  },
  {
    route: 'GET /api/v1/attempts',
    id: 'listFinishedAttempts',
    summary: 'The attempts that were completed since a cursor, in the order of completion',
    scope: 'results:read',
    query: requests.finishedQuery,
    status: 200,
    answer: answers.finishedPage,
    errors: [],
  },
  {
    route: 'POST /api/v1/attempts/:id/cancellation',
    id: 'cancelAttempt',
    summary: 'Ends an attempt that is not completed; may be repeated',
    scope: 'attempts:write',
    status: 200,
    answer: answers.cancelledAttempt,
    errors: [404, 409],
  },
  {
    route: 'GET /assessments/ats',
    id: 'listAssessmentsForAts',
    summary: 'The published assessments, in Coodesh’s form',
    scope: 'assessments:read',
    query: requests.coodeshQuery,
    status: 200,
    answer: answers.coodeshPages,
    errors: [],
  },
  {
    route: 'POST /assessments/ats/attempts',
    id: 'createAttemptForAts',
    summary: 'Makes an attempt, in Coodesh’s form',
    scope: 'attempts:write',
    body: requests.coodeshAttempt(anywhere),
    idempotent: true,
    status: 201,
    answer: answers.coodeshCreated,
    errors: [404, 409],
  },
];
