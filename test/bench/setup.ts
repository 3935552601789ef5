import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';

import type { TestProject } from 'vitest/node';

import { buildWorkers } from '../../src/cli/build-workers.ts';
import { type Section, markdown } from './report.ts';
import { workerBudgets } from './scenario.ts';
import { startupMs } from './startup.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Takes the bench's tables, as JSON by POST: tests inside workerd can write no file. */
    reportUrl: string;
    /** The Worker as it would be uploaded, with gzip. */
    bundleBytes: number;
    /** Which packages the text of the Worker names. */
    bundleHolds: Record<string, boolean>;
    /** What its modules take before the first request, ms. */
    startupMs: number;
  }
}

const root = join(import.meta.dirname, '../..');

/** Builds the Worker, to weigh it, and collects the bench's tables: to the terminal and .build/bench.md. */
export async function setup(project: TestProject) {
  const bundle = await readBundle();
  project.provide('bundleBytes', gzipSync(bundle).byteLength);
  const holds = (name: string) => [name, bundle.includes(name)] as const;
  project.provide('bundleHolds', Object.fromEntries(['better-auth', 'drizzle'].map(holds)));
  project.provide('startupMs', await startupMs(workerBudgets.startupMs));
  const sections: Section[] = [];
  const collect = async (request: IncomingMessage, response: ServerResponse) => {
    sections.push(JSON.parse(await text(request)) as Section);
    response.end();
  };
  const server = createServer((request, response) => void collect(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  project.provide('reportUrl', `http://127.0.0.1:${port}`);

  return async () => {
    server.close();
    const report = markdown(sections);
    console.log(`\n${report}`);
    await mkdir(join(root, '.build'), { recursive: true });
    await writeFile(join(root, '.build/bench.md'), report);
  };
}

async function readBundle(): Promise<Buffer> {
  const { main } = await buildWorkers();
  const names = (await readdir(main)).filter((name) => /\.(js|mjs|wasm)$/.test(name));
  const files = await Promise.all(names.map((name) => readFile(join(main, name))));
  return Buffer.concat(files);
}
