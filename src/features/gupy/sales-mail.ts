import type { Member } from '../accounts/session.ts';
import { headerText, type Mail } from '../notifications/mail.ts';
import { mailHtml, mailText } from '../notifications/templates.tsx';

/** Who asks for a plan with Gupy, and what for. In English: it is read by the people who run Aferi. */
export function salesMail(
  { to, baseUrl }: { to: string; baseUrl: string },
  member: Member,
  useCase: string,
): Mail {
  const parts = {
    language: 'en',
    title: 'Gupy ATS Integration',
    paragraphs: [
      `Organization: ${headerText(member.organizationName)} (plan ${member.plan})`,
      `Asked by: ${member.email}`,
      useCase,
    ],
    button: { label: 'Open Aferi', href: baseUrl },
    footer: 'Sent by the form on the page about Gupy. Answer to the address above.',
  };
  return { to, subject: parts.title, text: mailText(parts), html: mailHtml(parts) };
}
