import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { buildAssets } from '../src/cli/build-assets.ts';

// `npm test`: every step runs, whatever the ones before it said; the last line counts them all.
// Types and lint count as one test each.
const root = join(import.meta.dirname, '..');
const reports = await mkdtemp(join(tmpdir(), 'aferi-test-'));
const totals = { passed: 0, failed: 0 };

// The manifest of built files is imported by code: nothing compiles without it.
await buildAssets().catch((error: unknown) => {
  console.error(error);
  count(0, 1);
});
await script('types');
await script('lint');
for (const project of ['unit', 'workers', 'browser', 'bench']) await testProject(project);

await rm(reports, { recursive: true });
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);

async function script(name: string): Promise<void> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const ok = (await run(name, scripts[name] ?? 'false')) === 0;
  count(ok ? 1 : 0, ok ? 0 : 1);
}

async function testProject(name: string): Promise<void> {
  const report = join(reports, `${name}.json`);
  const code = await run(
    name,
    `vitest run --project ${name} --silent=passed-only --reporter=default --reporter=json --outputFile.json=${report}`,
  );
  const { passed, failed } = await readReport(report);
  // Vitest also fails for reasons that are no test: a file that can't be imported, an error outside
  // of any test. And a step in which nothing ran has proved nothing.
  const otherwise = failed === 0 && (code !== 0 || passed === 0) ? 1 : 0;
  count(passed, failed + otherwise);
}

async function readReport(path: string): Promise<{ passed: number; failed: number }> {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  const report = JSON.parse(text) as { numPassedTests?: number; numFailedTests?: number };
  return { passed: report.numPassedTests ?? 0, failed: report.numFailedTests ?? 0 };
}

function count(passed: number, failed: number): void {
  totals.passed += passed;
  totals.failed += failed;
}

async function run(name: string, command: string): Promise<number> {
  console.log(`\n── ${name}`);
  const child = spawn(command, {
    cwd: root,
    shell: true,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
      // No step needs the network.
      WRANGLER_HIDE_BANNER: 'true',
      WRANGLER_SEND_METRICS: 'false',
    },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
