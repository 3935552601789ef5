import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ring } from '../../src/cron.ts';
import { database } from '../../src/db/client.ts';
import { roles } from '../../src/db/schema/accounts.ts';
import { mailKinds, mailTemplates } from '../../src/db/schema/people.ts';
import { languageName } from '../../src/i18n/format.ts';
import { languages } from '../../src/i18n/languages.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { aSitting, loseMessages, mails, maria, openPage, submit } from '../support/candidate.ts';
import { formsIn, textOf, unescaped } from '../support/html.ts';
import { aSignedInMember } from '../support/makers.ts';
import { anOrganization } from '../support/members.ts';
import { fetchPage, postForm } from '../support/pages.ts';

const db = database(env.DB);
const t = messagesFor('pt-BR');
const words = t.mail.editor;
const page = '/settings/mails/received/pt-BR';
const own = { subject: 'Chegou: {{assessment}}', body: 'Oi, {{candidate}}.\n\nAté logo.' };

beforeEach(() => void loseMessages());
afterEach(() => void vi.restoreAllMocks());

const stored = () => db.select().from(mailTemplates);
const send = (
  fields: Record<string, string>,
  { headers }: { headers: Record<string, string> },
  path = page,
) => postForm(path, fields, headers);

async function formOf(html: string) {
  const form = (await formsIn(html)).find((each) => 'subject' in each.fields);
  return form!.fields;
}

describe('the words of an organization', () => {
  it('are what its candidates are then mailed, and no other organization’s', async () => {
    const theirs = await aSitting();
    const mine = await aSitting();
    const member = await aSignedInMember({ organizationId: mine.link.organizationId });
    const path = '/settings/mails/result/pt-BR';
    const saved = await send({ subject: 'Pronto, {{candidate}}', body: 'Veja.' }, member, path);
    expect(saved.status).toBe(303);
    expect(textOf(await openPage(saved.headers.get('Location')!, member.headers))).toContain(
      words.notices.saved,
    );
    await submit(mine.path);
    await submit(theirs.path);
    await ring(env);
    const subjects = (await mails(maria.email)).map((mail) => mail.subject);
    expect(subjects.toSorted()).toEqual([
      'Pronto, Maria Silva',
      'Seu resultado: Avaliação de teste',
    ]);
  });

  it('come back to the editor as they were saved, changed by whom', async () => {
    const member = await aSignedInMember();
    const typed = { subject: ' <b>"x"</b> ', body: '\r\na\r\n\r\n<b>&amp;</b>\r\n' };
    await send(typed, member);
    const html = await openPage(page, member.headers);
    expect(await formOf(html)).toEqual({ subject: ['<b>"x"</b>'], body: ['a\n\n<b>&amp;</b>'] });
    expect(html).not.toContain('<b>');
    const list = textOf(await openPage('/settings/mails', member.headers));
    expect(list).toMatch(new RegExp(`${words.yours} alterado em .* por Ana`));
    expect(list.split(words.ours)).toHaveLength(mailKinds.length * languages.length);
  });

  it('are one row however often they are saved, and gone after a reset', async () => {
    const member = await aSignedInMember();
    await send(own, member);
    await send({ ...own, subject: 'Outro' }, member);
    expect(await stored()).toMatchObject([{ ...own, subject: 'Outro', updatedBy: member.userId }]);
    const stranger = await aSignedInMember();
    await send({ intent: 'reset' }, stranger);
    expect(await stored()).toHaveLength(1);
    const answer = await send({ intent: 'reset' }, member);
    expect(answer.headers.get('Location')).toBe(`${page}?notice=reset`);
    expect(await stored()).toEqual([]);
    expect(await formOf(await openPage(page, member.headers))).toEqual({
      subject: [t.mail.texts.received.subject],
      body: [t.mail.texts.received.body],
    });
  });

  it('of somebody else are never shown', async () => {
    await send({ ...own, subject: 'Só nosso' }, await aSignedInMember());
    const { headers } = await aSignedInMember();
    expect(await openPage(page, headers)).not.toContain('Só nosso');
    expect(textOf(await openPage('/settings/mails', headers))).not.toContain(words.yours);
  });
});

describe('a text that can’t be sent', () => {
  it.each([
    ['', 'b', words.problems.empty.subject],
    ['s', ' \r\n ', words.problems.empty.body],
    ['x'.repeat(151), 'b', words.problems.long.subject],
    ['s', 'x'.repeat(5001), words.problems.long.body],
    ['s', 'a\0', words.problems.unstorable],
    ['s', 'Veja {{link}}', words.problems.unknown('link')],
    ['{{total}}', 'b', words.problems.unknown('total')],
  ])('comes back with what to mend: %#', async (subject, body, message) => {
    const member = await aSignedInMember();
    for (const intent of ['save', 'preview', 'test']) {
      const answer = await send({ subject, body, intent }, member);
      expect(answer.status).toBe(422);
      const html = await answer.text();
      expect(textOf(html)).toContain(message);
      expect(html).toContain('aria-invalid="true"');
      if (!body.includes('\0')) expect((await formOf(html))['subject']).toEqual([subject]);
    }
    expect(await stored()).toEqual([]);
    expect(await mails(member.email)).toEqual([]);
  });

  it('is a decision’s without its message', async () => {
    const member = await aSignedInMember();
    const answer = await send(own, member, '/settings/mails/decision/es');
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(words.problems.missing('message'));
  });
});

describe('a preview', () => {
  it('shows the typed text with sample values and saves nothing', async () => {
    const organization = await anOrganization({ name: 'Olá & <Filhos>' });
    const member = await aSignedInMember({ organizationId: organization.id });
    const typed = { subject: 'De {{organization}}', body: 'Oi, {{candidate}}.\n\n<i>Tchau</i>' };
    const answer = await send({ ...typed, intent: 'preview' }, member);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(await formOf(html)).toEqual({ subject: [typed.subject], body: [typed.body] });
    const preview = unescaped(html.slice(html.indexOf('id="preview"')));
    expect(preview).toContain('De Olá & <Filhos>');
    expect(preview).toContain('Oi, Maria Silva.');
    expect(html).not.toContain('<i>');
    expect(textOf(html)).toContain(words.unsaved);
    expect(await stored()).toEqual([]);
  });

  it.each(languages)('in %s has a value for everything that may be used', async (language) => {
    const { headers } = await aSignedInMember();
    for (const kind of mailKinds) {
      const html = await openPage(`/settings/mails/${kind}/${language}`, headers);
      const preview = html.slice(html.indexOf('id="preview"'));
      expect(preview).not.toContain('{{');
      expect(preview).toContain(`lang="${language}"`);
      expect(textOf(preview)).toContain(messagesFor(language).mail.texts[kind].button);
      expect(textOf(html)).toContain(languageName(language, 'pt-BR'));
    }
  });
});

describe('a test mail', () => {
  it('goes to who asked for it, filled with samples, and saves nothing', async () => {
    const member = await aSignedInMember();
    const answer = await send({ ...own, intent: 'test' }, member);
    expect(answer.status).toBe(200);
    expect(textOf(await answer.text())).toContain(words.tested(member.email));
    const [mail] = await mails(member.email);
    expect(mail).toMatchObject({ subject: 'Chegou: Atendimento ao cliente' });
    expect(mail!.text).toContain('Oi, Maria Silva.');
    expect(mail!.html).toContain('Oi, Maria Silva.');
    expect(await stored()).toEqual([]);
  });

  it('waits when there were too many', async () => {
    const member = await aSignedInMember();
    vi.spyOn(env.SIGN_IN_LIMIT, 'limit').mockResolvedValue({ success: false });
    const answer = await send({ ...own, intent: 'test' }, member);
    expect(answer.status).toBe(429);
    expect(textOf(await answer.text())).toContain(words.problems.tooMany);
    expect(await mails(member.email)).toEqual([]);
  });
});

describe('the settings of mails', () => {
  it.each(roles)('are for owners and admins alone: %s', async (role) => {
    const member = await aSignedInMember({ role });
    const expected = role === 'owner' || role === 'admin' ? 200 : 403;
    for (const path of ['/settings/mails', page])
      expect((await fetchPage(path, { headers: member.headers })).status).toBe(expected);
    expect((await send(own, member)).status).toBe(expected === 200 ? 303 : 403);
    expect(await stored()).toHaveLength(expected === 200 ? 1 : 0);
  });

  it.each(['nothing/pt-BR', 'result/fr', 'finished/pt-BR', '__proto__/pt-BR', 'result/pt-br'])(
    'have no mail called %s',
    async (name) => {
      const member = await aSignedInMember();
      const path = `/settings/mails/${name}`;
      expect((await fetchPage(path, { headers: member.headers })).status).toBe(404);
      expect((await send(own, member, path)).status).toBe(404);
    },
  );
});
