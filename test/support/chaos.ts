import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, type TestContext, vi } from 'vitest';

import worker from '../../src/index.ts';
import { type Count, holds, type Judgement } from '../chaos/count.ts';
import { judge, queries, type Received, type Row, type Rows, type Told } from '../chaos/oracle.ts';
import { seeded } from './seeded.ts';

const second = 1000;

/** `npm run chaos` chooses a seed and the long version; `npm test` takes the short one. */
export const { seed = 1, long = false } = JSON.parse(
  (env as unknown as { CHAOS: string }).CHAOS,
) as { seed?: number; long?: boolean };

/** The numbers of one experiment: the same whichever others run. */
export const randomOf = (experiment: string) =>
  seeded([...experiment].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), seed));

/** Something that the process asks for; `number` counts from 1 since the last `begin`. */
export interface Step {
  number: number;
  of: 'd1' | 'queue' | 'receiver';
}

/** What becomes of a step: done, failed before anything happened, or done without an answer. */
export type Fate = 'done' | 'before' | 'after';

/**
 * Stands between the Worker and all that it talks to: the database, the queue, the receiver. Each step
 * has a fate; with `mortal` the first bad one is the process's death, and nothing works until `restart`.
 */
export function aWorld() {
  const queue: { body: unknown; dueAt: number }[] = [];
  const received: Received[] = [];
  const underWay = new Set<string>();
  let steps = 0;
  const world = {
    mortal: false,
    dead: false,
    fate: (_step: Step): Fate => 'done',
    /** The status for a request; `before` are those with the same id. */
    answer: (_before: number): number => 200,
    /** How long a step takes, ms. */
    wait: () => 0,
    /** Messages on their way; empty it, and they are lost. */
    queue,
    received,
    /** Requests that began while another of the same delivery was under way. */
    overlaps: 0,
    begin(fate: (step: Step) => Fate) {
      steps = 0;
      world.fate = fate;
    },
    /** A new process, in a world without trouble: the local queue has forgotten everything. */
    restart() {
      world.begin(() => 'done');
      world.dead = false;
      queue.length = 0;
    },
    consume: () => consumeAll(world),
  };

  async function step<Result>(of: Step['of'], act: () => Promise<Result>): Promise<Result> {
    steps += 1;
    const fate = world.dead ? 'before' : world.fate({ number: steps, of });
    const wait = world.wait();
    if (wait > 0) await pause(wait);
    const result = fate === 'before' ? undefined : await act();
    if (fate !== 'done' && world.mortal) world.dead = true;
    if (fate !== 'done' || world.dead) throw new Error('D1_ERROR: Network connection lost.');
    return result!;
  }

  interceptDatabase(step);
  vi.spyOn(env.DELIVERIES, 'send').mockImplementation((body, { delaySeconds = 0 } = {}) =>
    step('queue', async () => {
      queue.push({ body, dueAt: Date.now() + delaySeconds * second });
      return undefined as unknown as QueueSendResponse;
    }),
  );
  vi.spyOn(globalThis, 'fetch').mockImplementation((_url, init) => {
    const id = new Headers(init?.headers).get('webhook-id') ?? '';
    if (underWay.has(id)) world.overlaps += 1;
    underWay.add(id);
    const asking = step('receiver', async () => {
      const status = world.answer(received.filter((each) => each.id === id).length);
      received.push({ id, body: init?.body as string, status });
      return new Response('', { status });
    });
    return asking.finally(() => underWay.delete(id));
  });
  return world;
}

export type World = ReturnType<typeof aWorld>;

/** Every way in which the product reaches D1. */
function interceptDatabase(
  step: <Result>(of: 'd1', act: () => Promise<Result>) => Promise<Result>,
) {
  const batch = env.DB.batch.bind(env.DB);
  vi.spyOn(env.DB, 'batch').mockImplementation((statements) => step('d1', () => batch(statements)));
  const statement = Object.getPrototypeOf(env.DB.prepare('select 1')) as D1PreparedStatement;
  for (const name of ['all', 'raw', 'run'] as const) {
    const real = statement[name] as (...args: unknown[]) => Promise<never>;
    vi.spyOn(statement, name).mockImplementation(function ask(this: unknown, ...args: unknown[]) {
      return step('d1', () => real.apply(this, args));
    });
  }
}

/** Hands out messages as they are due, moving the clock on for those that wait; thrice again what fails. */
async function consumeAll(world: { queue: World['queue']; dead: boolean }): Promise<void> {
  const failed = new Map<unknown, number>();
  while (world.queue.length > 0 && !world.dead) {
    world.queue.sort((a, b) => a.dueAt - b.dueAt);
    vi.setSystemTime(Math.max(Date.now(), world.queue[0]!.dueAt));
    const due = world.queue.filter(({ dueAt }) => dueAt <= Date.now()).slice(0, 10);
    world.queue.splice(0, due.length);
    const bodies = due.map(({ body }) => body);
    for (const body of await handOut(bodies)) {
      failed.set(body, (failed.get(body) ?? 0) + 1);
      if (failed.get(body)! <= 3) world.queue.push({ body, dueAt: Date.now() + 30 * second });
    }
  }
}

/** A batch as the platform hands it out. Returns the messages that it must hand out again. */
export async function handOut(bodies: readonly unknown[]): Promise<unknown[]> {
  const timestamp = new Date();
  const batch = createMessageBatch(
    'aferi-deliveries',
    bodies.map((body, index) => ({ id: String(index), timestamp, attempts: 1, body })),
  );
  const execution = createExecutionContext();
  await worker.queue(batch, env);
  const { retryMessages } = await getQueueResult(batch, execution);
  return retryMessages.map(({ msgId }) => bodies[Number(msgId)]);
}

export async function allEvidence(): Promise<Rows> {
  const read = Object.entries(queries).map(async ([name, sql]) => {
    const { results } = await env.DB.prepare(sql).all<Row>();
    return [name, results];
  });
  return Object.fromEntries(await Promise.all(read)) as Rows;
}

export async function judged(
  world: World,
  told: readonly Told[],
  state?: 'delivered' | 'parked',
): Promise<Judgement> {
  const judgement = await judge(told, await allEvidence(), world.received, state);
  if (world.overlaps === 0) return judgement;
  const notes = [`${world.overlaps} requests of one delivery at once`, ...judgement.notes];
  return { ...judgement, wrongStates: judgement.wrongStates + world.overlaps, notes };
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The line of this test in the report; the test fails where an oracle does. */
export function tell(
  { task }: TestContext,
  count: Judgement & Pick<Count, 'experiment' | 'what'>,
): void {
  (task.meta as { chaos?: typeof count }).chaos = count;
  expect(count).toSatisfy(holds);
}
