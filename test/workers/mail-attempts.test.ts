import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ring } from '../../src/cron.ts';
import { database } from '../../src/db/client.ts';
import { organizations } from '../../src/db/schema/accounts.ts';
import { attempts } from '../../src/db/schema/attempts.ts';
import { deliveries, events, type EventType, tries } from '../../src/db/schema/deliveries.ts';
import { decisions, invitations, mailTemplates } from '../../src/db/schema/people.ts';
import { resultUrl, takeUrl } from '../../src/features/attempts/addresses.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { newId } from '../../src/lib/ids.ts';
import { day, hour } from '../../src/lib/time.ts';
import { type AttemptValues, anAttempt, type MadeAttempt } from '../support/attempt-makers.ts';
import {
  answerQuestion,
  aSitting,
  loseMessages,
  mails,
  maria,
  openPage,
  stopClock,
  submit,
} from '../support/candidate.ts';
import { aQuestion, aSection } from '../support/contents.ts';
import { textOf, unescaped } from '../support/html.ts';
import { anAssessment, aSignedInMember } from '../support/makers.ts';
import { aMember } from '../support/members.ts';
import { postForm } from '../support/pages.ts';

const db = database(env.DB);
const graded = { sections: [aSection({ questions: [aQuestion('true-false')] })] };
const awaited = { sections: [aSection({ questions: [aQuestion('free-text')] })] };
const bands = [
  { from: 0, name: { 'pt-BR': 'A caminho' }, feedback: { 'pt-BR': 'Continue.' } },
  {
    from: 80,
    name: { 'pt-BR': 'Muito bom', en: 'Very good' },
    feedback: { 'pt-BR': '**Bem** lido.\n\nPratique:\n\n- `SQL`\n- leitura', en: 'Well read.' },
  },
];

beforeEach(() => void loseMessages());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** What happened to an attempt, as the part of the product that did it would have noted. */
async function happens(attempt: MadeAttempt, type: EventType, subject: string | null = null) {
  const { id: attemptId, organizationId } = attempt;
  const row = { id: newId(), organizationId, attemptId, type, subject, createdAt: Date.now() };
  await db.insert(events).values(row);
  return row.id;
}

async function anInvited(values: AttemptValues = {}, expiresAt = Date.now() + 7 * day) {
  const attempt = await anAttempt({ state: 'not_started', ...values });
  const { id: attemptId, organizationId, assessmentId, createdAt } = attempt;
  await db
    .insert(invitations)
    .values({ attemptId, organizationId, assessmentId, createdAt, expiresAt });
  return attempt;
}

async function aDecision(attempt: MadeAttempt, message: string | null): Promise<string> {
  const { userId } = await aMember({ organizationId: attempt.organizationId });
  const id = newId();
  await db.insert(decisions).values({
    id,
    organizationId: attempt.organizationId,
    attemptId: attempt.id,
    kind: 'advance',
    note: 'Só para nós.',
    message,
    decidedBy: userId,
    decidedAt: Date.now(),
  });
  return id;
}

const inLanguage = (attempt: MadeAttempt, language: Language) =>
  db.update(attempts).set({ language }).where(eq(attempts.id, attempt.id));

/** The only mail that the candidate has. */
async function theMail(attempt: { email: string }) {
  const all = await mails(attempt.email);
  expect(all).toHaveLength(1);
  return all[0]!;
}

const written = (kind: keyof ReturnType<typeof messagesFor>['mail']['texts'], language: Language) =>
  messagesFor(language).mail.texts[kind];

describe('a candidate who finished', () => {
  it('gets the result at once when a rule scores everything, with total, band and feedback', async () => {
    const { path } = await aSitting({ content: { ...graded, conduct: { bands } } });
    await answerQuestion(path, 1, { value: 'true' });
    await submit(path);
    await ring(env);
    const mail = await theMail(maria);
    expect(mail.subject).toBe('Seu resultado: Avaliação de teste');
    for (const text of [mail.text, textOf(mail.html)]) {
      expect(text).toContain('Olá, Maria Silva!');
      expect(text).toContain('Total: 100 de 100');
      expect(text).toContain('Faixa: Muito bom');
      expect(text).toContain('Bem lido.');
      expect(text).toMatch(/Pratique:\s+• SQL\s*• leitura/);
    }
    const [href] = /http\S+\/r\/\S+/.exec(mail.text)!;
    expect(mail.html).toContain(`href="${href}"`);
    expect(textOf(await openPage(href))).toContain('Muito bom');
  });

  it('gets it in the language of the attempt', async () => {
    const assessment = await anAssessment({ content: { ...graded, conduct: { bands } } });
    const attempt = await anAttempt({ assessment });
    await inLanguage(attempt, 'en');
    await happens(attempt, 'attempt.completed');
    await ring(env);
    const mail = await theMail(attempt);
    expect(mail.subject).toBe('Your result: Avaliação de teste');
    expect(mail.text).toContain('Band: Very good');
    expect(mail.text).toContain(await resultUrl(env, attempt));
    expect(mail.html).toContain('<html lang="en">');
  });

  it('gets no number where the assessment shows none, nor where there is none', async () => {
    const assessment = await anAssessment({ content: { ...graded, conduct: { sees: 'receipt' } } });
    const attempt = await anAttempt({ assessment });
    await happens(attempt, 'attempt.completed');
    const profile = await anAttempt({
      assessment: await anAssessment({
        content: { sections: [aSection({ questions: [aQuestion('likert')] })] },
      }),
    });
    expect(profile.total).toBeNull();
    await happens(profile, 'attempt.completed');
    await ring(env);
    const mail = await theMail(attempt);
    expect(mail.subject).toBe('Recebemos suas respostas: Avaliação de teste');
    expect(mail.text).not.toContain('100');
    expect(mail.text).toContain(await takeUrl(env, attempt));
    expect((await theMail(profile)).text).not.toMatch(/Total|Faixa/);
  });

  it('is told that the answers arrived, and of the result once a person has graded', async () => {
    const assessment = await anAssessment({ content: awaited });
    const attempt = await anAttempt({ assessment, state: 'submitted' });
    await happens(attempt, 'attempt.submitted');
    await ring(env);
    expect((await theMail(attempt)).subject).toBe('Recebemos suas respostas: Avaliação de teste');
    const { headers } = await aSignedInMember({ organizationId: assessment.organizationId });
    await postForm(`/results/${attempt.id}/reviews/free-text`, { grade: '80' }, headers);
    await ring(env);
    const [, second, third] = await mails(attempt.email);
    expect(second!.text).toContain('Total: 80 de 100');
    expect(third).toBeUndefined();
  });

  it('is told only once that the answers arrived when no result is shown', async () => {
    const assessment = await anAssessment({
      content: { ...awaited, conduct: { sees: 'receipt' } },
    });
    const attempt = await anAttempt({ assessment, state: 'submitted' });
    await happens(attempt, 'attempt.submitted');
    const { headers } = await aSignedInMember({ organizationId: assessment.organizationId });
    await postForm(`/results/${attempt.id}/reviews/free-text`, { grade: '80' }, headers);
    await ring(env);
    expect(await db.$count(events, eq(events.type, 'attempt.completed'))).toBe(1);
    expect((await theMail(attempt)).subject).toBe('Recebemos suas respostas: Avaliação de teste');
  });

  it('gets neither when Gupy sent them: there Gupy speaks', async () => {
    const attempt = await anAttempt({ source: 'gupy' });
    await happens(attempt, 'attempt.submitted');
    await happens(attempt, 'attempt.completed');
    await ring(env);
    expect(await mails(attempt.email)).toEqual([]);
    expect(await db.$count(deliveries, eq(deliveries.kind, 'mail'))).toBe(0);
  });

  it('gets one mail though the event is planned twice', async () => {
    const attempt = await anAttempt();
    await happens(attempt, 'attempt.completed');
    await ring(env);
    await db.update(events).set({ plannedAt: null });
    await ring(env);
    expect((await theMail(attempt)).subject).toContain('Seu resultado');
    expect(await db.$count(tries)).toBe(1);
  });

  it('gets it later when the mail service fails', async () => {
    stopClock();
    const attempt = await anAttempt();
    await happens(attempt, 'attempt.completed');
    const send = vi.spyOn(env.MAIL, 'send').mockRejectedValueOnce(new Error('mail is down'));
    await ring(env);
    expect(await db.select().from(deliveries).get()).toMatchObject({
      state: 'waiting',
      destination: 'result',
      lastError: expect.stringContaining('mail is down'),
    });
    vi.setSystemTime(Date.now() + 6000);
    await ring(env);
    expect((await db.select().from(deliveries).get())?.state).toBe('delivered');
    expect(send).toHaveBeenCalledTimes(2);
  });
});

describe('a person who was invited', () => {
  it('gets the invitation, with its end, the time to answer and the address of the attempt', async () => {
    const attempt = await anInvited({}, Date.UTC(2026, 11, 24, 15));
    stopClock();
    await happens(attempt, 'invitation.created');
    await ring(env);
    const { subject, text, html } = await theMail(attempt);
    expect(subject).toBe('Convite para uma avaliação: Avaliação de teste');
    expect(text).toContain('Prazo para começar: 24 de dez. de 2026, 12:00 (horário de Brasília)');
    expect(text).toContain('Tempo para responder: 30 min');
    const href = await takeUrl(env, attempt);
    expect(text).toContain(`\n${href}\n`);
    expect(html).toContain(`href="${href}"`);
    expect(JSON.stringify(await db.select().from(deliveries))).not.toContain(href.split('/a/')[1]);
  });

  it.each(['not_started', 'in_progress'] as const)('is reminded while it is %s', async (state) => {
    const attempt = await anInvited({ state });
    await happens(attempt, 'invitation.reminder');
    await ring(env);
    expect((await theMail(attempt)).subject).toContain('espera por você');
  });

  it.each(['submitted', 'completed', 'expired', 'cancelled'] as const)(
    'hears nothing more once it is %s, and nobody is bothered about that',
    async (state) => {
      const attempt = await anInvited({ state });
      await happens(attempt, 'invitation.created');
      await happens(attempt, 'invitation.reminder');
      await ring(env);
      expect(await mails(attempt.email)).toEqual([]);
      const rows = await db.select().from(deliveries);
      expect(rows.map((row) => row.state)).toEqual(['delivered', 'delivered']);
    },
  );

  it('is not invited to what can’t be started any more', async () => {
    const attempt = await anInvited({}, Date.now() - hour);
    await happens(attempt, 'invitation.reminder');
    await ring(env);
    expect(await mails(attempt.email)).toEqual([]);
  });
});

describe('a decision', () => {
  it('brings its message, and never the note for colleagues', async () => {
    const attempt = await anAttempt({ source: 'gupy' });
    const subject = await aDecision(attempt, 'Bom trabalho.\n\nVamos <b>conversar</b>.');
    await happens(attempt, 'attempt.decided', subject);
    await ring(env);
    const mail = await theMail(attempt);
    expect(mail.text).toContain('Bom trabalho.\n\nVamos <b>conversar</b>.');
    expect(mail.html).toContain('Vamos &lt;b&gt;conversar&lt;/b&gt;.');
    expect(mail.text + mail.html).not.toContain('Só para nós');
  });

  it('without a message, or of another attempt, sends nothing', async () => {
    const attempt = await anAttempt();
    const other = await anAttempt();
    await happens(attempt, 'attempt.decided', await aDecision(attempt, null));
    await happens(attempt, 'attempt.decided', await aDecision(other, 'Não é para você.'));
    await ring(env);
    expect(await mails(attempt.email)).toEqual([]);
    expect(await mails(other.email)).toEqual([]);
  });
});

describe('the words of an organization', () => {
  it('are what its candidates get, in that language, and nobody else’s', async () => {
    const [mine, spanish, theirs] = [await anAttempt(), await anAttempt(), await anAttempt()];
    for (const { organizationId } of [mine, spanish]) {
      const { userId: updatedBy } = await aMember({ organizationId });
      const text = {
        subject: 'Pronto, {{candidate}}',
        body: 'Veja.\n{{band}}\n\n{{total}} pontos',
      };
      const key = { organizationId, kind: 'result', language: 'pt-BR' } as const;
      await db.insert(mailTemplates).values({ ...key, ...text, updatedAt: 1, updatedBy });
    }
    await inLanguage(spanish, 'es');
    for (const attempt of [mine, spanish, theirs]) await happens(attempt, 'attempt.completed');
    await ring(env);
    const mail = await theMail(mine);
    expect(mail.subject).toBe('Pronto, Bia Souza');
    expect(mail.text).toContain(`Veja.\n\n${mine.total} pontos\n\nVer meu resultado:\nhttp`);
    expect((await theMail(spanish)).subject).toContain('Tu resultado');
    expect((await theMail(theirs)).subject).toContain('Seu resultado');
  });
});

describe('hostile names', () => {
  it.each([
    ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>'],
    ['Ganhe prêmios em evil.example', 'Acme\r\nBcc: evil@example.com'],
    ['{{message}}', '{{candidate}} $& {{total}}'],
  ])('%j of %j stay text in every mail', async (name, organization) => {
    const attempt = await anInvited({ name, state: 'in_progress' });
    await db.update(organizations).set({ name: organization });
    const subject = await aDecision(attempt, 'Olá.');
    const types: EventType[] = [
      'attempt.resume_requested',
      'attempt.submitted',
      'attempt.completed',
      'invitation.created',
      'invitation.reminder',
      'attempt.decided',
      'privacy.answered',
    ];
    for (const type of types) await happens(attempt, type, subject);
    await ring(env);
    const all = await mails(attempt.email);
    expect(all).toHaveLength(types.length);
    const oneLine = organization.replace('\r\n', ' ');
    for (const mail of all) {
      expect(mail.subject).not.toMatch(/[\r\n]/);
      expect(mail.html).not.toMatch(/<script|<img/);
      expect(mail.text).not.toContain('evil.example ');
      expect(mail.text).toContain(oneLine);
      expect(unescaped(mail.html)).toContain(oneLine);
    }
    expect(all[0]!.text).toContain(
      name.startsWith('{{') ? 'Olá, {{message}}!' : 'Olá, participante!',
    );
  });
});

describe('every kind of mail', () => {
  it.each(['pt-BR', 'en', 'es'] as const)('comes in %s with its own button', async (language) => {
    const attempt = await anInvited({ state: 'in_progress' });
    await inLanguage(attempt, language);
    const types = {
      resume: 'attempt.resume_requested',
      received: 'attempt.submitted',
      result: 'attempt.completed',
      invitation: 'invitation.created',
      reminder: 'invitation.reminder',
      decision: 'attempt.decided',
      answered: 'privacy.answered',
    } as const;
    const subject = await aDecision(attempt, 'x');
    for (const type of Object.values(types)) await happens(attempt, type, subject);
    await ring(env);
    const all = await mails(attempt.email);
    for (const kind of Object.keys(types) as (keyof typeof types)[]) {
      const words = written(kind, language);
      const of = all.filter((mail) => mail.subject.startsWith(words.subject.split('{{')[0]!));
      expect(of).toHaveLength(1);
      expect(of[0]!.text).toContain(`\n\n${words.button}:\nhttp`);
      expect(of[0]!.html).toContain(`<html lang="${language}">`);
    }
  });
});
