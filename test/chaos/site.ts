import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { sleep } from '../support/over-http.ts';
import type { Seeded } from '../support/seeded.ts';
import { startServer } from '../support/server.ts';
import { withStateRows } from '../support/state-rows.ts';
import { queries, type Row, type Rows } from './oracle.ts';

/** The real server, on a state that outlives each of its deaths. */
export async function aSite() {
  const first = await startServer();
  const { url, port, stateDir } = first;
  let server: typeof first | undefined = first;
  let up = Promise.resolve();
  return {
    url,
    stateDir,
    /** Fulfilled while it serves. */
    whenUp: () => up,
    /** Ends node and workerd at this very moment, whichever first; both are gone afterwards. */
    async kill(random: Seeded) {
      const dying = server!;
      server = undefined;
      const { runtime } = JSON.parse(readFileSync(join(stateDir, 'processes.json'), 'utf8')) as {
        runtime: number;
      };
      const endRuntime = () => void process.kill(runtime, 'SIGKILL');
      const runtimeFirst = random.next() < 0.5;
      if (runtimeFirst) endRuntime();
      const ended = dying.stop({ signal: 'SIGKILL', keepState: true });
      if (!runtimeFirst) endRuntime();
      await ended;
    },
    async start() {
      const starting = startServer({ port, stateDir });
      up = starting.then(() => undefined);
      // Who waits for it learns of a failure; nobody may wait.
      up.catch(() => undefined);
      server = await starting;
    },
    /** While it is dead: what was due within the lease's minute is due at once. */
    skipMinute() {
      withStateRows(stateDir, (rows) =>
        rows.exec('update deliveries set next_at = next_at - 60000 where next_at is not null'),
      );
    },
    rows: () => withStateRows(stateDir, readRows),
    async stop() {
      // Nobody goes on waiting for it.
      up = Promise.reject(new Error('The site is gone'));
      up.catch(() => undefined);
      await server?.stop();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

export type Site = Awaited<ReturnType<typeof aSite>>;

/** A server for one experiment. */
export async function onSite<Result>(use: (site: Site) => Promise<Result>): Promise<Result> {
  const site = await aSite();
  try {
    return await use(site);
  } finally {
    await site.stop();
  }
}

/** Waits until nothing is left to plan or to send, and returns the rows. */
export async function settledRows(site: Site, most: number): Promise<Rows> {
  const until = Date.now() + most;
  for (;;) {
    const rows = site.rows();
    const planned = rows.events.every((event) => event['planned_at'] !== null);
    const open = rows.deliveries.some((delivery) => delivery['next_at'] !== null);
    if ((planned && !open) || Date.now() > until) return rows;
    await sleep(500);
  }
}

function readRows(rows: Parameters<Parameters<typeof withStateRows>[1]>[0]): Rows {
  const read = Object.entries(queries).map(([name, sql]) => [
    name,
    rows.prepare(sql).all() as Row[],
  ]);
  return Object.fromEntries(read) as Rows;
}
