import {
  type Clause,
  ensure,
  ensureKeys,
  ensureStatus,
  every,
  isObject,
  isText,
  type JsonObject,
  NotChecked,
  objectIn,
} from './clause.ts';
import type { Context } from './context.ts';

const optional = ['category', 'description', 'level'];
const levels = ['advanced', 'intermediate', 'basic'];

/** A page of the catalogue, which must be there. */
async function pageOf(context: Context, query: string) {
  const exchange = await context.ask(`/test${query}`);
  ensureStatus(exchange, 200, query);
  const { payload, ...rest } = objectIn(exchange);
  ensure(Array.isArray(payload) && payload.every(isObject), `${query}: payload is no list`);
  return { ...rest, tests: payload, ids: payload.map(({ id }) => id) };
}

async function someTests(context: Context) {
  const page = await context.firstPage();
  if (page.tests.length === 0) throw new NotChecked('the catalogue is empty');
  return page;
}

const refused = (name: string, values: readonly string[]) => (context: Context) =>
  every(values, async (value) => {
    const query = `?${name}=${encodeURIComponent(value)}`;
    ensureStatus(await context.ask(`/test${query}`), 400, query);
  });

export const catalogueClauses: Clause[] = [
  {
    id: 'A.1.1',
    text: 'GET /test answers limit 50, offset 0, total_tests, payload, and nothing else',
    confidence: 'O',
    required: true,
    check: async (context) => {
      const exchange = await context.ask('/test');
      ensureStatus(exchange, 200);
      const page = objectIn(exchange);
      ensureKeys(page, ['limit', 'offset', 'total_tests', 'payload'], 'the answer');
      ensure(page['limit'] === 50, `limit is ${String(page['limit'])} instead of 50`);
      ensure(page['offset'] === 0, `offset is ${String(page['offset'])} instead of 0`);
      const total = page['total_tests'];
      ensure(Number.isInteger(total) && Number(total) >= 0, 'total_tests is no count');
      ensure(Array.isArray(page['payload']), 'payload is no list');
    },
  },
  {
    id: 'A.1.2',
    text: 'Each test has id and name, may have category, description, level, and nothing else',
    confidence: 'O',
    required: true,
    check: async (context) => {
      const { tests } = await someTests(context);
      await every(tests, async (test) => {
        const known = optional.filter((key) => key in test);
        ensureKeys(test, ['id', 'name', ...known], `test ${String(test['id'])}`);
        ensure(isText(test['id']) && isText(test['name']), 'id and name must be text');
      });
      ensure(new Set(tests.map(({ id }) => id)).size === tests.length, 'a test is there twice');
    },
  },
  {
    id: 'A.1.3',
    text: 'An unknown category, description or level is omitted, never null or empty; a level is advanced, intermediate or basic',
    confidence: 'D',
    required: false,
    check: async (context) => {
      const { tests } = await someTests(context);
      await every(tests, async (test: JsonObject) => {
        const filled = optional.filter((key) => key in test);
        const wrong = filled.filter((key) => {
          const value = test[key];
          if (key === 'level') return !levels.includes(String(value));
          return typeof value !== 'string' || value.trim() === '';
        });
        ensure(wrong.length === 0, `test ${String(test['id'])}: ${wrong.join(', ')} is no value`);
      });
    },
  },
  {
    id: 'A.1.4',
    text: 'offset and limit page through without gap or repetition, total_tests staying the same',
    confidence: 'O',
    required: true,
    check: async (context) => {
      const { tests, total } = await someTests(context);
      const ids = tests.map(({ id }) => id);
      const last = Math.min(ids.length, 4);
      for (let offset = 0; offset < last; offset += 1) {
        const page = await pageOf(context, `?limit=1&offset=${offset}`);
        const there = page.ids.length === 1 && page.ids[0] === ids[offset];
        ensure(there, `offset ${offset} does not have the test that the first page has there`);
        ensure('offset' in page && page.offset === offset, `offset ${offset} is not echoed`);
        ensure('total_tests' in page && page.total_tests === total, 'total_tests changes');
      }
      const beyond = await pageOf(context, `?offset=${total}`);
      ensure(beyond.ids.length === 0, 'there are tests beyond the last');
    },
  },
  {
    id: 'A.1.5',
    text: 'A negative offset counts as 0',
    confidence: 'D',
    required: false,
    check: async (context) => {
      const { tests } = await context.firstPage();
      const { ids } = await pageOf(context, '?offset=-1');
      ensure(ids.length === tests.length, 'offset=-1 is another page than offset=0');
    },
  },
  {
    id: 'A.1.6',
    text: 'limit 0 is an empty page with the true total',
    confidence: 'D',
    required: false,
    check: async (context) => {
      const { total } = await context.firstPage();
      const page = await pageOf(context, '?limit=0');
      ensure(page.ids.length === 0, 'limit=0 has tests');
      ensure('total_tests' in page && page.total_tests === total, 'total_tests is another one');
    },
  },
  {
    id: 'A.1.7',
    text: 'limit 400 is legal, a larger one is 400',
    confidence: 'D',
    required: false,
    check: async (context) => {
      await pageOf(context, '?limit=400');
      await refused('limit', ['401', '100000'])(context);
    },
  },
  {
    id: 'A.1.8',
    text: 'A limit or offset that is not a number is 400',
    confidence: 'D',
    required: false,
    check: (context) =>
      every(['limit', 'offset'], (name) => refused(name, ['abc', '1.5', '1;2'])(context)),
  },
  {
    id: 'A.1.9',
    text: 'searchString finds a test by its name, whatever the case and the accents',
    confidence: 'D',
    required: false,
    check: async (context) => {
      const { tests } = await someTests(context);
      const { id, name } = tests[0]!;
      const plain = String(name).normalize('NFD').replaceAll(/\p{M}/gu, '');
      const accented = plain.replaceAll(/[aeiou]/g, (vowel) => `${vowel}\u0301`.normalize('NFC'));
      const variants = [String(name), plain, plain.toUpperCase(), plain.toLowerCase(), accented];
      await every(variants, async (wanted) => {
        const page = await pageOf(context, `?limit=400&searchString=${encodeURIComponent(wanted)}`);
        ensure(page.ids.includes(id), `"${wanted}" does not find "${String(name)}"`);
      });
    },
  },
  {
    id: 'A.1.10',
    text: 'A searchString that no test has finds none, and total_tests says so',
    confidence: 'O',
    required: true,
    check: async (context) => {
      const page = await pageOf(context, '?searchString=zzqxw-no-such-test');
      ensure(page.ids.length === 0, 'tests are found');
      ensure('total_tests' in page && page.total_tests === 0, 'total_tests is not 0');
    },
  },
];
