import { readFile, rm, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';

import { describe, expect, inject, it, onTestFinished } from 'vitest';

import { startServer } from '../support/server.ts';

/** Status and headers only, over a connection of its own. */
function head(url: string): Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    request(url, { agent: false }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    })
      .on('error', reject)
      .end();
  });
}

const refused = (url: string) => expect(head(url)).rejects.toThrow(/ECONNREFUSED|AggregateError/);

describe('npm start', () => {
  it('serves static files with the headers of the _headers file', async () => {
    const { status, headers } = await head(`${inject('serverUrl')}/robots.txt`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
  });

  it('serves built files for ever, as their names change with their content', async () => {
    const manifest = join(import.meta.dirname, '../../src/public/generated/manifest.json');
    const files = Object.values(JSON.parse(await readFile(manifest, 'utf8')) as object);
    for (const file of files) {
      const { status, headers } = await head(`${inject('serverUrl')}${file}`);
      expect({ file, status, cache: headers['cache-control'] }).toEqual({
        file,
        status: 200,
        cache: 'public, max-age=31536000, immutable',
      });
    }
  });

  it('serves the Gupy simulator on the next port', async () => {
    expect((await head(`${inject('simulatorUrl')}/_sim/requests`)).status).toBe(200);
  });

  it('keeps the generated secrets from everybody else on the machine', async () => {
    const { mode } = await stat(join(import.meta.dirname, '../../.dev.vars'));
    expect((mode & 0o777).toString(8)).toBe('600');
  });

  it('stops at once on a signal and leaves both ports free', async () => {
    const server = await startServer();
    const begin = performance.now();
    await server.stop();
    expect(performance.now() - begin).toBeLessThan(2000);
    await refused(server.url);
    await refused(server.simulatorUrl);
  });

  it('starts again on the same port and state after a kill', async () => {
    const killed = await startServer();
    await killed.stop({ signal: 'SIGKILL', keepState: true });
    const { port, stateDir } = killed;
    onTestFinished(() => rm(stateDir, { recursive: true, force: true }));
    const next = await startServer({ port, stateDir });
    expect((await head(`${next.url}/robots.txt`)).status).toBe(200);
    await next.stop();
    await refused(killed.url);
  });

  it('says in one sentence that the port is taken', async () => {
    const port = Number(new URL(inject('serverUrl')).port);
    await expect(startServer({ port })).rejects.toThrow(
      `Port ${port} is already in use: set PORT to another one; the server takes PORT and PORT + 1.`,
    );
  });

  it('says in one sentence that another server uses the same state', async () => {
    const server = await startServer();
    await expect(startServer({ stateDir: server.stateDir })).rejects.toThrow(
      /^The server did not start:\nAnother server \(process \d+\) already uses .+: stop it, or set STATE_DIR to another folder\.\n$/,
    );
    await server.stop();
  });
});
