import './byte-texts.ts';
import { resolve } from 'node:path';

import { database } from '../db/client.ts';
import { minute } from '../lib/time.ts';
import { buildAssets } from './build-assets.ts';
import { buildWorkers } from './build-workers.ts';
import { ensureSecrets } from './dev-secrets.ts';
import { type DevServer, requireFreePort, startDevServer } from './dev-server.ts';
import { migrate } from './migrate.ts';
import { endPredecessor, forgetProcesses, rememberProcesses } from './processes.ts';
import { seed } from './seed.ts';
import { StartError } from './start-error.ts';
import { welcome } from './welcome.ts';

process.chdir(resolve(import.meta.dirname, '../..'));
const stateDir = resolve(process.env['STATE_DIR'] || '.wrangler/state');
const stopping = new AbortController();
let server: DevServer | undefined;

listenToSignals();
try {
  await start(readPort(process.env['PORT'] || '8787'));
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(error instanceof StartError ? error.message : error);
    process.exit(1);
  }
}

async function start(port: number): Promise<void> {
  await endPredecessor(stateDir);
  await requireFreePort(port);
  await requireFreePort(port + 1);
  await ensureSecrets('.dev.vars');
  await buildAssets();
  const builds = await buildWorkers(stopping.signal);
  server = await startDevServer({ port, stateDir, builds, onRuntimeEnd });
  // Miniflare's own handlers exit at once, without waiting for workerd.
  listenToSignals();
  await rememberProcesses(stateDir, { server: process.pid, runtime: server.runtime });
  await migrate(server.db, 'migrations');
  await seed(database(server.db));
  console.log(welcome(port));
  await ringCron();
  setInterval(() => void ringCron(), minute);
}

async function ringCron(): Promise<void> {
  try {
    await server?.ringCron();
  } catch (error) {
    if (!stopping.signal.aborted) console.error('The cron job failed:', error);
  }
}

function listenToSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.removeAllListeners(signal).on(signal, () => void stop());
}

async function stop(): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort();
  // Leaving kills workerd, too, should it not end by itself.
  setTimeout(() => process.exit(1), 900);
  await server?.dispose();
  await forgetProcesses(stateDir);
  process.exit(0);
}

function onRuntimeEnd(): void {
  // Ctrl-C reaches workerd as well, perhaps a moment before it reaches this process.
  setTimeout(() => {
    if (stopping.signal.aborted) return;
    console.error('workerd ended unexpectedly: start again.');
    process.exit(1);
  }, 100);
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_535) return port;
  throw new StartError(`PORT must be a number from 1 to 65534, not "${text}".`);
}
