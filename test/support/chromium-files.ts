import { execFile } from 'node:child_process';
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');

/**
 * Unpacks the Chromium of @sparticuz/chromium and returns the executable's path. The package always
 * unpacks into the temporary folder itself, whatever its version, and in the middle of it the file
 * already looks finished: hence a process with a temporary folder of its own, renamed when complete.
 */
export async function extractChromium(): Promise<string> {
  const { version } = JSON.parse(
    await readFile(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  ) as { version: string };
  const folder = join(tmpdir(), `aferi-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!(await exists(folder))) {
    const draft = `${folder}.${process.pid}`;
    await mkdir(draft, { recursive: true });
    const script = "(await import('@sparticuz/chromium')).default.executablePath()";
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: root,
      env: { ...process.env, TMPDIR: draft },
    });
    await rename(draft, folder).catch(() => rm(draft, { recursive: true }));
  }
  return join(folder, 'chromium');
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
