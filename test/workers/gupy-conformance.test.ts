import { env, exports } from 'cloudflare:workers';
import { afterEach, expect, it, vi } from 'vitest';

import { ring } from '../../src/cron.ts';
import { clauses } from '../gupy-simulator/conformance/clauses.ts';
import type { Received } from '../gupy-simulator/conformance/context.ts';
import { run } from '../gupy-simulator/conformance/run.ts';
import { loseMessages } from '../support/candidate.ts';
import { aCompany, anOffer, takeTest } from '../support/gupy.ts';
import { origin } from '../support/pages.ts';

afterEach(() => vi.restoreAllMocks());

it('Aferi keeps every clause of the conformance kit', async () => {
  loseMessages(); // The webhook comes with the sweep, which this test rings itself.
  const webhooks: Received[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
    const headers = Object.fromEntries(new Headers(init?.headers));
    webhooks.push({ method: init?.method ?? 'GET', headers, body: init?.body as string });
    return new Response('ok');
  });
  const acme = await aCompany();
  const beta = await aCompany();
  await anOffer(acme);
  await anOffer(acme, { createdAt: 2 });

  const outcomes = await run({
    url: `${origin}/gupy`,
    token: acme.token,
    otherToken: beta.token,
    companyId: acme.companyId,
    fetch: (url, init) => exports.default.fetch(new Request(url, init)),
    sleep: async () => {},
    completion: {
      takeTest: (test_url) => takeTest({ test_url, test_result_id: '' }),
      waitSeconds: 2,
      webhooks: {
        url: 'https://hooks.gupy.io/results/9?key=a',
        received: async () => {
          await ring(env);
          return webhooks;
        },
      },
    },
  });
  expect(outcomes.filter(({ result }) => result !== 'pass')).toEqual([]);
  expect(outcomes).toHaveLength(clauses.length);
  // Every sweep found the one hand-over done.
  expect(webhooks).toHaveLength(1);
});
