import { describe, expect, it } from 'vitest';

import { signInMail } from '../../src/features/accounts/sign-in-mail.ts';
import { headerText, isPlainAddress, parseSender } from '../../src/features/notifications/mail.ts';
import { greetableName, resumeMail } from '../../src/features/notifications/templates.tsx';
import { languages } from '../../src/i18n/languages.ts';
import { messagesFor } from '../../src/i18n/messages.ts';

const url = 'https://aferi.example/a/token?x=1&y=2';
const resume = {
  t: messagesFor('pt-BR'),
  candidateName: 'Ana Souza',
  organizationName: 'Acme',
  assessmentName: 'SQL para análise de dados',
  url,
  finished: false,
};

describe('an address', () => {
  it.each(['ana@acme.example', "o'hara+x@sub.acme.example"])('%s may get a mail', (address) => {
    expect(isPlainAddress(address)).toBe(true);
  });

  it.each([
    '',
    'ana',
    'a@b.example,c@d.example',
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example\0',
    'Ana <a@b.example>',
    'a@b@c.example',
    'a b@c.example',
    `${'a'.repeat(1e6)}@b.example`,
  ])('that is not one plain address may not: %#', (address) => {
    expect(isPlainAddress(address)).toBe(false);
  });
});

describe('a header', () => {
  it.each([
    ['Hello\r\nBcc: evil@example.com', 'Hello Bcc: evil@example.com'],
    ['a\u2028b\u2029c\0d\te', 'a b c d e'],
    ['half \ud800 pair', 'half \ufffd pair'],
    ['x'.repeat(1e6), 'x'.repeat(200)],
  ])('is one well-formed line: %#', (text, line) => {
    expect(headerText(text)).toBe(line);
  });

  it.each([
    ['Aferi <no-reply@aferi.example>', { name: 'Aferi', email: 'no-reply@aferi.example' }],
    ['"Aferi, Inc" <a@b.example>', { name: 'Aferi, Inc', email: 'a@b.example' }],
    ['no-reply@aferi.example', 'no-reply@aferi.example'],
  ])('reads the sender %s', (setting, sender) => {
    expect(parseSender(setting)).toEqual(sender);
  });
});

describe.each(languages)('in %s', (language) => {
  const t = messagesFor(language);

  it.each([true, false])(
    'the resume mail has the link in both forms (finished: %s)',
    (finished) => {
      const mail = resumeMail({ ...resume, t, finished });
      expect(mail.subject).toContain('SQL para análise de dados');
      expect(mail.text).toContain('Ana Souza');
      expect(mail.text).toContain('Acme');
      expect(mail.text).toContain(`\n${url}\n`);
      expect(mail.html).toContain(`<html lang="${language}">`);
      expect(mail.html).toContain('href="https://aferi.example/a/token?x=1&amp;y=2"');
    },
  );

  it('tells an attempt that goes on from one that is finished', () => {
    const ongoing = resumeMail({ ...resume, t });
    const finished = resumeMail({ ...resume, t, finished: true });
    expect(finished.subject).not.toBe(ongoing.subject);
    expect(finished.text).not.toBe(ongoing.text);
  });

  it('the sign-in mail says for whom and how long', () => {
    const mail = signInMail(t, 'ana@acme.example', url);
    expect(mail.to).toBe('ana@acme.example');
    expect(mail.text).toContain('ana@acme.example');
    expect(mail.text).toMatch(/\b10 min/);
    expect(mail.text).toContain(url);
  });
});

describe('what a stranger typed', () => {
  it('is shown as text in the HTML', () => {
    const organizationName = '<script>alert(1)</script> & "Filhos"';
    const { html } = resumeMail({ ...resume, organizationName });
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Filhos&quot;');
    expect(html).not.toContain('<script');
  });

  it('stays on one line, so that it can’t add a paragraph of its own', () => {
    const mail = resumeMail({
      ...resume,
      candidateName: 'Ana\n\nSenha vencida',
      assessmentName: 'A\r\nB',
    });
    expect(mail.text).toContain('Ana Senha vencida');
    expect(mail.subject).toContain('A B');
  });

  it.each([
    'http://evil.example',
    'Ganhe em evil.example',
    'write to a@b.example',
    'Ligue 0800 1234 5678',
    'a'.repeat(81),
    '',
    ' \n ',
  ])('is no name to greet when it could be an advertisement: %#', (name) => {
    expect(greetableName(name)).toBeUndefined();
    expect(resumeMail({ ...resume, candidateName: name }).text).toContain('Olá!');
  });

  it.each(['Ana Souza', "D'Ávila", 'J. R. R. Tolkien', 'José Jr.', '李小龍', 'Anne-Marie'])(
    'is a name to greet when it is one: %s',
    (name) => {
      expect(greetableName(name)).toBe(name);
    },
  );
});
