import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';

import { access } from '../../src/access.ts';
import { app } from '../../src/app.tsx';
import { seed } from '../../src/cli/seed.ts';
import { database } from '../../src/db/client.ts';
import { fetchPage, origin, postForm } from '../support/pages.ts';
import { expectSecureHeaders, policyOf } from '../support/security-headers.ts';

const token = { Authorization: 'Bearer demo-gupy-token-acme' };

/** Breaks every page that shows an organization, as a half-done migration would. */
const breakDatabase = () => env.DB.exec('ALTER TABLE organizations RENAME COLUMN name TO broken');

interface Kind {
  what: string;
  status: number;
  type: RegExp;
  ask: () => Promise<Response>;
}

const html = /^text\/html/;
const json = /^application\/json/;
const kinds: Kind[] = [
  { what: 'a page', status: 200, type: html, ask: () => fetchPage('/t/demo-javascript') },
  { what: 'a form with an error', status: 422, type: html, ask: () => postForm('/sign-in', {}) },
  { what: 'a redirect', status: 303, type: /^$/, ask: () => postForm('/sign-out', {}) },
  { what: 'the way to sign-in', status: 303, type: /^$/, ask: () => fetchPage('/results') },
  {
    what: 'JSON',
    status: 200,
    type: json,
    ask: () => fetchPage('/gupy/test', { headers: token }),
  },
  { what: 'JSON 401', status: 401, type: json, ask: () => fetchPage('/gupy/test') },
  {
    what: 'JSON 400',
    status: 400,
    type: json,
    ask: () => fetchPage('/gupy/test?limit=401', { headers: token }),
  },
  { what: 'JSON 404', status: 404, type: json, ask: () => fetchPage('/gupy/nothing') },
  { what: 'a page 404', status: 404, type: html, ask: () => fetchPage('/nothing') },
  { what: 'an unknown link', status: 404, type: html, ask: () => fetchPage('/t/nothing') },
  {
    what: 'an unknown method',
    status: 404,
    type: html,
    ask: () => fetchPage('/sign-in', { method: 'DELETE' }),
  },
  {
    what: 'the notice of an htmx request',
    status: 401,
    type: html,
    ask: () =>
      fetchPage('/results', { headers: { 'HX-Request': 'true', 'HX-Request-Type': 'partial' } }),
  },
  {
    what: 'a form from another site',
    status: 403,
    type: html,
    ask: () =>
      postForm('/sign-out', {}, { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }),
  },
  {
    what: 'a body that is too large',
    status: 413,
    type: html,
    ask: () => postForm('/sign-in', { email: 'a'.repeat(1024 * 1024) }),
  },
  {
    what: 'our own failure',
    status: 500,
    type: html,
    ask: async () => {
      await breakDatabase();
      return fetchPage('/t/demo-javascript');
    },
  },
  {
    what: "our own failure towards an htmx request's page",
    status: 500,
    type: html,
    ask: async () => {
      await breakDatabase();
      return fetchPage('/t/demo-javascript', {
        headers: { 'HX-Request': 'true', 'HX-Request-Type': 'partial' },
      });
    },
  },
  {
    what: 'our own failure towards a partner',
    status: 500,
    type: json,
    ask: async () => {
      await env.DB.exec('ALTER TABLE provider_tokens RENAME COLUMN revoked_at TO broken');
      return fetchPage('/gupy/test', { headers: token });
    },
  },
];

describe('the security headers', () => {
  beforeEach(() => seed(database(env.DB)));

  it.each(kinds)('are on $what ($status)', async ({ what, status, type, ask }) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Content-Type') ?? '').toMatch(type);
    expectSecureHeaders(answer, what);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('are on every route there is, HEAD included', async () => {
    for (const [route, path] of paths()) {
      const method = route.split(' ')[0]!;
      for (const asked of method === 'GET' ? ['GET', 'HEAD'] : [method]) {
        const answer = await fetchPage(path, { method: asked });
        expectSecureHeaders(answer, `${asked} ${path}`);
        expect.soft(answer.headers.get('Cache-Control'), route).toBe('no-store');
        await answer.body?.cancel();
      }
    }
  });
});

describe('a page', () => {
  it('runs our scripts and styles only, and sends forms to us only', async () => {
    const policy = policyOf((await fetchPage('/')).headers);
    for (const name of ['script-src', 'style-src', 'img-src', 'connect-src', 'form-action'])
      expect.soft(policy[name], name).toEqual(["'self'"]);
  });

  it('shows images of the origins that its operator allowed, and of nothing broader', async () => {
    const ctx = createExecutionContext();
    const IMAGE_ORIGINS = "https://img.example * 'unsafe-inline' http://plain.example data:";
    const answer = await app.fetch(new Request(origin), { ...env, IMAGE_ORIGINS }, ctx);
    await waitOnExecutionContext(ctx);
    expect(policyOf(answer.headers)['img-src']).toEqual(["'self'", 'https://img.example']);
  });
});

/** Every route of the table with a path that matches it; what is asked for need not exist. */
function paths(): [string, string][] {
  return Object.keys(access).map((route) => [
    route,
    route
      .split(' ')[1]!
      .replace(/:number\{.*?\}(?=\/|$)/, '1')
      .replaceAll(/:\w+/g, 'nobody'),
  ]);
}
