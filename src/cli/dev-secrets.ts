import { randomBytes, randomUUID } from 'node:crypto';
import { appendFile, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const names = ['TOKEN_SECRET', 'AUTH_SECRET', 'IDENTITY_SECRET', 'ENCRYPTION_SECRET'];

/** Writes the development secrets that the file still lacks; what is there stays as it is. */
export async function ensureSecrets(path: string): Promise<void> {
  // A finished file appears under its name at once or not at all, so that of two servers starting
  // together one writes and the other one reads the same secrets.
  const draft = join(dirname(path), '.build', randomUUID());
  await mkdir(dirname(draft), { recursive: true });
  await writeFile(draft, names.map(newLine).join(''), { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    await appendMissing(path);
  } finally {
    await rm(draft);
  }
}

async function appendMissing(path: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const missing = names.filter((name) => !new RegExp(`^\\s*${name}\\s*=`, 'm').test(text));
  if (missing.length === 0) return;
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  await appendFile(path, gap + missing.map(newLine).join(''));
}

function newLine(name: string): string {
  return `${name}=${randomBytes(32).toString('base64url')}\n`;
}
