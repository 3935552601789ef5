import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ring } from '../../src/cron.ts';
import { database } from '../../src/db/client.ts';
import { links } from '../../src/db/schema/assessments.ts';
import { attempts } from '../../src/db/schema/attempts.ts';
import { deliveries, events } from '../../src/db/schema/deliveries.ts';
import {
  answerQuestion,
  aPublicLink,
  aSitting,
  attemptOf,
  loseMessages,
  mails,
  maria,
  openPage,
  sendStart,
  start,
  startForm,
  stopClock,
  submit,
  words,
} from '../support/candidate.ts';
import { textOf } from '../support/html.ts';
import { fetchPage, postForm } from '../support/pages.ts';

const db = database(env.DB);
const minute = 60_000;

beforeEach(() => void loseMessages());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('an e-mail that already has an attempt at the link', () => {
  it('gets a mail instead of access, however it is written', async () => {
    const { path, link } = await aSitting();
    for (const email of [maria.email, maria.email.toUpperCase(), ` ${maria.email} `]) {
      const answer = await askAgain(link.slug, { email });
      expect(answer.status).toBe(200);
      const html = await answer.text();
      expect(textOf(html)).toContain(words.known.sent(maria.email));
      expect(html).not.toContain(path);
      expect(html).not.toMatch(/\/[ar]\/[\w-]{46}/);
      expect(answer.headers.get('Set-Cookie')).toBeNull();
    }
    expect(await db.$count(attempts)).toBe(1);
    await ring(env);
    expect(await mails(maria.email)).toHaveLength(1);
  });

  it('gets a mail whose link opens that attempt where it was left', async () => {
    const { path, link } = await aSitting();
    await answerQuestion(path, 1, { value: 'b' });
    await askAgain(link.slug);
    await ring(env);
    const [mail] = await mails(maria.email);
    const url = linkIn(mail!.text);
    expect(url).toBe(`http://localhost:8787${path}`);
    expect(mail!.html).toContain(url);
    const answer = await fetchPage(url);
    expect(answer.headers.get('Location')).toBe(`${path}/questions/2`);
  });

  it('is greeted by the name that came first, in the language of the attempt', async () => {
    const { slug } = await aPublicLink();
    const form = { ...(await startForm(slug)), ...maria };
    await sendStart(slug, form, { 'Accept-Language': 'en' });
    await askAgain(slug, { name: 'Somebody Else' });
    await ring(env);
    const [mail] = await mails(maria.email);
    expect(mail!.text).toContain('Hello, Maria Silva!');
    expect(mail!.subject).toBe('Continue your assessment: Avaliação de teste');
  });

  it('gets the address of its result once the attempt is finished', async () => {
    const { path, link } = await aSitting();
    await submit(path);
    await askAgain(link.slug);
    await ring(env);
    const all = await mails(maria.email);
    const mail = all.find(({ subject }) => subject === 'Sua avaliação: Avaliação de teste');
    expect(await openPage(linkIn(mail!.text))).toContain(words.done.completedTitle);
  });

  it('gets a fresh address after the old one was revoked', async () => {
    const { path, link } = await aSitting();
    await db.update(attempts).set({ takeEpoch: 1 });
    await askAgain(link.slug);
    await ring(env);
    const [mail] = await mails(maria.email);
    expect((await fetchPage(path)).status).toBe(404);
    expect((await fetchPage(linkIn(mail!.text))).status).toBe(303);
  });

  it('gets a mail even when it is asked for after the link closed', async () => {
    const { slug } = await aPublicLink({ link: { closesAt: stopClock() + minute } });
    await start(slug);
    const form = await startForm(slug);
    vi.setSystemTime(Date.now() + 2 * minute);
    const answer = await sendStart(slug, { ...form, ...maria });
    expect(textOf(await answer.text())).toContain(words.known.title);
    await ring(env);
    expect(await mails(maria.email)).toHaveLength(1);
  });

  it('stores the token of its link nowhere but in the mail itself', async () => {
    const { path, link } = await aSitting();
    await askAgain(link.slug);
    await ring(env);
    const token = path.split('/')[2]!;
    const rows = JSON.stringify([await db.select().from(deliveries), await attemptOf(path)]);
    expect(rows).not.toContain(token);
  });
});

describe('resume mails', () => {
  it.each([0, 1, 2.5, 4.9])(
    'come at most once in 5 minutes, also from %d minutes before the clock strikes them',
    async (before) => {
      const strike = Math.ceil(stopClock() / (5 * minute)) * 5 * minute;
      vi.setSystemTime(strike - before * minute);
      const { link } = await aSitting();
      const times = [0, 1, 2, 3, 4, 4.99, 5.01, 9, 10];
      const first = Date.now();
      for (const time of times) {
        vi.setSystemTime(first + time * minute);
        await askAgain(link.slug);
      }
      const asked = (await db.select().from(events).orderBy(events.createdAt)).map(
        (event) => event.createdAt,
      );
      for (const [index, at] of asked.slice(1).entries())
        expect(at - asked[index]!).toBeGreaterThanOrEqual(5 * minute);
      expect(asked[0]).toBe(first);
      expect(asked.length).toBeGreaterThan(1);
      await ring(env);
      expect(await mails(maria.email)).toHaveLength(asked.length);
    },
  );

  it('are one when 20 ask at once', async () => {
    const { link } = await aSitting();
    await Promise.all(Array.from({ length: 20 }, () => askAgain(link.slug)));
    await ring(env);
    expect(await mails(maria.email)).toHaveLength(1);
  });

  it('of one attempt hold up no other', async () => {
    const { slug } = await aPublicLink();
    await start(slug);
    await start(slug, { email: 'joana@candidate.example' });
    await askAgain(slug);
    await askAgain(slug, { email: 'joana@candidate.example' });
    await ring(env);
    expect(await mails(maria.email)).toHaveLength(1);
    expect(await mails('joana@candidate.example')).toHaveLength(1);
  });

  it('are tried again when the mail service fails', async () => {
    stopClock();
    const { link } = await aSitting();
    const send = vi.spyOn(env.MAIL, 'send').mockRejectedValueOnce(new Error('mail is down'));
    await askAgain(link.slug);
    await ring(env);
    expect((await db.select().from(deliveries).get())?.state).toBe('waiting');
    vi.setSystemTime(Date.now() + 6000);
    await ring(env);
    expect((await db.select().from(deliveries).get())?.state).toBe('delivered');
    expect(send).toHaveBeenCalledTimes(2);
  });
});

/** Somebody types the address once more, in another browser. */
async function askAgain(slug: string, person: Partial<typeof maria> = {}) {
  return sendStart(slug, { ...maria, key: crypto.randomUUID().padEnd(43, '0'), ...person });
}

function linkIn(text: string): string {
  return /http\S+/.exec(text)![0];
}

describe('the form of a link that starts no new attempts', () => {
  it('mails the way back to who has an attempt, and answers everybody alike', async () => {
    const { link, path } = await aSitting();
    await db.update(links).set({ enabled: false });
    expect(await (await fetchPage(`/t/${link.slug}`)).text()).toContain(words.resume.submit);
    const known = await postForm(`/t/${link.slug}/resume`, { email: maria.email.toUpperCase() });
    const stranger = await postForm(`/t/${link.slug}/resume`, { email: 'no@candidate.example' });
    expect(known.status).toBe(200);
    expect(textOf(await known.text())).toContain(words.resume.sent(maria.email.toUpperCase()));
    expect(textOf(await stranger.text())).toContain(words.resume.sent('no@candidate.example'));
    await ring(env);
    const [mail] = await mails(maria.email);
    expect(linkIn(mail!.text)).toBe(`http://localhost:8787${path}`);
    expect(await mails('no@candidate.example')).toEqual([]);
  });

  it('says beside the field when the address is none, and keeps it', async () => {
    const { link } = await aSitting();
    const answer = await postForm(`/t/${link.slug}/resume`, { email: 'maria@' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(words.link.problems.email);
    expect(page).toContain('value="maria@"');
  });

  it('is not there for a link that never was', async () => {
    const answer = await postForm('/t/none/resume', { email: maria.email });
    expect(answer.status).toBe(404);
  });
});
