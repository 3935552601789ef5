import * as z from 'zod';

import type { Application, Job } from './store.ts';

/** What went over the wire, kept as text so that it can be shown exactly as it was. */
export type Exchange = {
  method: string;
  url: string;
  requestHeaders: Record<string, string>;
  requestBody: string;
  /** null when no answer came; then `failure` says why. */
  status: number | null;
  responseHeaders: Record<string, string>;
  responseBody: string;
  ms: number;
  failure?: string;
};

export type Answer<T> = { exchange: Exchange } & (
  | { value: T; problem?: undefined }
  | { value?: undefined; problem: string }
);

export type Settings = { providerUrl: string; baseUrl: string; fetch: typeof fetch };

const timeoutMs = 15_000;
/** Both of what we receive and of what we read from the provider. */
export const maxBodyBytes = 256 * 1024;

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
  const started = Date.now();
  const exchange: Exchange = {
    method: request.method,
    url,
    requestHeaders: headers,
    requestBody: request.body ?? '',
    status: null,
    responseHeaders: {},
    responseBody: '',
    ms: 0,
  };
  try {
    const response = await settings.fetch(url, {
      method: request.method,
      headers,
      ...(request.body === undefined ? {} : { body: request.body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    exchange.status = response.status;
    exchange.responseHeaders = Object.fromEntries(response.headers);
    exchange.responseBody = (await readText(response.body)).text;
  } catch (error) {
    exchange.failure = error instanceof Error ? error.message : String(error);
  }
  exchange.ms = Date.now() - started;
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

/** At most `maxBodyBytes`; what is longer is cut and marked, never buffered. */
export async function readText(body: ReadableStream<Uint8Array> | null) {
  const decoder = new TextDecoder();
  let text = '';
  let left = maxBodyBytes;
  if (!body) return { text, truncated: false };
  for await (const chunk of body) {
    text += decoder.decode(chunk.subarray(0, left), { stream: true });
    if (chunk.byteLength > left) return { text, truncated: true };
    left -= chunk.byteLength;
  }
  return { text: text + decoder.decode(), truncated: false };
}
