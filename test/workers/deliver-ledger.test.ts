import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ring } from '../../src/cron.ts';
import { database } from '../../src/db/client.ts';
import { deliveries, deliveryFigures, events, tries } from '../../src/db/schema/deliveries.ts';
import { claimDelivery } from '../../src/features/deliveries/claim-queries.ts';
import { sweepDeliveries } from '../../src/features/deliveries/engine.ts';
import { countFigures } from '../../src/features/ledger/jobs.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { newId } from '../../src/lib/ids.ts';
import { loseMessages, stopClock } from '../support/candidate.ts';
import { aDestination, anEvent, aParked, aPending, context } from '../support/deliveries.ts';
import { unescaped } from '../support/html.ts';
import { anAssessment, aSignedInMember, type MadeAssessment } from '../support/makers.ts';
import { fetchPage, postForm } from '../support/pages.ts';

const db = database(env.DB);
const t = messagesFor('pt-BR');
const words = t.deliveries;
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

let messages: ReturnType<typeof loseMessages>;
beforeEach(() => {
  messages = loseMessages();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the ledger', () => {
  it('shows what was delivered and what is not, newest first, and nobody else’s', async () => {
    const { read, assessment } = await aLedger();
    await aRow(assessment, 'Ana Lima', { state: 'delivered', nextAt: null, finishedAt: 1 });
    await aRow(assessment, 'Bia Reis', { state: 'parked', nextAt: null, lastStatus: 404 });
    await aRow((await aLedger()).assessment, 'Caio Stranger', {});
    const page = await read('/deliveries');
    expect(page).toMatch(/Bia Reis.*Ana Lima/s);
    expect(page).toContain('HTTP 404');
    expect(page).not.toContain('Caio');
  });

  it.each<[string, string, string[]]>([
    ['a state', 'state=parked', ['Bia']],
    ['what is delivered', 'state=delivered', ['Ana']],
    ['a kind', 'kind=gupy.result_webhook', ['Bia', 'Ana']],
    ['another kind', 'kind=mail', ['Dora']],
    ['the time it began', 'from=2026-11-23', ['Dora', 'Bia']],
    ['the time it ended', 'to=2026-11-22', ['Ana']],
    ['a day', 'from=2026-11-22&to=2026-11-22', ['Ana']],
    [
      'what cannot be read',
      'from=never&state=nowhere&cursor=x&assessment=7',
      ['Dora', 'Bia', 'Ana'],
    ],
    ['what is not yet at the ATS', 'view=missing', ['Bia']],
  ])('is narrowed by %s', async (_what, query, names) => {
    const now = stopClock();
    const { read, assessment } = await aLedger();
    const webhook = { kind: 'gupy.result_webhook' };
    const before = { createdAt: now - day, finishedAt: now - day, nextAt: null };
    await aRow(assessment, 'Ana', { ...webhook, ...before, state: 'delivered' });
    await aRow(assessment, 'Bia', { ...webhook, state: 'parked', nextAt: null });
    await aRow(assessment, 'Dora', { kind: 'mail', state: 'waiting', createdAt: now + 1 });
    expect(namesIn(await read(`/deliveries?${query}`))).toEqual(names);
  });

  it('is narrowed by an assessment, page by page, with every delivery once', async () => {
    const { read, assessment } = await aLedger();
    const other = await anAssessment({ organizationId: assessment.organizationId });
    await aRow(other, 'Outra', {});
    const expected: string[] = [];
    for (let count = 10; count < 24; count += 1) {
      await aRow(assessment, `Pessoa${count}`, { createdAt: count });
      expected.unshift(`Pessoa${count}`);
    }
    const found = await readAll(read, `/deliveries?assessment=${assessment.id}`);
    expect(found).toEqual(expected);
  });

  it('goes on page by page, with every delivery once, in the other lists as well', async () => {
    const { read, assessment } = await aLedger();
    const expected: string[] = [];
    for (let count = 10; count < 40; count += 1) {
      const state = count % 2 === 0 ? 'parked' : 'waiting';
      const nextAt = state === 'parked' ? null : 9e12;
      const kind = 'gupy.result_webhook';
      await aRow(assessment, `Pessoa${count}`, { kind, state, nextAt, createdAt: count });
      expected.unshift(`Pessoa${count}`);
    }
    expect(await readAll(read, '/deliveries')).toEqual(expected);
    expect(await readAll(read, '/deliveries?view=missing')).toEqual(expected);
    expect(await readAll(read, '/deliveries?state=parked')).toHaveLength(15);
  });

  it('says when a part of it has nothing of what is looked for, and goes on', async () => {
    const { read, assessment } = await aLedger();
    await aRow(assessment, 'Rara', { kind: 'gupy.result_webhook', createdAt: 1 });
    for (let count = 0; count < 14; count += 1)
      await aRow(assessment, 'Comum', { kind: 'mail', createdAt: 10 + count });
    const first = await read('/deliveries?kind=gupy.result_webhook');
    expect(first).toContain(words.sparseTitle);
    expect(await readAll(read, '/deliveries?kind=gupy.result_webhook')).toEqual(['Rara']);
  });

  it('shows a viewer everything, and nothing to press', async () => {
    const { assessment } = await aLedger();
    const id = await aRow(assessment, 'Bia', { state: 'parked', nextAt: null });
    const viewer = await aSignedInMember({
      organizationId: assessment.organizationId,
      role: 'viewer',
    });
    for (const path of ['/deliveries', `/deliveries/${id}`]) {
      const page = await (await fetchPage(path, viewer)).text();
      expect(page).toContain('Bia');
      expect(page).not.toContain('/replay');
    }
  });

  it('shows results that are completed and could not even be planned', async () => {
    const { read, assessment } = await aLedger();
    const eventId = await anEvent(Date.now(), assessment);
    const event = (await db.select().from(events).where(eq(events.id, eventId)).get())!;
    const page = await read('/deliveries?view=missing');
    expect(page).not.toContain(words.unplanned);
    await env.DB.prepare(
      `insert into gupy_registrations (attempt_id, organization_id, identity_hash, generation,
        body_hash, retest, callback_url, result_webhook_url, created_at)
        values (?, ?, 'x', 1, 'x', 0, 'x', 'https://hooks.gupy.io/x', 1)`,
    )
      .bind(event.attemptId, event.organizationId)
      .run();
    expect(await read('/deliveries?view=missing')).toContain(words.unplanned);
  });
});

describe('a delivery’s page', () => {
  it('has every try with its status, time and answer, shown as it came', async () => {
    const { read, assessment } = await aLedger();
    const id = await aRow(assessment, 'Bia', { state: 'parked', nextAt: null, tries: 2 });
    const answer = '<script>alert(1)</script> "no"';
    await db.insert(tries).values([
      { deliveryId: id, number: 1, startedAt: 1, error: 'cut short' },
      { deliveryId: id, number: 2, startedAt: 2, durationMs: 1234, status: 422, answer },
    ]);
    const page = await read(`/deliveries/${id}`);
    expect(page).toContain(words.errors['cut short']);
    expect(page).toContain('HTTP 422');
    expect(page).toContain('1.234 ms');
    expect(page).not.toContain('<script>alert');
    expect(unescaped(page)).toContain(answer);
  });

  it('of somebody else’s is not there', async () => {
    const { headers } = await aLedger();
    const id = await aRow((await aLedger()).assessment, 'Bia', {});
    for (const path of [`/deliveries/${id}`, `/deliveries/${newId()}`, '/deliveries/x'])
      expect((await fetchPage(path, { headers })).status).toBe(404);
    expect((await postForm(`/deliveries/${id}/replay`, {}, headers)).status).toBe(404);
  });
});

describe('sending again', () => {
  it('makes it due, wakes the consumer, and says so', async () => {
    const { read, headers, assessment, userId } = await aLedger();
    const id = await aRow(assessment, 'Bia', { state: 'parked', nextAt: null, tries: 1 });
    const answer = await postForm(`/deliveries/${id}/replay`, {}, headers);
    expect(answer.status).toBe(303);
    expect(messages.deliveries).toHaveBeenCalledWith({ deliveryId: id }, expect.anything());
    expect(await rowOf(id)).toMatchObject({ state: 'pending', replayedBy: userId });
    const page = await read(answer.headers.get('Location')!);
    expect(page).toContain(words.replayed);
    expect(page).toContain(words.due);
    await sweepDeliveries(context, aDestination().list);
    expect(await read(`/deliveries/${id}`)).toContain(words.replayedBy);
  });

  it('is refused while it is being sent, and once its content is erased', async () => {
    const { headers, assessment } = await aLedger();
    const sending = await aRow(assessment, 'Bia', {});
    await claimDelivery(db, sending, Date.now());
    const erased = { state: 'delivered', nextAt: null, payload: null } as const;
    const delivered = await aRow(assessment, 'Ana', erased);
    for (const [id, reason] of [
      [sending, words.replaySending],
      [delivered, words.replayExpunged],
    ] as const) {
      const before = await rowOf(id);
      const answer = await postForm(`/deliveries/${id}/replay`, {}, headers);
      expect(answer.status).toBe(409);
      expect(await answer.text()).toContain(reason);
      expect(await rowOf(id)).toEqual(before);
    }
  });

  it('of all that is parked keeps to the filter and says how many', async () => {
    const { read, headers, assessment } = await aLedger();
    const parked = { state: 'parked', nextAt: null } as const;
    for (const name of ['Ana', 'Bia']) await aRow(assessment, name, parked);
    const mail = await aRow(assessment, 'Dora', { ...parked, kind: 'mail' });
    const answer = await postForm('/deliveries/replays', { kind: 'test' }, headers);
    const page = await read(answer.headers.get('Location')!);
    expect(page).toContain(words.replayedMany(2));
    expect((await rowOf(mail)).state).toBe('parked');
    // Both are of one lane: its consumer takes one after the other.
    expect(messages.deliveries).toHaveBeenCalledTimes(1);
  });

  it('is offered on the result’s page', async () => {
    const { read, assessment } = await aLedger();
    const eventId = await anEvent(Date.now(), assessment);
    const { attemptId } = (await db.select().from(events).where(eq(events.id, eventId)).get())!;
    const id = await aParked(attemptId, assessment.organizationId);
    expect(await read(`/results/${attemptId}`)).toContain(`action="/deliveries/${id}/replay"`);
  });
});

describe('the CSV file', () => {
  it('has every delivery of the filter, and no formulas', async () => {
    const { headers, assessment } = await aLedger();
    const parked = { state: 'parked', nextAt: null, lastError: '=cmd()' } as const;
    for (let count = 0; count < 210; count += 1)
      await aRow(assessment, '@SUM(1)', { ...parked, createdAt: count });
    await aRow(assessment, 'Outra', {});
    const answer = await fetchPage('/deliveries.csv?state=parked', { headers });
    expect(answer.headers.get('Content-Type')).toContain('text/csv');
    const lines = (await answer.text()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(211);
    expect(lines[1]).toContain("'@SUM(1)");
    expect(lines[1]).toContain("'=cmd()");
  }, 60_000);
});

const hours = async () => db.$count(deliveryFigures, eq(deliveryFigures.span, 'hour'));
const count = (at: number) => Promise.all([countFigures(db, at), countFigures(db, at)]);

describe('the status page', () => {
  it('shows medians of what came to an end, and how much is parked', async () => {
    const now = stopClock();
    const { assessment } = await aLedger();
    for (const seconds of [1, 4, 4000]) {
      const finishedAt = now + seconds * 1000;
      const id = await aRow(
        assessment,
        'Ana',
        { kind: 'gupy.result_webhook', state: 'delivered', nextAt: null, finishedAt },
        now,
      );
      await db.insert(tries).values({ deliveryId: id, number: 1, startedAt: now + 800 });
    }
    const parked = { kind: 'gupy.result_webhook', state: 'parked', nextAt: null } as const;
    await aRow(assessment, 'Bia', { ...parked, finishedAt: now + minute }, now);
    await aRow(assessment, 'Dora', { ...parked, kind: 'mail', finishedAt: now + minute }, now);
    expect(await statusText()).toContain(words.status.none);
    vi.setSystemTime(now + 5 * minute);
    await ring(env);
    expect(await statusText()).toContain(words.status.atMost('1 s'));
    vi.setSystemTime(now + 3 * hour);
    for (let rung = 0; rung < 3; rung += 1) await ring(env);
    const text = await statusText();
    expect(text).toContain(words.status.atMost('1 s'));
    expect(text).toContain(words.status.atMost('5 s'));
    expect(text).toContain('25%');
    expect(text).not.toContain('Ana');
  }, 30_000);

  it('counts the running hour anew, and goes on where it was after a pause of a day', async () => {
    const now = stopClock();
    await count(now);
    await count(now + minute);
    expect(await hours()).toBe(1);
    await count(now + 2 * minute);
    expect(await hours()).toBe(2);
    const later = now + 30 * hour;
    for (let call = 0; call < 30; call += 1) await count(later);
    // The two of before, and the newest 24.
    expect(await hours()).toBe(26);
  });
});

/** An organization with a recruiter who reads its pages. */
async function aLedger() {
  const assessment = await anAssessment();
  const { headers, userId } = await aSignedInMember({
    organizationId: assessment.organizationId,
    role: 'recruiter',
  });
  const read = async (path: string) => {
    const answer = await fetchPage(path, { headers });
    expect(answer.status).toBe(200);
    return answer.text();
  };
  return { assessment, headers, userId, read };
}

/** A delivery of a result of somebody's with this name. */
async function aRow(
  assessment: MadeAssessment,
  name: string,
  values: Parameters<typeof aPending>[0],
  at = values?.createdAt ?? Date.now(),
): Promise<string> {
  const eventId = await anEvent(at, assessment);
  const { attemptId } = (await db.select().from(events).where(eq(events.id, eventId)).get())!;
  await env.DB.prepare(
    'update candidates set name = ? where id = (select candidate_id from attempts where id = ?)',
  )
    .bind(name, attemptId)
    .run();
  await env.DB.prepare('update attempts set created_at = ? where id = ?').bind(at, attemptId).run();
  return aPending(values, eventId);
}

function namesIn(page: string): string[] {
  return [...page.matchAll(/<th scope="row"><a href="\/results\/[^"]*">([^<]*)</g)].map(
    ([, name]) => name!,
  );
}

/** The names on all pages of a list, one after the other. */
async function readAll(read: (path: string) => Promise<string>, first: string): Promise<string[]> {
  const names: string[] = [];
  for (let path: string | undefined = first; path;) {
    const page = await read(path);
    names.push(...namesIn(page));
    path = /rel="next" href="([^"]*)"|href="([^"]*)" rel="next"/
      .exec(page)
      ?.slice(1)
      .find(Boolean)
      ?.replaceAll('&amp;', '&');
  }
  return names;
}

async function rowOf(id: string) {
  return (await db.select().from(deliveries).where(eq(deliveries.id, id)).get())!;
}

async function statusText(): Promise<string> {
  const answer = await fetchPage('/status');
  expect(answer.status).toBe(200);
  return (await answer.text()).replaceAll('\u00a0', ' ');
}
