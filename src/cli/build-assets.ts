import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');
const outdir = join(root, 'src/public/generated');
const manifestPath = join(outdir, 'manifest.json');
const stampPath = join(root, '.build/assets.inputs');

/**
 * Builds what browsers load into src/public/generated, each file named by its own hash, and the
 * manifest that src/ui/assets.ts reads. Does nothing when no input changed since the last build.
 */
export async function buildAssets(): Promise<'built' | 'unchanged'> {
  const stamp = await inputsHash();
  if ((await readText(stampPath)) === stamp && (await readText(manifestPath)) !== '')
    return 'unchanged';

  const [styles, scripts, serviceWorker, workspace, htmx] = await Promise.all([
    bundle('src/ui/styles/candidate.css'),
    Promise.all([bundle('src/client/candidate.ts'), bundle('src/client/workspace.ts')]),
    bundle('src/client/worker/sw.ts'),
    tailwind('src/ui/styles/workspace.css'),
    readFile(join(root, 'node_modules/htmx.org/dist/htmx.min.js'), 'utf8'),
  ]);

  const files = new Map<string, string>();
  const manifest = {
    'candidate.css': named(files, 'candidate.css', styles),
    'workspace.css': named(files, 'workspace.css', externaliseImages(files, workspace)),
    'candidate.js': named(files, 'candidate.js', scripts[0]),
    'workspace.js': named(files, 'workspace.js', scripts[1]),
    'htmx.js': named(files, 'htmx.js', htmx.replace(/\/\/# sourceMappingURL=.*\s*$/, '')),
  };

  await mkdir(outdir, { recursive: true });
  await mkdir(join(root, '.build'), { recursive: true });
  for (const [name, text] of files) await replaceFile(join(outdir, name), text);
  // Its address must not change with its content: browsers look for a new one there.
  await replaceFile(join(root, 'src/public/sw.js'), serviceWorker);
  await replaceFile(manifestPath, `${JSON.stringify(manifest, null, 2)}\n`);
  await replaceFile(stampPath, stamp);
  await removeOld(new Set(files.keys()));
  return 'built';
}

/** Never half-written: a test run and a server may build at the same moment. */
async function replaceFile(path: string, text: string): Promise<void> {
  const half = join(root, '.build', `half-${process.pid}-${basename(path)}`);
  await writeFile(half, text);
  await rename(half, path);
}

/** Yesterday's files. Newer ones may still be what a running server's pages ask for. */
async function removeOld(current: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(outdir)) {
    if (current.has(name) || name === 'manifest.json') continue;
    const { mtimeMs } = await stat(join(outdir, name));
    if (Date.now() - mtimeMs > 24 * 60 * 60 * 1000) await rm(join(outdir, name), { force: true });
  }
}

/** Everything that a build reads: Tailwind looks for class names in every component. */
async function inputsHash(): Promise<string> {
  const hash = createHash('sha256');
  const listed = await readdir(join(root, 'src'), { recursive: true });
  const inputs = listed.filter(
    (path) => /\.(tsx?|css)$/.test(path) && !path.startsWith(join('public', 'generated')),
  );
  for (const path of [...inputs.toSorted().map((input) => join('src', input)), 'package-lock.json'])
    hash.update(path).update(await readFile(join(root, path)));
  return hash.digest('hex');
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    charset: 'utf8',
    target: ['chrome109', 'edge109', 'firefox115', 'safari15.6'],
    external: ['/generated/*'],
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

async function tailwind(entry: string): Promise<string> {
  const output = join(tmpdir(), `aferi-workspace-${process.pid}.css`);
  const cli = join(root, 'node_modules/@tailwindcss/cli/dist/index.mjs');
  await promisify(execFile)(
    process.execPath,
    [cli, '--input', join(root, entry), '--output', output, '--minify'],
    { cwd: root },
  );
  const css = await readFile(output, 'utf8');
  await rm(output, { force: true });
  return css;
}

/** `img-src 'self'` refuses data: images, and daisyUI draws a few of its parts with them. */
function externaliseImages(files: Map<string, string>, css: string): string {
  return css.replace(
    /url\((["'])data:image\/svg\+xml[^,]*,(.*?)\1\)/gs,
    (_, _quote, data: string) => {
      const svg = decodeURIComponent(data.replaceAll('\\"', '"').replaceAll("\\'", "'"));
      return `url(${named(files, 'image.svg', svg)})`;
    },
  );
}

/** Keeps the file under a name that changes with its content, and returns its address. */
function named(files: Map<string, string>, name: string, text: string): string {
  const [base, extension] = name.split('.');
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
  files.set(`${base}.${hash}.${extension}`, text);
  return `/generated/${base}.${hash}.${extension}`;
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

if (import.meta.main) console.log(`assets: ${await buildAssets()}`);
