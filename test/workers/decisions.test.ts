import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { roles } from '../../src/db/schema/accounts.ts';
import { attemptStates } from '../../src/db/schema/attempts.ts';
import { events } from '../../src/db/schema/deliveries.ts';
import { decisionKinds, decisions } from '../../src/db/schema/people.ts';
import { resultUrl, takeUrl } from '../../src/features/attempts/addresses.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { newId } from '../../src/lib/ids.ts';
import { anAttempt, type AttemptValues } from '../support/attempt-makers.ts';
import { openPage } from '../support/candidate.ts';
import { formsIn, textOf } from '../support/html.ts';
import { aSignedInMember } from '../support/makers.ts';
import { fetchPage, postForm } from '../support/pages.ts';

const db = database(env.DB);
const words = messagesFor('pt-BR').decisions;

afterEach(() => void vi.restoreAllMocks());

describe('deciding about a result', () => {
  it.each(decisionKinds)('%s: keeps who, when and the note, and tells it', async (kind) => {
    const { attempt, headers, userId, decide } = await aRecruiter();
    const answer = await decide({ kind, note: 'Conversa na terça.\r\nCom o time.' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe(`/results/${attempt.id}#decision`);
    const [row] = await db.select().from(decisions);
    expect(row).toMatchObject({
      attemptId: attempt.id,
      organizationId: attempt.organizationId,
      kind,
      note: 'Conversa na terça.\nCom o time.',
      message: null,
      decidedBy: userId,
    });
    expect(await told(attempt.id)).toMatchObject([{ type: 'attempt.decided', subject: row!.id }]);
    const text = textOf(await openPage(`/results/${attempt.id}`, headers));
    expect(text).toContain(words.panel.decided[kind]);
    expect(text).toMatch(/Decidido por Ana em /);
    expect(text).toContain('Conversa na terça.');
    expect(text).toContain(words.panel.notWritten);
  });

  it('keeps a message to the candidate only when it is to be written', async () => {
    const { decide } = await aRecruiter();
    await decide({ kind: 'hold', message: 'Ainda não.' });
    await decide({ kind: 'advance', message: '  Venha!  ', write: 'on' });
    const kept = await db.select().from(decisions);
    expect(Object.fromEntries(kept.map(({ kind, message }) => [kind, message]))).toEqual({
      hold: null,
      advance: 'Venha!',
    });
  });

  it('proposes words for each decision in the language of the test', async () => {
    const { attempt, headers } = await aRecruiter();
    for (const form of await decisionForms(attempt.id, headers)) {
      const kind = form.fields['kind']![0] as (typeof decisionKinds)[number];
      expect(form.fields['message']).toEqual([
        words.letters[kind](attempt.assessment.content.name['pt-BR']!, 'Acme'),
      ]);
      expect(form.fields['write']).toBeUndefined();
    }
  });

  it('is one decision however often the same form comes', async () => {
    const { attempt, decide } = await aRecruiter();
    const form = { kind: 'advance', key: newId(), note: 'Sim.' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => decide(form)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 303));
    expect(await db.select().from(decisions)).toHaveLength(1);
    expect(await told(attempt.id)).toHaveLength(1);
  });

  it('shows the newest first and keeps those before it', async () => {
    const { attempt, headers, decide } = await aRecruiter();
    const clock = vi.spyOn(Date, 'now');
    for (const [index, kind] of (['hold', 'reject', 'advance'] as const).entries()) {
      clock.mockReturnValue(Date.UTC(2026, 10, 23, 12, index));
      await decide({ kind, note: `nota ${index}` });
    }
    clock.mockRestore();
    const text = textOf(await openPage(`/results/${attempt.id}`, headers));
    expect(text).toMatch(/Avança\..*nota 2.*2 decisões anteriores.*nota 1.*nota 0/);
  });

  it.each([
    ['an empty message', { message: ' \n ' }, 'message'],
    ['a message that is too long', { message: 'x'.repeat(4001) }, 'message'],
    ['a message that cannot be stored', { message: 'nul \0 here' }, 'message'],
    ['a note that is too long', { message: 'Olá.', note: 'y'.repeat(1001) }, 'note'],
  ] as const)('gives the form back, with what was typed, for %s', async (_what, typed, field) => {
    const { attempt, decide } = await aRecruiter();
    const answer = await decide({ kind: 'reject', write: 'on', ...typed });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(textOf(html)).toContain(words.panel.problems[field]);
    expect(html).toContain(`id="reject-${field}-problem"`);
    const forms = (await formsIn(html)).filter(({ action }) => action.endsWith('/decisions'));
    const form = forms.find(({ fields }) => fields['kind']?.[0] === 'reject');
    expect(form?.fields['write']).toEqual(['on']);
    expect(form?.fields[field]?.[0]?.length).toBe((typed as Record<string, string>)[field]!.length);
    expect(await db.select().from(decisions)).toEqual([]);
    expect(await told(attempt.id)).toEqual([]);
  });

  it('refuses what no form of ours sends', async () => {
    const { decide } = await aRecruiter();
    expect((await decide({ kind: 'hire' })).status).toBe(400);
    expect((await decide({ key: '1' })).status).toBe(400);
    expect(await db.select().from(decisions)).toEqual([]);
  });

  it.each(attemptStates.filter((state) => state !== 'completed'))(
    'waits for the result to be complete (%s)',
    async (state) => {
      const { attempt, headers, decide } = await aRecruiter({ state });
      expect((await decide({})).status).toBe(409);
      expect(await db.select().from(decisions)).toEqual([]);
      expect(await told(attempt.id)).toEqual([]);
      expect(await decisionForms(attempt.id, headers)).toEqual([]);
    },
  );

  it.each(roles)('is for recruiters and those above them (%s)', async (role) => {
    const { attempt, headers, decide } = await aRecruiter({}, role);
    const may = role === 'owner' || role === 'admin' || role === 'recruiter';
    expect((await decide({})).status).toBe(may ? 303 : 403);
    expect(await db.select().from(decisions)).toHaveLength(may ? 1 : 0);
    expect(await decisionForms(attempt.id, headers)).toHaveLength(may ? 3 : 0);
  });

  it("answers a stranger as if it weren't there", async () => {
    const { attempt } = await aRecruiter();
    const stranger = await aSignedInMember({ role: 'owner' });
    for (const fields of [{}, { write: 'on', message: '' }]) {
      const form = { kind: 'reject', key: newId(), ...fields };
      const theirs = await postForm(`/results/${attempt.id}/decisions`, form, stranger.headers);
      const missing = await postForm(`/results/${newId()}/decisions`, form, stranger.headers);
      expect([theirs.status, missing.status]).toEqual([404, 404]);
    }
    expect(await db.select().from(decisions)).toEqual([]);
  });

  it('shows the candidate neither note nor decision', async () => {
    const { attempt, decide } = await aRecruiter();
    const secret = 'anotação reservada';
    await decide({ kind: 'reject', note: secret, write: 'on', message: 'mensagem reservada' });
    const own = [await resultUrl(env, attempt, 0), await takeUrl(env, attempt, 0)];
    const paths = own.map((url) => new URL(url).pathname);
    for (const path of [
      ...paths,
      `${paths[1]}/privacy`,
      `${paths[1]}/data`,
      `${paths[1]}/health`,
    ]) {
      const answer = await fetchPage(path);
      const html = await answer.text();
      expect.soft(answer.status, path).toBe(200);
      expect.soft(html, path).not.toMatch(/reservada/);
      expect.soft(html, path).not.toContain(words.panel.decided.reject);
    }
  });
});

async function aRecruiter(values: AttemptValues = {}, role: (typeof roles)[number] = 'recruiter') {
  const attempt = await anAttempt(values);
  const { organizationId } = attempt;
  const member = await aSignedInMember({ organizationId, role });
  const decide = (fields: Record<string, string>) =>
    postForm(
      `/results/${attempt.id}/decisions`,
      { kind: 'advance', key: newId(), ...fields },
      member.headers,
    );
  return { ...member, attempt, decide };
}

async function told(attemptId: string) {
  const rows = await db.select().from(events);
  return rows.filter((row) => row.attemptId === attemptId && row.type === 'attempt.decided');
}

async function decisionForms(attemptId: string, headers: Record<string, string>) {
  const forms = await formsIn(await openPage(`/results/${attemptId}`, headers));
  return forms.filter(({ action }) => action.endsWith('/decisions'));
}
