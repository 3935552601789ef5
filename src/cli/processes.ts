import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import { StartError } from './start-error.ts';

interface Processes {
  server: number;
  /** workerd */
  runtime: number;
}

const fileIn = (stateDir: string) => join(stateDir, 'processes.json');

/** Remembers who serves from this state, for the next start. */
export async function rememberProcesses(stateDir: string, processes: Processes): Promise<void> {
  await mkdir(stateDir, { recursive: true });
  await writeFile(fileIn(stateDir), JSON.stringify(processes));
}

export async function forgetProcesses(stateDir: string): Promise<void> {
  await rm(fileIn(stateDir), { force: true });
}

/**
 * A server that was killed leaves its workerd behind, on the port and on the database: ends it.
 * Refuses when the server itself still runs, as two of them would write to the same files.
 */
export async function endPredecessor(stateDir: string): Promise<void> {
  const text = await readFile(fileIn(stateDir), 'utf8').catch(() => '{}');
  const { server, runtime } = JSON.parse(text) as Partial<Processes>;
  if (server !== process.pid && (await isRunning(server, 'start.ts')))
    throw new StartError(
      `Another server (process ${server}) already uses ${stateDir}: stop it, or set STATE_DIR to another folder.`,
    );
  if (runtime !== undefined && (await isRunning(runtime, 'workerd'))) {
    process.kill(runtime, 'SIGKILL');
    while (!(await hasEnded(runtime))) await sleep(20);
  }
  await forgetProcesses(stateDir);
}

/** Process ids are reused: only a process whose command line holds the word is the one meant. */
async function isRunning(pid: number | undefined, word: string): Promise<boolean> {
  if (pid === undefined) return false;
  const command =
    process.platform === 'linux'
      ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      : await promisify(execFile)('ps', ['-o', 'args=', '-p', String(pid)]).then(
          ({ stdout }) => stdout,
          () => '',
        );
  return command.includes(word);
}

/**
 * A killed process loses its command line, and may be called a zombie, before its last thread has
 * let go of ports and files. It has ended when it is gone, or a zombie without other threads (one
 * that nobody collects stays so for ever).
 */
async function hasEnded(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return true;
  }
  const [stat, threads] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''),
    readdir(`/proc/${pid}/task`).catch(() => []),
  ]);
  return /\) [ZX] /.test(stat) && threads.length <= 1;
}
