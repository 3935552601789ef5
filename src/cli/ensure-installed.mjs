// Runs before `npm start` and `npm test`, on whatever Node the machine has and before anything is
// installed: plain JavaScript, no dependency. Everything after it runs on the Node of node_modules.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lock = join(root, '.build/installing');

if (!isInstalled()) {
  await takeTurns();
  try {
    if (!isInstalled()) install();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** True when node_modules holds what package-lock.json says: npm leaves its own list of it there. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const found = packagesOf('node_modules/.package-lock.json');
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(
    // Optional packages are those of other platforms.
    ([path, { version, optional, devOptional, link }]) =>
      path === '' || optional || devOptional || link || found[path]?.version === version,
  );
}

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function install() {
  console.log('Installing what package-lock.json lists…');
  // Not `npm ci`: it refuses a lock file that lacks an optional package of another platform.
  // --no-save leaves the lock file as it is; the tools are needed whatever NODE_ENV says.
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const options = ['install', '--no-save', '--include=dev', ...quiet];
  // Not process.execPath: when node_modules is out of date, that is a file which is replaced.
  const { npm_node_execpath: node, npm_execpath: npm } = process.env;
  const [command, args] = node && npm ? [node, [npm, ...options]] : ['npm', options];
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status === 0 && isInstalled()) return;
  console.error(
    `Installing failed${error ? ` (${error.message})` : ''}. Run \`npm install\` to see why.`,
  );
  process.exitCode = 1;
}

/** Two commands started together in a fresh clone must not install into the same folder at once. */
async function takeTurns() {
  mkdirSync(join(root, '.build'), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (!holderIsAlive()) rmSync(lock, { recursive: true, force: true });
  }
}

function holderIsAlive() {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'));
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
