import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';

/** What a snippet did: the lines it printed, and the name of the error that ended it. */
export interface Outcome {
  lines: string[];
  error: string | undefined;
}

type Body = (console: { log: (...values: unknown[]) => void }) => Promise<unknown>;
const AsyncFunction = (async () => {}).constructor as new (...source: string[]) => Body;

/** Runs JavaScript (top-level await allowed, no imports) and captures its console.log. */
export async function runSnippet(code: string, mode: 'strict' | 'sloppy'): Promise<Outcome> {
  const lines: string[] = [];
  const log = (...values: unknown[]) => void lines.push(format(...values));
  try {
    const source = mode === 'strict' ? `'use strict';\n${code}` : code;
    await new AsyncFunction('console', source)({ log });
  } catch (error) {
    return { lines, error: (error as Error).name };
  }
  return { lines, error: undefined };
}

/** The value of `expression` after `code`, or the name of the error that either of them threw. */
export async function evaluateAfter(code: string, expression: string): Promise<unknown> {
  try {
    return await new AsyncFunction('console', `'use strict';\n${code}\nreturn (${expression});`)({
      log: () => {},
    });
  } catch (error) {
    return (error as Error).name;
  }
}

/** Runs `main.js` among ES modules in a Node of its own, as in `node main.js`; returns what it printed. */
export function runModules(files: Record<string, string>, timeZone: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'snippet-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    for (const [name, code] of Object.entries(files)) writeFileSync(join(folder, name), code);
    const env = { ...process.env, TZ: timeZone };
    const options = { cwd: folder, env, encoding: 'utf8', timeout: 20_000 } as const;
    return execFileSync(process.execPath, ['main.js'], options).trimEnd();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
