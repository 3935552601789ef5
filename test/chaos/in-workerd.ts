import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Count } from './count.ts';

const root = join(import.meta.dirname, '../..');

interface Report {
  testResults: { assertionResults: Assertion[] }[];
}

interface Assertion {
  fullName: string;
  status: string;
  duration?: number;
  failureMessages: string[];
  meta: { chaos?: Omit<Count, 'ms'> };
}

/** The long version of the experiments in test/workers/chaos-<name>.test.ts. */
export async function inWorkerd(
  names: readonly string[],
  seed: number,
): Promise<{ counts: Count[]; failures: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'aferi-chaos-'));
  const path = join(folder, 'report.json');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const args = ['run', '--project=workers', '--silent', '--reporter=json', `--outputFile=${path}`];
  const files = names.map((name) => `test/workers/chaos-${name}.test.ts`);
  const child = spawn(process.execPath, [vitest, ...args, ...files], {
    cwd: root,
    env: { ...process.env, CHAOS: JSON.stringify({ seed, long: true }) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const leave = () => void child.kill();
  process.once('exit', leave);
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  process.off('exit', leave);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
  if (text === undefined) return { counts: [], failures: [`vitest: ${code}\n${complaint}`] };
  const { testResults } = JSON.parse(text) as Report;
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    counts: tests.flatMap(({ meta, duration = 0 }) =>
      meta.chaos ? { ...meta.chaos, ms: duration } : [],
    ),
    // What told its numbers is judged by them.
    failures: [
      ...(tests.length === 0 ? [`no test ran\n${complaint}`] : []),
      ...tests
        .filter(({ status, meta }) => status !== 'passed' && !meta.chaos)
        .map(({ fullName, failureMessages }) => `${fullName}\n${failureMessages.join('\n')}`),
    ],
  };
}
