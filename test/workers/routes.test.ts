import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { access } from '../../src/access.ts';
import { app } from '../../src/app.tsx';
import type { AppEnv } from '../../src/env.ts';
import { guard } from '../../src/guard.ts';
import { allRows } from '../support/candidate.ts';
import type { Estate } from '../support/estate.ts';
import { origin } from '../support/pages.ts';
import {
  ask,
  credentials,
  isGet,
  isPost,
  pathOf,
  refused,
  routes,
  twoEstates,
} from '../support/sweep.ts';

// Each test asks for many routes as many people.
vi.setConfig({ testTimeout: 60_000 });

let acme: Estate;
beforeEach(async () => {
  ({ acme } = await twoEstates());
  return () => vi.restoreAllMocks();
});

describe('the route table', () => {
  it('classifies every route that exists, and no other', () => {
    const existing = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(existing)].toSorted()).toEqual(Object.keys(access).toSorted());
  });

  it('is what lets a request in: a route that it does not name fails', async () => {
    const forgotten = new Hono<AppEnv>().use(guard).get('/forgotten', (c) => c.text('open'));
    forgotten.onError((error, c) => c.text(error.message, 500));
    const answer = await forgotten.request('/forgotten', {}, env);
    expect(await answer.text()).toBe('unclassified route: GET /forgotten');
  });
});

describe('whoever may', () => {
  it('gets in everywhere, and what they send is written', async () => {
    for (const route of routes) {
      const before = await allRows();
      const answer = await ask(route, { estate: acme, headers: credentials(route, acme) });
      expect.soft([401, 403, 404, 500], route.route).not.toContain(answer.status);
      if (route.who === 'public') continue;
      expect.soft(answer.status, route.route).toBeLessThan(400);
      // A test message leaves nothing but what its page says.
      if (isPost(route) && route.route !== 'POST /integrations/webhooks/:id/test')
        expect.soft(await allRows(), `rows after ${route.route}`).not.toEqual(before);
    }
  });

  it('changes nothing by looking', async () => {
    const before = await allRows();
    for (const route of routes.filter(isGet)) {
      const caller = { estate: acme, headers: credentials(route, acme) };
      await ask(route, caller);
      await ask({ ...route, method: 'HEAD' }, caller);
      expect.soft(await allRows(), `rows after ${route.route}`).toEqual(before);
    }
  });
});

it("another site sends nothing in a visitor's name", async () => {
  const evil = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' };
  const disguises: Record<string, Record<string, string>> = {
    'a form': evil,
    'a sandboxed frame': { ...evil, Origin: 'null' },
    'a sibling domain': { Origin: 'http://evil.localhost:8787', 'Sec-Fetch-Site': 'same-site' },
    'another port': { Origin: 'http://localhost:8788' },
    'plain text': { ...evil, 'Content-Type': 'text/plain' },
    JSON: { ...evil, 'Content-Type': 'application/json' },
  };
  for (const [who, headers] of Object.entries(disguises)) {
    const posts = routes.filter(isPost);
    const visitor = (route: (typeof posts)[number]) => ({
      estate: acme,
      headers: { ...credentials(route, acme), ...headers },
    });
    await refused(who, posts, visitor, 403);
  }
});

it('outside of development nothing of the development server exists', async () => {
  const ofDevelopment = routes.filter(({ who }) => who === 'dev');
  expect(ofDevelopment).not.toEqual([]);
  for (const route of ofDevelopment) {
    const ctx = createExecutionContext();
    const request = new Request(`${origin}${pathOf(route, { estate: acme })}`);
    const answer = await app.fetch(request, { ...env, ENVIRONMENT: 'production' }, ctx);
    await waitOnExecutionContext(ctx);
    expect.soft(answer.status, route.route).toBe(404);
  }
});
