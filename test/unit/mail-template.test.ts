import { describe, expect, it } from 'vitest';

import { type MailKind, mailKinds } from '../../src/db/schema/people.ts';
import {
  fill,
  fillLine,
  greetableName,
  placeholdersOf,
  problemsOf,
  type Values,
} from '../../src/features/notifications/template.ts';
import { composeMail } from '../../src/features/notifications/templates.tsx';
import { languages } from '../../src/i18n/languages.ts';
import { messagesFor } from '../../src/i18n/messages.ts';

const href = 'https://aferi.example/a/token?x=1&y=2';
const values: Values = {
  candidate: 'Ana Souza',
  organization: 'Acme',
  assessment: 'SQL',
  expires: '30 de nov.',
  duration: '1 h',
  total: '82',
  band: 'Muito bom',
  feedback: 'Bem lido.\n\nPratique junções.',
  message: 'Vamos conversar.',
};
const filled = (body: string, some: Values = values) =>
  fill({ subject: 's', body }, some).paragraphs;

describe.each(languages)('our own words in %s', (language) => {
  const { texts, somebody } = messagesFor(language).mail;

  it.each(mailKinds)('of the kind %s are what an organization could have saved', (kind) => {
    expect(problemsOf(texts[kind], kind)).toEqual([]);
  });

  it.each([...mailKinds, 'finished', 'answered'] as const)(
    'for %s leave no placeholder, in text and HTML, and always have the link',
    (kind) => {
      const mail = composeMail(texts[kind], values, { language, href });
      expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(/[{}]{2}|undefined/);
      expect(mail.text).toContain('Ana Souza');
      expect(mail.text).toContain('Acme');
      expect(mail.text).toContain(`\n${href}\n`);
      expect(mail.html).toContain(`<html lang="${language}">`);
      expect(mail.html).toContain('href="https://aferi.example/a/token?x=1&amp;y=2"');
    },
  );

  it('tell a profile’s result without a total, and greet whom they can’t name', () => {
    const { candidate: _, total: __, band: ___, feedback: ____, ...rest } = values;
    const mail = composeMail(texts.result, { ...rest, candidate: somebody }, { language, href });
    expect(mail.text).not.toMatch(/Total|100/);
    expect(mail.text).toContain(`${somebody}!`);
  });

  it('have a line for each of the things that a mail can tell', () => {
    for (const kind of mailKinds) {
      for (const name of placeholdersOf(kind)) expect(texts[kind].body).toContain(`{{${name}}}`);
    }
  });
});

describe('a template', () => {
  it.each<[string, Values, string[]]>([
    ['a {{total}}\nb', values, ['a 82\nb']],
    ['a {{total}}\nb', {}, ['b']],
    ['a {{total}}\n\nb', {}, ['b']],
    ['{{total}}', {}, []],
    ['{{total}}', { total: '' }, []],
    ['{{ candidate }}, {{candidate}}', values, ['Ana Souza, Ana Souza']],
    ['a\n \t \nb', values, ['a', 'b']],
    ['a\n\n\n\nb', values, ['a', 'b']],
    ['x {{feedback}}', values, ['x Bem lido.', 'Pratique junções.']],
    ['{{message}}', { message: 'a\r\n\r\nb' }, ['a', 'b']],
    ['{{message}}', { message: '{{candidate}} $& {{x}}' }, ['{{candidate}} $& {{x}}']],
    ['{{candidate}}', { candidate: 'a\n\nb' }, ['a b']],
    ['{{organization}}', { organization: '$1$&' }, ['$1$&']],
    ['{{constructor}}', values, []],
    ['{ {candidate} }', values, ['{ {candidate} }']],
  ])('%j is filled with %j', (body, some, paragraphs) => {
    expect(filled(body, some)).toEqual(paragraphs);
  });

  it('has a subject of one line, whatever stands in it', () => {
    const hostile = { assessment: 'SQL\r\nBcc: evil@example.com' };
    expect(fill({ subject: 'x {{assessment}}', body: '' }, hostile).subject).toBe(
      'x SQL Bcc: evil@example.com',
    );
    expect(fillLine('{{candidate}}', {})).toBeUndefined();
  });

  it('is shown as text in the HTML, its lines as lines', () => {
    const text = { subject: '<b>s', body: '<script>alert(1)</script>\nb', button: 'x', footer: '' };
    const { html, text: plain } = composeMail(text, values, { language: 'en', href });
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;<br/>b');
    expect(html).not.toMatch(/<script|<b>/);
    expect(plain).toContain('<script>alert(1)</script>\nb');
  });

  it.each<[string, string, MailKind, unknown[]]>([
    ['s', 'b', 'resume', []],
    [
      ' ',
      '',
      'resume',
      [
        { field: 'subject', code: 'empty' },
        { field: 'body', code: 'empty' },
      ],
    ],
    ['x'.repeat(151), 'y'.repeat(5001), 'resume', [{ code: 'long' }, { code: 'long' }]],
    ['x'.repeat(150), 'y'.repeat(5000), 'resume', []],
    ['s\0', '\ud800', 'resume', [{ code: 'unstorable' }, { code: 'unstorable' }]],
    ['s', '{{link}}', 'resume', [{ field: 'body', code: 'unknown', name: 'link' }]],
    ['s', '{{}}', 'resume', [{ code: 'unknown', name: '' }]],
    ['s', '{{__proto__}}', 'resume', [{ code: 'unknown', name: '__proto__' }]],
    ['s', '{{total}}', 'received', [{ code: 'unknown', name: 'total' }]],
    ['s', '{{total}}', 'result', []],
    ['{{total}}', 'b', 'result', [{ field: 'subject', code: 'unknown', name: 'total' }]],
    ['{{assessment}}', 'b', 'result', []],
    ['s', 'b', 'decision', [{ field: 'body', code: 'missing', name: 'message' }]],
    ['s', '{{ message }}', 'decision', []],
  ])('%j with %j as %s has the problems it has', (subject, body, kind, problems) => {
    expect(problemsOf({ subject, body }, kind)).toMatchObject(problems);
    expect(problemsOf({ subject, body }, kind)).toHaveLength(problems.length);
  });

  it('is read in no time, however many braces it has', () => {
    const before = Date.now();
    for (const text of ['{{', '{{ ', '{'].map((piece) => piece.repeat(100_000)))
      problemsOf({ subject: text, body: text }, 'result');
    expect(Date.now() - before).toBeLessThan(1000);
  });
});

describe('a name that a stranger typed', () => {
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
  });

  it.each(['Ana Souza', "D'Ávila", 'J. R. R. Tolkien', 'José Jr.', '李小龍', 'Anne-Marie'])(
    'is a name to greet when it is one: %s',
    (name) => {
      expect(greetableName(name)).toBe(name);
    },
  );

  it('stays on one line, so that it can’t add a paragraph of its own', () => {
    expect(greetableName('Ana\n\nSenha vencida')).toBe('Ana Senha vencida');
  });
});
