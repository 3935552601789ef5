import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { roles } from '../../src/db/schema/accounts.ts';
import { privacyRequests } from '../../src/db/schema/conduct.ts';
import { takePath } from '../../src/features/attempts/addresses.ts';
import { formatDateTime } from '../../src/i18n/format.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { newId } from '../../src/lib/ids.ts';
import { day } from '../../src/lib/time.ts';
import { hostileTexts } from '../support/after.ts';
import { anAttempt, type MadeAttempt } from '../support/attempt-makers.ts';
import { allRows, loseMessages, openPage, stopClock } from '../support/candidate.ts';
import { textOf, unescaped } from '../support/html.ts';
import { aSignedInMember } from '../support/makers.ts';
import { fetchPage, postForm } from '../support/pages.ts';

const db = database(env.DB);
const words = messagesFor('pt-BR').privacy.desk;

beforeEach(() => void loseMessages());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

type Row = typeof privacyRequests.$inferInsert;

async function aRequest(attempt: MadeAttempt, values: Partial<Row> = {}): Promise<string> {
  const id = newId();
  const createdAt = Date.now();
  await db.insert(privacyRequests).values({
    id,
    organizationId: attempt.organizationId,
    attemptId: attempt.id,
    kind: 'erasure',
    message: 'Apaguem, por favor.',
    createdAt,
    dueAt: createdAt + 15 * day,
    ...values,
  });
  return id;
}

async function aDesk(role: (typeof roles)[number] = 'admin') {
  const attempt = await anAttempt({ name: 'Bia Souza' });
  const member = await aSignedInMember({ role, organizationId: attempt.organizationId });
  return { attempt, member, headers: member.headers };
}

const answer = (id: string, text: string, headers: Record<string, string>) =>
  postForm(`/privacy/requests/${id}/answer`, { answer: text }, headers);
const stored = () => db.select().from(privacyRequests);
const read = async (path: string, headers: Record<string, string>) =>
  textOf(await openPage(path, headers));

/** The messages of a list, page by page, as its links lead on. */
async function pages(start: string, headers: Record<string, string>): Promise<string[][]> {
  const found: string[][] = [];
  for (let path: string | undefined = start; path !== undefined;) {
    const html = unescaped(await openPage(path, headers));
    found.push([...html.matchAll(/class="said[^"]*">(N\d+)</g)].map(([, message]) => message!));
    path = /href="(\/privacy\?[^"]*)" rel="next"/.exec(html)?.[1];
  }
  return found;
}

describe('the list of privacy requests', () => {
  it('has those that wait, the most urgent first, and marks what is overdue', async () => {
    const now = stopClock();
    const { attempt, headers } = await aDesk();
    await aRequest(attempt, { message: 'N2', dueAt: now + 2 * day });
    await aRequest(attempt, { message: 'N1', dueAt: now - 1 });
    await aRequest(attempt, { message: 'N3', dueAt: now + 3 * day, kind: 'review' });
    await aRequest(attempt, { message: 'N9', dueAt: now - 9, answeredAt: 5, answer: 'Feito.' });
    expect(await pages('/privacy', headers)).toEqual([['N1', 'N2', 'N3']]);
    const text = await read('/privacy', headers);
    expect(text).toContain(words.overdue(formatDateTime(now - 1, 'pt-BR')));
    expect(text).toContain(words.due(formatDateTime(now + 2 * day, 'pt-BR')));
    expect(text).toContain(`${words.kinds.review}: Bia Souza`);
    expect(text).toContain(words.erasureNote);
    expect(await openPage('/privacy', headers)).toContain(`href="/results/${attempt.id}"`);
    expect(await pages('/privacy?show=answered', headers)).toEqual([['N9']]);
  });

  it('goes on page by page, each request once, however many are due at the same moment', async () => {
    const { attempt, headers } = await aDesk();
    const dueAt = Date.now();
    for (let index = 0; index < 23; index += 1)
      await aRequest(attempt, { message: `N${index}`, dueAt: dueAt + Math.floor(index / 12) });
    const found = await pages('/privacy', headers);
    expect(found.map(({ length }) => length)).toEqual([10, 10, 3]);
    expect(new Set(found.flat()).size).toBe(23);
    await db.update(privacyRequests).set({ answeredAt: dueAt, answer: 'Feito.' });
    const answered = await pages('/privacy?show=answered', headers);
    expect(answered.map(({ length }) => length)).toEqual([10, 10, 3]);
    expect(new Set(answered.flat()).size).toBe(23);
  });

  it.each(['x', '1', '1.2', '9e9.a', `${'9'.repeat(20)}.${'a'.repeat(36)}`])(
    'begins at its start for a place that is none: %s',
    async (after) => {
      const { attempt, headers } = await aDesk();
      await aRequest(attempt, { message: 'N1' });
      expect(await pages(`/privacy?after=${after}&show=nothing`, headers)).toEqual([['N1']]);
    },
  );

  it('is empty with a word, and never shows another organization’s', async () => {
    const { headers } = await aDesk();
    await aRequest(await anAttempt(), { message: 'N1' });
    const text = await read('/privacy', headers);
    expect(text).toContain(words.noOpen);
    expect(text).not.toContain('N1');
    expect(await read('/privacy?show=answered', headers)).toContain(words.noAnswered);
  });

  it.each(roles)('is for those who answer for the organization: %s', async (role) => {
    const { attempt, headers } = await aDesk(role);
    const id = await aRequest(attempt);
    const allowed = role === 'owner' || role === 'admin';
    expect((await fetchPage('/privacy', { headers })).status).toBe(allowed ? 200 : 403);
    const home = await openPage('/results', headers);
    expect(home.includes('href="/privacy"')).toBe(allowed);
    expect((await answer(id, 'Feito.', headers)).status).toBe(allowed ? 303 : 403);
    expect((await stored())[0]?.answer).toBe(allowed ? 'Feito.' : null);
  });

  it('is nothing to somebody who is not signed in', async () => {
    const { attempt } = await aDesk();
    const id = await aRequest(attempt);
    expect((await fetchPage('/privacy')).headers.get('Location')).toBe('/sign-in?next=%2Fprivacy');
    expect((await answer(id, 'Feito.', {})).status).toBe(401);
    expect((await stored())[0]?.answer).toBeNull();
  });
});

describe('an answer', () => {
  it('is kept with who and when, and is what the candidate reads', async () => {
    const now = stopClock();
    const { attempt, member, headers } = await aDesk();
    const id = await aRequest(attempt);
    const sent = await answer(id, ' Corrigimos\r\no nome. ', headers);
    expect(sent.headers.get('Location')).toBe('/privacy?sent=1');
    expect((await stored())[0]).toMatchObject({
      answer: 'Corrigimos\no nome.',
      answeredBy: member.userId,
      answeredAt: now,
    });
    const when = formatDateTime(now, 'pt-BR');
    const list = await read('/privacy?show=answered', headers);
    expect(list).toContain(words.answeredBy('Ana', when));
    const page = await read(`${await takePath(env, attempt)}/privacy`, {});
    expect(page).toContain('Corrigimos o nome.');
    expect(page).toContain(messagesFor('pt-BR').privacy.own.answeredAt(when));
    expect(page).not.toContain(member.email);
  });

  it.each(['', ' \r\n ', 'x'.repeat(2001), 'a\0b'])('comes back when it is %j', async (text) => {
    const { attempt, headers } = await aDesk();
    const id = await aRequest(attempt);
    const sent = await answer(id, text, headers);
    expect(sent.status).toBe(422);
    const html = unescaped(await sent.text());
    expect(html).toContain(`id="answer-${id}-problem">${words.problem}`);
    if (text.length > 2000) expect(html).toContain(text);
    expect((await stored())[0]?.answeredAt).toBeNull();
  });

  it('stands: the same page sent again changes nothing, another answer is a conflict', async () => {
    const now = stopClock();
    const { attempt, headers } = await aDesk();
    const other = await aSignedInMember({ organizationId: attempt.organizationId });
    const id = await aRequest(attempt);
    await answer(id, 'Feito.', headers);
    const before = await stored();
    vi.setSystemTime(now + 60_000);
    expect((await answer(id, 'Feito.', headers)).status).toBe(303);
    expect((await answer(id, 'Outra coisa.', headers)).status).toBe(409);
    expect((await answer(id, '', headers)).status).toBe(409);
    expect((await answer(id, 'Feito.', other.headers)).status).toBe(409);
    expect(await stored()).toEqual(before);
  });

  it.each(['Feito.', ''])('to a stranger’s request is not found: %j', async (text) => {
    const { headers } = await aDesk();
    const id = await aRequest(await anAttempt());
    const before = await allRows();
    const theirs = await answer(id, text, headers);
    const missing = await answer(newId(), text, headers);
    const never = await answer('x', text, headers);
    for (const { status } of [theirs, missing, never]) expect(status).toBe(404);
    expect(await allRows()).toEqual(before);
  });

  it.each(hostileTexts)('keeps %j, and shows it as text to both', async (text) => {
    const { attempt, headers } = await aDesk();
    await answer(await aRequest(attempt, { message: text }), text, headers);
    const own = await openPage(`${await takePath(env, attempt)}/privacy`);
    const list = await openPage('/privacy?show=answered', headers);
    for (const html of [own, list]) {
      expect(html).not.toContain('<script>alert');
      expect(html).not.toContain('<img');
      expect(unescaped(html).split(text).length).toBeGreaterThan(2);
    }
  });
});
