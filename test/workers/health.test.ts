import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { attempts, results } from '../../src/db/schema/attempts.ts';
import { healthBatches, remarks } from '../../src/db/schema/conduct.ts';
import { commentDays } from '../../src/features/health/comment.ts';
import { labelPoints, rules } from '../../src/features/health/label.ts';
import { eventsPerAttempt } from '../../src/features/health/signals.ts';
import { type Conduct, signalKinds } from '../../src/features/questions/conduct.ts';
import type { VersionContent } from '../../src/features/questions/content.ts';
import { languages } from '../../src/i18n/languages.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { day, minute, second } from '../../src/lib/time.ts';
import {
  aPublicLink,
  aSitting,
  claimsOf,
  loseMessages,
  openPage,
  stopClock,
  submit,
} from '../support/candidate.ts';
import { aQuestion, aSection, aVersionContent } from '../support/contents.ts';
import { aCompany, anOffer, registered, resultOf } from '../support/gupy.ts';
import { textOf } from '../support/html.ts';
import { aSignedInMember } from '../support/makers.ts';
import { fetchPage, origin, postForm } from '../support/pages.ts';
import { answerRow, laptop, phone, sync, typed } from '../support/sync.ts';

const db = database(env.DB);
const words = messagesFor('pt-BR').health;
const later = (ms: number) => void vi.setSystemTime(Date.now() + ms);
const oneQuestion = aSection({ questions: [aQuestion('single-choice')] });
const everything = { signals: [...signalKinds], fullScreen: true };

const sitting = (conduct: Partial<Conduct> = everything) =>
  aSitting({ content: aVersionContent({ conduct }) });

const hidden = (seconds = 12) => ({ kind: 'hidden', at: Date.now(), seconds });
const group = (id: string, ...list: unknown[]) => ({ events: { id: `group-of-${id}`, list } });

/** A sign of life from this address, with this browser. */
function syncFrom(path: string, address: string, userAgent = 'Windows', message: object = {}) {
  return fetchPage(`${path}/sync`, {
    method: 'POST',
    body: JSON.stringify({ device: phone, ...message }),
    headers: {
      Origin: origin,
      'Content-Type': 'application/json',
      'CF-Connecting-IP': address,
      'User-Agent': userAgent,
    },
  });
}

async function stored(path: string, kind?: string) {
  const { attemptId } = await claimsOf(path);
  const rows = await db.select().from(healthBatches).where(eq(healthBatches.attemptId, attemptId));
  const events = rows.flatMap((row) => row.events as { kind: string }[]);
  return kind ? events.filter((event) => event.kind === kind) : events;
}

const send = (path: string, comment: string) => postForm(`${path}/health-comment`, { comment });
const commentOf = async (attemptId: string) =>
  (await db.select().from(remarks).where(eq(remarks.attemptId, attemptId)))[0];

const recordOf = async (path: string) => textOf(await openPage(`${path}/health`));

/** An attempt that an ATS registered, not started. */
async function aRegistered(content: VersionContent) {
  const company = await aCompany();
  const { test_url, test_result_id } = await registered(
    company,
    await anOffer(company, { content }),
  );
  return { company, path: new URL(test_url).pathname, resultId: test_result_id };
}

/** The first page of a link, and of an attempt that an ATS registered. */
const startPages = (content: VersionContent) =>
  Promise.all([
    aPublicLink({ content }).then(({ slug }) => openPage(`/t/${slug}`)),
    aRegistered(content).then(({ path }) => openPage(path)),
  ]);

/** What a member reads of an attempt. */
async function panelOf(path: string, organizationId: string) {
  const { headers } = await aSignedInMember({ organizationId, role: 'viewer' });
  const { attemptId } = await claimsOf(path);
  return textOf(await openPage(`/results/${attemptId}`, headers));
}

beforeEach(() => {
  loseMessages();
  stopClock();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('before the start', () => {
  it('a candidate reads what exactly is recorded and why, from a link and from an ATS', async () => {
    const signals = ['hidden', 'network'] as const;
    for (const html of await startPages(aVersionContent({ conduct: { signals: [...signals] } }))) {
      const text = textOf(html);
      for (const kind of signals)
        expect(text).toContain(`${words.signals[kind].records} ${words.signals[kind].why}`);
      expect(text).toContain(words.notice.promise);
      for (const kind of signalKinds.filter(
        (other) => !(signals as readonly string[]).includes(other),
      ))
        expect(text).not.toContain(words.signals[kind].records);
    }
  });

  it('a candidate reads that nothing is', async () => {
    for (const html of await startPages(aVersionContent({ conduct: { signals: [] } })))
      expect(textOf(html)).toContain(words.notice.nothing);
  });
});

describe('what a page reports', () => {
  it('is stored once, however often it arrives', async () => {
    const { path } = await sitting();
    for (let round = 0; round < 3; round += 1) await sync(path, group('1', hidden(12)));
    expect(await stored(path, 'hidden')).toHaveLength(1);
    await sync(path, group('2', hidden(13)));
    expect(await stored(path, 'hidden')).toHaveLength(2);
  });

  it('is left out where the version does not record it', async () => {
    const { path } = await sitting({ signals: ['paste'] });
    await sync(path, group('1', hidden(), { kind: 'paste', at: 1, size: 5 }));
    expect(await stored(path)).toEqual([{ kind: 'paste', at: 1, size: 5 }]);
  });

  it('is nothing at all where the version records nothing', async () => {
    const { path } = await sitting({ signals: [] });
    later(10 * minute);
    await syncFrom(path, '203.0.113.7', 'iPhone', { take: true, ...group('1', hidden()) });
    expect(await stored(path)).toEqual([]);
  });

  it('never keeps content', async () => {
    const { path } = await sitting();
    await sync(path, group('1', { kind: 'paste', at: 1, size: 5, text: 'segredo' }));
    await sync(path, group('2', { kind: 'paste', at: 1, size: 5 }));
    expect(JSON.stringify(await stored(path))).not.toContain('segredo');
    expect(await stored(path, 'paste')).toHaveLength(1);
  });

  it.each([
    [null],
    ['x'],
    [7],
    [[]],
    [{ id: 1 }],
    [{ id: 'group-1', list: 'x' }],
    [{ id: 'a\0aaaaaaa', list: [] }],
  ])('never costs an answer, however senseless (%j)', async (events) => {
    const { path } = await sitting();
    const { receipts } = await sync(path, { events, answers: [typed('single-choice', 'b')] });
    expect(receipts).toHaveLength(1);
    expect((await answerRow(path, 'single-choice'))?.value).toBe('b');
  });

  it(`is kept up to ${eventsPerAttempt} events an attempt`, async () => {
    const { path } = await sitting();
    const full = Array.from({ length: 100 }, () => hidden(1));
    for (let round = 0; round < eventsPerAttempt / 100 + 2; round += 1)
      await sync(path, group(`${round}`, ...full));
    const kept = (await stored(path)).length;
    expect(kept).toBeGreaterThan(eventsPerAttempt - 100);
    expect(kept).toBeLessThanOrEqual(eventsPerAttempt);
  });

  it('writes one row more than the save, and none when there is nothing new', async () => {
    const { path } = await sitting();
    await sync(path, { take: true });
    const before = await db.select().from(healthBatches);
    await sync(path, { answers: [typed('single-choice', 'b')] });
    expect(await db.select().from(healthBatches)).toEqual(before);
    await sync(path, { ...group('1', hidden()), answers: [typed('single-choice', 'a', 2)] });
    expect(await db.select().from(healthBatches)).toHaveLength(before.length + 1);
  });

  it('counts for a minute after the submission, and never later', async () => {
    const { path } = await sitting();
    await submit(path);
    later(30 * second);
    await sync(path, group('1', hidden()));
    later(minute);
    await sync(path, group('2', hidden()));
    expect(await stored(path, 'hidden')).toHaveLength(1);
  });

  it('is refused with a token that was revoked', async () => {
    const { path, attemptId } = await sitting();
    await db.update(attempts).set({ takeEpoch: 1 }).where(eq(attempts.id, attemptId));
    await expect(sync(path, { take: true, ...group('1', hidden()) })).rejects.toThrow('404');
    expect(await stored(path)).toEqual([]);
  });
});

describe('what the server notes', () => {
  it('is that the network changed, and no address', async () => {
    const { path } = await sitting();
    for (const address of ['203.0.113.7', '203.0.113.7', '198.51.100.9', '203.0.113.7'])
      await syncFrom(path, address);
    const rows = JSON.stringify(await stored(path));
    expect(rows).not.toMatch(/203\.0|198\.51/);
    const text = await recordOf(path);
    expect(text.split(words.events.network)).toHaveLength(2);
  });

  it('is that the kind of device changed', async () => {
    const { path } = await sitting({ signals: ['device'] });
    await syncFrom(path, '203.0.113.7', 'Android Mobile');
    later(second);
    await syncFrom(path, '198.51.100.9', 'Windows NT');
    const { phone: from, computer: to } = words.devices;
    expect(await recordOf(path)).toContain(words.events.device(from, to));
    expect(JSON.stringify(await stored(path))).not.toContain('network');
  });

  it('is that the test was opened again after a break, once, and not that it was reloaded', async () => {
    const { path } = await sitting();
    await sync(path, { take: true });
    later(90 * second);
    await sync(path, { take: true });
    expect(await stored(path, 'resumed')).toEqual([]);
    later(5 * minute);
    for (let round = 0; round < 3; round += 1) await sync(path, { device: laptop, take: true });
    expect(await stored(path, 'resumed')).toMatchObject([{ seconds: 300 }]);
    later(5 * minute);
    await sync(path, { device: laptop });
    expect(await stored(path, 'resumed')).toHaveLength(1);
  });

  it('is a measured outage', async () => {
    const { path } = await sitting();
    await sync(path, { take: true });
    const from = Date.now();
    later(2 * minute);
    for (let round = 0; round < 2; round += 1)
      await sync(path, { outage: { from, to: Date.now() } });
    expect(await stored(path, 'outage')).toEqual([{ kind: 'outage', at: from, seconds: 120 }]);
  });

  it('is an answer that came before its question can have been read', async () => {
    const content = aVersionContent({ conduct: everything });
    const [question] = content.sections[0]!.questions;
    question!.prompt = { 'pt-BR': 'palavra '.repeat(100) };
    const { path } = await aSitting({ content });
    await sync(path, { answers: [{ ...typed(question!.id, 'b'), openMs: 2000 }] });
    expect(await recordOf(path)).toContain('A questão 1 ficou aberta por 2 s');
  });
});

describe('the record of an attempt', () => {
  it('shows the candidate every event in plain words, with what was recorded and why', async () => {
    const { path } = await sitting();
    await sync(path, group('1', hidden(12), { kind: 'paste', at: Date.now(), size: 340 }));
    const text = await recordOf(path);
    expect(text).toContain(words.events.hidden('12 s'));
    expect(text).toContain(words.events.paste('340 caracteres'));
    for (const kind of signalKinds) expect(text).toContain(words.signals[kind].records);
  });

  it('says so when nothing was recorded, or nothing ever is', async () => {
    const quiet = await sitting({ signals: ['paste'] });
    expect(await recordOf(quiet.path)).toContain(words.own.nothing);
    const off = await sitting({ signals: [] });
    expect(await recordOf(off.path)).toContain(words.own.nothingAsked);
  });

  it('opens with the token of its attempt alone', async () => {
    const { path, attemptId } = await sitting();
    const statuses = async () => {
      const comment = await postForm(`${path}/health-comment`, { comment: 'x' });
      return [(await fetchPage(`${path}/health`)).status, comment.status];
    };
    await submit(path);
    expect(await statuses()).toEqual([200, 303]);
    await db.update(attempts).set({ takeEpoch: 1 }).where(eq(attempts.id, attemptId));
    expect(await statuses()).toEqual([404, 404]);
    expect((await fetchPage('/a/nonsense/health')).status).toBe(404);
  });

  it('leaves the result as it is', async () => {
    const totals: unknown[] = [];
    for (const list of [[], Array.from({ length: 90 }, () => hidden(500))]) {
      const { path, attemptId } = await sitting();
      await sync(path, { ...group('1', ...list), answers: [typed('single-choice', 'b')] });
      await submit(path);
      const [row] = await db.select().from(attempts).where(eq(attempts.id, attemptId));
      const frozen = await db.select().from(results).where(eq(results.attemptId, attemptId));
      totals.push([row?.total, row?.state, frozen.map(({ result }) => result)]);
    }
    expect(totals[1]).toEqual(totals[0]);
  });
});

describe('an ATS', () => {
  it('is told nothing of it', async () => {
    const told: string[] = [];
    for (const list of [[], [hidden(900), { kind: 'paste', at: 1, size: 5000 }]]) {
      const content = aVersionContent({ conduct: everything, sections: [oneQuestion] });
      const { company, path, resultId } = await aRegistered(content);
      await postForm(`${path}/start`, { consent: 'on' });
      await sync(path, { ...group('1', ...list), answers: [typed('single-choice', 'b')] });
      expect(await stored(path, 'hidden')).toHaveLength(Math.min(list.length, 1));
      await submit(path);
      await postForm(`${path}/health-comment`, { comment: 'Meu cachorro fugiu' });
      const result = await resultOf(company, resultId);
      expect(result.status).toBe('done');
      told.push(JSON.stringify(result).replaceAll(/[\w-]{46}\.[\w-]{43}|[0-9a-f-]{36}/g, 'ID'));
    }
    expect(told[1]).toBe(told[0]);
  });
});

describe('the comment', () => {
  it('is kept, shown and changed, beside what else the candidate said', async () => {
    const { path, attemptId } = await sitting();
    await submit(path);
    await db.insert(remarks).values({ attemptId, rating: 4 });
    const answer = await send(path, 'Meu cachorro\r\nfugiu <b>');
    expect(answer.headers.get('Location')).toBe(`${path}/health?saved=1#comment-form`);
    const comment = 'Meu cachorro\nfugiu <b>';
    expect(await commentOf(attemptId)).toMatchObject({ rating: 4, healthComment: comment });
    const page = textOf(await openPage(`${path}/health?saved=1`));
    expect(page).toContain('fugiu <b>');
    expect(page).toContain(words.own.saved);
    await send(path, '  ');
    expect(await commentOf(attemptId)).toMatchObject({ rating: 4, healthComment: null });
  });

  it.each([
    ['too long', 'x'.repeat(2001)],
    ['not storable', 'a\0b'],
  ])('comes back as typed when it is %s', async (_what, comment) => {
    const { path, attemptId } = await sitting();
    await submit(path);
    const answer = await send(path, comment);
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(words.own.tooLong);
    expect(await commentOf(attemptId)).toBeUndefined();
  });

  it('waits for the submission, and closes when its page says', async () => {
    const { path, attemptId } = await sitting();
    expect((await send(path, 'cedo')).status).toBe(422);
    expect(await recordOf(path)).toContain(words.own.afterwards);
    await submit(path);
    await send(path, 'a tempo');
    later(commentDays * day);
    expect((await send(path, 'tarde')).status).toBe(422);
    expect(await commentOf(attemptId)).toMatchObject({ healthComment: 'a tempo' });
    const page = await recordOf(path);
    expect(page).toContain(words.own.closed);
    expect(page).toContain('a tempo');
  });
});

describe('the recruiter', () => {
  it('reads the same events, the label with its reasons, innocent causes and the comment', async () => {
    const { path, link } = await sitting();
    await sync(path, group('1', hidden(40), { kind: 'paste', at: Date.now(), size: 1500 }));
    await submit(path);
    await postForm(`${path}/health-comment`, { comment: 'Meu cachorro fugiu <b>' });
    const text = await panelOf(path, link.organizationId);
    for (const told of [
      words.label(words.labels.medium),
      words.labelMeans,
      words.events.hidden('40 s'),
      words.events.paste('1.500 caracteres'),
      words.panel.means(words.signals.hidden.innocent),
      words.panel.means(words.signals.paste.innocent),
      'Meu cachorro fugiu <b>',
    ])
      expect(text).toContain(told);
    expect(text).not.toContain(words.signals.device.innocent);
  });

  it('reads that nothing was recorded, or nothing ever is', async () => {
    const quiet = await sitting({ signals: ['paste'] });
    const { panel, labels } = words;
    const text = await panelOf(quiet.path, quiet.link.organizationId);
    for (const told of [panel.nothing, panel.noReasons, panel.noComment, words.label(labels.none)])
      expect(text).toContain(told);
    const off = await sitting({ signals: [] });
    expect(await panelOf(off.path, off.link.organizationId)).toContain(panel.nothingAsked);
  });

  it('of another organization finds nothing', async () => {
    const { path } = await sitting();
    const { headers } = await aSignedInMember({ role: 'owner' });
    const { attemptId } = await claimsOf(path);
    expect((await fetchPage(`/results/${attemptId}`, { headers })).status).toBe(404);
  });
});

describe('the public page', () => {
  it.each(languages)(
    'documents every signal and every rule with its numbers (%s)',
    async (language) => {
      const { signals, page, labels, points: _points, times } = messagesFor(language).health;
      const text = textOf(await openPage('/test-health', { 'Accept-Language': language }));
      for (const kind of signalKinds)
        for (const told of Object.values(signals[kind])) expect(text).toContain(told);
      for (const { count } of Object.values(rules).flat())
        if (count) expect(text).toContain(times(count, String(count)));
      for (const told of [...page.never, ...page.limits, ...page.rights(commentDays)])
        expect(text).toContain(told);
      expect(text).toMatch(new RegExp(`${labels.high} ${labelPoints.high}\\+`));
    },
  );
});
