import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';

import { database } from '../../src/db/client.ts';
import { accommodations, timeChanges } from '../../src/db/schema/conduct.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { minute } from '../../src/lib/time.ts';
import {
  addressIn,
  aPublicLink,
  attemptOf,
  claimsOf,
  type Fields,
  maria,
  openPage,
  sendStart,
  startForm,
  submit,
} from '../support/candidate.ts';
import { textOf } from '../support/html.ts';
import { aSignedInMember } from '../support/makers.ts';
import { fetchPage, postForm } from '../support/pages.ts';

const db = database(env.DB);
const { time: words } = messagesFor('pt-BR');
const wish = 'Uso leitor de tela.';

describe('asking for an accommodation', () => {
  it('goes along with the start and changes nothing by itself', async () => {
    const { path } = await aCandidate({ accommodation: wish });
    const attempt = await attemptOf(path);
    expect(attempt.state).toBe('in_progress');
    expect(attempt.deadlineAt! - attempt.startedAt!).toBe(30 * minute);
    expect(await requestOf(path)).toMatchObject({ request: wish, percent: null });
  });

  it('can wait for the answer before the start', async () => {
    const { path } = await aCandidate({ accommodation: wish, when: 'later' });
    expect(await attemptOf(path)).toMatchObject({ state: 'not_started', questionIds: [] });
    const page = textOf(await openPage(path));
    expect(page).toContain(words.sent.title);
    expect(page).toContain(wish);
  });

  it('says beside the field what is wrong, and keeps what was typed', async () => {
    const link = await aPublicLink();
    const fields = { ...(await startForm(link.slug)), ...maria, accommodation: 'x'.repeat(1001) };
    const answer = await sendStart(link.slug, fields);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(words.ask.problem);
    expect(page).toContain('x'.repeat(1001));
  });

  it('asks for words before a request that has none', async () => {
    const { path } = await aCandidate({ accommodation: wish, when: 'later' });
    const answer = await postForm(`${path}/start`, { accommodation: ' ', when: 'later' });
    expect(answer.status).toBe(422);
    expect(await requestOf(path)).toMatchObject({ request: wish });
  });

  it('can be reworded until it is decided, and not afterwards', async () => {
    const { path, decide } = await aCandidate({ accommodation: wish, when: 'later' });
    await postForm(`${path}/start`, { accommodation: 'Mais tempo.', when: 'later' });
    expect(await requestOf(path)).toMatchObject({ request: 'Mais tempo.' });
    await decide({ percent: '125' });
    await postForm(`${path}/start`, { accommodation: 'Outra coisa.', when: 'later' });
    expect(await requestOf(path)).toMatchObject({ request: 'Mais tempo.', percent: 125 });
  });
});

describe('deciding on an accommodation', () => {
  it.each([
    [{ percent: '125' }, 37.5],
    [{ percent: '200' }, 60],
    [{ percent: 'other', other: '175' }, 52.5],
    [{ percent: '100' }, 30],
  ])('before the start stretches the whole time: %j', async (form, minutes) => {
    const { path, decide } = await aCandidate({ accommodation: wish, when: 'later' });
    expect((await decide(form)).status).toBe(303);
    await postForm(`${path}/start`, { consent: 'on' });
    const attempt = await attemptOf(path);
    expect(attempt.deadlineAt! - attempt.startedAt!).toBe(minutes * minute);
  });

  it('during the attempt moves the deadline, once, however often it is sent', async () => {
    const { path, decide } = await aCandidate({ accommodation: wish });
    const before = await attemptOf(path);
    const answers = await Promise.all(Array.from({ length: 5 }, () => decide({ percent: '150' })));
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
    expect((await attemptOf(path)).deadlineAt).toBe(before.deadlineAt! + 15 * minute);
    expect(await changesOf(path)).toMatchObject([{ kind: 'accommodation', ms: 15 * minute }]);
  });

  it.each([
    { percent: 'other', other: '99' },
    { percent: 'other', other: '501' },
    { percent: '?' },
  ])('refuses %j with a message and no change', async (form) => {
    const { path, decide } = await aCandidate({ accommodation: wish });
    const answer = await decide(form);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(words.panel.problems.percent);
    expect(await requestOf(path)).toMatchObject({ percent: null });
  });

  it('is told to the candidate, and never to Gupy', async () => {
    const { path, decide, open } = await aCandidate({ accommodation: wish, when: 'later' });
    await decide({ percent: '150' });
    expect(textOf(await openPage(path))).toContain(words.sent.grantedTitle);
    expect(textOf(await (await open()).text())).toContain(wish);
  });
});

describe('adding time', () => {
  it('moves the deadline and says who did it', async () => {
    const { path, addTime, open } = await aCandidate({});
    const before = await attemptOf(path);
    expect((await addTime('10')).status).toBe(303);
    expect((await attemptOf(path)).deadlineAt).toBe(before.deadlineAt! + 10 * minute);
    expect(textOf(await (await open()).text())).toContain('10 min concedidos por Ana');
  });

  it.each(['0', '601', '1.5', 'dez', ''])('refuses %j beside the field', async (minutes) => {
    const { path, addTime } = await aCandidate({});
    const answer = await addTime(minutes);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(words.panel.problems.minutes);
    expect(await changesOf(path)).toEqual([]);
  });

  it('is too late once the attempt was submitted', async () => {
    const { path, addTime } = await aCandidate({});
    await submit(path);
    const before = await attemptOf(path);
    const answer = await addTime('10');
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(words.panel.problems.closed);
    expect(await attemptOf(path)).toEqual(before);
  });
});

/** A candidate of a link, and what a recruiter of its organization does about their time. */
async function aCandidate(fields: Fields) {
  const link = await aPublicLink();
  const form = { ...(await startForm(link.slug)), ...maria, ...fields };
  const path = addressIn(await sendStart(link.slug, form));
  const { attemptId } = await claimsOf(path);
  const { headers } = await aSignedInMember({
    organizationId: link.organizationId,
    role: 'recruiter',
  });
  const result = `/results/${attemptId}`;
  return {
    path,
    decide: (decision: Record<string, string>) =>
      postForm(`${result}/accommodation`, decision, headers),
    addTime: (minutes: string) => postForm(`${result}/time`, { minutes }, headers),
    open: () => fetchPage(result, { headers }),
  };
}

async function requestOf(path: string) {
  const { attemptId } = await claimsOf(path);
  return db.select().from(accommodations).where(eq(accommodations.attemptId, attemptId)).get();
}

async function changesOf(path: string) {
  const { attemptId } = await claimsOf(path);
  return db.select().from(timeChanges).where(eq(timeChanges.attemptId, attemptId));
}
