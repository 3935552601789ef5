import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

import { StartError } from './start-error.ts';

const root = join(import.meta.dirname, '../..');
const builds = join(root, '.build/workers');

/** The sign-in Worker's configuration. */
export const accountsConfig = 'src/features/accounts/wrangler.toml';
export const accountsModule = 'worker.js';

export interface WorkerBuilds {
  /** Folders that hold each Worker's modules. */
  main: string;
  accounts: string;
  simulator: string;
}

/**
 * Bundles the product's Workers and the Gupy simulator as a deployment would. A build lives in a
 * folder named by the hash of its inputs, so that an unchanged tree builds once and servers of
 * different trees never write into each other's folder.
 */
export async function buildWorkers(signal?: AbortSignal): Promise<WorkerBuilds> {
  const folder = join(builds, await inputsHash());
  if (!(await exists(folder))) {
    const draft = `${folder}.${process.pid}`;
    await Promise.all([
      bundle('wrangler.toml', join(draft, 'main'), signal),
      bundle(accountsConfig, join(draft, 'accounts'), signal),
      bundle('test/gupy-simulator/wrangler.toml', join(draft, 'simulator'), signal),
    ]);
    await rename(draft, folder).catch(async (error: unknown) => {
      // Another server built the same inputs meanwhile.
      if (!(await exists(folder))) throw error;
      await rm(draft, { recursive: true });
    });
    await removeOldBuilds();
  }
  const now = new Date();
  await utimes(folder, now, now);
  return {
    main: join(folder, 'main'),
    accounts: join(folder, 'accounts'),
    simulator: join(folder, 'simulator'),
  };
}

async function bundle(config: string, outdir: string, signal?: AbortSignal): Promise<void> {
  await mkdir(outdir, { recursive: true });
  const cli = join(root, 'node_modules/wrangler/wrangler-dist/cli.js');
  const args = [cli, 'deploy', '--dry-run', '--config', join(root, config), '--outdir', outdir];
  try {
    await promisify(execFile)(process.execPath, args, {
      cwd: root,
      // Building needs no network and no account.
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' },
      ...(signal && { signal }),
    });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new StartError(`Building ${config} failed:\n${stdout}${stderr}`);
  }
}

/** Everything that may end up in a bundle. */
async function inputsHash(): Promise<string> {
  const folders = ['src', 'test/gupy-simulator'].map((folder) => filesIn(join(root, folder)));
  const files = [
    'wrangler.toml',
    'tsconfig.json',
    'package-lock.json',
    ...(await Promise.all(folders)).flat(),
  ];
  const hash = createHash('sha256');
  for (const path of files.toSorted()) hash.update(path).update(await readFile(join(root, path)));
  return hash.digest('hex').slice(0, 16);
}

/** Paths from the root; of what browsers load, only the manifest is part of a bundle. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !/^src\/(public|cli|client)\//.test(path) || path.endsWith('manifest.json'));
}

/** Keeps the few most recently used ones: a server reads its build only while it starts. */
async function removeOldBuilds(): Promise<void> {
  const folders = await Promise.all(
    (await readdir(builds)).map(async (name) => {
      const path = join(builds, name);
      return { path, usedAt: (await stat(path)).mtimeMs };
    }),
  );
  for (const { path } of folders.toSorted((a, b) => b.usedAt - a.usedAt).slice(8))
    await rm(path, { recursive: true, force: true });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

if (import.meta.main) {
  const folders = Object.values(await buildWorkers()) as string[];
  console.log(`workers: ${folders.map((folder) => relative(root, folder)).join(', ')}`);
}
