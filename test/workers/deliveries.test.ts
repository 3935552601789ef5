import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { deliveries, events, tries } from '../../src/db/schema/deliveries.ts';
import { claimDelivery } from '../../src/features/deliveries/claim-queries.ts';
import { handleEvent, sweepDeliveries, tryDelivery } from '../../src/features/deliveries/engine.ts';
import { finishTry } from '../../src/features/deliveries/finish-queries.ts';
import { planDeliveries } from '../../src/features/deliveries/queries.ts';
import type { Outcome } from '../../src/features/deliveries/schedule.ts';
import { loseMessages, stopClock } from '../support/candidate.ts';
import {
  aDestination,
  anEvent,
  aPending,
  aTry,
  context,
  noJitter,
  theDelivery,
} from '../support/deliveries.ts';

const db = database(env.DB);
const [second, minute, hour] = [1000, 60_000, 3_600_000];

let messages: ReturnType<typeof loseMessages>;
beforeEach(() => {
  messages = loseMessages();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('an event', () => {
  it('is planned and sent', async () => {
    const now = stopClock();
    const test = aDestination();
    await handleEvent(context, test.list, await anEvent());
    expect(await theDelivery()).toMatchObject({
      kind: 'test',
      destination: 'https://x.example',
      state: 'delivered',
      tries: 1,
      nextAt: null,
      lastStatus: 200,
      createdAt: now,
      finishedAt: now,
    });
    expect((await db.select().from(events).get())?.plannedAt).toBe(now);
  });

  it('that is handled again and again is planned once and sent once', async () => {
    const test = aDestination();
    const id = await anEvent();
    for (let round = 0; round < 3; round += 1) await handleEvent(context, test.list, id);
    expect(await db.$count(deliveries)).toBe(1);
    expect(test.planned).toHaveLength(1);
    expect(test.sent).toHaveLength(1);
  });

  it('that is handled 20 times at once has one delivery, sent once', async () => {
    const test = aDestination();
    const id = await anEvent();
    await Promise.all(Array.from({ length: 20 }, () => handleEvent(context, test.list, id)));
    expect(await db.$count(deliveries)).toBe(1);
    expect(await db.$count(tries)).toBe(1);
    expect(test.sent).toHaveLength(1);
  });

  it('goes to every destination that it calls for, and to nobody where none does', async () => {
    const [one, two] = [aDestination(undefined, 'one'), aDestination(undefined, 'two')];
    const none = { ...one.destination, kind: 'none', plan: async () => [] };
    const id = await anEvent();
    await handleEvent(context, [one.destination, none, two.destination], id);
    const rows = await db.select().from(deliveries);
    expect(rows.map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual([
      'one delivered',
      'two delivered',
    ]);
  });

  it('that nobody knows is nothing to do', async () => {
    await handleEvent(context, aDestination().list, crypto.randomUUID());
    expect(await db.$count(deliveries)).toBe(0);
  });

  it('keeps the deliveries that are there when it is planned once more', async () => {
    const test = aDestination([{ status: 503 }]);
    const id = await anEvent();
    await handleEvent(context, test.list, id);
    const [before] = await db.select().from(deliveries);
    await planDeliveries(db, id, [{ ...before!, payload: 'other' }], Date.now());
    expect(await db.select().from(deliveries)).toEqual([before]);
  });
});

describe('the sweep of deliveries', () => {
  it('alone delivers what no message ever told of', async () => {
    const test = aDestination();
    for (let count = 0; count < 3; count += 1) await anEvent();
    await sweepDeliveries(context, test.list);
    expect(test.sent).toHaveLength(3);
    expect(messages.deliveries).not.toHaveBeenCalled();
  });

  it('leaves alone what is not due yet', async () => {
    stopClock();
    noJitter();
    const test = aDestination([{ status: 503 }]);
    await handleEvent(context, test.list, await anEvent());
    vi.setSystemTime(Date.now() + 5 * second - 1);
    await sweepDeliveries(context, test.list);
    expect(test.sent).toHaveLength(1);
    vi.setSystemTime(Date.now() + 1);
    await sweepDeliveries(context, test.list);
    expect(test.sent).toHaveLength(2);
  });

  it('goes on after a crash between planning and sending', async () => {
    const now = stopClock();
    const test = aDestination();
    const id = await anEvent();
    const batch = env.DB.batch.bind(env.DB);
    vi.spyOn(env.DB, 'batch').mockImplementationOnce(async (statements) => {
      await batch(statements);
      throw new Error('the process ended');
    });
    await expect(handleEvent(context, test.list, id)).rejects.toThrow('the process ended');
    expect(await theDelivery()).toMatchObject({ state: 'sending', tries: 1 });
    vi.setSystemTime(now + minute);
    await sweepDeliveries(context, test.list);
    expect(await theDelivery()).toMatchObject({
      state: 'delivered',
      all: [{ number: 1, startedAt: now, error: 'cut short' }, { number: 2 }],
    });
    expect(test.sent).toHaveLength(1);
  });

  it('is not held up by one event in a hundred that cannot be planned, nor by one bad delivery', async () => {
    const test = aDestination();
    const ids: string[] = [];
    for (let count = 0; count < 100; count += 1) ids.push(await anEvent(count));
    const poison = ids[3]!;
    const destination = {
      ...test.destination,
      plan: async (...[its, event]: Parameters<typeof test.destination.plan>) => {
        if (event.id === poison) throw new Error('cannot be planned');
        return test.destination.plan(its, event);
      },
      send: async (...[its, delivery]: Parameters<typeof test.destination.send>) => {
        if (delivery.eventId === ids[5]) throw new Error('cannot be sent');
        return test.destination.send(its, delivery);
      },
    };
    await sweepDeliveries(context, [destination]);
    const states = (await db.select().from(deliveries)).map(({ state }) => state);
    expect(states.filter((state) => state === 'delivered')).toHaveLength(98);
    expect(states.filter((state) => state === 'waiting')).toHaveLength(1);
    await sweepDeliveries(context, test.list);
    expect(await db.$count(deliveries)).toBe(100);
  }, 30_000);
});

describe('a claim', () => {
  it('is one claimant’s alone, of 50 at once', async () => {
    const id = await aPending();
    const now = Date.now();
    const claims = await Promise.all(Array.from({ length: 50 }, () => claimDelivery(db, id, now)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await theDelivery()).toMatchObject({ state: 'sending', tries: 1, nextAt: now + minute });
  });

  it('is not given again before its lease ends', async () => {
    const now = stopClock();
    const id = await aPending();
    await claimDelivery(db, id, now);
    expect(await claimDelivery(db, id, now + minute - 1)).toBeUndefined();
    expect(await claimDelivery(db, id, now + minute)).toMatchObject({ tries: 2 });
  });

  it('is never given of what is finished', async () => {
    const test = aDestination();
    await handleEvent(context, test.list, await anEvent());
    const { id } = await theDelivery();
    expect(await claimDelivery(db, id, Date.now() + hour)).toBeUndefined();
  });
});

describe('a try that takes longer than its lease', () => {
  it.each([
    ['fails', { status: 503 }],
    ['was refused', { status: 400 }],
  ])('is taken over, and cannot undo the delivery when it %s at last', async (_end, outcome) => {
    const now = stopClock();
    const slow = aTry();
    const test = aDestination([slow.send, { status: 200 }]);
    const first = handleEvent(context, test.list, await anEvent());
    await slow.begun;

    vi.setSystemTime(now + 59 * second);
    await sweepDeliveries(context, test.list);
    expect(test.sent).toHaveLength(1);
    vi.setSystemTime(now + 60 * second);
    await sweepDeliveries(context, test.list);
    expect(test.sent).toHaveLength(2);
    expect((await theDelivery()).state).toBe('delivered');

    vi.setSystemTime(now + 70 * second);
    slow.end(outcome);
    await first;
    expect(await theDelivery()).toMatchObject({
      state: 'delivered',
      lastStatus: 200,
      tries: 2,
      all: [
        { number: 1, status: outcome.status, durationMs: 70 * second },
        { number: 2, status: 200, durationMs: 0 },
      ],
    });
  });

  it('cannot cut short the one that took over', async () => {
    const now = stopClock();
    const [slow, next] = [aTry(), aTry()];
    const test = aDestination([slow.send, next.send]);
    const first = handleEvent(context, test.list, await anEvent());
    await slow.begun;
    vi.setSystemTime(now + minute);
    const sweep = sweepDeliveries(context, test.list);
    await next.begun;

    slow.end({ status: 400 });
    await first;
    expect(await theDelivery()).toMatchObject({ state: 'sending', nextAt: now + 2 * minute });
    next.end({ status: 200 });
    await sweep;
    expect((await theDelivery()).state).toBe('delivered');
  });

  it('because its process died stays without an end, and the next one delivers', async () => {
    const now = stopClock();
    const test = aDestination();
    const id = await aPending();
    await claimDelivery(db, id, now);
    vi.setSystemTime(now + minute);
    await sweepDeliveries(context, test.list);
    expect(await theDelivery()).toMatchObject({
      state: 'delivered',
      all: [
        { number: 1, startedAt: now, durationMs: null, status: null },
        { number: 2, startedAt: now + minute, durationMs: 0, status: 200 },
      ],
    });
  });

  it('because it ends the process, every time, is not made for ever', async () => {
    let now = stopClock();
    const test = aDestination();
    const id = await aPending();
    for (let round = 0; round < 11; round += 1) {
      await claimDelivery(db, id, now);
      now += minute;
    }
    vi.setSystemTime(now);
    await sweepDeliveries(context, test.list);
    expect(test.sent).toEqual([]);
    expect(await theDelivery()).toMatchObject({
      state: 'parked',
      lastError: 'every try was cut short',
    });
  });

  it('whose outcome cannot be written is made again', async () => {
    const now = stopClock();
    const test = aDestination();
    const id = await aPending();
    const batch = env.DB.batch.bind(env.DB);
    vi.spyOn(env.DB, 'batch')
      .mockImplementationOnce(batch)
      .mockRejectedValueOnce(new Error('D1 is away'));
    await expect(tryDelivery(context, test.list, id)).rejects.toThrow();
    vi.setSystemTime(now + minute);
    await sweepDeliveries(context, test.list);
    expect(test.sent).toEqual([id, id]);
    expect((await theDelivery()).state).toBe('delivered');
  });
});

describe('what came of a try', () => {
  it.each<[string, Outcome | Error, object]>([
    ['delivered', { status: 204 }, { state: 'delivered', lastStatus: 204, lastError: null }],
    ['busy', { status: 429 }, { state: 'waiting', lastStatus: 429 }],
    ['refused', { status: 404, error: 'no such page' }, { state: 'parked', lastStatus: 404 }],
    [
      'hopeless',
      { error: 'not allowed', hopeless: true },
      { state: 'parked', lastError: 'not allowed' },
    ],
    [
      'silent',
      { error: 'no answer' },
      { state: 'waiting', lastError: 'no answer', lastStatus: null },
    ],
    ['thrown', new Error('broken'), { state: 'waiting', lastError: 'Error: broken' }],
  ])('decides what follows: %s', async (_what, outcome, row) => {
    await handleEvent(context, aDestination([outcome]).list, await anEvent());
    expect(await theDelivery()).toMatchObject({ tries: 1, ...row });
  });

  it('is kept of every try: when, how long, what', async () => {
    const now = stopClock();
    noJitter();
    const test = aDestination([
      took(120, { status: 503, answer: 'later', error: 'unavailable' }),
      took(15_000, { error: 'no answer within 15 s' }),
      took(80, { status: 200, answer: 'ok' }),
    ]);
    await handleEvent(context, test.list, await anEvent());
    for (const wait of [6 * second, 2 * minute]) {
      vi.setSystemTime(Date.now() + wait);
      await sweepDeliveries(context, test.list);
    }
    const { id, all } = await theDelivery();
    expect(all).toEqual([
      {
        deliveryId: id,
        number: 1,
        startedAt: now,
        durationMs: 120,
        status: 503,
        error: 'unavailable',
        answer: 'later',
        replayedBy: null,
      },
      {
        deliveryId: id,
        number: 2,
        startedAt: now + 120 + 6 * second,
        durationMs: 15_000,
        status: null,
        error: 'no answer within 15 s',
        answer: null,
        replayedBy: null,
      },
      expect.objectContaining({ number: 3, durationMs: 80, status: 200, answer: 'ok' }),
    ]);
  });

  it('does not change what is sent: the same bytes and id in every try', async () => {
    stopClock();
    const test = aDestination([{ status: 503 }, { status: 503 }, { status: 200 }]);
    await handleEvent(context, test.list, await anEvent());
    for (let round = 0; round < 2; round += 1) {
      vi.setSystemTime(Date.now() + 5 * minute);
      await sweepDeliveries(context, test.list);
    }
    expect(test.payloads).toHaveLength(3);
    expect(new Set(test.payloads).size).toBe(1);
    expect(new Set(test.sent).size).toBe(1);
  });

  it('of a kind that is gone parks', async () => {
    await handleEvent(context, aDestination().list, await anEvent());
    await db.update(deliveries).set({ state: 'pending', nextAt: 1, finishedAt: null });
    await sweepDeliveries(context, aDestination([], 'another').list);
    expect((await theDelivery()).state).toBe('parked');
  });

  it('wakes the consumer for a short wait, and leaves a long one to the sweep', async () => {
    stopClock();
    noJitter();
    const test = aDestination([{ status: 503 }, { status: 503, retryAfter: '901' }]);
    await handleEvent(context, test.list, await anEvent());
    const { id } = await theDelivery();
    expect(messages.deliveries).toHaveBeenCalledExactlyOnceWith(
      { deliveryId: id },
      { delaySeconds: 5 },
    );
    vi.setSystemTime(Date.now() + 5 * second);
    await tryDelivery(context, test.list, id);
    expect(messages.deliveries).toHaveBeenCalledTimes(1);
    expect((await theDelivery()).nextAt).toBe(Date.now() + 901 * second);
  });

  it('is safe when the queue is down', async () => {
    messages.deliveries.mockRejectedValue(new Error('the queue is down'));
    await handleEvent(context, aDestination([{ status: 503 }]).list, await anEvent());
    expect((await theDelivery()).state).toBe('waiting');
  });
});

describe('an outage', () => {
  it.each([
    ['the dice at their lowest', 0],
    ['the dice at their highest', 0.999],
  ])('of 74 hours is outlasted, one of 80 parks the delivery: %s', async (_dice, random) => {
    vi.spyOn(Math, 'random').mockReturnValue(random);
    for (const [hours, state] of [
      [74, 'delivered'],
      [80, 'parked'],
    ] as const) {
      const start = stopClock();
      const up = () => Date.now() >= start + hours * hour;
      const test = aDestination([async () => (up() ? { status: 200 } : { error: 'down' })]);
      await handleEvent(context, test.list, await anEvent());
      while ((await theDelivery()).nextAt !== null) {
        vi.setSystemTime((await theDelivery()).nextAt!);
        await sweepDeliveries(context, test.list);
      }
      const { all, ...delivery } = await theDelivery();
      expect(delivery).toMatchObject({ state, finishedAt: Date.now() });
      expect(all.length).toBeLessThanOrEqual(11);
      expect(Date.now() - start).toBeLessThan(80 * hour);
      await db.delete(deliveries);
    }
  });
});

it('a late end of a try that nobody took over counts', async () => {
  const now = stopClock();
  const id = await aPending();
  const claimed = (await claimDelivery(db, id, now))!;
  vi.setSystemTime(now + 5 * minute);
  const times = { startedAt: now, finishedAt: Date.now() };
  const verdict = { state: 'delivered', nextAt: null } as const;
  await finishTry(db, claimed, { status: 200 }, verdict, times);
  expect((await theDelivery()).state).toBe('delivered');
});

/** An outcome that takes its time. */
function took(ms: number, outcome: Outcome) {
  return async () => {
    vi.setSystemTime(Date.now() + ms);
    return outcome;
  };
}
