import { beforeEach, describe, expect, it } from 'vitest';

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
  registeredRows,
  toJson,
} from '../support/gupy.ts';

let acme: Company;
let testId: string;
beforeEach(async () => {
  acme = await aCompany();
  testId = await anOffer(acme);
});

const send = (fields: Fields = {}, raw: Record<string, string> = {}) =>
  register(acme, aCandidate(acme, testId, fields), raw);

const post = (body: string | Uint8Array<ArrayBuffer>) =>
  askProvider('/test/candidate', acme.token, { method: 'POST', body });

/** 400 with exactly these fields, and nothing written. */
async function expectInvalid(answer: Response, fields: string[]) {
  expect(answer.status).toBe(400);
  const { error } = await answer.json<any>();
  expect(Object.keys(error).toSorted()).toEqual(['code', 'fields', 'message', 'requestId']);
  expect(error.code).toBe('invalid');
  expect(Object.keys(error.fields).toSorted()).toEqual(fields.toSorted());
  for (const message of Object.values(error.fields)) expect(message).toMatch(/./);
  expect(await registeredRows()).toEqual({ candidates: [], attempts: [], registrations: [] });
}

/** The id that a body leads to; every body here must be accepted. */
async function idOf(fields: Fields = {}, raw: Record<string, string> = {}): Promise<string> {
  const answer = await send(fields, raw);
  expect(answer.status).toBe(201);
  return (await answer.json<Registered>()).test_result_id;
}

describe('A.2 fields', () => {
  const required = [
    'company_id',
    'document_id',
    'test_id',
    'name',
    'email',
    'callback_url',
  ] as const;
  const optional = ['job_id', 'result_webhook_url', 'candidate_type', 'previous_result'] as const;

  it.each(required)('A.2 %s is required', async (name) => {
    await expectInvalid(await send({ [name]: undefined }), [name]);
    await expectInvalid(await send({ [name]: null }), [name]);
  });

  it.each(optional)('A.2 %s may be absent or null, which is the same', async (name) => {
    expect(await idOf({ [name]: null })).toBe(await idOf({ [name]: undefined }));
  });

  it('A.2 all wrong fields are named at once', async () => {
    await expectInvalid(await post('{}'), [...required]);
    const bad = { email: 'x', callback_url: 'http://evil.com', job_id: 'x', candidate_type: 'x' };
    await expectInvalid(await send(bad), Object.keys(bad));
  });

  describe.each(['company_id', 'document_id', 'job_id'])('%s is an int64 above zero', (name) => {
    it.each([
      '0',
      '-0',
      '-1',
      '-9223372036854775808',
      '9223372036854775808',
      '18446744073709551616',
      '99999999999999999999999999',
      `1${'0'.repeat(400)}`,
      '1.5',
      '1.0',
      '1e3',
      '1E0',
      '0.1e1',
      '-1.0',
      '"1"',
      '"12345678901"',
      '""',
      'true',
      '[1]',
      '{"value":1}',
      '[]',
    ])('A.2 %s is 400', async (text) => {
      await expectInvalid(await send({}, { [name]: text }), [name]);
    });
  });

  it.each(['1', '9007199254740991', '9007199254740992', '9007199254740993', '9223372036854775807'])(
    'A.2 document_id and job_id may be %s',
    async (text) => {
      await idOf({}, { document_id: text, job_id: text });
      expect((await registeredRows()).registrations[0]?.jobId).toBe(text);
    },
  );

  it('A.2 company_id may be the largest int64', async () => {
    const large = await aCompany({ companyId: 9223372036854775807n });
    const largeTest = await anOffer(large);
    expect((await register(large, aCandidate(large, largeTest))).status).toBe(201);
    const rounded = aCandidate(large, largeTest, { company_id: 9223372036854775806n });
    await expectError(await register(large, rounded), 403, 'forbidden');
  });

  it('A.2 documents, jobs and companies beyond 2^53 are not rounded', async () => {
    const ids = [];
    for (const digits of ['9007199254740992', '9007199254740993', '9223372036854775806'])
      ids.push(
        await idOf({}, { document_id: digits }),
        await idOf({}, { job_id: digits }),
        await idOf({}, { document_id: `${BigInt(digits) + 1n}`, job_id: digits }),
      );
    expect(new Set(ids).size).toBe(ids.length);
    await expectError(await send({ company_id: 2n ** 53n + 1n }), 403, 'forbidden');
  });

  it.each([
    ['test_id', [1, true, [], {}, '']],
    ['name', [1, true, [], {}, '', ' ', '\t\n', 'x'.repeat(201), 'a\0b', 'a\ud800b']],
    [
      'email',
      [1, {}, '', 'x', 'a@b', 'a@b@c.com', 'a b@c.com', 'a@b.com,c@d.com', 'a@b.com\0', '@b.com'],
    ],
    ['email', [`${'x'.repeat(250)}@b.com`, 'a@b.com\r\nBcc: c@d.com', 'Ana <a@b.com>']],
    ['candidate_type', ['', 'INTERNAL', 'both', 'null', 1, true, [], ['internal']]],
    ['previous_result', ['', 'FAIL', 'failed', 'pass', 'undefined', 1, false, [], {}]],
  ] as [string, unknown[]][])('A.2 %s of %j is 400', async (name, values) => {
    for (const value of values) await expectInvalid(await send({ [name]: value }), [name]);
  });

  it.each([
    1,
    [],
    {},
    '',
    '/callback',
    'http://gupy.io/',
    'https://evil.com/',
    'https://gupy.io.evil.com/',
    'https://xgupy.io/',
    'https://gupy.io@evil.com/',
    'https://gupy.io/#x',
    'https://10.0.0.1/',
    'javascript:alert(1)',
    'https://gupy.io/\ud800',
  ])('A.2, A.4 neither URL may be %j', async (url) => {
    await expectInvalid(await send({ callback_url: url }), ['callback_url']);
    await expectInvalid(await send({ result_webhook_url: url }), ['result_webhook_url']);
  });

  it.each(['internal', 'external', null, undefined])('A.2 candidate_type %j', async (value) => {
    await idOf({ candidate_type: value });
  });

  it.each([null, 'null', undefined])('A.2 previous_result %j is a first test', async (value) => {
    expect(await idOf({ previous_result: value })).toBe(await idOf());
    expect((await registeredRows()).registrations).toHaveLength(1);
  });

  it('A.2 unknown extra fields are ignored, never rejected', async () => {
    const id = await idOf();
    const extra = {
      birthdate: '1990-01-01',
      gender: null,
      x: { deep: [1, 2.5, 'y'] },
      constructor: 1,
      toString: 'x',
    };
    expect(await idOf(extra, { __proto__: '' })).toBe(id);
    expect(await idOf({}, { ['__proto__']: '{"name":"Outra"}' })).toBe(id);
  });

  it('A.2 a name is stored as typed, whatever its script', async () => {
    const name = 'Zoë "O’Hara" <b>ß</b> 李 😀 &amp; \\ \' ; drop table attempts;';
    await idOf({ name });
    expect((await registeredRows()).candidates[0]?.name).toBe(name);
  });
});

describe('A.2 malformed bodies', () => {
  it.each([
    '',
    ' ',
    '{',
    '}',
    '{}{}',
    '{"name":}',
    "{'name':'x'}",
    '{"a":01}',
    '{"a":+1}',
    '{"a":NaN}',
    '{"a":1,}',
    '{"a":"\n"}',
    'company_id=1&name=x',
    '<xml/>',
    '\0',
    '{"a":1}\0',
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
    '['.repeat(100_000),
  ])('A.2 what is no JSON, or no JSON that anyone writes, is 400: %#', async (body) => {
    await expectInvalid(await post(body), ['body']);
  });

  it.each(['null', 'true', '1', '9007199254740993', '"x"', '[]', '[{}]'])(
    'A.2 JSON that is no object is 400: %s',
    async (body) => {
      await expectInvalid(await post(body), ['body']);
    },
  );

  it('A.2 bytes that are no UTF-8 are 400, not guessed at', async () => {
    const [before, after] = toJson(aCandidate(acme, testId, { name: '%' })).split('%');
    const bytes = (middle: number[]) =>
      new Uint8Array([
        ...new TextEncoder().encode(before),
        ...middle,
        ...new TextEncoder().encode(after),
      ]);
    for (const middle of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe9]])
      await expectInvalid(await post(bytes(middle)), ['body']);
    expect((await post(bytes([0xc3, 0xa9]))).status).toBe(201);
  });

  it('A.2 a byte order mark does no harm', async () => {
    expect((await post(`\ufeff${toJson(aCandidate(acme, testId))}`)).status).toBe(201);
  });

  it('A.2 of a key that comes twice the last counts', async () => {
    const json = toJson(aCandidate(acme, testId));
    const twice = (first: string) => post(json.replace('{', `{${first},`));
    const { test_result_id } = await (await twice('"document_id":"x"')).json<Registered>();
    expect(await idOf()).toBe(test_result_id);
    expect((await twice('"document_id":9007199254740993')).status).toBe(201);
    expect((await registeredRows()).attempts).toHaveLength(1);
  });

  it('A.2 more than 1 MiB is 413', async () => {
    const fields = aCandidate(acme, testId, { extra: 'x'.repeat(1024 * 1024) });
    await expectError(await post(toJson(fields)), 413, 'too_large');
    expect((await registeredRows()).attempts).toEqual([]);
  });
});
