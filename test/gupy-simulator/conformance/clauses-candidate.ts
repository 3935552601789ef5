import {
  type Clause,
  ensure,
  ensureKeys,
  ensureStatus,
  every,
  isObject,
  objectIn,
} from './clause.ts';
import type { Context } from './context.ts';
import { type Fields, Raw } from './fields.ts';

const required = ['company_id', 'document_id', 'test_id', 'name', 'email', 'callback_url'];
const integers = ['company_id', 'document_id', 'job_id'];

type Case = readonly [field: string, value: unknown];

const told = ([field, value]: Case) =>
  `${field} ${value instanceof Raw ? value.text : (JSON.stringify(value) ?? 'absent')}`;

/** Each of these values, in an otherwise right body, must have this status. */
const answered = (status: number, cases: readonly Case[]) => (context: Context) =>
  every(cases, async (each) => {
    const [field, value] = each;
    const exchange = await context.send(await context.aCandidate({ [field]: value }));
    ensureStatus(exchange, status, told(each));
  });

/** Two registrations that differ in one int64 must be two attempts. */
async function ensureApart(context: Context, field: string, one: string, other: string) {
  const fields = await context.aCandidate();
  const ids: unknown[] = [];
  for (const digits of [one, other]) {
    const exchange = await context.send({ ...fields, [field]: new Raw(digits) });
    ensureStatus(exchange, 201, `${field} ${digits}`);
    ids.push(objectIn(exchange)['test_result_id']);
  }
  ensure(ids[0] !== ids[1], `${field} ${one} and ${other} are taken for the same`);
}

export const candidateClauses: Clause[] = [
  {
    id: 'A.2.1',
    text: 'POST /test/candidate answers 201 with test_url and test_result_id, and nothing else',
    confidence: 'O',
    required: true,
    check: async (context) => {
      const exchange = await context.send(await context.aCandidate());
      ensureStatus(exchange, 201);
      const made = objectIn(exchange);
      ensureKeys(made, ['test_url', 'test_result_id'], 'the answer');
      const { test_url: url, test_result_id: id } = made;
      ensure(typeof url === 'string' && URL.canParse(url), 'test_url is no absolute URL');
      ensure(typeof id === 'string' && id !== '', 'test_result_id is no text');
    },
  },
  {
    id: 'A.2.2',
    text: 'Each required field that is missing is 400',
    confidence: 'O',
    required: true,
    check: answered(
      400,
      required.map((field) => [field, undefined]),
    ),
  },
  {
    id: 'A.2.3',
    text: 'A 400 names the fields that are wrong, in error.fields',
    confidence: 'D',
    required: false,
    check: async (context) => {
      const cases: Fields[] = [
        { name: undefined },
        { job_id: 'x', email: 1 },
        { callback_url: 'x' },
      ];
      await every(cases, async (changes) => {
        const exchange = await context.send(await context.aCandidate(changes));
        if (exchange.status !== 400) return; // Another clause's matter.
        const { error } = objectIn(exchange);
        const fields = isObject(error) ? error['fields'] : undefined;
        const named = Object.keys(isObject(fields) ? fields : {});
        const expected = Object.keys(changes);
        ensure(
          expected.every((name) => named.includes(name)),
          `error.fields does not name ${expected.join(', ')}`,
        );
      });
    },
  },
  {
    id: 'A.2.4',
    text: 'Text where an integer belongs is 400, and a number where text belongs',
    confidence: 'D',
    required: true,
    check: answered(400, [
      ...integers.flatMap((field): Case[] => [
        [field, '12345678901'],
        [field, true],
        [field, [1]],
      ]),
      ['test_id', 1],
      ['name', 1],
      ['email', {}],
    ]),
  },
  {
    id: 'A.2.5',
    text: 'An integer that is zero, negative, broken or beyond int64 is 400',
    confidence: 'D',
    required: true,
    check: answered(
      400,
      integers.flatMap((field): Case[] =>
        ['0', '-1', '1.5', '9223372036854775808'].map((text) => [field, new Raw(text)]),
      ),
    ),
  },
  {
    id: 'A.2.6',
    text: 'Integers beyond 2^53 keep all their digits, up to the largest int64',
    confidence: 'O',
    required: true,
    check: (context) =>
      every(['document_id', 'job_id'], async (field) => {
        await ensureApart(context, field, '9007199254740992', '9007199254740993');
        await ensureApart(context, field, '9223372036854775806', '9223372036854775807');
      }),
  },
  {
    id: 'A.2.7',
    text: 'candidate_type may be internal, external, null or absent',
    confidence: 'O',
    required: true,
    check: answered(
      201,
      ['internal', 'external', null, undefined].map((value) => ['candidate_type', value]),
    ),
  },
  {
    id: 'A.2.8',
    text: 'previous_result may be null, the text "null" or absent',
    confidence: 'O',
    required: true,
    check: answered(
      201,
      [null, 'null', undefined].map((value) => ['previous_result', value]),
    ),
  },
  {
    id: 'A.2.9',
    text: 'Another candidate_type or previous_result is 400',
    confidence: 'D',
    required: false,
    check: answered(400, [
      ['candidate_type', 'robot'],
      ['candidate_type', 'null'],
      ['previous_result', 'pass'],
      ['previous_result', true],
    ]),
  },
  {
    id: 'A.2.10',
    text: 'Unknown extra fields are ignored (older bodies carry birthdate and gender)',
    confidence: 'C',
    required: true,
    check: async (context) => {
      const extra = { birthdate: '1990-01-01', gender: 'Female', anything: { at: ['all'] } };
      ensureStatus(await context.send(await context.aCandidate(extra)), 201, 'extra fields');
    },
  },
  {
    id: 'A.2.11',
    text: 'A body that is no JSON object is 400',
    confidence: 'D',
    required: true,
    check: (context) =>
      every(['{', '', '[]', 'null', '"text"'], async (body) => {
        const exchange = await context.ask('/test/candidate', { method: 'POST', body });
        ensureStatus(exchange, 400, body === '' ? 'an empty body' : body);
      }),
  },
  {
    id: 'A.2.12',
    text: 'A test_id that is not in the catalogue is 404',
    confidence: 'D',
    required: false,
    check: answered(404, [['test_id', 'no-such-test']]),
  },
];
