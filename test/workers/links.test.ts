import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { attempts, candidates } from '../../src/db/schema/attempts.ts';
import { events } from '../../src/db/schema/deliveries.ts';
import { backEnd } from '../../src/features/assessments/library/back-end.ts';
import { noticeVersion } from '../../src/features/attempts/notice.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import {
  addressIn,
  allRows,
  aPublicLink,
  attemptOf,
  claimsOf,
  loseMessages,
  maria,
  openPage,
  sendAnswer,
  sendStart,
  start,
  startForm,
  stopClock,
  storedAnswers,
  submit,
  words,
} from '../support/candidate.ts';
import { formsIn, textOf } from '../support/html.ts';
import { anOrganization } from '../support/members.ts';
import { fetchPage } from '../support/pages.ts';

const db = database(env.DB);
const hour = 3_600_000;

beforeEach(() => void loseMessages());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a link', () => {
  it('shows who invites, to what, for how long, and under which notice', async () => {
    const { slug } = await aPublicLink();
    const text = textOf(await openPage(`/t/${slug}`));
    for (const told of [
      words.link.intro('Acme'),
      'Avaliação de teste',
      'Uma avaliação pequena.',
      'Leia com calma.',
      `${words.link.duration} ${words.link.minutes(30)}`,
      `${words.link.questions} 9`,
      ...messagesFor('pt-BR').notices[noticeVersion]('Acme'),
      words.notice.version(noticeVersion),
    ])
      expect(text).toContain(told);
  });

  it('speaks the language of the browser, or the one that was chosen', async () => {
    const { slug } = await aPublicLink();
    const english = messagesFor('en').candidate.link.intro('Acme');
    const spanish = messagesFor('es').candidate.link.intro('Acme');
    expect(await openPage(`/t/${slug}`, { 'Accept-Language': 'en-GB,en;q=0.9' })).toContain(
      english,
    );
    expect(await openPage(`/t/${slug}`, { 'Accept-Language': 'es-AR' })).toContain(spanish);
    expect(
      await openPage(`/t/${slug}`, { 'Accept-Language': 'en', Cookie: 'language=es' }),
    ).toContain(spanish);
    expect(await openPage(`/t/${slug}`, { 'Accept-Language': 'fr' })).toContain(
      words.link.intro('Acme'),
    );
  });

  it('changes nothing by being looked at', async () => {
    const { slug } = await aPublicLink();
    const before = await allRows();
    for (const method of ['GET', 'HEAD', 'GET'])
      expect((await fetchPage(`/t/${slug}`, { method })).status).toBe(200);
    expect(await allRows()).toEqual(before);
  });

  it('that nobody knows is a clear page, and starts nothing', async () => {
    await aPublicLink();
    const form = { ...maria, key: 'k'.repeat(43) };
    for (const answer of [await fetchPage('/t/unknown'), await sendStart('unknown', form)]) {
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain(words.closed.unknownTitle);
    }
    expect(await db.$count(candidates)).toBe(0);
  });

  const now = Date.now();
  describe.each([
    ['is switched off', { enabled: false }, 410, words.closed.offTitle],
    ['is not open yet', { opensAt: now + hour }, 403, words.closed.notOpenTitle],
    ['is closed', { closesAt: now - hour }, 410, words.closed.overTitle],
  ])('that %s', (_state, values, status, title) => {
    it.each([
      ['opened', (slug: string) => fetchPage(`/t/${slug}`)],
      ['started', (slug: string) => sendStart(slug, { ...maria, key: 'k'.repeat(43) })],
      ['started with a bad form', (slug: string) => sendStart(slug, { name: '' })],
    ])('says so when %s, and starts nothing', async (_how, ask) => {
      const { slug } = await aPublicLink({ link: values });
      const answer = await ask(slug);
      expect(answer.status).toBe(status);
      const html = await answer.text();
      expect(html).toContain(title);
      expect(await formsIn(html)).not.toContainEqual(
        expect.objectContaining({ action: expect.stringContaining('/attempts') }),
      );
      expect(await db.$count(candidates)).toBe(0);
      expect(await db.$count(attempts)).toBe(0);
    });
  });

  it('tells when it opens', async () => {
    const { slug } = await aPublicLink({ link: { opensAt: Date.UTC(2030, 0, 2, 15) } });
    expect(textOf(await (await fetchPage(`/t/${slug}`)).text())).toContain(
      '2 de jan. de 2030, 12:00',
    );
  });

  it('may close while somebody is at it: the attempt goes on', async () => {
    const link = await aPublicLink({ link: { closesAt: stopClock() + 60_000 } });
    const path = await start(link.slug);
    vi.setSystemTime(Date.now() + 120_000);
    expect((await fetchPage(`/t/${link.slug}`)).status).toBe(410);
    expect((await sendAnswer(path, 'single-choice', { value: 'b' })).status).toBe(303);
    expect(await storedAnswers(path)).toEqual({ 'single-choice': 'b' });
  });
});

describe('a start form that is not right', () => {
  const { name, email, consent } = words.link.problems;
  test.each([
    ['no name', { name: '   ' }, [name]],
    ['a name that is too long', { name: 'x'.repeat(121) }, [name]],
    ['a name with NUL', { name: 'Ma\0ria' }, [name]],
    ['no e-mail', { email: '' }, [email]],
    ['half an e-mail', { email: 'maria@' }, [email]],
    ['two e-mails', { email: ['maria@a.example', 'maria@b.example'] }, [email]],
    ['no consent', { consent: '' }, [consent]],
    ['nothing at all', { name: '', email: '', consent: '' }, [name, email, consent]],
  ])('comes back with %s', async (_what, changes, problems) => {
    const { slug } = await aPublicLink();
    const answer = await sendStart(slug, { ...(await startForm(slug)), ...maria, ...changes });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    const expected = { [name]: 'name', [email]: 'email', [consent]: 'consent' };
    for (const [sentence, field] of Object.entries(expected)) {
      const beside = html.includes(`id="${field}-problem">${sentence}`);
      const inSummary = html.includes(`<a href="#${field}">${sentence}`);
      expect([sentence, beside, inSummary]).toEqual([
        sentence,
        problems.includes(sentence),
        problems.includes(sentence),
      ]);
    }
    expect(await db.$count(candidates)).toBe(0);
  });

  it('keeps what was typed, and starts once it is corrected', async () => {
    const { slug } = await aPublicLink();
    const typed = {
      ...(await startForm(slug)),
      name: '"Maria" <b>&',
      email: 'maria@',
      consent: 'on',
      accommodation: 'Mais tempo, <i>por favor</i>.',
    };
    const html = await (await sendStart(slug, typed)).text();
    const form = (await formsIn(html)).find(({ action }) => action.includes('/attempts'))!;
    expect(form.fields).toEqual({
      key: [typed['key' as keyof typeof typed]].flat(),
      name: ['"Maria" <b>&'],
      email: ['maria@'],
      consent: ['on'],
      accommodation: ['Mais tempo, <i>por favor</i>.'],
    });
    expect(html).not.toMatch(/<b>|<i>/);
    const answer = await sendStart(slug, { ...form.fields, email: maria.email });
    expect((await attemptOf(addressIn(answer))).state).toBe('in_progress');
    expect((await db.select().from(candidates).get())?.name).toBe('"Maria" <b>&');
  });

  it('stays on the page of the link when the language is changed', async () => {
    const { slug } = await aPublicLink();
    const html = await (await sendStart(slug, { ...(await startForm(slug)), name: '' })).text();
    const forms = await formsIn(html);
    expect(forms.find(({ action }) => action === '/language')?.fields['next']).toEqual([
      `/t/${slug}`,
    ]);
  });
});

describe('starting', () => {
  it('opens the first question of an attempt with its deadline fixed', async () => {
    const now = stopClock();
    const { slug, ...link } = await aPublicLink();
    const answer = await sendStart(
      slug,
      { ...(await startForm(slug)), ...maria, email: ' Maria@Candidate.EXAMPLE ' },
      { 'Accept-Language': 'en' },
    );
    expect(answer.headers.get('Location')).toBe(`${addressIn(answer)}/questions/1`);
    expect(await attemptOf(addressIn(answer))).toMatchObject({
      organizationId: link.organizationId,
      assessmentId: link.assessmentId,
      versionId: link.versionId,
      linkId: link.id,
      state: 'in_progress',
      questionIds: link.content.sections[0]!.questions.map(({ id }) => id),
      language: 'en',
      noticeVersion,
      noticeAcceptedAt: now,
      createdAt: now,
      startedAt: now,
      deadlineAt: now + 30 * 60_000,
      submittedAt: null,
      completedAt: null,
      total: null,
    });
    expect(await db.select().from(candidates).get()).toMatchObject({
      email: maria.email,
      name: maria.name,
    });
  });

  it('asks to be woken when the time is over', async () => {
    const { deadlines } = loseMessages();
    const { slug } = await aPublicLink();
    const { attemptId, versionId } = await claimsOf(await start(slug));
    await vi.waitFor(() =>
      expect(deadlines).toHaveBeenCalledExactlyOnceWith(
        { attemptId, versionId },
        { delaySeconds: 30 * 60 + 11 },
      ),
    );
  });

  it('works without any queue', async () => {
    vi.spyOn(env.DEADLINES, 'send').mockRejectedValue(new Error('the queue is down'));
    const { slug } = await aPublicLink();
    expect((await attemptOf(await start(slug))).state).toBe('in_progress');
  });

  it('20 times with the same form at once starts one attempt, and all get its address', async () => {
    const { slug } = await aPublicLink();
    const form = { ...(await startForm(slug)), ...maria };
    const answers = await Promise.all(Array.from({ length: 20 }, () => sendStart(slug, form)));
    expect(new Set(answers.map(addressIn)).size).toBe(1);
    expect(await db.$count(attempts)).toBe(1);
    expect(await db.$count(candidates)).toBe(1);
    expect(await db.$count(events)).toBe(0);
  });

  it('leads the same form to the same attempt even after its end', async () => {
    const { slug } = await aPublicLink({ link: { attemptsAllowed: 3 } });
    const form = { ...(await startForm(slug)), ...maria };
    const path = addressIn(await sendStart(slug, form));
    await submit(path);
    expect(addressIn(await sendStart(slug, form))).toBe(path);
    expect(await db.$count(attempts)).toBe(1);
  });

  it('20 times at once from different browsers starts one attempt, and one of them is in', async () => {
    const { slug } = await aPublicLink({ link: { attemptsAllowed: 5 } });
    const forms = await Promise.all(Array.from({ length: 20 }, () => startForm(slug)));
    const answers = await Promise.all(forms.map((form) => sendStart(slug, { ...form, ...maria })));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(19);
    expect(await db.$count(attempts)).toBe(1);
  });

  it('does not overwrite the name under which a candidate is known', async () => {
    const { id: organizationId } = await anOrganization();
    const first = await aPublicLink({ organizationId });
    const second = await aPublicLink({ organizationId });
    await start(first.slug);
    await start(second.slug, { name: 'Somebody Else' });
    const people = await db.select().from(candidates);
    expect(people.map(({ name }) => name)).toEqual([maria.name]);
    expect(await db.$count(attempts)).toBe(2);
  });

  it('makes another candidate of the same address at another organization', async () => {
    await start((await aPublicLink()).slug);
    await start((await aPublicLink()).slug, { name: 'Maria S.' });
    const people = await db.select().from(candidates);
    expect(people.map(({ name }) => name).toSorted()).toEqual(['Maria S.', maria.name]);
  });

  it('again is possible as long as attempts are left', async () => {
    const { slug } = await aPublicLink({ link: { attemptsAllowed: 2 } });
    const first = await start(slug);
    await submit(first);
    const second = await start(slug);
    expect(second).not.toBe(first);
    await submit(second);
    const third = await sendStart(slug, { ...(await startForm(slug)), ...maria });
    expect(third.status).toBe(200);
    expect(textOf(await third.text())).toContain(words.known.allowed(2));
    expect(await db.$count(attempts)).toBe(2);
  });

  it('again is possible after the company cancelled the attempt', async () => {
    const { slug } = await aPublicLink();
    const first = await start(slug);
    await db.update(attempts).set({ state: 'cancelled' });
    expect(await start(slug)).not.toBe(first);
  });

  it('is refused with a clear page when one place starts too often', async () => {
    const { slug } = await aPublicLink();
    const form = { ...(await startForm(slug)), ...maria };
    vi.spyOn(env.START_LIMIT, 'limit').mockResolvedValue({ success: false });
    const answer = await sendStart(slug, form);
    expect(answer.status).toBe(429);
    expect(await answer.text()).toContain(messagesFor('pt-BR').errors.too_many_requests.title);
    expect(await db.$count(attempts)).toBe(0);
  });

  it('draws 5 of a pool of 12, one candidate these, another those', async () => {
    const { slug } = await aPublicLink({ content: backEnd });
    const drawn = async (email: string) =>
      (await attemptOf(await start(slug, { email }))).questionIds;
    const all = [
      await drawn('a@x.example'),
      await drawn('b@x.example'),
      await drawn('c@x.example'),
    ];
    const pool = backEnd.sections.find(({ draw }) => draw !== undefined)!;
    expect([pool.draw, pool.questions.length]).toEqual([5, 12]);
    for (const ids of all)
      expect(pool.questions.filter(({ id }) => ids.includes(id))).toHaveLength(5);
    expect(new Set(all.map((ids) => ids.join())).size).toBeGreaterThan(1);
  });
});
