import type { Received } from './context.ts';
import type { Fetch } from './exchange.ts';
import type { Fault } from './fake-faults.ts';
import { problemsOf, type Values } from './fake-rules.ts';

interface Attempt {
  id: string;
  identity: string;
  body: string;
  values: Values;
  state: 'notStarted' | 'done';
}

const tokens: Record<string, { companyId: bigint }> = {
  'token-one': { companyId: 1n },
  'token-two': { companyId: 2n },
};
const tests = [
  { id: 'logica', name: 'Lógica de programação', category: 'Código', level: 'basic' },
  { id: 'sql', name: 'SQL', description: 'Consultas', level: 'advanced' },
  { id: 'vendas', name: 'Vendas' },
];

/**
 * A provider in memory that keeps every clause, but for the faults that are switched on: it proves that
 * each clause can be broken, and that keeping them all is possible. `finish` takes a test.
 */
export function fakeProvider(faults: readonly Fault[] = [], base = 'http://provider.test') {
  const has = (fault: Fault) => faults.includes(fault);
  const attempts: Attempt[] = [];
  const webhooks: Received[] = [];
  let requests = 0;

  const fetch: Fetch = async (address, { method, headers, body = '' }) => {
    requests += 1;
    const url = new URL(address);
    if (!url.pathname.startsWith('/gupy/')) return page(url);
    const [, endpoint = '', id = ''] =
      /^\/gupy(\/test(?:\/[a-z]+)?)\/?(.*)$/.exec(url.pathname) ?? [];
    const owner = ownerOf(headers['authorization']);
    if (!owner) return refuse(401);
    if (endpoint === '/test') return catalogue(url.searchParams);
    if (endpoint === '/test/candidate' && method === 'POST') return register(owner, body);
    return read(owner, decodeURIComponent(id));
  };

  function ownerOf(authorization: string | undefined) {
    const one = tokens['token-one'];
    if (authorization === undefined) return has('no token needed') ? one : undefined;
    const token = /^Bearer (\S+)$/.exec(authorization)?.[1];
    if (token === undefined) return has('any scheme') ? one : undefined;
    return tokens[token] ?? (has('any token') ? one : undefined);
  }

  function refuse(status: number, fields?: Record<string, string>) {
    const requestId = `request-${requests}`;
    const named = fields && !has('fields unnamed') ? { fields } : {};
    const error = { code: `e${status}`, message: 'No', ...named, requestId };
    return Response.json(has('errors of their own') ? { message: 'No' } : { error }, { status });
  }

  function catalogue(query: URLSearchParams) {
    const raw = { limit: query.get('limit') ?? '50', offset: query.get('offset') ?? '0' };
    const numeric = /^-?\d+$/.test(raw.limit) && /^-?\d+$/.test(raw.offset);
    if (!numeric && !has('numbers guessed')) return refuse(400, { limit: 'x', offset: 'x' });
    let limit = Number.parseInt(raw.limit, 10) || 0;
    let offset = Number.parseInt(raw.offset, 10) || 0;
    if (limit > 400 && !has('limit unbounded')) return refuse(400, { limit: 'x' });
    if (offset < 0 && has('negative offset refused')) return refuse(400, { offset: 'x' });
    if (limit === 0 && has('limit 0 is the default')) limit = 50;
    offset = Math.max(0, offset);
    const plain = (text: string) =>
      has('search is literal')
        ? text
        : text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    const wanted = has('search ignored') ? '' : plain(query.get('searchString') ?? '');
    const found = tests.filter(({ name }) => plain(name).includes(wanted));
    const start = has('offset ignored') ? 0 : offset;
    const payload = found.slice(start, start + limit).map((test) => ({
      ...test,
      ...(has('null for unknown') && !test.category ? { category: null } : {}),
      ...(has('a key too many in a test') ? { price: 1 } : {}),
    }));
    const more = has('a key too many in the catalogue') ? { page: 1 } : {};
    return Response.json({ limit, offset, total_tests: found.length, payload, ...more });
  }

  async function register({ companyId }: { companyId: bigint }, text: string) {
    const parsed = problemsOf(text, has);
    if ('problems' in parsed) return refuse(400, parsed.problems);
    const { values } = parsed;
    if (values.company_id !== companyId && !has('any company')) return refuse(403);
    if (!tests.some(({ id }) => id === values.test_id) && !has('any test')) return refuse(404);
    const job = has('job_id ignored') ? '' : String(values.job_id ?? '');
    const identity = [companyId, values.document_id, values.test_id, job].join(' ');
    const email = has('e-mail case counts') ? values.email : values.email.toLowerCase();
    const body = [values.name, email, values.callback_url, values.candidate_type].join(' ');
    if (has('duplicates race')) await Promise.resolve();
    const earlier = attempts.filter((one) => one.identity === identity);
    if (has('duplicates race')) await new Promise((done) => setTimeout(done, 1));
    const latest = earlier.at(-1);
    const retest = values.previous_result === 'fail';
    if (retest && !latest && has('newcomers cannot fail')) return refuse(409);
    const again = retest && latest?.state === 'done' && !has('retest is the old attempt');
    if (latest && !again) {
      const begun = retest && earlier.length === 1;
      if (begun && latest.state !== 'done' && !has('retest at any time')) return refuse(409);
      const meant = retest ? latest : earlier[0]!;
      if (meant.body !== body && !has('contradictions accepted')) return refuse(409);
      return created(meant);
    }
    const attempt: Attempt = { id: newId(), identity, body, values, state: 'notStarted' };
    attempts.push(attempt);
    return created(attempt);
  }

  function created({ id }: Attempt) {
    const nonce = has('another answer each time') ? `?n=${requests}` : '';
    const made = { test_url: `${base}/t/${id}${nonce}`, test_result_id: id };
    return Response.json(has('a key too many for a candidate') ? { ...made, ok: true } : made, {
      status: 201,
    });
  }

  function newId() {
    return `id-${attempts.length}-${'x'.repeat(8)}`;
  }

  function read({ companyId }: { companyId: bigint }, id: string) {
    const attempt = attempts.find((one) => one.id === id);
    if (!attempt) return has('unknown results are empty') ? Response.json({}) : refuse(404);
    const own = attempt.values.company_id === companyId;
    if (!own && !has('results for everybody')) return refuse(404);
    return new Response(resultOf(attempt));
  }

  function resultOf({ id, state }: Attempt) {
    const done = state === 'done';
    const item = (tier: string, title: string) => ({
      score: has('broken scores') ? 72.5 : 73,
      result_string: '73%',
      type_result: 'percentage',
      tier,
      title,
      description: '',
      date: '2026-11-22T12:00:00.000Z',
      other_informations: {},
    });
    const items = [item('major', 'Total'), item('minor', 'Velocidade')];
    return JSON.stringify({
      title: 'Teste',
      testCode: 'logica',
      description: '',
      providerName: 'Fake',
      company_result_string: has('results told anew') && done ? `At ${requests}` : '73%',
      providerLink: base,
      status: done || has('done from the start') ? 'done' : 'notStarted',
      result_page_url: `${base}/company/${id}`,
      result_candidate_page_url: `${base}/candidate/${id}`,
      results: done ? (has('total last') ? items.toReversed() : items) : [],
      ...(has('an eleventh key') ? { extra: 1 } : {}),
    });
  }

  function page(url: URL) {
    const [, place, id] = url.pathname.split('/');
    const attempt = attempts.find((one) => one.id === id);
    if (!attempt) return new Response('', { status: 404 });
    const { values, state } = attempt;
    if (place === 'company')
      return has('company page open') ? html(values.name) : new Response('', { status: 401 });
    if (place === 'candidate')
      return html(has('candidate page says all') ? `Velocidade ${values.email}` : 'Total: 73%');
    if (has('opening begins the test')) attempt.state = 'done';
    if (state !== 'done' && has('the test is no page')) return html('Teste', 'text/plain');
    const offered = state === 'done' ? !has('no way back') : has('way back from the start');
    const way = `<a href="${values.callback_url.replaceAll('&', '&amp;')}">Voltar</a>`;
    return html(offered ? way : 'Teste');
  }

  /** The candidate's part: ends the test behind this address, as a browser would. */
  function finish(testUrl: string) {
    const attempt = attempts.find(({ id }) => id === new URL(testUrl).pathname.split('/')[2])!;
    attempt.state = 'done';
    if (attempt.values.result_webhook_url === undefined || has('no webhook')) return;
    const body = has('another webhook body') ? '{}' : resultOf(attempt);
    const id = has('webhook without id') ? {} : { 'webhook-id': 'one' };
    const headers = { 'content-type': 'application/json', ...id };
    webhooks.push({ method: 'POST', headers, body });
  }

  return { fetch, finish, webhooks, url: `${base}/gupy` };
}

function html(text: string, type = 'text/html') {
  return new Response(`<p>${text}</p>`, { headers: { 'content-type': type } });
}
