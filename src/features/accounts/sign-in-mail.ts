import type { Messages } from '../../i18n/messages.ts';
import { minute } from '../../lib/time.ts';
import type { Mail } from '../notifications/mail.ts';
import { mailHtml, mailText } from '../notifications/templates.tsx';
import { linkLifetime } from './session.ts';

export function signInMail(t: Messages, email: string, url: string): Mail {
  const words = t.accounts.mail;
  const parts = {
    language: t.mail.language,
    title: words.title,
    paragraphs: [words.body(email), words.validity(linkLifetime / minute)],
    button: { label: words.button, href: url },
    footer: words.footer,
  };
  return { to: email, subject: words.subject, text: mailText(parts), html: mailHtml(parts) };
}
