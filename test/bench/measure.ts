import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

import { app } from '../../src/app.tsx';
import { database } from '../../src/db/client.ts';
import { destinations } from '../../src/destinations.ts';
import { consumeWakeUp } from '../../src/features/deliveries/jobs.ts';
import { type Counts, countingDatabase } from './counting.ts';

/** What one request cost: until its answer was complete, and (`after`) what it left to do behind it. */
export interface Measured extends Counts {
  after: Counts;
  status: number;
  /** Bytes with gzip: of the answer, and of the styles and scripts that it names. */
  html: number;
  css: number;
  js: number;
  location: string | null;
}

/** Everything that the bench did so far, and the wake-ups that nobody consumed yet. */
export class Meter {
  readonly #database = countingDatabase(env.DB);
  readonly wakeUps: unknown[] = [];
  readonly env: Env;

  constructor(environment: Pick<Env, 'ENVIRONMENT'> = env) {
    this.env = {
      ...env,
      ENVIRONMENT: environment.ENVIRONMENT,
      DB: this.#database.db,
      // Consumed by the bench when it says so, or the counts of a request would hold parts of others.
      DELIVERIES: queue((message) => this.wakeUps.push(message)),
      DEADLINES: queue(() => 0),
      INBOUND: queue(() => 0),
      START_LIMIT: endless,
      API_LIMIT: endless,
      SIGN_IN_LIMIT: endless,
      SIGN_IN_IP_LIMIT: endless,
    };
  }

  /** So far. */
  get counts(): Counts {
    return { ...this.#database.counts };
  }

  async send(request: Request): Promise<Response> {
    const ctx = createExecutionContext();
    const answer = await app.fetch(request, this.env, ctx);
    const body = await answer.arrayBuffer();
    await waitOnExecutionContext(ctx);
    return new Response(body.byteLength === 0 ? null : body, answer);
  }

  async measure(request: Request): Promise<Measured> {
    const before = this.counts;
    const ctx = createExecutionContext();
    const answer = await app.fetch(request, this.env, ctx);
    const body = new Uint8Array(await answer.arrayBuffer());
    const answered = this.counts;
    await waitOnExecutionContext(ctx);
    const isPage = answer.headers.get('Content-Type')?.startsWith('text/html') ?? false;
    const page = isPage ? new TextDecoder().decode(body) : '';
    return {
      ...difference(answered, before),
      after: difference(this.counts, answered),
      status: answer.status,
      location: answer.headers.get('Location'),
      html: body.length === 0 ? 0 : await gzipped(body),
      css: await assetBytes(page, /<link rel="stylesheet" href="([^"]+)"/g),
      js: await assetBytes(page, /<script src="([^"]+)"/g),
    };
  }

  /** Does what the queue's consumer would, until nothing more is asked of it. */
  async consumeWakeUps(): Promise<void> {
    const context = { env: this.env, db: database(this.env.DB) };
    for (let body = this.wakeUps.shift(); body !== undefined; body = this.wakeUps.shift())
      await consumeWakeUp(context, destinations, body);
  }
}

const endless: RateLimit = { limit: async () => ({ success: true }) };

function queue(take: (message: unknown) => void): Queue {
  return { send: async (message: unknown) => take(message) } as unknown as Queue;
}

function difference(after: Counts, before: Counts): Counts {
  return {
    trips: after.trips - before.trips,
    rowsRead: after.rowsRead - before.rowsRead,
    rowsWritten: after.rowsWritten - before.rowsWritten,
  };
}

const sizes = new Map<string, number>();

async function assetBytes(page: string, names: RegExp): Promise<number> {
  let bytes = 0;
  for (const [, path] of page.matchAll(names)) {
    const known = sizes.get(path!) ?? (await assetSize(path!));
    sizes.set(path!, known);
    bytes += known;
  }
  return bytes;
}

async function assetSize(path: string): Promise<number> {
  const request = new Request(new URL(path, env.BASE_URL));
  // The stylesheet of a brand is the Worker's own.
  const file = path.startsWith('/generated/')
    ? await env.ASSETS.fetch(request)
    : await app.fetch(request, env, createExecutionContext());
  if (!file.ok) throw new Error(`${path}: ${file.status}`);
  return gzipped(new Uint8Array(await file.arrayBuffer()));
}

async function gzipped(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const stream = new Response(bytes).body!.pipeThrough(new CompressionStream('gzip'));
  return (await new Response(stream).arrayBuffer()).byteLength;
}
