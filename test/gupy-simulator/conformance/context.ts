import { Broken, isObject, NotChecked, objectIn } from './clause.ts';
import { type Ask, type Exchange, exchangeWith, type Fetch } from './exchange.ts';
import { type Fields, freshSeed, inventor, toJson } from './fields.ts';

export interface Options {
  /** What a provider registers at Gupy: the base of `/test`. */
  url: string;
  token: string;
  /** Gupy's id of the token's company. */
  companyId: bigint;
  /** A token of another company. */
  otherToken?: string | undefined;
  /** Which test people are registered for; the catalogue's first unless told. */
  testId?: string | undefined;
  callbackUrl?: string | undefined;
  fetch: Fetch;
  sleep?: ((ms: number) => Promise<void>) | undefined;
  /** Where the numbers of invented people begin. */
  seed?: bigint | undefined;
  /** Lets somebody take a test to its end; without it completion isn't checked. */
  completion?: Completion | undefined;
}

export interface Completion {
  takeTest: (testUrl: string) => Promise<void> | void;
  /** How long the result may take, in seconds. */
  waitSeconds: number;
  /** Somewhere that takes webhooks; without it they aren't checked. */
  webhooks?: { url: string; received: () => Promise<Received[]> | Received[] } | undefined;
}

export interface Received {
  method: string;
  headers: Record<string, string>;
  body: string;
}

export interface Registered {
  fields: Fields;
  exchange: Exchange;
  testUrl: string;
  resultId: string;
}

const defaultCallback = 'https://conformance.gupy.io/return?candidate=1';

/** What all clauses of a run share. */
export function createSession(options: Options) {
  const { companyId, callbackUrl = defaultCallback, seed = freshSeed() } = options;
  return {
    options,
    callbackUrl,
    invent: inventor(seed, companyId, callbackUrl),
    sleep: options.sleep ?? ((ms: number) => new Promise<void>((done) => setTimeout(done, ms))),
    made: new Map<string, Promise<{ value: unknown; exchange: Exchange | undefined }>>(),
  };
}

export type Session = ReturnType<typeof createSession>;
export type Context = ReturnType<typeof createContext>;

/** What one clause works with: `trace` is what it asked, `reused` what another one had; newest last. */
export function createContext(session: Session) {
  const { options, sleep } = session;
  const base = options.url.replace(/\/+$/, '');
  const trace: Exchange[] = [];
  const reused: Exchange[] = [];

  /** Asks the provider: a path of its API, with the token unless told otherwise, or a whole URL. */
  async function ask(path: string, request: Ask = {}): Promise<Exchange> {
    const own = path.startsWith('/');
    const credentials = own ? { authorization: `Bearer ${options.token}` } : {};
    const url = own ? base + path : path;
    const exchange = await exchangeWith(options.fetch, sleep, url, { ...credentials, ...request });
    trace.push(exchange);
    if (exchange.status === null) throw new Broken(exchange.body, exchange);
    return exchange;
  }

  /** Makes something at its first use in the run; what can't be made can't be checked later either. */
  async function once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const making =
      session.made.get(name) ?? make().then((value) => ({ value, exchange: trace.at(-1) }));
    session.made.set(name, making);
    const made = await making.catch((error: unknown) => {
      throw new NotChecked(error instanceof Error ? error.message : String(error));
    });
    if (made.exchange) reused.push(made.exchange);
    return made.value as T;
  }

  const firstPage = () =>
    once('first page', async () => {
      const exchange = await ask('/test');
      const { payload, total_tests } = objectIn(exchange);
      const readable = exchange.status === 200 && Array.isArray(payload);
      if (!readable) throw new NotChecked('the catalogue could not be read');
      return { tests: payload.filter(isObject), total: Number(total_tests) };
    });

  async function aCandidate(changes: Fields = {}): Promise<Fields> {
    const testId = options.testId ?? (await firstPage()).tests[0]?.['id'];
    if (typeof testId !== 'string') throw new NotChecked('no test is offered');
    return { ...session.invent(testId), ...changes };
  }

  const send = (fields: Fields) => ask('/test/candidate', { method: 'POST', body: toJson(fields) });

  /** Registers somebody who must be accepted for the clause to mean anything. */
  async function registered(changes: Fields = {}): Promise<Registered> {
    const fields = await aCandidate(changes);
    const exchange = await send(fields);
    if (exchange.status !== 201)
      throw new NotChecked(`registering a candidate was answered ${exchange.status}`);
    const { test_url: testUrl, test_result_id: resultId } = objectIn(exchange);
    if (typeof testUrl !== 'string' || typeof resultId !== 'string')
      throw new NotChecked('registering a candidate gave no test_url or test_result_id');
    return { fields, exchange, testUrl, resultId };
  }

  return {
    session,
    trace,
    reused,
    ask,
    once,
    firstPage,
    aCandidate,
    send,
    registered,
    /** Somebody who is registered and never begins. */
    known: () => once('known', () => registered()),
    resultOf: (id: string) => ask(`/test/result/${encodeURIComponent(id)}`),
    openPage: (url: string) => ask(url, { accept: 'text/html' }),
  };
}
