import { devMails } from '../../db/schema/dev.ts';
import { formatDateTime } from '../../i18n/format.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Messages } from '../../i18n/messages.ts';
import { Field, SubmitButton } from '../../ui/forms.tsx';
import { PublicLayout } from '../../ui/layout.tsx';

export type KeptMail = typeof devMails.$inferSelect;

interface Words {
  language: Language;
  t: Messages;
}

export function MailboxPage(props: Words & { mails: KeptMail[]; to: string | undefined }) {
  const { language, t, mails, to } = props;
  const words = t.mail.mailbox;
  const path = to ? `/dev/mailbox?${new URLSearchParams({ to })}` : '/dev/mailbox';
  return (
    <PublicLayout language={language} t={t} title={words.title} path={path}>
      <div class="flex flex-col gap-4">
        <h1 class="text-2xl font-bold">{words.title}</h1>
        <p>{words.lead}</p>
        <form method="get" action="/dev/mailbox" role="search">
          <Field name="to" type="search" label={words.to} value={to} maxlength={254} />
          <SubmitButton kind="plain">{t.common.filter}</SubmitButton>
        </form>
        {mails.length === 0 ? <p>{words.empty}</p> : null}
        <ul class="flex flex-col gap-3">
          {mails.map((mail) => (
            <li>
              <a class="link" href={`/dev/mailbox/${mail.id}`}>
                {mail.subject}
              </a>{' '}
              <span>
                {mail.recipient} · {formatDateTime(mail.sentAt, language)}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </PublicLayout>
  );
}

/** The text as sent, its links clickable. The HTML is not rendered: our own CSP would undress it. */
export function MailPage(props: Words & { mail: KeptMail }) {
  const { language, t, mail } = props;
  const words = t.mail.mailbox;
  return (
    <PublicLayout language={language} t={t} title={mail.subject} path={`/dev/mailbox/${mail.id}`}>
      <div class="flex flex-col gap-4">
        <p>
          <a class="link" href="/dev/mailbox">
            {words.title}
          </a>
        </p>
        <h1 class="text-2xl font-bold">{mail.subject}</h1>
        <p>
          {words.to}: {mail.recipient} · {formatDateTime(mail.sentAt, language)}
        </p>
        <section class="card my-4 gap-4 bg-base-100 p-6">
          {mail.text.split('\n\n').map((paragraph) => (
            <p class="whitespace-pre-wrap break-words">
              {paragraph.split(/(https?:\/\/\S+)/).map(piece)}
            </p>
          ))}
        </section>
      </div>
    </PublicLayout>
  );
}

function piece(text: string) {
  if (!/^https?:\/\//.test(text)) return text;
  return (
    <a class="link" href={text}>
      {text}
    </a>
  );
}
