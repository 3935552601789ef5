import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ring } from '../../src/cron.ts';
import { database } from '../../src/db/client.ts';
import { results } from '../../src/db/schema/attempts.ts';
import { deliveries, events, tries } from '../../src/db/schema/deliveries.ts';
import { destinations } from '../../src/destinations.ts';
import { grace } from '../../src/features/attempts/clock.ts';
import { tryDelivery } from '../../src/features/deliveries/engine.ts';
import worker from '../../src/index.ts';
import {
  answerQuestion,
  aSitting,
  attemptOf,
  claimsOf,
  loseMessages,
  stopClock,
  submit,
} from '../support/candidate.ts';
import { aPending, context, noJitter, theDelivery } from '../support/deliveries.ts';
import { aCompany, anOffer, registered, scoredContent, takeTest } from '../support/gupy.ts';
import { aReceiver } from '../support/receiver.ts';

const db = database(env.DB);
const [second, hour] = [1000, 3_600_000];

let messages: ReturnType<typeof loseMessages>;
beforeEach(() => {
  messages = loseMessages();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the messages of finished attempts', () => {
  it('each five times and shuffled call the receiver once per attempt', async () => {
    const receiver = aReceiver();
    for (let person = 1n; person <= 4n; person += 1n) await aFinished(person);
    const bodies = messages.deliveries.mock.calls.map(([body]) => body);
    expect(bodies).toHaveLength(4);
    const many = shuffle([...bodies, ...bodies, ...bodies, ...bodies, ...bodies]);
    for (const part of [many.slice(0, 7), many.slice(7, 14), many.slice(14)]) await consume(part);
    expect(receiver.calls()).toHaveLength(4);
    expect(await db.$count(deliveries)).toBe(4);
    expect(await db.$count(tries)).toBe(4);
  });

  it('all lost: the clock alone delivers', async () => {
    const receiver = aReceiver();
    await aFinished();
    expect(receiver.calls()).toHaveLength(0);
    await ring(env);
    expect(receiver.calls()).toHaveLength(1);
    await ring(env);
    expect(receiver.calls()).toHaveLength(1);
  });

  it('never sent, since the process ended after the commit: the clock delivers', async () => {
    const receiver = aReceiver();
    messages.deliveries.mockImplementation(() => {
      throw new Error('the process ended');
    });
    await aFinished();
    await ring(env);
    expect(receiver.calls()).toHaveLength(1);
  });

  it('lead to a receiver that is down: later tries come by messages, and by the clock', async () => {
    stopClock();
    noJitter();
    const receiver = aReceiver(answer(503), answer(503), answer(200));
    await aFinished();
    await consume(messages.deliveries.mock.calls.map(([body]) => body));
    expect(messages.deliveries.mock.lastCall).toEqual([
      { deliveryId: (await theDelivery()).id },
      { delaySeconds: 5 },
    ]);
    vi.setSystemTime(Date.now() + 5 * second);
    await consume([messages.deliveries.mock.lastCall![0]]);
    vi.setSystemTime(Date.now() + 60 * second);
    await ring(env);
    const { calls } = receiver;
    expect(calls()).toHaveLength(3);
    expect(new Set(calls().map(({ body }) => body)).size).toBe(1);
    expect(new Set(calls().map(({ headers }) => headers.get('webhook-id'))).size).toBe(1);
    expect(await theDelivery()).toMatchObject({ state: 'delivered', tries: 3 });
  });
});

describe('a message', () => {
  it.each([
    undefined,
    null,
    'text',
    42,
    [],
    {},
    { eventId: 'x' },
    { eventId: 7 },
    { deliveryId: null },
    { eventId: crypto.randomUUID(), more: true },
  ])('that cannot be read, %j, is dropped', async (body) => {
    const { explicitAcks, retryMessages } = await consume([body]);
    expect([explicitAcks, retryMessages]).toEqual([['0'], []]);
  });

  it('of something that is gone is done', async () => {
    const { explicitAcks } = await consume([
      { eventId: crypto.randomUUID() },
      { deliveryId: crypto.randomUUID() },
    ]);
    expect(explicitAcks).toEqual(['0', '1']);
  });

  it('that fails is retried alone, and the rest of its batch is done', async () => {
    const receiver = aReceiver();
    await aFinished(1n);
    await aFinished(2n);
    const [one, two] = messages.deliveries.mock.calls.map(([body]) => body) as object[];
    // Its event cannot be read.
    const prepare = env.DB.prepare.bind(env.DB);
    vi.spyOn(env.DB, 'prepare').mockImplementationOnce((query) => {
      expect(query).toContain('"events"');
      return prepare('select * from nowhere');
    });
    const { explicitAcks, retryMessages } = await consume([one, 'poison', two]);
    expect(retryMessages.map(({ msgId }) => msgId)).toEqual(['0']);
    expect(explicitAcks).toEqual(['1', '2']);
    expect(receiver.calls()).toHaveLength(1);
  });

  it('among others does not wait for a receiver that hangs', async () => {
    await aFinished(1n);
    await aFinished(2n);
    const hang = Promise.withResolvers<Response>();
    const receiver = aReceiver(
      () => hang.promise,
      () => new Response('ok'),
    );
    const all = consume(messages.deliveries.mock.calls.map(([body]) => body));
    await vi.waitFor(async () => {
      expect(receiver.calls()).toHaveLength(2);
      const states = (await db.select().from(deliveries)).map(({ state }) => state);
      expect(states.toSorted()).toEqual(['delivered', 'sending']);
    });
    hang.resolve(new Response('late'));
    await all;
  });

  it('to a receiver that hangs does not hold up the messages behind its batch', async () => {
    await aFinished();
    const hang = Promise.withResolvers<Response>();
    aReceiver(() => hang.promise);
    const { explicitAcks } = await consume(messages.deliveries.mock.calls.map(([body]) => body));
    expect(explicitAcks).toEqual([]);
    expect((await theDelivery()).state).toBe('sending');
    hang.resolve(new Response('late'));
    await vi.waitFor(async () => expect((await theDelivery()).state).toBe('delivered'));
  });

  it('of a queue that has no consumer here fails loudly', async () => {
    const batch = createMessageBatch('aferi-renamed', [aMessage({}, 0)]);
    const promise = worker.queue(batch, env);
    await expect(promise).rejects.toThrow('aferi-renamed');
  });

  it('asks for at most five connections at once', async () => {
    for (let count = 0; count < 10; count += 1) await aPending({ nextAt: 1, kind: 'slow' });
    const ids = (await db.select().from(deliveries)).map(({ id }) => id);
    let [open, most] = [0, 0];
    vi.spyOn(globalThis, 'fetch').mockImplementation(async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 10));
      open -= 1;
      return new Response('ok');
    });
    await db
      .update(deliveries)
      .set({ kind: 'gupy.result_webhook', destination: 'https://hooks.gupy.io/x' });
    await consume(ids.map((deliveryId) => ({ deliveryId })));
    expect(await db.$count(tries)).toBe(10);
    expect(most).toBe(5);
  });
});

describe('a deadline’s message', () => {
  it('submits the attempt when the time is over, once', async () => {
    const { path, body, deadlineAt } = await aBegun();
    stopClock(deadlineAt + grace + second);
    await consume([body, body, body], 'aferi-deadlines');
    expect(await attemptOf(path)).toMatchObject({
      state: 'completed',
      submittedBy: 'clock',
      submittedAt: deadlineAt,
    });
    expect(await db.$count(results)).toBe(1);
    expect(await db.$count(events)).toBe(1);
  });

  it('that comes early changes nothing', async () => {
    const { path, body, deadlineAt } = await aBegun();
    stopClock(deadlineAt + grace);
    const before = await attemptOf(path);
    const { explicitAcks } = await consume([body], 'aferi-deadlines');
    expect(explicitAcks).toEqual(['0']);
    expect(await attemptOf(path)).toEqual(before);
  });

  it('that comes after the candidate submitted changes nothing', async () => {
    const { path, body, deadlineAt } = await aBegun();
    await submit(path);
    const before = await attemptOf(path);
    stopClock(deadlineAt + hour);
    await consume([body], 'aferi-deadlines');
    expect(await attemptOf(path)).toEqual(before);
  });

  it.each([undefined, {}, { attemptId: 'x', versionId: 'y' }, { attemptId: crypto.randomUUID() }])(
    'that cannot be read, %j, is dropped',
    async (body) => {
      const { explicitAcks } = await consume([body], 'aferi-deadlines');
      expect(explicitAcks).toEqual(['0']);
    },
  );
});

describe('a receiver', () => {
  const date = new Date(Date.UTC(2026, 10, 23, 12, 10)).toUTCString();
  const [tenMinutes, day] = [600 * second, 24 * hour];

  it.each<[string, () => Response | Promise<Response>, string, number | null]>([
    ['200', answer(200), 'delivered', null],
    ['201', answer(201), 'delivered', null],
    ['204', answer(204), 'delivered', null],
    ['301', answer(301, { location: 'http://127.0.0.1/' }), 'waiting', 5 * second],
    ['302 to this machine', answer(302, { location: 'http://127.0.0.1/' }), 'waiting', 5 * second],
    ['307', answer(307, { location: 'https://x.example' }), 'waiting', 5 * second],
    ['400', answer(400), 'parked', null],
    ['401', answer(401), 'parked', null],
    ['404', answer(404), 'parked', null],
    ['408', answer(408), 'waiting', 5 * second],
    ['409', answer(409), 'parked', null],
    ['410', answer(410), 'parked', null],
    ['425', answer(425), 'waiting', 5 * second],
    ['429', answer(429), 'waiting', 5 * second],
    ['429, in 600 s', answer(429, { 'retry-after': '600' }), 'waiting', tenMinutes],
    ['429, at a time', answer(429, { 'retry-after': date }), 'waiting', tenMinutes],
    ['429, with garbage', answer(429, { 'retry-after': 'in 2048' }), 'waiting', 5 * second],
    ['429, in a year', answer(429, { 'retry-after': '31536000' }), 'waiting', day],
    ['500', answer(500), 'waiting', 5 * second],
    ['502', answer(502), 'waiting', 5 * second],
    ['503, in 600 s', answer(503, { 'retry-after': '600' }), 'waiting', tenMinutes],
    ['504', answer(504), 'waiting', 5 * second],
    ['a reset', reset, 'waiting', 5 * second],
  ])('that answers %s', async (_what, response, state, wait) => {
    const now = stopClock();
    noJitter();
    const receiver = aReceiver(response);
    await tryDelivery(context, destinations, await aWebhook());
    const { nextAt, all, ...delivery } = await theDelivery();
    expect(delivery).toMatchObject({ state, tries: 1 });
    expect(nextAt).toBe(wait === null ? null : now + wait);
    expect(all).toHaveLength(1);
    expect(receiver.calls()).toHaveLength(1);
  });

  it('that answers with megabytes is cut off; 2 KiB of it are kept', async () => {
    let sent = 0;
    const chunk = new Uint8Array(16 * 1024).fill(0xff);
    const endless = new ReadableStream({
      pull(controller) {
        sent += chunk.length;
        controller.enqueue(chunk);
      },
    });
    aReceiver(() => new Response(endless, { status: 500 }));
    await tryDelivery(context, destinations, await aWebhook());
    expect(sent).toBeLessThan(200 * 1024);
    const { all } = await theDelivery();
    const { length } = new TextEncoder().encode(all[0]!.answer!);
    expect(length).toBeGreaterThan(2000);
    expect(length).toBeLessThanOrEqual(2048);
  });

  it('at an address that is not allowed is never called', async () => {
    const receiver = aReceiver();
    for (const destination of ['https://evil.example/', 'http://hooks.gupy.io/', 'https://[::1]/'])
      await tryDelivery(context, destinations, await aWebhook(destination));
    expect(receiver.calls()).toEqual([]);
    const states = (await db.select().from(deliveries)).map(({ state }) => state);
    expect(states).toEqual(['parked', 'parked', 'parked']);
  });
});

/** A candidate of Gupy's takes the whole test. */
async function aFinished(person = 1n): Promise<void> {
  const company = await aCompany();
  const test = await registered(company, await anOffer(company), { document_id: person });
  await takeTest(test);
}

function aWebhook(destination = 'https://hooks.gupy.io/results/9'): Promise<string> {
  return aPending({ kind: 'gupy.result_webhook', destination });
}

/** Hands a batch to the Worker as the platform does. */
async function consume(bodies: readonly unknown[], queue = 'aferi-deliveries') {
  const batch = createMessageBatch(queue, bodies.map(aMessage));
  const execution = createExecutionContext();
  await worker.queue(batch, env);
  return getQueueResult(batch, execution);
}

function aMessage(body: unknown, index: number) {
  return { id: String(index), timestamp: new Date(), attempts: 1, body };
}

function shuffle<Item>(items: Item[]): Item[] {
  const order = items.map((item, index) => ({ item, key: (index * 7919 + 3) % 101 }));
  return order.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}

/** A started attempt with an answer, and the message that its deadline will bring. */
async function aBegun() {
  const { path } = await aSitting({ content: scoredContent });
  await answerQuestion(path, 1, { value: 'b' });
  const { attemptId, versionId } = await claimsOf(path);
  return { path, body: { attemptId, versionId }, deadlineAt: (await attemptOf(path)).deadlineAt! };
}

function answer(status: number, headers: Record<string, string> = {}) {
  const body = status === 204 ? null : `answer ${status}`;
  return () => new Response(body, { status, headers });
}

function reset(): Promise<Response> {
  return Promise.reject(new TypeError('ECONNRESET'));
}
