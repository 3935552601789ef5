import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { slotMs, takeSlot } from '../../src/features/gupy/pace.ts';
import { minute } from '../../src/lib/time.ts';
import { aConnection } from '../support/gupy-rest.ts';
import { anOrganization } from '../support/members.ts';

const db = database(env.DB);
const now = Date.UTC(2026, 10, 23);

afterEach(() => void vi.restoreAllMocks());

async function connected() {
  const { id } = await anOrganization();
  await aConnection(id);
  return id;
}

describe('the pace of requests to Gupy', () => {
  it('is 400 a minute at most, however many ask at once', async () => {
    const id = await connected();
    const slots = (
      await Promise.all(Array.from({ length: 60 }, () => takeSlot(db, id, now)))
    ).filter((slot) => slot !== undefined);
    const sorted = slots.toSorted((a, b) => a - b);
    expect(sorted[0]).toBe(now);
    for (const [index, slot] of sorted.entries())
      if (index > 0) expect(slot - sorted[index - 1]!).toBeGreaterThanOrEqual(slotMs);
    expect(minute / slotMs).toBeLessThanOrEqual(400);
  });

  it('turns away who would wait more than 5 s, until there is room again', async () => {
    const id = await connected();
    const slots = [];
    for (let asked = 0; asked < 40; asked += 1) slots.push(await takeSlot(db, id, now));
    const given = slots.filter((slot) => slot !== undefined);
    expect(Math.max(...given) - now).toBeLessThan(5000);
    expect(slots.slice(given.length)).toEqual(slots.slice(given.length).map(() => undefined));
    expect(given.length).toBeLessThan(40);
    expect(await takeSlot(db, id, now + 1000)).toBe(Math.max(...given) + slotMs);
  });

  it('does not save up turns that nobody took', async () => {
    const id = await connected();
    await takeSlot(db, id, now);
    const later = now + 10 * minute;
    expect(await takeSlot(db, id, later)).toBe(later);
    expect(await takeSlot(db, id, later)).toBe(later + slotMs);
  });

  it('is each organization’s own', async () => {
    const [one, other] = [await connected(), await connected()];
    await takeSlot(db, one, now);
    expect(await takeSlot(db, other, now)).toBe(now);
  });

  it('has no turn for who is not connected', async () => {
    const { id } = await anOrganization();
    expect(await takeSlot(db, id, now)).toBeUndefined();
  });
});
