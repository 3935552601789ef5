import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, inject, it } from 'vitest';

import { expectSecureHeaders } from '../support/security-headers.ts';

const url = inject('serverUrl');
const folder = join(import.meta.dirname, '../../src/public');
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'));
/** Settings of the platform and the list that the build reads: nobody asks for them. */
const hidden = ['/_headers', '/.assetsignore', '/generated/manifest.json'];
const served = files.filter((path) => !hidden.includes(path));

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${url}${path}`, { redirect: 'manual', ...init });

describe('static files', () => {
  it('are all there, with the security headers', async () => {
    expect(served).toContain('/favicon.svg');
    expect(served.filter((path) => path.startsWith('/generated/')).length).toBeGreaterThan(4);
    for (const path of served) {
      const answer = await ask(path);
      expect.soft(answer.status, path).toBe(200);
      expectSecureHeaders(answer, path);
      await answer.body?.cancel();
    }
  });

  it('carry them whatever is asked of them', async () => {
    const [path] = served;
    const etag = (await ask(path!)).headers.get('ETag') ?? '';
    const unchanged = await ask(path!, { headers: { 'If-None-Match': etag } });
    expect(unchanged.status).toBe(304);
    expectSecureHeaders(unchanged, 'an unchanged file');
    expectSecureHeaders(await ask(path!, { method: 'HEAD' }), 'HEAD of a file');
    expectSecureHeaders(await ask(path!, { method: 'POST' }), 'POST to a file');
    expectSecureHeaders(await ask(`${path!}/`), 'a file with a slash after it');
  });

  it('may be kept for ever when their names change with their contents', async () => {
    for (const path of served.filter((name) => name.startsWith('/generated/'))) {
      const { headers } = await ask(path, { method: 'HEAD' });
      expect(headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    }
  });

  it.each([...hidden, '/generated/nothing.js', '/generated/', '/..%2fwrangler.toml'])(
    'do not include %s, which is answered as every missing page',
    async (path) => {
      const answer = await ask(path);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/);
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
      expectSecureHeaders(answer, path);
    },
  );
});

it('pages and errors leave the real server with the security headers too', async () => {
  for (const path of ['/', '/t/demo-javascript', '/nothing', '/gupy/test', '/results'])
    expectSecureHeaders(await ask(path), path);
});
