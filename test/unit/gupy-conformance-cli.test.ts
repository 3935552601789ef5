import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { afterEach, expect, test } from 'vitest';

import { clauses } from '../gupy-simulator/conformance/clauses.ts';
import type { Fault } from '../gupy-simulator/conformance/fake-faults.ts';
import { fakeProvider } from '../gupy-simulator/conformance/fake-provider.ts';

const cli = join(import.meta.dirname, '../gupy-simulator/conformance/cli.ts');
const servers: { close: () => void }[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

/** The kit as a command of its own. */
function start(...args: string[]) {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (text) => (output.stdout += text));
  child.stderr.on('data', (text) => (output.stderr += text));
  return new Promise<typeof output & { code: number | null }>((done) => {
    child.on('close', (code) => done({ ...output, code }));
  });
}

/** The provider in memory, on a port of this machine. Returns its base URL. */
async function serve(faults: Fault[] = []): Promise<string> {
  const server = createServer((request, response) => void pass(request, response));
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { fetch } = fakeProvider(faults, origin);
  return `${origin}/gupy`;

  async function pass(request: IncomingMessage, response: ServerResponse) {
    const headers = Object.entries(request.headers).map(([name, value]) => [name, `${value}`]);
    const answer = await fetch(origin + request.url, {
      method: request.method ?? 'GET',
      headers: Object.fromEntries(headers),
      body: await textOf(request),
      redirect: 'manual',
      signal: AbortSignal.timeout(1000),
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(await answer.text());
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

test('a provider that keeps the contract: a table, and exit code 0', async () => {
  const other = ['--other-token', 'token-two'];
  const { code, stdout } = await start('--url', await serve(), '--token', 'token-one', ...other);
  expect(stdout).toMatch(/^\| Clause /);
  expect(stdout).toMatch(/47 pass, 0 fail, 10 not checked\. Of 40 required, 0 are broken\.\n$/);
  expect(code).toBe(0);
});

test('a provider that breaks a required clause: exit code 1, in JSON when asked', async () => {
  const args = ['--url', await serve(['any company']), '--token', 'token-one', '--json'];
  const { code, stdout } = await start(...args);
  const report = JSON.parse(stdout);
  const failed = report.clauses.filter((clause: { result: string }) => clause.result === 'fail');
  expect(failed.map((clause: { id: string }) => clause.id)).toEqual(['A.0.4']);
  expect([code, report.holds]).toEqual([1, false]);
});

test('without anybody who takes the test, the wait ends and says so', async () => {
  const args = ['--url', await serve(), '--token', 'token-one', '--wait', '1', '--json'];
  const { code, stdout, stderr } = await start(...args);
  expect(stderr).toMatch(/^Take this test within 1 s: http:\/\/127\.0\.0\.1:\d+\/t\//);
  const done = JSON.parse(stdout).clauses.find(({ id }: { id: string }) => id === 'A.3.5');
  expect([done.result, done.reason]).toEqual(['not checked', 'no test was done within 1 s']);
  expect(code).toBe(0);
});

test.each([
  [[], 'npm run gupy:conformance'],
  [['--url', 'provider', '--token', 'a'], 'provider is no URL'],
  [['--url', 'http://127.0.0.1:9/', '--token', 'a', '--company-id', '-1'], 'company-id'],
  [['--url', 'http://127.0.0.1:9/', '--token', 'a', '--wait', 'long'], 'long is no number'],
  [['--urll', 'x'], "Unknown option '--urll'"],
])('%j can not be begun: exit code 2 and why', async (args, why) => {
  const { code, stdout, stderr } = await start(...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(why);
});

test('--list is the contract to read', async () => {
  const { code, stdout } = await start('--list');
  expect(code).toBe(0);
  expect(stdout.match(/^\| A\./gm)).toHaveLength(clauses.length);
});
