import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { deliveries, events, lanes, tries } from '../../src/db/schema/deliveries.ts';
import { claimDelivery } from '../../src/features/deliveries/claim-queries.ts';
import { handleEvent, sweepDeliveries, tryDelivery } from '../../src/features/deliveries/engine.ts';
import { expungePayloads } from '../../src/features/deliveries/expunge.ts';
import { replayDelivery, replayParked } from '../../src/features/deliveries/replay-queries.ts';
import { loseMessages, stopClock } from '../support/candidate.ts';
import {
  aDestination,
  anEvent,
  aPending,
  context,
  noJitter,
  theDelivery,
} from '../support/deliveries.ts';
import { anAssessment } from '../support/makers.ts';
import { aMember } from '../support/members.ts';

const db = database(env.DB);
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

beforeEach(() => void loseMessages());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a replay', () => {
  it('of what is parked takes the next number, names who asked, and sends the same', async () => {
    const { test, of, id } = await aHandedOver([{ status: 404 }, { status: 200 }]);
    expect(await replayDelivery(db, of)).toBe('replayed');
    await tryDelivery(context, test.list, id);
    expect(await theDelivery()).toMatchObject({
      state: 'delivered',
      tries: 2,
      replayedBy: null,
      all: [
        { number: 1, status: 404, replayedBy: null },
        { number: 2, status: 200, replayedBy: of.userId },
      ],
    });
    expect(new Set(test.payloads).size).toBe(1);
  });

  it('of what waits is the automatic try, only sooner', async () => {
    const now = stopClock();
    noJitter();
    const { test, of, id } = await aHandedOver([{ status: 503 }, { status: 503 }]);
    await replayDelivery(db, of);
    await tryDelivery(context, test.list, id);
    expect(await theDelivery()).toMatchObject({ tries: 2, nextAt: now + minute });
    vi.setSystemTime(now + 5000);
    await sweepDeliveries(context, test.list);
    expect(test.sent).toHaveLength(2);
  });

  it('of what is delivered sends it once more', async () => {
    const { test, of, id } = await aHandedOver();
    await replayDelivery(db, of);
    await replayDelivery(db, of);
    await Promise.all([tryDelivery(context, test.list, id), tryDelivery(context, test.list, id)]);
    expect(test.sent).toEqual([id, id]);
    expect((await theDelivery()).state).toBe('delivered');
  });

  it('of what is being sent is refused', async () => {
    const id = await aPending();
    const { organizationId } = await theDelivery();
    await claimDelivery(db, id, Date.now());
    const before = await theDelivery();
    const userId = await aPerson(organizationId);
    expect(await replayDelivery(db, { organizationId, id, userId })).toBe('sending');
    expect(await theDelivery()).toEqual(before);
  });

  it('and the schedule at once never run two tries', async () => {
    const { test, of, id } = await aHandedOver([{ status: 503 }, { status: 200 }]);
    stopClock(Date.now() + minute);
    await Promise.all([
      replayDelivery(db, of).then(() => tryDelivery(context, test.list, id)),
      sweepDeliveries(context, test.list),
      replayDelivery(db, of).then(() => tryDelivery(context, test.list, id)),
    ]);
    const numbers = (await db.select().from(tries)).map(({ number }) => number);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_number, index) => index + 1));
    expect((await theDelivery()).state).toBe('delivered');
  });

  it('of another organization’s, or of nothing, changes nothing', async () => {
    const { of } = await aHandedOver([{ status: 404 }]);
    const before = await theDelivery();
    const { organizationId } = await anAssessment();
    expect(await replayDelivery(db, { ...of, organizationId })).toBe('missing');
    expect(await replayDelivery(db, { ...of, id: crypto.randomUUID() })).toBe('missing');
    expect(await theDelivery()).toEqual(before);
  });

  it('passes an open circuit, by the sweep alone, too, and does not keep it open', async () => {
    const now = stopClock();
    const { test, of } = await aHandedOver([{ status: 404 }, { status: 503 }, { status: 200 }]);
    const { lane, organizationId } = await theDelivery();
    const open = { failures: 8, failingSince: now, openUntil: now + 30 * minute };
    await db.insert(lanes).values({ id: lane, organizationId, kind: 'test', ...open });
    await replayDelivery(db, of);
    await sweepDeliveries(context, test.list);
    expect(test.sent).toHaveLength(2);
    expect(await db.select().from(lanes)).toMatchObject([open]);
    await replayDelivery(db, of);
    await sweepDeliveries(context, test.list);
    expect((await theDelivery()).state).toBe('delivered');
    expect(await db.$count(lanes)).toBe(0);
  });

  it('that is cut short is taken over', async () => {
    const now = stopClock();
    const { test, of, id } = await aHandedOver([{ status: 404 }, { status: 200 }]);
    await db.update(deliveries).set({ tries: 11 });
    await replayDelivery(db, of);
    await claimDelivery(db, id, now);
    vi.setSystemTime(now + minute);
    await sweepDeliveries(context, test.list);
    expect(await theDelivery()).toMatchObject({ state: 'delivered', tries: 13 });
  });

  it('that fails after the last try parks again, without a second alert', async () => {
    const { test, of, id } = await aHandedOver([{ status: 404 }, { status: 503 }]);
    await db.update(deliveries).set({ tries: 11 });
    await replayDelivery(db, of);
    await tryDelivery(context, test.list, id);
    expect(await theDelivery()).toMatchObject({ state: 'parked', tries: 12 });
    expect(await alerts()).toHaveLength(1);
  });
});

describe('a replay of all', () => {
  it('takes what is parked within its filter, a hundred at a time, and nothing else', async () => {
    const now = stopClock();
    const eventId = await anEvent();
    const { organizationId } = (await db.select().from(events).get())!;
    const userId = await aPerson(organizationId);
    const parked = { state: 'parked' as const, nextAt: null, finishedAt: now };
    for (let count = 0; count < 104; count += 1)
      await aPending({ ...parked, createdAt: now - count }, eventId);
    await aPending({ ...parked, kind: 'other', createdAt: now }, eventId);
    await aPending({ ...parked, createdAt: now - hour }, eventId);
    await aPending({ createdAt: now, nextAt: now + hour, state: 'waiting' }, eventId);
    const stranger = await aPending({ ...parked, createdAt: now });
    const filter = { organizationId, kind: 'test', from: now - minute };
    expect(await replayParked(db, userId, filter)).toMatchObject({ count: 100 });
    expect(await replayParked(db, userId, filter)).toMatchObject({ count: 4 });
    expect(await replayParked(db, userId, filter)).toEqual({ count: 0, lanes: [] });
    const left = await db.select().from(deliveries).where(eq(deliveries.state, 'parked'));
    expect(left).toHaveLength(3);
    expect(left.map(({ id }) => id)).toContain(stranger);
  });
});

describe('what was sent', () => {
  it('is erased 30 days after its delivery, not before, and what happened stays', async () => {
    const now = stopClock();
    const { of } = await aHandedOver();
    await expungePayloads(db, now + 30 * day - 1);
    expect((await theDelivery()).payload).not.toBeNull();
    await expungePayloads(db, now + 30 * day);
    expect(await theDelivery()).toMatchObject({
      payload: null,
      state: 'delivered',
      all: [{ status: 200 }],
    });
    expect(await replayDelivery(db, of)).toBe('expunged');
    expect((await theDelivery()).state).toBe('delivered');
  });

  it('stays for whatever is not delivered yet, and for mails', async () => {
    stopClock();
    await aHandedOver([{ status: 404 }]);
    const test = aDestination(undefined, 'mail');
    await handleEvent(context, test.list, await anEvent());
    await expungePayloads(db, Date.now() + 100 * day);
    const rows = await db.select().from(deliveries);
    expect(rows.map(({ payload }) => payload === null)).toEqual([false, false]);
  });
});

/** A delivery after its first try, and what a replay of it needs. */
async function aHandedOver(outcomes?: Parameters<typeof aDestination>[0]) {
  const test = aDestination(outcomes);
  await handleEvent(context, test.list, await anEvent());
  const { id, organizationId } = await theDelivery();
  const userId = await aPerson(organizationId);
  return { test, id, of: { organizationId, id, userId } };
}

async function aPerson(organizationId: string): Promise<string> {
  return (await aMember({ organizationId })).userId;
}

function alerts() {
  return db.select().from(events).where(eq(events.type, 'delivery.parked'));
}
