import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ring } from '../../src/cron.ts';
import { database } from '../../src/db/client.ts';
import { links } from '../../src/db/schema/assessments.ts';
import { attempts } from '../../src/db/schema/attempts.ts';
import { startRegisteredAttempt } from '../../src/features/attempts/start-queries.ts';
import { sweepInvitations } from '../../src/features/invitations/jobs.ts';
import { extendInvitation } from '../../src/features/invitations/queries.ts';
import { day, hour, minute } from '../../src/lib/time.ts';
import {
  addressIn,
  allRows,
  aPublicLink,
  attemptOf,
  loseMessages,
  mails,
  maria,
  sendStart,
  startForm,
  stopClock,
  submit,
} from '../support/candidate.ts';
import { textOf } from '../support/html.ts';
import { anInvitation, eventsOf, invitationOf, lia } from '../support/invitations.ts';
import { fetchPage, postForm } from '../support/pages.ts';

const db = database(env.DB);
const created = 'invitation.created';
const reminder = 'invitation.reminder';

let start = 0;
beforeEach(() => {
  loseMessages();
  vi.spyOn(console, 'log').mockReturnValue();
  start = stopClock();
});
afterEach(() => void vi.useRealTimers());

/** The sweep, at each of these moments after the start. */
async function sweepAt(...moments: number[]): Promise<void> {
  for (const at of moments) {
    vi.setSystemTime(start + at);
    await sweepInvitations(env, db);
  }
}

const hours = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => (from + n) * hour);

describe('reminders', () => {
  it('come twice at most, while nobody finishes the test', async () => {
    const { attemptId, path } = await anInvitation();
    await sweepAt(4 * day - 1);
    expect(await eventsOf(attemptId)).toEqual([created]);
    await sweepAt(4 * day, 4 * day, 4 * day + minute);
    expect(await eventsOf(attemptId)).toEqual([created, reminder]);
    await postForm(`${path}/start`, { consent: 'on' });
    await sweepAt(...hours(4 * 24 + 1, 8 * 24));
    expect(await eventsOf(attemptId)).toEqual([created, reminder, reminder]);
    expect(await invitationOf(attemptId)).toMatchObject({ remindersSent: 2, nextReminderAt: null });
  });

  it('are mails, each with the way in', async () => {
    const { path } = await anInvitation();
    for (const at of [0, 4 * day, 5 * day, 6 * day]) {
      vi.setSystemTime(start + at);
      await ring(env);
    }
    const sent = await mails(lia.email);
    expect(sent).toHaveLength(3);
    for (const { text } of sent) expect(text).toContain(path);
  });

  it('come once when many sweeps run at the same time', async () => {
    const { attemptId } = await anInvitation();
    vi.setSystemTime(start + 4 * day);
    await Promise.all([1, 2, 3, 4].map(() => sweepInvitations(env, db)));
    expect(await eventsOf(attemptId)).toEqual([created, reminder]);
  });

  it('do not come to who has finished, or whose invitation was cancelled', async () => {
    const finished = await anInvitation();
    await postForm(`${finished.path}/start`, { consent: 'on' });
    await submit(finished.path);
    const cancelled = await anInvitation({ email: 'c@candidate.example' });
    await db
      .update(attempts)
      .set({ state: 'cancelled' })
      .where(eq(attempts.id, cancelled.attemptId));
    await sweepAt(...hours(1, 8 * 24));
    for (const { attemptId } of [finished, cancelled]) {
      expect(await eventsOf(attemptId)).not.toContain(reminder);
      expect((await invitationOf(attemptId)).nextReminderAt).toBeNull();
    }
  });

  it('stay two when the end moves after the first', async () => {
    const { attemptId, assessment } = await anInvitation();
    await sweepAt(4 * day);
    const key = { attemptId, organizationId: assessment.organizationId };
    const row = await invitationOf(attemptId);
    const extended = await extendInvitation(db, key, row, start + 30 * day, Date.now());
    expect(extended).toBe(true);
    await sweepAt(...hours(4 * 24 + 1, 31 * 24));
    expect(await eventsOf(attemptId)).toEqual([created, reminder, reminder]);
  });

  it('are not sent late, once the invitation is over', async () => {
    const { attemptId } = await anInvitation();
    await sweepAt(8 * day);
    expect(await eventsOf(attemptId)).toEqual([created]);
  });
});

describe('the end of an invitation', () => {
  it('expires what nobody started, and only notes the rest', async () => {
    const waiting = await anInvitation();
    const begun = await anInvitation({ email: 'b@candidate.example' });
    vi.setSystemTime(start + 7 * day - minute);
    await postForm(`${begun.path}/start`, { consent: 'on' });
    await sweepAt(7 * day - 1);
    expect(await invitationOf(waiting.attemptId)).toMatchObject({
      state: 'not_started',
      closedAt: null,
    });
    await sweepAt(7 * day);
    const closedAt = start + 7 * day;
    expect(await invitationOf(waiting.attemptId)).toMatchObject({ state: 'expired', closedAt });
    expect(await invitationOf(begun.attemptId)).toMatchObject({ state: 'in_progress', closedAt });
    const rows = await allRows();
    await sweepAt(8 * day);
    expect(await allRows()).toEqual(rows);
  });

  it('is told to its candidate at once, and starts nothing', async () => {
    const { path, attemptId } = await anInvitation();
    vi.setSystemTime(start + 7 * day);
    for (const swept of [false, true]) {
      if (swept) await sweepInvitations(env, db);
      const page = await fetchPage(path);
      expect(page.status).toBe(410);
      expect(textOf(await page.text())).toContain('fale com Acme: só a empresa pode abrir');
      expect((await postForm(`${path}/start`, { consent: 'on' })).status).toBe(303);
      expect((await attemptOf(path)).startedAt).toBeNull();
    }
    expect((await invitationOf(attemptId)).state).toBe('expired');
  });

  it('is the moment of the start’s to keep, whatever a page read before', async () => {
    for (const [late, email] of [
      [0, 'on@time.example'],
      [1, 'too@late.example'],
    ] as const) {
      const { path, attemptId } = await anInvitation({ email });
      const startedAt = start + 7 * day - 1 + late;
      const rest = { questionIds: [], language: 'pt-BR' as const, noticeVersion: '1' };
      const values = { ...rest, startedAt, deadlineAt: startedAt + hour };
      expect(await startRegisteredAttempt(db, attemptId, values)).toBe(late === 0);
      expect((await attemptOf(path)).state).toBe(late === 0 ? 'in_progress' : 'expired');
    }
  });

  it('does not touch an attempt that was not invited', async () => {
    const { path } = await aPutOffStart({});
    await sweepAt(100 * day);
    expect((await attemptOf(path)).state).toBe('not_started');
  });
});

describe('a start that was put off', () => {
  it.each([
    ['closes', { closesAt: Date.UTC(2026, 10, 23, 13) }, {}],
    ['is switched off', {}, { enabled: false }],
  ])('expires when its link %s', async (_how, link, change) => {
    const { path, linkId } = await aPutOffStart(link);
    await ring(env);
    expect((await attemptOf(path)).state).toBe('not_started');
    vi.setSystemTime(start + hour);
    if (Object.keys(change).length > 0)
      await db.update(links).set(change).where(eq(links.id, linkId));
    await ring(env);
    expect((await attemptOf(path)).state).toBe('expired');
    expect((await fetchPage(path)).status).toBe(410);
  });

  it('is too late from that moment, also before a sweep', async () => {
    const { path, linkId } = await aPutOffStart({});
    await db.update(links).set({ enabled: false }).where(eq(links.id, linkId));
    await postForm(`${path}/start`, { consent: 'on' });
    expect(await attemptOf(path)).toMatchObject({ state: 'expired', startedAt: null });
  });

  it('uses up no attempt of a link that opens again', async () => {
    const { path, linkId, slug } = await aPutOffStart({});
    await db.update(links).set({ enabled: false }).where(eq(links.id, linkId));
    await ring(env);
    await db.update(links).set({ enabled: true }).where(eq(links.id, linkId));
    const again = addressIn(await sendStart(slug, { ...(await startForm(slug)), ...maria }));
    expect(again).not.toBe(path);
    expect((await attemptOf(again)).state).toBe('in_progress');
  });
});

/** An attempt at a link whose candidate asked for an accommodation first. */
async function aPutOffStart(link: { closesAt?: number }) {
  const { slug, id: linkId } = await aPublicLink({ link });
  const fields = { ...(await startForm(slug)), ...maria, accommodation: 'Tempo', when: 'later' };
  return { path: addressIn(await sendStart(slug, fields)), linkId, slug };
}
