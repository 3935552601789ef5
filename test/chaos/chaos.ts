import '../../src/cli/byte-texts.ts';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { seeded } from '../support/seeded.ts';
import type { Count } from './count.ts';
import { inWorkerd } from './in-workerd.ts';
import { killCycles } from './kills.ts';
import { receiverMatrix } from './matrix.ts';
import { neighbours } from './neighbours.ts';
import { markdown, succeeded } from './report.ts';

/**
 * `npm run chaos`: everything that may go wrong between a candidate's submission and the ATS goes wrong,
 * by a seed, and an oracle joins what clients were told, what the database holds and what receivers got.
 */
const usage = `npm run chaos -- [--seed <n>] [--only <name>]…

  --seed <n>     the same choices as in an earlier run (a new number)
  --only <name>  one of: kills, receivers, neighbours, crashes, trouble, outages`;

const root = join(import.meta.dirname, '../..');
const longest = 10 * 60_000;

type Outcome = { counts: Count[]; failures: string[] };

const experiments: Record<string, (seed: number) => Promise<Outcome>> = {
  kills: timed('kill -9 of node and workerd', async (seed) => ({
    experiment: 'kills',
    ...(await killCycles(seeded(seed), 20, true)),
  })),
  receivers: timed('each kind of answer, over real sockets', (seed) =>
    receiverMatrix(seeded(seed + 1)),
  ),
  neighbours: timed('one that hangs and one that drips beside eight', (seed) =>
    neighbours(seeded(seed + 2)),
  ),
  crashes: (seed) => inWorkerd('chaos-crashes', seed),
  trouble: (seed) => inWorkerd('chaos-trouble', seed),
  outages: (seed) => inWorkerd('chaos-outages', seed),
};

// Leaving ends every process that was started (test/support/server.ts, in-workerd.ts).
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.on(signal, () => process.exit(code));

const { seed, names } = options();
const timer = setTimeout(() => {
  console.error(`Chaos takes longer than ${longest / 60_000} minutes: given up.`);
  process.exit(1);
}, longest);
await run();
clearTimeout(timer);

async function run(): Promise<void> {
  const begin = performance.now();
  const counts: Count[] = [];
  const failures: string[] = [];
  for (const name of names) {
    // Not on stdout: that is the report's.
    console.error(`${name} …`);
    const outcome = await experiments[name]!(seed).catch((error: unknown) => ({
      counts: [],
      failures: [`${name}: ${error instanceof Error ? error.stack : String(error)}`],
    }));
    counts.push(...outcome.counts);
    failures.push(...outcome.failures);
  }
  const ms = performance.now() - begin;
  const report = markdown({ seed, counts, failures, ms, versions: await versions() });
  console.log(report);
  await mkdir(join(root, '.build'), { recursive: true });
  await writeFile(join(root, '.build/chaos.md'), report);
  process.exitCode = succeeded(counts, failures) ? 0 : 1;
}

function timed(
  what: string,
  experiment: (seed: number) => Promise<Omit<Count, 'what' | 'ms'>>,
): (seed: number) => Promise<Outcome> {
  return async (of) => {
    const begin = performance.now();
    const count = await experiment(of);
    return { counts: [{ ...count, what, ms: performance.now() - begin }], failures: [] };
  };
}

async function versions(): Promise<Record<string, string>> {
  const parts = await Promise.all(['miniflare', 'workerd', 'wrangler', 'vitest'].map(versionOf));
  return { node: process.versions.node, ...(Object.fromEntries(parts) as Record<string, string>) };
}

async function versionOf(name: string): Promise<[string, string]> {
  const path = join(root, 'node_modules', name, 'package.json');
  const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string };
  return [name, version];
}

function options(): { seed: number; names: string[] } {
  try {
    const { values } = parseArgs({
      options: { seed: { type: 'string' }, only: { type: 'string', multiple: true } },
    });
    const chosen = values.seed ?? String(1 + Math.floor(Math.random() * 1e6));
    if (!/^\d{1,9}$/.test(chosen)) throw new Error(`${chosen} is no seed`);
    const unknown = values.only?.find((name) => !(name in experiments));
    if (unknown !== undefined) throw new Error(`${unknown} is no experiment`);
    return { seed: Number(chosen), names: values.only ?? Object.keys(experiments) };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return process.exit(2);
  }
}
