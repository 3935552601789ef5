import { describe, expect, test } from 'vitest';

import { clauses } from '../gupy-simulator/conformance/clauses.ts';
import { type Fault, faults } from '../gupy-simulator/conformance/fake-faults.ts';
import { fakeProvider } from '../gupy-simulator/conformance/fake-provider.ts';
import { run } from '../gupy-simulator/conformance/run.ts';

function look(broken: Fault[] = [], changes: Partial<Parameters<typeof run>[0]> = {}) {
  const { fetch, finish, webhooks, url } = fakeProvider(broken);
  const listener = { url: 'https://hooks.gupy.io/1', received: () => webhooks };
  return run({
    url,
    token: 'token-one',
    otherToken: 'token-two',
    companyId: 1n,
    fetch,
    seed: 1n,
    sleep: async () => {},
    completion: { takeTest: finish, waitSeconds: 4, webhooks: listener },
    ...changes,
  });
}

const ids = (outcomes: Awaited<ReturnType<typeof run>>, result: string) =>
  outcomes.filter((outcome) => outcome.result === result).map(({ id }) => id);

describe('the conformance kit', () => {
  test('a provider that keeps the contract passes every clause', async () => {
    const outcomes = await look();
    expect(outcomes.filter(({ result }) => result !== 'pass')).toEqual([]);
    expect(outcomes).toHaveLength(clauses.length);
  });

  test.each(Object.entries(faults))('"%s" breaks exactly %j', async (fault, broken) => {
    expect(ids(await look([fault as Fault]), 'fail').toSorted()).toEqual(broken.toSorted());
  });

  test('each clause is broken by one of these faults', () => {
    const breakable = new Set(Object.values(faults).flat());
    expect(clauses.map(({ id }) => id).filter((id) => !breakable.has(id))).toEqual([]);
  });
});
