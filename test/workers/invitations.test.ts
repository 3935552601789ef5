import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ring } from '../../src/cron.ts';
import { database } from '../../src/db/client.ts';
import { assessments } from '../../src/db/schema/assessments.ts';
import { attempts } from '../../src/db/schema/attempts.ts';
import { accommodations } from '../../src/db/schema/conduct.ts';
import { writeLocal } from '../../src/i18n/local-time.ts';
import { newId } from '../../src/lib/ids.ts';
import { day, minute } from '../../src/lib/time.ts';
import {
  allRows,
  attemptOf,
  loseMessages,
  mails,
  openPage,
  stopClock,
  submit,
} from '../support/candidate.ts';
import { formsIn, textOf } from '../support/html.ts';
import { anInvitation, eventsOf, invitationOf, lia } from '../support/invitations.ts';
import { anAssessment, aSignedInMember } from '../support/makers.ts';
import { fetchPage, origin, postForm } from '../support/pages.ts';

const db = database(env.DB);

beforeEach(() => void loseMessages());
afterEach(() => void vi.useRealTimers());

/** A recruiter at the page of an assessment's invitations. */
async function aRecruiter() {
  const { headers, organizationId } = await aSignedInMember({ role: 'recruiter' });
  const assessment = await anAssessment({ organizationId });
  const page = `/assessments/${assessment.id}/invitations`;
  const key = newId();
  const usual = { ...lia, language: 'pt-BR', percent: '100', other: '', key };
  const expires = writeLocal(Date.now() + 3 * day);
  return {
    headers,
    organizationId,
    assessment,
    page,
    open: async () => (await fetchPage(page, { headers })).text(),
    invite: (fields: Record<string, string> = {}) =>
      postForm(page, { ...usual, expires, ...fields }, headers),
    act: (attemptId: string, verb: string, fields: Record<string, string> = {}) =>
      postForm(`/invitations/${attemptId}/${verb}`, fields, headers),
  };
}

/** The personal links of a page, as paths. */
const linksIn = (html: string) =>
  [...html.matchAll(/data-copy="([^"]*\/a\/[^"]*)"/g)].map(([, url]) => new URL(url!).pathname);

describe('an invitation', () => {
  it('goes from the form through the mail and the test to a result in the list', async () => {
    const recruiter = await aRecruiter();
    const form = (await formsIn(await recruiter.open())).find(({ action }) =>
      action.endsWith('/invitations'),
    )!;
    const typed = Object.fromEntries(Object.entries(form.fields).map(([name, [v]]) => [name, v!]));
    const email = `${newId()}@candidate.example`;
    const answer = await postForm(recruiter.page, { ...typed, ...lia, email }, recruiter.headers);
    expect(answer.headers.get('Location')).toBe(`${recruiter.page}?notice=created`);

    const list = await recruiter.open();
    const [path] = linksIn(list);
    expect(textOf(list)).toContain('Lia Prado Aguardando');
    await ring(env);
    const [mail, ...more] = await mails(email);
    expect(more).toEqual([]);
    expect(mail!.text).toContain(`${origin}${path}`);

    const start = await openPage(path!);
    expect(textOf(start)).toContain('Olá, Lia Prado');
    expect(textOf(start)).toContain('Comece até');
    expect(start).not.toContain('name="email"');
    expect((await postForm(`${path}/start`, { consent: 'on' })).status).toBe(303);
    expect(textOf(await recruiter.open())).toContain('Lia Prado Em andamento');

    await submit(path!);
    const { id, total } = await attemptOf(path!);
    const ended = await recruiter.open();
    expect(textOf(ended)).toMatch(/Lia Prado (Em avaliação|Concluído)/);
    if (total !== null) expect(textOf(ended)).toContain(`Nota ${total}`);
    expect(linksIn(ended)).toEqual([]);
    const result = textOf(await (await fetchPage(`/results/${id}`, recruiter)).text());
    expect(result).toContain('Convite de Ana, em');
    const results = textOf(await (await fetchPage('/results', recruiter)).text());
    expect(results).toContain('Convite');
    expect(results).not.toContain('Gupy Lia');
  });

  it('is made once by a form that is sent three times at once', async () => {
    const recruiter = await aRecruiter();
    const answers = await Promise.all([1, 2, 3].map(() => recruiter.invite()));
    const notices = answers.map((answer) => answer.headers.get('Location')!.split('=')[1]);
    expect(notices.filter((notice) => notice === 'created')).toHaveLength(1);
    expect(notices.filter((notice) => notice === 'repeated')).toHaveLength(2);
    const [attempt, ...more] = await db.select().from(attempts);
    expect(more).toEqual([]);
    expect(await eventsOf(attempt!.id)).toEqual(['invitation.created']);
  });

  it('is refused, with the way to it, while the person has one that is not finished', async () => {
    const recruiter = await aRecruiter();
    const answers = await Promise.all([1, 2, 3].map(() => recruiter.invite({ key: newId() })));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(2);
    const [attempt, ...more] = await db.select().from(attempts);
    expect(more).toEqual([]);
    const html = await answers.find(({ status }) => status === 422)!.text();
    expect(textOf(html)).toContain('já tem um convite desta avaliação');
    expect(html).toContain(`href="/results/${attempt!.id}"`);
    expect(html).toContain(`value="${lia.email}"`);
  });

  it('can follow one that was cancelled, has expired or is done', async () => {
    for (const state of ['cancelled', 'expired'] as const) {
      const recruiter = await aRecruiter();
      await recruiter.invite();
      await db.update(attempts).set({ state });
      const answer = await recruiter.invite({ key: newId(), email: ' LIA@candidate.example ' });
      expect(answer.status).toBe(303);
      expect(await db.select().from(attempts)).toHaveLength(2);
      await env.DB.exec('delete from attempts');
    }
  });

  it.each([
    ['name', { name: ' ' }, 'Escreva o nome'],
    ['email', { email: 'lia' }, 'Escreva um e-mail válido'],
    ['expires', { expires: '2020-01-01T10:00' }, 'Escolha uma data e hora no futuro'],
    [
      'expires',
      { expires: writeLocal(Date.now() + 91 * day) },
      'Escolha uma data e hora no futuro',
    ],
    ['expires', { expires: 'amanhã' }, 'Escolha uma data e hora no futuro'],
    ['other', { percent: 'other', other: '501' }, 'um número inteiro de 101 a 500'],
    ['other', { percent: 'other', other: '' }, 'um número inteiro de 101 a 500'],
    ['other', { percent: '110' }, 'um número inteiro de 101 a 500'],
  ])('says beside %s what is wrong, and keeps what was typed', async (field, wrong, message) => {
    const recruiter = await aRecruiter();
    const answer = await recruiter.invite(wrong);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(`id="${field}-problem"`);
    expect(textOf(html)).toContain(message);
    const form = (await formsIn(html)).find(({ action }) => action === recruiter.page)!;
    const typed = { ...lia, ...wrong } as Record<string, string>;
    for (const name of ['name', 'email', 'other', 'expires'])
      if (typed[name] !== undefined) expect(form.fields[name]).toEqual([typed[name]]);
    expect(await db.select().from(attempts)).toEqual([]);
  });

  it('carries an accommodation into the deadline, and says so without a request', async () => {
    const recruiter = await aRecruiter();
    await recruiter.invite({ percent: 'other', other: '175' });
    const html = await recruiter.open();
    expect(textOf(html)).toContain('Tempo 1,75×');
    const [path] = linksIn(html);
    const start = textOf(await openPage(path!));
    expect(start).toContain('Você tem mais tempo neste teste');
    expect(start).not.toContain('O que você pediu');
    await postForm(`${path}/start`, { consent: 'on' });
    const attempt = await attemptOf(path!);
    expect(attempt.deadlineAt! - attempt.startedAt!).toBe(52.5 * minute);
    const [row] = await db.select().from(accommodations);
    expect(row).toMatchObject({ percent: 175, request: '' });
    expect(row!.decidedBy).not.toBeNull();
  });

  it('is only for an assessment that is published', async () => {
    const recruiter = await aRecruiter();
    await db.update(assessments).set({ state: 'archived' });
    const html = await recruiter.open();
    expect(textOf(html)).toContain('Esta avaliação não está publicada');
    expect(html).not.toContain(`action="${recruiter.page}"`);
    expect((await recruiter.invite()).status).toBe(409);
    expect(await db.select().from(attempts)).toEqual([]);
  });

  it('is in what its candidate can read of themselves', async () => {
    const { path } = await anInvitation();
    const data = await (await fetchPage(`${path}/data.json`)).json<Record<string, unknown>>();
    expect(data).toMatchObject({
      attempt: { source: 'invitation' },
      invitation: { remindersSent: 0 },
      gupy: null,
    });
    expect(textOf(await openPage(`${path}/data`))).toContain('Pode começar até');
  });
});

describe('what a recruiter does to an invitation', () => {
  it('sends the mail again, but not within five minutes of the last one', async () => {
    const start = stopClock();
    const recruiter = await aRecruiter();
    await recruiter.invite();
    const [attempt] = await db.select().from(attempts);
    const resend = async (at: number) => {
      vi.setSystemTime(start + at);
      const answer = await recruiter.act(attempt!.id, 'mails');
      return answer.headers.get('Location')!.split('=')[1];
    };
    expect(await resend(4.9 * minute)).toBe('not_resent');
    expect(await resend(5 * minute)).toBe('resent');
    expect(await resend(9.9 * minute)).toBe('not_resent');
    expect(await resend(10.1 * minute)).toBe('resent');
    expect(await eventsOf(attempt!.id)).toHaveLength(3);
    await db.update(attempts).set({ state: 'cancelled' });
    expect(await resend(30 * minute)).toBe('not_resent');
  });

  it('moves the end, and with it the reminders', async () => {
    const recruiter = await aRecruiter();
    await recruiter.invite();
    const [attempt] = await db.select().from(attempts);
    const expires = writeLocal(Date.now() + 20 * day);
    const answer = await recruiter.act(attempt!.id, 'expiry', { expires });
    expect(answer.headers.get('Location')).toContain('notice=extended');
    const { expiresAt, nextReminderAt } = await invitationOf(attempt!.id);
    expect(writeLocal(expiresAt)).toBe(expires);
    expect(nextReminderAt).toBe(expiresAt - 3 * day);
  });

  it('says beside the date of that invitation why it can’t be', async () => {
    const recruiter = await aRecruiter();
    await recruiter.invite();
    const [attempt] = await db.select().from(attempts);
    const expires = '2020-01-01T10:00';
    const answer = await recruiter.act(attempt!.id, 'expiry', { expires });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(`id="expires-${attempt!.id}-problem"`);
    expect(html).toContain(`value="${expires}"`);
  });

  it('can’t give a new end to what is expired, started or cancelled', async () => {
    const recruiter = await aRecruiter();
    const { assessment } = recruiter;
    const expires = writeLocal(Date.now() + 20 * day);
    const extend = async (attemptId: string) => {
      const before = await invitationOf(attemptId);
      const answer = await recruiter.act(attemptId, 'expiry', { expires });
      expect(answer.headers.get('Location')).toContain('notice=closed');
      expect(await invitationOf(attemptId)).toEqual(before);
    };
    const past = await anInvitation({ assessment, expiresAt: Date.now() });
    await extend(past.attemptId);
    const begun = await anInvitation({ assessment, email: 'b@candidate.example' });
    await postForm(`${begun.path}/start`, { consent: 'on' });
    await extend(begun.attemptId);
    const cancelled = await anInvitation({ assessment, email: 'c@candidate.example' });
    await recruiter.act(cancelled.attemptId, 'cancellation');
    await extend(cancelled.attemptId);
  });

  it('cancels it: the address then says so, started or not, and nobody is reminded', async () => {
    const recruiter = await aRecruiter();
    for (const started of [false, true]) {
      const email = `${started}@candidate.example`;
      const { path, attemptId } = await anInvitation({ assessment: recruiter.assessment, email });
      if (started) await postForm(`${path}/start`, { consent: 'on' });
      const answer = await recruiter.act(attemptId, 'cancellation');
      expect(answer.headers.get('Location')).toContain('notice=cancelled');
      const row = await invitationOf(attemptId);
      expect(row).toMatchObject({ state: 'cancelled', nextReminderAt: null });
      const page = await fetchPage(path);
      expect(page.status).toBe(410);
      expect(textOf(await page.text())).toContain('Acme cancelou este teste');
      const again = await recruiter.act(attemptId, 'cancellation');
      expect(again.headers.get('Location')).toContain('notice=closed');
      expect(await invitationOf(attemptId)).toEqual(row);
    }
  });

  it('leaves a finished test alone', async () => {
    const recruiter = await aRecruiter();
    const { path, attemptId } = await anInvitation({ assessment: recruiter.assessment });
    await postForm(`${path}/start`, { consent: 'on' });
    await submit(path);
    const before = await allRows();
    await recruiter.act(attemptId, 'cancellation');
    expect(await allRows()).toEqual(before);
  });
});

describe('the list of invitations', () => {
  it('goes on where the page before it ended', async () => {
    const recruiter = await aRecruiter();
    for (let n = 0; n < 12; n += 1)
      await anInvitation({
        assessment: recruiter.assessment,
        name: `Pessoa ${n}`,
        email: `p${n}@candidate.example`,
        now: Date.now() - (n % 3) * minute,
      });
    const first = await recruiter.open();
    const [, older] = /href="([^"]*\?after=[^"]*)"/.exec(first)!;
    const second = await (await fetchPage(older!, recruiter)).text();
    const names = [first, second].map((html) => [...html.matchAll(/<strong>(Pessoa \d+)</g)]);
    expect(names.map((found) => found.length)).toEqual([10, 2]);
    expect(new Set(names.flat().map(([, name]) => name)).size).toBe(12);
    expect(second).not.toContain('?after=');
  });

  it('shows a viewer who was invited, but no link and nothing to press', async () => {
    const { organizationId, assessment, page } = await aRecruiter();
    const { attemptId } = await anInvitation({ assessment });
    const viewer = await aSignedInMember({ organizationId, role: 'viewer' });
    const html = await (await fetchPage(page, viewer)).text();
    expect(textOf(html)).toContain('Lia Prado Aguardando');
    expect(html).not.toContain('/a/');
    expect(html).not.toMatch(/action="\/(assessments|invitations)/);
    const before = await allRows();
    const paths = ['mails', 'expiry', 'cancellation'].map(
      (verb) => `/invitations/${attemptId}/${verb}`,
    );
    for (const path of [page, ...paths])
      expect((await postForm(path, {}, viewer.headers)).status).toBe(403);
    expect(await allRows()).toEqual(before);
  });

  it('does not exist for another organization, nor does anything in it', async () => {
    const { page, assessment } = await aRecruiter();
    const { attemptId } = await anInvitation({ assessment });
    const stranger = await aRecruiter();
    const before = await allRows();
    expect((await fetchPage(page, stranger)).status).toBe(404);
    const expires = writeLocal(Date.now() + day);
    const posts = [
      postForm(page, { ...lia, percent: '100', expires }, stranger.headers),
      ...['mails', 'expiry', 'cancellation'].map((verb) =>
        stranger.act(attemptId, verb, { expires }),
      ),
    ];
    for (const answer of await Promise.all(posts)) expect(answer.status).toBe(404);
    expect(await allRows()).toEqual(before);
  });
});

it('is unknown to whoever asks with a key for somebody else’s assessment', async () => {
  const mine = await aRecruiter();
  const theirs = await anAssessment();
  await expect(
    anInvitation({ assessment: { ...theirs, organizationId: mine.organizationId } }),
  ).rejects.toThrow('unknown');
  expect(await db.select().from(attempts).where(eq(attempts.assessmentId, theirs.id))).toEqual([]);
});
