import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

import type { Messages } from '../../i18n/messages.ts';
import { headerText, type Mail } from './mail.ts';

/** What a mail says; its HTML and its plain text are made of the same parts. */
export interface MailParts {
  /** Of the words, for the `lang` attribute. */
  language: string;
  title: string;
  paragraphs: readonly string[];
  button: { label: string; href: string };
  footer: string;
}

const font = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif';
const styles = {
  body: `margin:0;padding:24px 12px;background:#f3f7f6;color:#14262a;${font}`,
  box: 'max-width:520px;margin:0 auto;padding:28px;background:#ffffff;border-radius:12px',
  title: 'margin:0 0 16px;font-size:20px;line-height:1.3',
  paragraph: 'margin:0 0 16px;font-size:16px;line-height:1.5;overflow-wrap:anywhere',
  button:
    'display:inline-block;padding:12px 20px;border-radius:8px;background:#0b6a62;color:#ffffff;' +
    'font-size:16px;font-weight:600;text-decoration:none',
  small: 'margin:16px 0 0;font-size:13px;line-height:1.5;color:#4b6064;overflow-wrap:anywhere',
};

/** No picture, no style sheet, no tracking: it reads the same in every mail program. */
export function mailHtml(parts: MailParts): string {
  const { href, label } = parts.button;
  const page = (
    <html lang={parts.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{parts.title}</title>
      </head>
      <body style={styles.body}>
        <div style={styles.box}>
          <h1 style={styles.title}>{parts.title}</h1>
          {parts.paragraphs.map((paragraph) => (
            <p style={styles.paragraph}>{paragraph}</p>
          ))}
          <p style={styles.paragraph}>
            <a href={href} style={styles.button}>
              {label}
            </a>
          </p>
          <p style={styles.small}>{href}</p>
          <p style={styles.small}>{parts.footer}</p>
        </div>
      </body>
    </html>
  );
  // Raw HTML in, raw HTML out: the page has escaped its texts, and holds nothing asynchronous.
  return (html`<!doctype html>${page}` as HtmlEscapedString).toString();
}

export function mailText({ title, paragraphs, button, footer }: MailParts): string {
  return [title, ...paragraphs, `${button.label}:\n${button.href}`, `--\n${footer}`].join('\n\n');
}

export interface ResumeMailProps {
  t: Messages;
  candidateName: string;
  organizationName: string;
  assessmentName: string;
  url: string;
  /** The attempt was submitted: the link leads to its result page. */
  finished: boolean;
}

/** The way back to an attempt, for the owner of the address and nobody else. */
export function resumeMail(props: ResumeMailProps): Omit<Mail, 'to'> {
  const words = props.t.mail.resume;
  const assessment = headerText(props.assessmentName);
  const organization = headerText(props.organizationName);
  const kind = props.finished ? words.finished : words.ongoing;
  const parts = {
    language: props.t.mail.language,
    title: kind.title,
    paragraphs: [
      words.greeting(greetableName(props.candidateName)),
      kind.body(assessment, organization),
      kind.validity,
    ],
    button: { label: kind.button, href: props.url },
    footer: words.footer(organization),
  };
  return { subject: kind.subject(assessment), text: mailText(parts), html: mailHtml(parts) };
}

/**
 * A name is typed by whoever opens a public link, next to any address: one that holds an address, a
 * link or an advertisement must not reach that mailbox under our name. Then nobody is named.
 */
export function greetableName(name: string): string | undefined {
  const line = headerText(name);
  if (line.length === 0 || line.length > 80) return undefined;
  return /[:/\\@<>]|\.\p{L}{2}|\d{4}/u.test(line) ? undefined : line;
}
