import { database } from '../../db/client.ts';
import { devMails } from '../../db/schema/dev.ts';
import { newId } from '../../lib/ids.ts';

export interface Mail {
  /** One address, nothing else. */
  to: string;
  subject: string;
  text: string;
  html: string;
}

/**
 * Hands a mail to the MAIL binding; in development it is also kept for /dev/mailbox.
 * Throws when the recipient is not one plain address: no text of a candidate or member can add a
 * second recipient or a header.
 */
export async function sendMail(env: Env, mail: Mail): Promise<void> {
  if (!isPlainAddress(mail.to)) throw new Error('The recipient is not one plain e-mail address');
  const message = {
    to: mail.to,
    subject: headerText(mail.subject),
    text: bodyText(mail.text),
    html: bodyText(mail.html),
  };
  if (env.ENVIRONMENT === 'development') await keep(env, message);
  await env.MAIL.send({ from: parseSender(env.MAIL_FROM), ...message });
}

const plainAddress = /^[^\s@<>(),;:"\\[\]\p{C}]{1,64}@[^\s@<>(),;:"\\[\]\p{C}]{1,189}$/u;

export function isPlainAddress(address: string): boolean {
  return address.length <= 254 && plainAddress.test(address);
}

/** One line without control characters, at most 200 characters: what may stand in a header. */
export function headerText(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return [...line].slice(0, 200).join('');
}

function bodyText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}

/** `Name <address>` or a bare address, as the MAIL_FROM setting has it. */
export function parseSender(sender: string): string | { name: string; email: string } {
  const named = /^(.*)<([^<>]+)>\s*$/.exec(sender);
  if (!named) return sender.trim();
  return { name: headerText(named[1]!.replaceAll('"', '')), email: named[2]!.trim() };
}

async function keep(env: Env, mail: Mail): Promise<void> {
  const { to, subject, text, html } = mail;
  const row = { id: newId(), recipient: to.toLowerCase(), subject, text, html, sentAt: Date.now() };
  await database(env.DB).insert(devMails).values(row);
}
