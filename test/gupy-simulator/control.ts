import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import * as z from 'zod';

import { readText } from './exchange.ts';
import type { Settings } from './provider.ts';
import { describe, parseJson } from './provider.ts';
import type { Behaviour, Store, Target, TimelineEntry } from './store.ts';

export type SimulatorEnv = {
  Bindings: { PROVIDER_URL: string; BASE_URL: string };
  Variables: {
    store: Store;
    settings: Settings;
    /** The body of a recorded request. */
    body: string;
    /** What a recorded request did, told by its handler. */
    note: Pick<TimelineEntry, 'title' | 'text'> | undefined;
  };
};

const targets = z.enum(['result_webhook', 'rest']);

/** These would contradict the body that the runtime sends. */
const framing = new Set(['connection', 'content-length', 'transfer-encoding']);

export const headersSchema = z
  .record(
    z
      .string()
      .regex(/^[\w!#$%&'*+.^`|~-]+$/, 'not a header name')
      .refine((name) => !framing.has(name.toLowerCase()), 'set by the runtime'),
    z.string().regex(/^[\t\x20-\x7e]*$/, 'not a header value'),
  )
  .default({});

const behaviourSchema = z.strictObject({
  target: targets,
  status: z.int().min(200).max(599).optional(),
  delayMs: z.int().min(0).max(600_000).default(0),
  times: z.int().min(0).nullish(),
  headers: headersSchema,
});

/** `/_sim`: for scripts. What they see and do of applications is in control-applications.ts. */
export const control = new Hono<SimulatorEnv>()
  .get('/requests', (c) => c.json(c.var.store.listRequests()))
  .delete('/requests', (c) => {
    c.var.store.deleteRequests();
    return c.json(c.var.store.listRequests());
  })
  .get('/behaviour', (c) => c.json(c.var.store.behaviours))
  .put('/behaviour', async (c) => {
    const { text } = await readText(c.req.raw.body);
    const parsed = behaviourSchema.safeParse(parseJson(text));
    if (!parsed.success) return invalidControl(parsed.error);
    const { target, times = null, ...rest } = parsed.data;
    c.var.store.setBehaviour(target, { ...rest, times });
    return c.json(c.var.store.behaviours);
  })
  .delete('/behaviour', (c) => {
    c.var.store.resetBehaviours();
    return c.json(c.var.store.behaviours);
  });

export function invalidControl(error: z.ZodError) {
  return Response.json({ error: { code: 'invalid', message: describe(error) } }, { status: 400 });
}

/**
 * Keeps each request to `target` and makes it behave as told. A behaviour outside 2xx answers
 * instead of the handler, so nothing changes; one inside 2xx (or only a delay) lets the handler work
 * first and delays the answer after it, as a slow receiver does: the caller may give up on something
 * that did happen.
 */
export function recorded(target: Target): MiddlewareHandler<SimulatorEnv> {
  return async (c, next) => {
    const { store } = c.var;
    const at = store.timestamp();
    const { text, truncated } = await readText(c.req.raw.body);
    const behaviour = store.takeBehaviour(target);
    c.set('body', text);
    if (truncated) c.res = errorResponse(413, 'Body too large');
    else if (refuses(behaviour)) c.res = refusal(target, behaviour.status);
    else await next();
    const response = behave(c.res, behaviour);
    // Hono copies the old answer's headers over a new one's, unless the old one is taken away first.
    c.res = undefined;
    c.res = response;
    const url = new URL(c.req.url);
    const request = {
      at,
      method: c.req.method,
      path: url.pathname + url.search,
      headers: Object.fromEntries(c.req.raw.headers),
      body: text,
      target,
      status: c.res.status,
      ...(truncated ? { truncated } : {}),
    };
    store.recordRequest(request);
    await tellTimeline(store, request, c.res.clone(), c.var.note);
    if (behaviour?.delayMs) await new Promise((done) => setTimeout(done, behaviour.delayMs));
  };
}

function refuses(behaviour: Behaviour | null): behaviour is Behaviour & { status: number } {
  return behaviour?.status !== undefined && (behaviour.status < 200 || behaviour.status > 299);
}

function refusal(target: Target, status: number) {
  const response = errorResponse(status, 'Behaviour of the test');
  if (target === 'rest' && status === 429) response.headers.set('WAF', 'Rate-Limit');
  return response;
}

/** The error shape of Gupy's API, version 1. */
export function errorResponse(status: number, title: string, detail = title) {
  if (status === 304) return new Response(null, { status });
  return Response.json({ title, detail, status }, { status });
}

function behave(response: Response, behaviour: Behaviour | null) {
  if (!behaviour) return response;
  const status = (response.ok && behaviour.status) || response.status;
  const bodyless = status === 204 || status === 205 || status === 304;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(behaviour.headers)) headers.set(name, value);
  return new Response(bodyless ? null : response.body, { status, headers });
}

/** Reads change nothing, so they would only be noise beside what happened to the application. */
async function tellTimeline(
  store: Store,
  request: ReturnType<Store['listRequests']>[number],
  response: Response,
  note: SimulatorEnv['Variables']['note'],
) {
  const id = /\/(?:applications|webhooks\/results)\/(\d+)(?:[/?]|$)/.exec(request.path)?.[1];
  const application = store.findApplication(Number(id));
  if (!application || request.method === 'GET') return;
  const webhook = request.target === 'result_webhook';
  const refused = webhook ? 'Webhook de resultado recusado' : 'Chamada à API recusada';
  store.addToTimeline(application, {
    kind: webhook ? 'webhook' : 'rest',
    ...(note && response.ok ? note : { title: `${refused} (${response.status})` }),
    exchange: {
      method: request.method,
      url: request.path,
      requestHeaders: request.headers,
      requestBody: request.body,
      status: response.status,
      responseHeaders: Object.fromEntries(response.headers),
      responseBody: await response.text(),
      ms: 0,
    },
  });
}
