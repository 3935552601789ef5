import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { ensureSecrets } from '../../src/cli/dev-secrets.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aferi-secrets-'));
  path = join(folder, '.dev.vars');
});
afterEach(() => rm(folder, { recursive: true }));

const read = () => readFile(path, 'utf8');

describe('the development secrets', () => {
  it('are four different ones of 256 random bits, readable by their owner only', async () => {
    await ensureSecrets(path);
    expect(await read()).toMatch(
      /^TOKEN_SECRET=[\w-]{43}\nAUTH_SECRET=[\w-]{43}\nIDENTITY_SECRET=[\w-]{43}\nENCRYPTION_SECRET=[\w-]{43}\n$/,
    );
    expect(new Set((await read()).match(/=.*/g)).size).toBe(4);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('are made once, however many servers start together', async () => {
    const seen = await Promise.all(
      Array.from({ length: 20 }, async () => {
        await ensureSecrets(path);
        return read();
      }),
    );
    expect(new Set(seen).size).toBe(1);
  });

  it('join what a developer wrote there, which stays as it is', async () => {
    await writeFile(path, 'OTHER=1\nAUTH_SECRET=mine');
    await ensureSecrets(path);
    expect(await read()).toMatch(
      /^OTHER=1\nAUTH_SECRET=mine\nTOKEN_SECRET=[\w-]{43}\nIDENTITY_SECRET=[\w-]{43}\nENCRYPTION_SECRET=[\w-]{43}\n$/,
    );
  });
});
