import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface RunningServer {
  url: string;
  simulatorUrl: string;
  /** Both may be given to `startServer` again, to start from what a killed server left. */
  port: number;
  stateDir: string;
  /** Ends it, by default as Ctrl-C does; its state goes with it unless `keepState`. */
  stop(options?: { signal?: NodeJS.Signals; keepState?: boolean }): Promise<void>;
}

/** The real `npm start` on a free port, with a state of its own: seeded when it is a new one. */
export async function startServer(
  options: { port?: number; stateDir?: string } = {},
): Promise<RunningServer> {
  const port = options.port ?? (await freePort());
  const stateDir = options.stateDir ?? (await mkdtemp(join(tmpdir(), 'aferi-state-')));
  const removeState = () => rm(stateDir, { recursive: true, force: true });
  const server = spawn(process.execPath, ['src/cli/start.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), STATE_DIR: stateDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(server, 'exit');
  // However this process ends, no server stays behind.
  const leave = () => void server.kill();
  process.once('exit', leave);
  server.once('exit', () => process.off('exit', leave));
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (/^ready /m.test(output)) resolve();
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('close', () => reject(new Error(`The server did not start:\n${output}`)));
  }).catch(async (error: unknown) => {
    if (options.stateDir === undefined) await removeState();
    throw error;
  });
  return {
    url: `http://localhost:${port}`,
    simulatorUrl: `http://localhost:${port + 1}`,
    port,
    stateDir,
    async stop({ signal = 'SIGTERM', keepState = false } = {}) {
      server.kill(signal);
      await ended;
      if (!keepState) await removeState();
    },
  };
}

/** A port that is free, as is the next one. */
async function freePort(): Promise<number> {
  for (;;) {
    const first = await listen(0);
    const second = await listen(first.port + 1).catch(() => undefined);
    await first.close();
    await second?.close();
    if (second) return first.port;
  }
}

async function listen(port: number) {
  const probe = createServer().listen(port, '127.0.0.1');
  await once(probe, 'listening');
  return {
    port: (probe.address() as AddressInfo).port,
    close: async () => {
      probe.close();
      await once(probe, 'close');
    },
  };
}
