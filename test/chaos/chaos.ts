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

type Experiment = (seed: number) => Promise<Omit<Count, 'what' | 'ms'>>;

/** On real processes and sockets. */
const real: Record<string, [what: string, experiment: Experiment]> = {
  kills: [
    'kill -9 of node and workerd',
    async (of) => ({ experiment: 'kills', ...(await killCycles(seeded(of), 20, true)) }),
  ],
  receivers: ['each kind of answer, over real sockets', (of) => receiverMatrix(seeded(of))],
  neighbours: ['one that hangs and one that drips beside eight', (of) => neighbours(seeded(of))],
};
const inside = ['crashes', 'trouble', 'outages'];

// Leaving ends every process that was started (test/support/server.ts, in-workerd.ts).
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.on(signal, () => process.exit(code));

const { seed, names } = options();
const begin = performance.now();
const counts: Count[] = [];
const failures: string[] = [];

const timer = setTimeout(() => {
  failures.push(`Given up after ${longest / 60_000} minutes.`);
  void report().then(() => process.exit(1));
}, longest);
for (const name of names.filter((each) => each in real)) await carryOut(name);
await carryOutInside(names.filter((each) => inside.includes(each)));
clearTimeout(timer);
await report();
process.exitCode = succeeded(counts, failures) ? 0 : 1;

async function carryOut(name: string): Promise<void> {
  // Not on stdout: that is the report's.
  console.error(`${name} …`);
  const from = performance.now();
  const [what, experiment] = real[name]!;
  try {
    const count = await experiment(seed);
    counts.push({ ...count, what, ms: performance.now() - from });
  } catch (error) {
    failures.push(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
  }
}

async function carryOutInside(chosen: readonly string[]): Promise<void> {
  if (chosen.length === 0) return;
  console.error(`${chosen.join(', ')} …`);
  const outcome = await inWorkerd(chosen, seed);
  counts.push(...outcome.counts);
  failures.push(...outcome.failures);
}

async function report(): Promise<void> {
  const ms = performance.now() - begin;
  const text = markdown({ seed, counts, failures, ms, versions: await versions() });
  console.log(text);
  await mkdir(join(root, '.build'), { recursive: true });
  await writeFile(join(root, '.build/chaos.md'), text);
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
    const all = [...Object.keys(real), ...inside];
    const unknown = values.only?.find((name) => !all.includes(name));
    if (unknown !== undefined) throw new Error(`${unknown} is no experiment`);
    return { seed: Number(chosen), names: values.only ?? all };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return process.exit(2);
  }
}
