import { exports } from 'cloudflare:workers';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';

import { access } from '../../src/access.ts';
import { allRows, loseMessages } from '../support/candidate.ts';
import {
  hostileHeaders,
  hostilePart,
  hostileQuery,
  hugeBodies,
  randomBody,
  spoiledBody,
} from '../support/hostile.ts';
import { origin } from '../support/pages.ts';
import { aWorld, expectedBodies, restore, type Rows, type World } from '../support/world.ts';

// Every route of the access table, so that a new one is fuzzed from its first day.
const routes = Object.keys(access).map((route) => {
  const [method, path] = route.split(' ') as [string, string];
  return { route, method, path };
});

// The same inputs in every run; raise `times` to hunt.
const seed = 20261123;
const times = 1;

/** Made once; every test begins with its rows. */
let world: World;
let rows: Rows;
let log: MockInstance<typeof console.log>;
beforeEach(async () => {
  loseMessages();
  log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response());
  if (rows) return restore(rows);
  world = await aWorld();
  rows = (await allRows()) as Rows;
});
afterEach(() => vi.restoreAllMocks());

let person = 0;

/** Sends it as somebody who may, from an address that no limit knows; checks what always holds. */
async function survive(
  route: string,
  path: string,
  init: RequestInit & { headers?: Record<string, string> },
) {
  person += 1;
  const ip = `2001:db8::${person.toString(16)}`;
  const headers = { ...world.headersFor(route), 'CF-Connecting-IP': ip, ...init.headers };
  const request = new Request(origin + path, { ...init, headers, redirect: 'manual' });
  const answer = await exports.default.fetch(request);
  const text = await answer.text();
  if (answer.status >= 500)
    expect.fail(`${init.method} ${path.slice(0, 200)}\n${log.mock.calls.slice(-2).join('\n')}`);
  expect(text).not.toContain('<script>alert(1)');
  expect(text).not.toContain('<img src=x');
  if (/^\/(gupy|api\/v1|assessments\/ats)/.test(path) && answer.status >= 400)
    expect(JSON.parse(text).error.code).toMatch(/^[a-z_]+$/);

  const after = await allRows();
  if (answer.status >= 400 || init.method !== 'POST') expect(after).toEqual(rows);
  // What was accepted may have ended the attempt, the session …: the next one finds them again.
  else if (JSON.stringify(after) !== JSON.stringify(rows)) await restore(rows);
  return answer;
}

const check = <Values extends [unknown, ...unknown[]]>(
  property: fc.IAsyncProperty<Values>,
  numRuns: number,
) => fc.assert(property, { seed, numRuns: numRuns * times, endOnFailure: true });

describe.each(routes)('$route', ({ route, method, path }) => {
  it('answers whatever it is sent', { timeout: 60_000 }, async () => {
    await hostileAddresses(route, method, path);
    if (method !== 'POST') return;
    await hostileBodies(route, path);
    await bodiesWhoseSizeIsTheAttack(route, path);
  });
});

async function hostileAddresses(route: string, method: string, path: string) {
  const places = path.match(/:\w+/g)?.length ?? 0;
  const part = fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, hostilePart);
  await check(
    fc.asyncProperty(
      fc.nat(),
      fc.array(part, { minLength: places, maxLength: places }),
      hostileQuery,
      hostileHeaders,
      async (pick, parts, query, headers) => {
        const target = world.fill(path, pick, parts) + query;
        await survive(route, target, { method, headers });
      },
    ),
    places > 0 ? 12 : 6,
  );
}

async function hostileBodies(route: string, path: string) {
  const bodies = await expectedBodies(world);
  await check(
    fc.asyncProperty(
      fc.nat(),
      fc.oneof({ weight: 9, arbitrary: spoiledBody }, { weight: 1, arbitrary: randomBody }),
      async (pick, spoil) => {
        const { params, ...expected } = bodies.of(route, pick);
        const { type, bytes } = spoil(expected);
        const headers = type === undefined ? {} : { 'Content-Type': type };
        const target = world.fill(path, pick, [], params);
        await survive(route, target, { method: 'POST', headers, body: bytes });
      },
    ),
    24,
  );
}

async function bodiesWhoseSizeIsTheAttack(route: string, path: string) {
  const { params, format } = (await expectedBodies(world)).of(route, 0);
  for (const { type, bytes, tooLarge } of hugeBodies()) {
    if (!tooLarge && type.endsWith('json') !== (format === 'json')) continue;
    const init = { method: 'POST', headers: { 'Content-Type': type }, body: bytes };
    const answer = await survive(route, world.fill(path, 0, [], params), init);
    if (tooLarge) expect(answer.status).toBe(413);
  }
}

it('stops reading a body that never says how long it is', async () => {
  const chunk = new Uint8Array(256 * 1024).fill(97);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      if (sent > 40) controller.close();
      else controller.enqueue(chunk);
    },
  });
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const answer = await survive('POST /language', '/language', { method: 'POST', headers, body });
  expect(answer.status).toBe(413);
  expect(sent).toBeLessThan(10);
});

it('finds the forms of the pages, and the routes that they post to', async () => {
  const bodies = await expectedBodies(world);
  const posts = routes.filter(({ method }) => method === 'POST').map(({ route }) => route);
  expect(bodies.known().filter((route) => !posts.includes(route))).toEqual([]);
  for (const route of ['POST /sign-in', 'POST /t/:slug/attempts', 'POST /a/:token/submission'])
    expect(bodies.of(route, 0).fields).not.toEqual([]);
});
