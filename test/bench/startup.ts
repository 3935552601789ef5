import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');

interface Profile {
  nodes: { id: number; callFrame: { functionName: string } }[];
  samples: number[];
  /** µs that each sample stands for. */
  timeDeltas: number[];
}

/**
 * How long (ms) the bundled Worker's modules run before its first request, by workerd's profiler. A busy
 * machine only adds to it, so the least of a few measurements counts; one within the budget is enough.
 */
export async function startupMs(budget: number): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < 3 && least > budget; round += 1)
    least = Math.min(least, activeMs(await profile()));
  return least;
}

async function profile(): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'aferi-startup-'));
  const outfile = join(folder, 'startup.cpuprofile');
  const cli = join(root, 'node_modules/wrangler/wrangler-dist/cli.js');
  try {
    await promisify(execFile)(process.execPath, [cli, 'check', 'startup', '--outfile', outfile], {
      cwd: root,
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' },
    });
    return JSON.parse(await readFile(outfile, 'utf8')) as Profile;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function activeMs({ nodes, samples, timeDeltas }: Profile): number {
  const waiting = new Set(
    nodes
      .filter(({ callFrame }) => /^\((idle|program)\)$/.test(callFrame.functionName))
      .map(({ id }) => id),
  );
  const active = timeDeltas.filter((_, at) => !waiting.has(samples[at]!));
  return active.reduce((sum, delta) => sum + delta, 0) / 1000;
}
