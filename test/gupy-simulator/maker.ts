import { createApp } from './app.tsx';
import type { RecordedRequest } from './store.ts';

/** Makers for tests of the simulator itself. */
const env = { PROVIDER_URL: 'http://provider.test/gupy', BASE_URL: 'http://gupy.test' };
export const cpf = '01234567890';

export const result = {
  title: 'SQL',
  testCode: 'sql',
  description: '',
  providerName: 'Aferi',
  company_result_string: '**Total: 73%** <img src=x onerror=alert(1)> [x](javascript:alert(1))',
  providerLink: 'http://provider.test',
  status: 'done',
  result_page_url: 'http://provider.test/results/1',
  result_candidate_page_url: 'http://provider.test/r/1',
  results: [item('Total', 'major'), item('Joins', 'minor')],
};

export function item(title: string, tier: 'major' | 'minor') {
  const date = '2026-11-22T12:00:00.000Z';
  const words = { result_string: '73%', type_result: 'percentage', description: '' };
  return { score: 73, ...words, tier, title, date, other_informations: {} };
}

type Call = { url: string; headers: Headers; body: string };

/** A simulator whose provider is `answer`; `calls` is what the provider was asked. */
export function aSimulator(answer: (call: Call) => Response = aProvider) {
  const calls: Call[] = [];
  const app = createApp({
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const body = await request.text();
      const call = { url: request.url, headers: request.headers, body };
      calls.push(call);
      return answer(call);
    },
  });
  const later: Promise<unknown>[] = [];
  const context = { ...noContext, waitUntil: (work: Promise<unknown>) => void later.push(work) };
  const send = async (method: string, path: string, body?: unknown, headers = {}) =>
    app.request(path, { method, headers, ...bodyOf(body) }, env, context);
  const rest = (method: string, path: string, body?: unknown) =>
    send(method, `/api/v1${path}`, body, { authorization: 'Bearer demo-gupy-rest-token' });
  const received = async (): Promise<RecordedRequest[]> => json(send('GET', '/_sim/requests'));
  /** What goes on after the answer. */
  const settled = () => Promise.all(later);
  return { calls, send, rest, received, settled };
}

const noContext = { passThroughOnException: () => {}, props: {} };

function bodyOf(body: unknown) {
  if (body === undefined) return {};
  const plain = typeof body === 'string' || body instanceof URLSearchParams;
  return { body: plain ? body : JSON.stringify(body) };
}

export function aProvider({ url }: Call) {
  if (url.includes('/test/candidate')) {
    const test_url = 'http://provider.test/a/1';
    return Response.json({ test_url, test_result_id: 'r/1' }, { status: 201 });
  }
  if (url.includes('/test/result/')) return Response.json(result);
  const payload = [{ id: 'sql', name: 'SQL para análise' }];
  return Response.json({ limit: 50, offset: 0, total_tests: 1, payload });
}

type Simulator = ReturnType<typeof aSimulator>;

export async function anApplication({ send }: Simulator, person: Record<string, string> = {}) {
  await send('POST', '/jobs/101/test', new URLSearchParams({ id: 'sql', name: 'SQL' }));
  const form = { name: 'Ana Lima', email: 'ana@example.com', document: cpf, ...person };
  const answer = await send('POST', '/jobs/101/applications', new URLSearchParams(form));
  return Number(answer.headers.get('location')!.split('/').at(-1));
}

export async function html(answer: Response | Promise<Response>) {
  return (await answer).text();
}

/** What a test looks into; its own assertions are the schema. */
export async function json(answer: Response | Promise<Response>): Promise<any> {
  return (await answer).json();
}
