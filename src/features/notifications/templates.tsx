import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

import type { Mail } from './mail.ts';
import { fill, fillLine, type Template, type Values } from './template.ts';

/** What a mail says; its HTML and its plain text are made of the same parts. */
export interface MailParts {
  /** Of the words, for the `lang` attribute. */
  language: string;
  title: string;
  /** Each of one line or more. */
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
            <p style={styles.paragraph}>
              {paragraph.split('\n').map((line, index) => (
                <>
                  {index > 0 ? <br /> : null}
                  {line}
                </>
              ))}
            </p>
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

/** One of our texts, or an organization's in the place of ours, as the mail it becomes. */
export function composeMail(
  text: Template & { button: string; footer: string },
  values: Values,
  { language, href }: { language: string; href: string },
): Omit<Mail, 'to'> {
  const parts = mailParts(text, values, { language, href });
  return { subject: parts.title, text: mailText(parts), html: mailHtml(parts) };
}

/** Its heading is its subject: what an organization writes is then all that speaks. */
export function mailParts(
  text: Template & { button: string; footer: string },
  values: Values,
  { language, href }: { language: string; href: string },
): MailParts {
  const { subject, paragraphs } = fill(text, values);
  return {
    language,
    title: subject,
    paragraphs,
    button: { label: text.button, href },
    footer: fillLine(text.footer, values) ?? '',
  };
}
