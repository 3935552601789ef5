import * as z from 'zod';

import { attemptStates } from '../../db/schema/attempts.ts';

/** What the open API answers; the descriptions are those of its documentation. */
const points = z.int().min(0).max(100).nullable();
const time = z.iso.datetime().nullable();

const competency = z.strictObject({
  id: z.string(),
  name: z.string(),
  tier: z.enum(['major', 'minor']).describe('minor: for the company alone.'),
});

export const assessment = z.strictObject({
  id: z.string().describe('Stays the same when a new version is published.'),
  name: z.string(),
  description: z.string(),
  category: z.string().nullable(),
  level: z.string().nullable(),
  language: z.string(),
  durationMinutes: z.int(),
  questions: z.int().describe('How many a candidate gets.'),
  competencies: z.array(competency),
});

export const assessmentPage = z.strictObject({
  assessments: z.array(assessment),
  next: z.string().nullable().describe('For after; null: that was all.'),
});

export const createdAttempt = z.strictObject({
  id: z.uuid(),
  assessmentId: z.string(),
  externalId: z.string().nullable(),
  testUrl: z.url().describe('The candidate’s own way in. Whoever has it can take the test.'),
  candidateResultUrl: z.url().describe('The candidate’s own result page.'),
  resultPageUrl: z.url().describe('For people of your organization, behind sign-in.'),
  createdAt: z.iso.datetime(),
});

export const result = z.strictObject({
  total: points.describe('0 to 100; null for a profile, which has no total.'),
  competencies: z.array(
    competency.extend({ description: z.string(), score: points.describe('0 to 100.') }),
  ),
  sections: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      weight: z.number().min(0).max(1).describe('Its share of the total.'),
      score: points,
    }),
  ),
  submittedBy: z.enum(['candidate', 'clock']).nullable().describe('clock: time ran out.'),
});

export const attempt = z.strictObject({
  id: z.uuid(),
  assessmentId: z.string(),
  externalId: z.string().nullable(),
  metadata: z.record(z.string(), z.string()),
  state: z.enum(attemptStates),
  candidate: z.strictObject({ name: z.string(), email: z.string() }),
  createdAt: z.iso.datetime(),
  startedAt: time,
  submittedAt: time,
  completedAt: time,
  candidateResultUrl: z.url(),
  resultPageUrl: z.url(),
  result: result.nullable().describe('Once the state is completed, else null.'),
});

export type AttemptAnswer = z.infer<typeof attempt>;

export const finishedPage = z.strictObject({
  attempts: z.array(
    z.strictObject({
      id: z.uuid(),
      assessmentId: z.string(),
      externalId: z.string().nullable(),
      total: points,
      completedAt: z.iso.datetime(),
    }),
  ),
  next: z.string().describe('For finishedSince, now or at any later time.'),
  more: z.boolean().describe('There is more already.'),
});

export const cancelledAttempt = z.strictObject({ id: z.uuid(), state: z.literal('cancelled') });

export const failure = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string().describe('For developers, in English.'),
    fields: z.record(z.string(), z.string()).optional().describe('Field → what is wrong with it.'),
    requestId: z.string(),
  }),
});

const minutes = z.literal('minutes');

export const coodeshPages = z.array(
  z.strictObject({
    offset: z.int(),
    total: z.int(),
    limit: z.int(),
    payload: z.array(
      z.strictObject({
        assessment_id: z.string(),
        name: z.string(),
        description: z.string(),
        default_locale: z.string(),
        duration: z.number(),
        duration_unit: minutes,
        questions: z.array(
          z.strictObject({
            name: z.string().describe('Section and number: the question itself stays here.'),
            description: z.string().describe('What it measures.'),
            type: z.string(),
            type_formatted: z.string(),
            level: z.string(),
            level_formatted: z.string(),
            duration: z.number().describe('The assessment’s time, shared out equally.'),
            duration_unit: minutes,
          }),
        ),
      }),
    ),
  }),
);

export const coodeshCreated = z.strictObject({ attempt_id: z.uuid(), attempt_url: z.url() });

export const coodeshResult = z.strictObject({
  attempt_id: z.uuid(),
  assessment_id: z.string(),
  user_id: z.string(),
  company_id: z.string(),
  job_id: z.string(),
  status: z.literal('completed'),
  attempt,
});
