import { expect, it, vi } from 'vitest';

import { candidateScenarios } from './candidate-scenarios.ts';
import { formRequest } from './journeys.ts';
import { memberScenarios } from './member-scenarios.ts';
import { providerScenarios } from './provider-scenarios.ts';
import { aWorld } from './world.ts';

/** better-auth leaves this as soon as it does anything. */
const hasRun = () => Symbol.for('better-auth:global') in globalThis;

it('account code runs when somebody signs in, for no candidate, ATS or member before', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response());
  const world = await aWorld(1000, Date.now());
  for (const scenario of [...candidateScenarios, ...providerScenarios, ...memberScenarios])
    await world.meter.send(await scenario.request(world));
  expect(hasRun()).toBe(false);

  await world.meter.send(formRequest('/sign-in/confirm', { token: 'a'.repeat(43) }));
  expect(hasRun()).toBe(true);
  vi.restoreAllMocks();
});
