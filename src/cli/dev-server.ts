import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { unstable_getMiniflareWorkerOptions as optionsOf } from 'wrangler';

import { accountsConfig, accountsModule, type WorkerBuilds } from './build-workers.ts';
import { StartError } from './start-error.ts';

const root = join(import.meta.dirname, '../..');
const host = '127.0.0.1';
// Wrangler would tell which file the secrets come from.
process.env['WRANGLER_LOG'] ??= 'warn';

export interface DevServer {
  db: D1Database;
  /** workerd's process id. */
  runtime: number;
  /** Fires the Worker's cron, which never fires by itself outside of Cloudflare. */
  ringCron(): Promise<void>;
  dispose(): Promise<void>;
}

export interface DevServerOptions {
  port: number;
  stateDir: string;
  builds: WorkerBuilds;
  /** Called when workerd ends without having been asked to. */
  onRuntimeEnd(): void;
}

/** The product's Workers on `port` and the Gupy simulator on the next one, in one workerd. */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const { port, stateDir, builds } = options;
  const addresses = { main: `http://localhost:${port}`, simulator: `http://localhost:${port + 1}` };
  const runtime = observeRuntime(options.onRuntimeEnd);
  const product = worker('aferi', 'wrangler.toml', builds.main, {
    ENVIRONMENT: 'development',
    BASE_URL: addresses.main,
    GUPY_ALLOWED_HOSTS: 'localhost,127.0.0.1,gupy.io,*.gupy.io',
    GUPY_API_BASE: `${addresses.simulator}/api/v1`,
  });
  // .dev.vars is the product's Worker's; the secret that both need comes from there.
  const { AUTH_SECRET = '' } = product.bindings;
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host,
      port,
      cf: false,
      log: new Log(LogLevel.WARN),
      // Where `wrangler d1 execute --local --persist-to` looks, too.
      resourcePersistencePath: join(stateDir, 'v3'),
      workers: [
        product,
        {
          ...worker('aferi-accounts', accountsConfig, builds.accounts, { AUTH_SECRET }),
          scriptPath: join(builds.accounts, accountsModule),
        },
        {
          ...worker('gupy-simulator', 'test/gupy-simulator/wrangler.toml', builds.simulator, {
            PROVIDER_URL: `${addresses.main}/gupy`,
            BASE_URL: addresses.simulator,
          }),
          unsafeDirectSockets: [{ host, port: port + 1 }],
        },
      ],
    }),
  );
  await miniflare.ready;
  const main = await miniflare.getWorker('aferi');
  return {
    db: await miniflare.getD1Database('DB', 'aferi'),
    runtime: runtime.pid(),
    ringCron: async () => {
      await main.scheduled({ cron: '* * * * *' });
    },
    dispose: () => {
      runtime.forget();
      return miniflare.dispose();
    },
  };
}

function worker(name: string, config: string, build: string, bindings: Record<string, string>) {
  const { modulesRules: _, ...options } = optionsOf(join(root, config)).workerOptions;
  return {
    ...options,
    name,
    modules: true,
    modulesRoot: build,
    scriptPath: join(build, 'index.js'),
    bindings: { ...(options.bindings as Record<string, string>), ...bindings },
  };
}

/** Miniflare doesn't tell workerd's process id, but Node tells of every child process. */
function observeRuntime(onEnd: () => void) {
  let pid: number | undefined;
  const seen = (message: unknown) => {
    const { process: child } = message as { process: ChildProcess };
    child.once('spawn', () => {
      if (!child.spawnfile.includes('workerd')) return;
      pid = child.pid;
      child.once('exit', () => pid !== undefined && onEnd());
    });
  };
  subscribe('child_process', seen);
  return {
    pid() {
      unsubscribe('child_process', seen);
      if (pid === undefined) throw new Error('workerd did not start');
      return pid;
    },
    forget() {
      pid = undefined;
    },
  };
}

/** Throws a StartError when something else listens there. */
export async function requireFreePort(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(new StartError(portTrouble(port, error.code))),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function portTrouble(port: number, code: string | undefined): string {
  const trouble = code === 'EADDRINUSE' ? 'is already in use' : `can't be used (${code})`;
  return `Port ${port} ${trouble}: set PORT to another one; the server takes PORT and PORT + 1.`;
}
