import { describe, expect, it } from 'vitest';

import { signInMail } from '../../src/features/accounts/sign-in-mail.ts';
import { headerText, isPlainAddress, parseSender } from '../../src/features/notifications/mail.ts';
import { languages } from '../../src/i18n/languages.ts';
import { messagesFor } from '../../src/i18n/messages.ts';

const url = 'https://aferi.example/a/token?x=1&y=2';

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

  it('the sign-in mail says for whom and how long', () => {
    const mail = signInMail(t, 'ana@acme.example', url);
    expect(mail.to).toBe('ana@acme.example');
    expect(mail.text).toContain('ana@acme.example');
    expect(mail.text).toMatch(/\b10 min/);
    expect(mail.text).toContain(url);
  });
});
