import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { loseMessages } from '../support/candidate.ts';
import {
  aCandidate,
  aCompany,
  anOffer,
  askProvider,
  type Company,
  expectError,
  type Fields,
  register,
  type Registered,
  registered,
  registeredRows,
  setAssessment,
  setAttempts,
  startTest,
  takeTest,
  toJson,
} from '../support/gupy.ts';

let acme: Company;
let testId: string;
beforeEach(async () => {
  loseMessages(); // What is delivered is another file's matter.
  acme = await aCompany();
  testId = await anOffer(acme);
});
afterEach(() => vi.restoreAllMocks());

const send = (fields: Fields = {}) => register(acme, aCandidate(acme, testId, fields));

const post = (body: string | Uint8Array<ArrayBuffer>) =>
  askProvider('/test/candidate', acme.token, { method: 'POST', body });

/** The id that a body leads to; every body here must be accepted. */
async function idOf(fields: Fields = {}): Promise<string> {
  const answer = await send(fields);
  expect(answer.status).toBe(201);
  return (await answer.json<Registered>()).test_result_id;
}

/** The answer to a body that must be accepted, as it is. */
async function text(fields: Fields = {}): Promise<string> {
  const answer = await send(fields);
  expect(answer.status).toBe(201);
  return answer.text();
}

describe('A.2 idempotency', () => {
  it('A.2 the same request again has the byte-identical answer', async () => {
    const first = await text();
    const before = await registeredRows();
    for (let i = 0; i < 3; i += 1) expect(await text()).toBe(first);
    expect(await registeredRows()).toEqual(before);
  });

  it('A.2 the order of keys, spaces and extra fields do not matter', async () => {
    const first = await text();
    const entries = Object.entries(aCandidate(acme, testId, { gender: 'x' })).toReversed();
    const answer = await post(toJson(Object.fromEntries(entries)).replaceAll(',"', ' ,\n "'));
    expect(await answer.text()).toBe(first);
  });

  it('A.2 the e-mail is compared without case', async () => {
    const first = await text({ email: 'Marina.Duarte@Acme.Example' });
    expect(await text({ email: 'marina.duarte@acme.example' })).toBe(first);
    expect(await text({ email: 'MARINA.DUARTE@ACME.EXAMPLE' })).toBe(first);
    expect((await registeredRows()).candidates.map(({ email }) => email)).toEqual([
      'marina.duarte@acme.example',
    ]);
  });

  it('A.2 it stays the same while the test is taken, and after its end', async () => {
    const test = await registered(acme, testId);
    await startTest(test);
    expect(await registered(acme, testId)).toEqual(test);
    await takeTest(test);
    expect(await registered(acme, testId)).toEqual(test);
    expect((await registeredRows()).attempts).toHaveLength(1);
  });

  it('A.2 who is registered keeps the way in when the test is withdrawn', async () => {
    const test = await registered(acme, testId);
    await setAssessment(testId, { offeredToGupy: false });
    expect(await registered(acme, testId)).toEqual(test);
    expect((await send({ job_id: 78n })).status).toBe(404);
    expect((await send({ name: 'Outra' })).status).toBe(404);
  });

  it('A.2 twenty simultaneous duplicates make one attempt and one answer', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => text()));
    expect(new Set(answers).size).toBe(1);
    const { attempts: made, candidates: people, registrations } = await registeredRows();
    expect([made.length, people.length, registrations.length]).toEqual([1, 1, 1]);
  });

  it('A.2 of simultaneous requests that contradict each other one wins, the others are 409', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => send({ name: `Pessoa ${i % 3}` })),
    );
    const winners = answers.filter(({ status }) => status === 201);
    expect(winners).toHaveLength(4);
    expect(new Set(await Promise.all(winners.map((answer) => answer.text()))).size).toBe(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(8);
    expect((await registeredRows()).attempts).toHaveLength(1);
  });

  it.each([
    { name: 'Marina D.' },
    { email: 'other@acme.example' },
    { callback_url: 'https://acme.gupy.io/candidates/callback?step=8' },
    { result_webhook_url: 'https://hooks.gupy.io/results/10' },
    { result_webhook_url: undefined },
    { candidate_type: 'internal' },
    { candidate_type: null },
  ])('A.2 the same identity with another %j is 409 and changes nothing', async (fields) => {
    await text();
    const before = await registeredRows();
    await expectError(await send(fields), 409, 'conflict');
    expect(await registeredRows()).toEqual(before);
  });

  it('A.2 another job, document or test is another attempt', async () => {
    const ids = [
      await idOf(),
      await idOf({ job_id: 78n }),
      await idOf({ job_id: undefined }),
      await idOf({ document_id: 1n }),
      await idOf({ test_id: await anOffer(acme) }),
    ];
    expect(new Set(ids).size).toBe(5);
    expect((await registeredRows()).attempts).toHaveLength(5);
    expect((await registeredRows()).candidates).toHaveLength(1);
  });

  it('A.2 another organization is another attempt', async () => {
    const beta = await aCompany();
    await registered(acme, testId);
    await registered(beta, await anOffer(beta));
    expect((await registeredRows()).candidates).toHaveLength(2);
  });

  it('A.2 a document that is a job and a job that is a document are two identities', async () => {
    const one = await idOf({ document_id: 5n, job_id: 6n });
    expect(await idOf({ document_id: 6n, job_id: 5n })).not.toBe(one);
  });

  it('A.2 identities survive the rotation of their secret', async () => {
    const test = await registered(acme, testId);
    const secret = env.IDENTITY_SECRET;
    env.IDENTITY_SECRET = `new-identity-secret,${secret}`;
    try {
      expect(await registered(acme, testId)).toEqual(test);
      expect((await send({ name: 'Outra' })).status).toBe(409);
      const later = await registered(acme, testId, { job_id: 78n });
      env.IDENTITY_SECRET = 'new-identity-secret';
      expect(await registered(acme, testId, { job_id: 78n })).toEqual(later);
      // The old secret is gone for good: so is what it knew.
      expect(await registered(acme, testId)).not.toEqual(test);
    } finally {
      env.IDENTITY_SECRET = secret;
    }
  });
});

describe('A.2 retest', () => {
  const fail = { previous_result: 'fail' };
  it('A.2 after a completed attempt "fail" makes one new attempt, the same for every repetition', async () => {
    const first = await registered(acme, testId);
    await takeTest(first);
    const second = await registered(acme, testId, fail);
    expect(second.test_result_id).not.toBe(first.test_result_id);
    expect(second.test_url).not.toBe(first.test_url);
    for (let i = 0; i < 3; i += 1) expect(await registered(acme, testId, fail)).toEqual(second);
    expect((await registeredRows()).attempts).toHaveLength(2);
  });

  it.each(['expired', 'cancelled'] as const)('A.2 after an %s attempt, too', async (state) => {
    const first = await registered(acme, testId);
    await setAttempts({ state });
    const second = await registered(acme, testId, fail);
    expect(second.test_result_id).not.toBe(first.test_result_id);
    expect(await registered(acme, testId, fail)).toEqual(second);
  });

  it('A.2 with an unfinished attempt it is 409 and changes nothing', async () => {
    const first = await registered(acme, testId);
    await expectError(await send(fail), 409, 'conflict');
    await startTest(first);
    const before = await registeredRows();
    await expectError(await send(fail), 409, 'conflict');
    await setAttempts({ state: 'submitted', submittedAt: 1 });
    await expectError(await send(fail), 409, 'conflict');
    expect((await registeredRows()).attempts).toHaveLength(before.attempts.length);
  });

  it('A.2 without an earlier attempt here it is a first attempt, and logged', async () => {
    const log = vi.spyOn(console, 'log');
    const first = await registered(acme, testId, fail);
    const lines = log.mock.calls.flat().join('\n');
    expect(lines).toContain('retest without an earlier attempt here');
    expect(lines).not.toContain('marina@acme.example');
    expect(await registered(acme, testId, fail)).toEqual(first);
    expect(await registered(acme, testId)).toEqual(first);
    expect((await registeredRows()).attempts).toHaveLength(1);
  });

  it('A.2 the retest may have another name, e-mail and URLs than the first attempt', async () => {
    await takeTest(await registered(acme, testId));
    const changed = { ...fail, name: 'M. Duarte', callback_url: 'https://acme.gupy.io/other' };
    const second = await registered(acme, testId, changed);
    expect(await registered(acme, testId, changed)).toEqual(second);
    await expectError(await send({ ...changed, name: 'Outra' }), 409, 'conflict');
  });

  it('A.2 without "fail" the request still means the first attempt', async () => {
    const first = await registered(acme, testId);
    await takeTest(first);
    await registered(acme, testId, fail);
    expect(await registered(acme, testId)).toEqual(first);
  });

  it('A.2 once the retest is finished as well, "fail" makes the next one', async () => {
    const first = await registered(acme, testId);
    await takeTest(first);
    const second = await registered(acme, testId, fail);
    await takeTest(second);
    const third = await registered(acme, testId, fail);
    const ids = [first, second, third].map(({ test_result_id }) => test_result_id);
    expect(new Set(ids).size).toBe(3);
    const generations = (await registeredRows()).registrations.map(({ generation }) => generation);
    expect(new Set(generations)).toEqual(new Set([1, 2, 3]));
  });

  it('A.2 a retest of another job is its first attempt', async () => {
    const first = await registered(acme, testId);
    const other = await registered(acme, testId, { ...fail, job_id: 78n });
    expect(other.test_result_id).not.toBe(first.test_result_id);
  });

  it('A.2 twenty simultaneous retests make one new attempt', async () => {
    await takeTest(await registered(acme, testId));
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => registered(acme, testId, fail)),
    );
    expect(new Set(answers.map(({ test_result_id }) => test_result_id)).size).toBe(1);
    expect((await registeredRows()).attempts).toHaveLength(2);
  });
});
