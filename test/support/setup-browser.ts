import type { TestProject } from 'vitest/node';

import { extractChromium } from './chromium-files.ts';
import { startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a running `npm start` with an empty, freshly seeded state. */
    serverUrl: string;
    /** The address of its Gupy simulator. */
    simulatorUrl: string;
    /** Where that server keeps its rows. */
    stateDir: string;
    chromiumPath: string;
  }
}

/** Once per run: Chromium unpacked, and the server that every browser test shares. */
export async function setup(project: TestProject) {
  const [chromiumPath, server] = await Promise.all([extractChromium(), startServer()]);
  project.provide('chromiumPath', chromiumPath);
  project.provide('serverUrl', server.url);
  project.provide('simulatorUrl', server.simulatorUrl);
  project.provide('stateDir', server.stateDir);
  return () => server.stop();
}
