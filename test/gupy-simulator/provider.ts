import * as z from 'zod';

import type { Exchange } from './exchange.ts';
import { exchangeWith } from './exchange.ts';
import type { Application, Job } from './store.ts';

export type Answer<T> = { exchange: Exchange } & (
  | { value: T; problem?: undefined }
  | { value?: undefined; problem: string }
);

export type Settings = { providerUrl: string; baseUrl: string; fetch: typeof fetch };

const httpUrl = z.url({ protocol: /^https?$/ });

const catalogueSchema = z.object({
  limit: z.int(),
  offset: z.int(),
  total_tests: z.int().min(0),
  payload: z.array(
    z.object({
      id: z.string().min(1),
      name: z.string().min(1),
      category: z.string().optional(),
      description: z.string().optional(),
      level: z.enum(['advanced', 'intermediate', 'basic']).optional(),
    }),
  ),
});
export type Catalogue = z.infer<typeof catalogueSchema>;

const candidateSchema = z.object({ test_url: httpUrl, test_result_id: z.string().min(1) });

/** Exactly ten top-level keys: one more or one less is told to the provider. */
export const testResultSchema = z.strictObject({
  title: z.string(),
  testCode: z.string(),
  description: z.string(),
  providerName: z.string(),
  company_result_string: z.string(),
  providerLink: httpUrl,
  status: z.enum(['notStarted', 'paused', 'done']),
  result_page_url: httpUrl,
  result_candidate_page_url: httpUrl,
  results: z.array(
    z.object({
      score: z.int().min(0).max(100),
      result_string: z.string(),
      type_result: z.string(),
      tier: z.enum(['major', 'minor']),
      title: z.string(),
      description: z.string(),
      date: z.iso.datetime(),
      other_informations: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type TestResult = z.infer<typeof testResultSchema>;

export function listTests(
  settings: Settings,
  job: Job,
  query: { searchString: string; offset: number; limit: number },
): Promise<Answer<Catalogue>> {
  const search = new URLSearchParams({ offset: `${query.offset}`, limit: `${query.limit}` });
  if (query.searchString !== '') search.set('searchString', query.searchString);
  return call(settings, job, { method: 'GET', path: `/test?${search}` }, 200, catalogueSchema);
}

export function createCandidate(
  settings: Settings,
  application: Application,
  testId: string,
  retest: boolean,
): Promise<Answer<z.infer<typeof candidateSchema>>> {
  const { job } = application;
  const address = `${settings.baseUrl}/applications/${application.id}`;
  const body = JSON.stringify({
    company_id: job.company.id,
    document_id: Number(application.document),
    test_id: testId,
    name: application.name,
    email: application.email,
    job_id: job.id,
    callback_url: `${address}/return`,
    result_webhook_url: `${settings.baseUrl}/webhooks/results/${application.id}`,
    candidate_type: 'external',
    previous_result: retest ? 'fail' : null,
  });
  const request = { method: 'POST', path: '/test/candidate', body };
  return call(settings, job, request, 201, candidateSchema);
}

export function findResult(
  settings: Settings,
  job: Job,
  resultId: string,
): Promise<Answer<TestResult>> {
  const path = `/test/result/${encodeURIComponent(resultId)}`;
  return call(settings, job, { method: 'GET', path }, 200, testResultSchema);
}

async function call<T>(
  settings: Settings,
  job: Job,
  request: { method: string; path: string; body?: string },
  expected: number,
  schema: z.ZodType<T>,
): Promise<Answer<T>> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    authorization: `Bearer ${job.company.providerToken}`,
    'user-agent': 'gupy-simulator',
  };
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  const url = `${settings.providerUrl}${request.path}`;
  const exchange = await exchangeWith(settings.fetch, { ...request, url, headers });
  if (exchange.failure !== undefined) {
    return { exchange, problem: `O provedor não respondeu: ${exchange.failure}` };
  }
  if (exchange.status !== expected) {
    return { exchange, problem: `O provedor respondeu ${exchange.status}; esperava ${expected}.` };
  }
  const parsed = schema.safeParse(parseJson(exchange.responseBody));
  if (parsed.success) return { exchange, value: parsed.data };
  return { exchange, problem: `Resposta fora do contrato. ${describe(parsed.error)}` };
}

/** undefined (which no schema here accepts) when the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function describe(error: z.ZodError) {
  return error.issues
    .map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`)
    .join('; ');
}
