import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { deliveries, lanes } from '../../src/db/schema/deliveries.ts';
import { claimDelivery, claimNext } from '../../src/features/deliveries/claim-queries.ts';
import type { Destination } from '../../src/features/deliveries/destination.ts';
import { handleEvent, laneOf, sweepDeliveries } from '../../src/features/deliveries/engine.ts';
import { listDueLanes } from '../../src/features/deliveries/lane-queries.ts';
import type { Outcome } from '../../src/features/deliveries/schedule.ts';
import { countingDatabase } from '../bench/counting.ts';
import { loseMessages, stopClock } from '../support/candidate.ts';
import { anEvent, aPending, aTry, context, noJitter } from '../support/deliveries.ts';
import { anAssessment } from '../support/makers.ts';

const db = database(env.DB);
const [minute, hour] = [60_000, 3_600_000];

beforeEach(() => void loseMessages());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a lane', () => {
  it('has two requests under way at most, of whatever asks for more', async () => {
    const { organization, events } = await someEvents(8);
    const begun: (() => void)[] = [];
    let [open, most] = [0, 0];
    const list = aPlace('slow', async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise<void>((resolve) => begun.push(resolve));
      open -= 1;
      return { status: 200 };
    });
    const all = Promise.all([
      ...events.map((id) => handleEvent(context, list, id)),
      sweepDeliveries(context, list),
    ]);
    for (let done = 0; done < 8; done += 1) {
      await vi.waitFor(() => expect(begun.length).toBeGreaterThan(0));
      begun.shift()!();
    }
    await all;
    expect(most).toBe(2);
    expect(await statesIn(organization)).toEqual(Array(8).fill('delivered'));
  });

  it('whose requests hang does not hold up another', async () => {
    const { organization, events } = await someEvents(4);
    const hanging = aTry();
    const list = aPlace('', hanging.send);
    const hang = Promise.all(events.map((id) => handleEvent(context, list, id)));
    await hanging.begun;
    const other = await someEvents(1);
    await handleEvent(context, aPlace(''), other.events[0]!);
    expect(await statesIn(other.organization)).toEqual(['delivered']);
    expect((await statesIn(organization)).toSorted()).toEqual([
      'pending',
      'pending',
      'sending',
      'sending',
    ]);
    hanging.end({ status: 200 });
    await hang;
    expect(await statesIn(organization)).toEqual(Array(4).fill('delivered'));
  });

  it('of 50 that ask for the next at once gives two', async () => {
    const { lane } = await somePending(5);
    const claims = await Promise.all(
      Array.from({ length: 50 }, () => claimNext(db, lane, Date.now())),
    );
    expect(claims.filter(Boolean)).toHaveLength(2);
    expect(new Set(claims.flatMap((claim) => claim?.id ?? [])).size).toBe(2);
  });

  it('gives the places of those whose lease ran out to others', async () => {
    const now = stopClock();
    const { lane } = await somePending(4);
    await claimNext(db, lane, now);
    await claimNext(db, lane, now);
    expect(await claimNext(db, lane, now + minute - 1)).toBeUndefined();
    expect(await claimNext(db, lane, now + minute)).toBeDefined();
  });

  it('that works, and has always worked, leaves no trace of its own', async () => {
    const { events } = await someEvents(3);
    for (const id of events) await handleEvent(context, aPlace(''), id);
    expect(await db.$count(lanes)).toBe(0);
  });
});

describe('a circuit', () => {
  it('opens after five failures in a row, and not before', async () => {
    const { now, list, fail } = await failing(6);
    for (let failures = 1; failures <= 4; failures += 1) {
      await fail();
      expect(await theLane()).toMatchObject({ failures, failingSince: now, openUntil: null });
    }
    await fail();
    expect(await theLane()).toMatchObject({ failures: 5, openUntil: now + minute });
    await fail();
    expect(list.sent).toHaveLength(5);
  });

  it('is not opened by failures with a success between them, nor by refusals', async () => {
    const { failAll, list } = await failing(10, (count) => ({
      status: count === 4 ? 200 : count > 8 ? 404 : 503,
    }));
    await failAll();
    expect(list.sent).toHaveLength(10);
    expect(await theLane()).toBeUndefined();
  });

  it('lets one knock when its time has come, on schedule, and the rest wait untried', async () => {
    noJitter();
    const { now, list, failAll, organization } = await failing(20);
    await failAll();
    expect(list.sent).toHaveLength(5);
    // Queue messages that ask for one each, and a sweep, all at once.
    const ids = (await db.select().from(deliveries)).map(({ id }) => id);
    let at = now;
    for (const wait of [1, 5, 15, 30, 30]) {
      at += wait * minute;
      const before = list.sent.length;
      vi.setSystemTime(at - 1);
      await sweepDeliveries(context, list);
      expect(list.sent).toHaveLength(before);
      vi.setSystemTime(at);
      const claims = await Promise.all([
        ...ids.map((id) => claimDelivery(db, id, at)),
        sweepDeliveries(context, list),
      ]);
      const claimed = claims.filter((claim) => typeof claim === 'object');
      expect(claimed.length + list.sent.length - before).toBe(1);
      // Whoever claimed it dies; its place falls to the next when the lease ends.
      if (claimed.length > 0) {
        at += minute;
        vi.setSystemTime(at);
        await sweepDeliveries(context, list);
        expect(list.sent).toHaveLength(before + 1);
      }
    }
    const rows = await rowsIn(organization);
    expect(rows.filter(({ tries }) => tries === 0).length).toBeGreaterThan(4);
  });

  it('closes when a probe succeeds, and everything due goes right after it', async () => {
    const { now, list, failAll, organization } = await failing(12, () =>
      Date.now() >= now0 + minute ? { status: 200 } : { status: 503 },
    );
    const now0 = now;
    await failAll();
    vi.setSystemTime(now + minute);
    await sweepDeliveries(context, list);
    expect(await statesIn(organization)).toEqual(Array(12).fill('delivered'));
    expect(await theLane()).toBeUndefined();
  });

  it('closes when a probe is refused: the destination works', async () => {
    const { now, list, failAll, organization } = await failing(8, (count) => ({
      status: count < 5 ? 503 : count === 5 ? 404 : 200,
    }));
    await failAll();
    vi.setSystemTime(now + minute);
    await sweepDeliveries(context, list);
    const states = await statesIn(organization);
    expect(states.filter((state) => state === 'parked')).toHaveLength(1);
    expect(states.filter((state) => state === 'delivered')).toHaveLength(7);
  });

  it('gives its probe back when that was never sent', async () => {
    const { now, list, failAll } = await failing(7, (count) =>
      count === 5 ? { error: 'URL not allowed', hopeless: true } : { status: 503 },
    );
    await failAll();
    vi.setSystemTime(now + minute);
    await sweepDeliveries(context, list);
    expect(list.sent.length).toBeGreaterThanOrEqual(7);
    expect((await theLane())?.failures).toBe(6);
  });

  it('keeps nobody waiting for longer than two hours', async () => {
    noJitter();
    const { now, list, failAll, organization } = await failing(40);
    await failAll();
    for (let at = now + minute; at <= now + 2 * hour + 40 * minute; at += minute) {
      vi.setSystemTime(at);
      await sweepDeliveries(context, list);
    }
    expect((await rowsIn(organization)).every(({ tries }) => tries > 0)).toBe(true);
  }, 60_000);
});

describe('a long outage of a lane with many deliveries', () => {
  it.each([
    ['74 hours is outlasted by each, unaided', 74, 'delivered'],
    ['80 hours parks each, after 11 tries, not one of them early', 80, 'parked'],
  ])(
    'of %s',
    async (_what, hours, state) => {
      const start = stopClock();
      const back = start + hours * hour;
      const { events, organization, assessment } = await someEvents(3);
      const list = aPlace('', async () => ({ status: Date.now() >= back ? 200 : 503 }));
      for (const id of events) await handleEvent(context, list, id);
      const ended: number[] = [];
      let at = start;
      while (ended.length < 6 && at < start + 81 * hour) {
        // By the minute while tries are frequent, then coarsely: the sweep finds what is due all the same.
        at += at < start + hour ? minute : 15 * minute;
        vi.setSystemTime(at);
        // As many again, when the circuit is long open.
        if (at === start + hour)
          for (let more = 0; more < 3; more += 1) await anEvent(at + more, assessment);
        await sweepDeliveries(context, list);
        const states = await statesIn(organization);
        const done = states.filter((each) => each === 'parked' || each === 'delivered').length;
        while (ended.length < done) ended.push(at);
      }
      const rows = await rowsIn(organization);
      expect(rows.map((row) => row.state)).toEqual(Array(6).fill(state));
      expect(ended[0]).toBeGreaterThanOrEqual(start + 74 * hour);
      expect(ended[2]).toBeLessThan(start + 80 * hour);
      // The later half began an hour later.
      expect(ended[5]).toBeLessThan(start + 81 * hour);
      if (state === 'parked') expect(rows.map(({ tries }) => tries)).toEqual(Array(6).fill(11));
    },
    120_000,
  );
});

describe('the sweep', () => {
  it('gives every lane its turn, whatever waits in one of them', async () => {
    const now = stopClock();
    const dead = await somePending(300);
    await db.insert(lanes).values({
      id: dead.lane,
      organizationId: dead.organization,
      kind: 'test',
      failures: 9,
      failingSince: now - hour,
      openUntil: now + minute,
    });
    const others = [];
    for (let count = 0; count < 6; count += 1) others.push(await somePending(2));
    const list = aPlace('');
    const counting = countingDatabase(env.DB);
    expect(await listDueLanes(database(counting.db), now, 100)).toHaveLength(6);
    // Seven lanes, at a few looks into an index each: not the 300 rows of one of them.
    expect(counting.counts.rowsRead).toBeLessThan(100);
    await sweepDeliveries(context, list);
    for (const { organization } of others)
      expect(await statesIn(organization)).toEqual(['delivered', 'delivered']);
    expect(list.sent).toHaveLength(12);
  }, 60_000);

  it('is not held up by any number of events that cannot be planned', async () => {
    const { events } = await someEvents(130);
    const fresh = events.pop()!;
    const list = aPlace('');
    const poisoned = list.map((destination) => ({
      ...destination,
      plan: async (...[its, event]: Parameters<Destination['plan']>) => {
        if (event.id !== fresh) throw new Error('cannot be planned');
        return destination.plan(its, event);
      },
    }));
    await sweepDeliveries(context, poisoned);
    await sweepDeliveries(context, poisoned);
    expect(list.sent).toHaveLength(1);
    await sweepDeliveries(context, list);
    await sweepDeliveries(context, list);
    expect(await db.$count(deliveries)).toBe(130);
  }, 60_000);
});

/** A destination on one host, with what was sent there. */
function aPlace(host: string, send: () => Promise<Outcome> = async () => ({ status: 200 })) {
  const sent: string[] = [];
  const destination: Destination = {
    kind: 'test',
    plan: async (_context, { id, type }) =>
      type === 'attempt.completed' ? [{ destination: 'x', payload: id, host }] : [],
    send: async (_context, { id }) => {
      sent.push(id);
      return send();
    },
  };
  return Object.assign([destination], { sent });
}

/** Events of one organization, oldest first. */
async function someEvents(count: number) {
  const assessment = await anAssessment();
  const events: string[] = [];
  for (let index = 0; index < count; index += 1)
    events.push(await anEvent(Date.now() - count + index, assessment));
  return { assessment, organization: assessment.organizationId, events };
}

/** Deliveries of one lane, planned and due. */
async function somePending(count: number) {
  const { organization, events } = await someEvents(1);
  const lane = laneOf(organization, 'test');
  for (let index = 0; index < count; index += 1)
    await aPending({ lane, nextAt: Date.now() - index }, events[0]);
  return { organization, lane };
}

/** Events of a destination that fails, and a way to hand over the next of them. */
async function failing(count: number, outcome = (_count: number): Outcome => ({ status: 503 })) {
  const now = stopClock();
  const { events, organization } = await someEvents(count);
  let made = 0;
  const list = aPlace('', async () => {
    const of = outcome(made);
    made += 1;
    return of;
  });
  const left = events.values();
  const fail = async () => handleEvent(context, list, left.next().value!);
  const failAll = async () => {
    for (const id of left) await handleEvent(context, list, id);
  };
  return { now, list, fail, failAll, organization };
}

async function theLane() {
  const [lane] = await db.select().from(lanes);
  return lane;
}

function rowsIn(organizationId: string) {
  return db.select().from(deliveries).where(eq(deliveries.organizationId, organizationId));
}

async function statesIn(organizationId: string): Promise<string[]> {
  return (await rowsIn(organizationId)).map(({ state }) => state);
}
