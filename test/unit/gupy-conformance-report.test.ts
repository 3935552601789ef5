import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { clauses } from '../gupy-simulator/conformance/clauses.ts';
import type { Fetch } from '../gupy-simulator/conformance/exchange.ts';
import type { Fault } from '../gupy-simulator/conformance/fake-faults.ts';
import { fakeProvider } from '../gupy-simulator/conformance/fake-provider.ts';
import { listen } from '../gupy-simulator/conformance/listener.ts';
import { clauseTable, json, markdown, summary } from '../gupy-simulator/conformance/report.ts';
import { holds, run } from '../gupy-simulator/conformance/run.ts';

/** A run without anybody who takes a test. */
function look(faults: Fault[] = [], change: (fetch: Fetch) => Fetch = (fetch) => fetch) {
  const { fetch, url } = fakeProvider(faults);
  const tokens = { token: 'token-one', otherToken: 'token-two' };
  return run({ ...tokens, url, companyId: 1n, seed: 1n, sleep: noSleep, fetch: change(fetch) });
}

const noSleep = async () => {};

describe('the report', () => {
  test('is a table of all clauses, what is broken with its exchange, and a line that sums up', async () => {
    const outcomes = await look(['any test', 'limit unbounded']);
    const report = markdown(outcomes);
    const rows = report.split('\n').filter((line) => line.startsWith('| A.'));
    expect(rows.map((row) => row.split(' ')[1])).toEqual(
      clauses.map(({ id }) => id).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    );
    expect(rows.find((row) => row.startsWith('| A.2.12 '))).toMatch(
      /\| D \| fail \| `POST \/gupy\/test\/candidate → 201 .*` \|$/,
    );
    expect(report).toContain('### A.2.12 A test_id that is not in the catalogue is 404');
    expect(report).toContain('test_id "no-such-test": 201 instead of 404');
    expect(report).toMatch(/POST http:\/\/provider\.test\/gupy\/test\/candidate\n/);
    expect(report).toContain('"test_id":"no-such-test"');
    expect(report.trim().split('\n').at(-1)).toBe(summary(outcomes));
    expect(summary(outcomes)).toMatch(/^57 clauses: 45 pass, 2 fail, 10 not checked\./);
  });

  test('what nobody looked at is said, and is neither right nor wrong', async () => {
    const outcomes = await look();
    const unseen = outcomes.filter(({ result }) => result === 'not checked');
    expect(new Set(unseen.map(({ reason }) => reason))).toEqual(
      new Set(['nobody takes the test: see --wait']),
    );
    expect(holds(outcomes, true)).toBe(true);
  });

  test('only a broken clause that is required makes it fail, unless it is strict', async () => {
    const lenient = await look(['negative offset refused']);
    expect([holds(lenient), holds(lenient, true)]).toEqual([true, false]);
    expect(holds(await look(['any token']))).toBe(false);
    expect(JSON.parse(json(lenient))).toMatchObject({ holds: true, summary: summary(lenient) });
    expect(JSON.parse(json(lenient, true)).holds).toBe(false);
  });

  test('has no token in it, not even one that the provider repeats', async () => {
    const outcomes = await look(['any token', 'any scheme'], (fetch) => async (url, init) => {
      const answer = await fetch(url, init);
      const headers = { 'x-seen': init.headers['authorization'] ?? '' };
      return new Response(`${await answer.text()} `, { status: answer.status, headers });
    });
    expect(outcomes.some(({ exchange }) => exchange?.headers['x-seen'] === 'Bearer •••')).toBe(
      true,
    );
    for (const text of [markdown(outcomes), json(outcomes)])
      expect(text).not.toMatch(/token-(one|two)/);
  });

  test('a table cell holds any text', async () => {
    const [outcome] = await look();
    const exchange = { ...outcome!.exchange!, body: 'a | b\n`c`' };
    const row = markdown([{ ...outcome!, exchange }]).split('\n')[2];
    expect(row).toContain(String.raw`a \| b c `);
  });
});

describe('the run', () => {
  test('a provider that does not answer breaks what was asked of it, and the rest is not checked', async () => {
    const outcomes = await look([], () => () => Promise.reject(new Error('connection refused')));
    const first = outcomes.find(({ id }) => id === 'A.1.1')!;
    expect([first.result, first.reason]).toEqual([
      'fail',
      expect.stringContaining('connection refused'),
    ]);
    expect(outcomes.find(({ id }) => id === 'A.2.1')!.result).toBe('not checked');
    expect(outcomes.filter(({ result }) => result === 'pass')).toEqual([]);
    expect(holds(outcomes)).toBe(false);
  });

  test('a provider that answers 500 to everything passes nothing', async () => {
    const outcomes = await look([], () => async () => new Response('Oops', { status: 500 }));
    expect(outcomes.filter(({ result }) => result === 'pass')).toEqual([]);
  });

  test('"not so fast" is waited for, as long as the provider asks', async () => {
    const { fetch, url } = fakeProvider();
    const slept: number[] = [];
    let refusals = 2;
    const busy: Fetch = async (address, init) => {
      const headers = { 'retry-after': '7' };
      if (refusals === 0) return fetch(address, init);
      refusals -= 1;
      return new Response('', { status: 429, headers });
    };
    const sleep = async (ms: number) => void slept.push(ms);
    const catalogue = clauses.filter(({ id }) => id === 'A.1.1');
    const options = { url, token: 'token-one', companyId: 1n, fetch: busy, sleep };
    expect((await run(options, catalogue))[0]!.result).toBe('pass');
    expect(slept).toEqual([7000, 7000]);
  });

  test('a webhook is taken with its bytes and headers; a browser passing by is none', async () => {
    const { received, close, port } = await listen(0);
    const send = (method: string, body?: string) =>
      new Promise<number | undefined>((done, failed) => {
        const headers = { 'webhook-id': 'one' };
        request({ host: '127.0.0.1', port, method, headers }, (answer) => {
          answer.resume().on('end', () => done(answer.statusCode));
        })
          .on('error', failed)
          .end(body);
      });
    try {
      expect(await send('GET')).toBe(200);
      expect(await send('POST', '{"título":1}')).toBe(200);
      expect(received()).toEqual([
        {
          method: 'POST',
          headers: expect.objectContaining({ 'webhook-id': 'one' }),
          body: '{"título":1}',
        },
      ]);
    } finally {
      close();
    }
  });
});

const folder = join(import.meta.dirname, '../gupy-simulator');
const sources = (path: string) =>
  readdirSync(join(folder, path))
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, path, name), 'utf8'));
const imported = (text: string) => [...text.matchAll(/from '([^']+)'/g)].map(([, name]) => name!);

const squeezed = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| A.'))
    .map((line) => line.replaceAll(/\s+/g, ' '));

describe('the folder', () => {
  test('the kit stands alone: it may be copied as it is', () => {
    const outside = sources('conformance/')
      .flatMap(imported)
      .filter((name) => !name.startsWith('./') && !name.startsWith('node:'));
    expect(sources('conformance/').length).toBeGreaterThan(15);
    expect(outside).toEqual([]);
  });

  test('the simulator knows nothing of the product', () => {
    const files = sources('./');
    expect(files.length).toBeGreaterThan(15);
    expect(files.flatMap(imported).filter((name) => name.startsWith('../'))).toEqual([]);
  });

  test('the README tells every clause in the words of the kit', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(squeezed(readme)).toEqual(squeezed(clauseTable(clauses)));
  });
});
