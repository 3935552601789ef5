import type { Database } from '../../db/client.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { defaultLanguage } from '../../i18n/languages.ts';
import { messagesFor } from '../../i18n/messages.ts';
import { orLog } from '../../lib/log.ts';
import { day } from '../../lib/time.ts';
import { listInCharge } from '../accounts/queries.ts';
import { sendMail } from '../notifications/mail.ts';
import { mailHtml, mailText } from '../notifications/templates.tsx';
import { listRefusedWebhooks, noteAlert } from './inbound-queries.ts';

/** Gupy removes an address after 7 days of nothing but errors, without notice (GUPY.md C). */
const patience = day;
const sweepLimit = 20;
/** An organization of many hands has few who answer for it. */
const mostRecipients = 10;

/**
 * Tells the administrators whose webhook has refused every call for a day. Noted after the mails went
 * out: should they not, the next minute tries again.
 */
export async function alarmRefused(env: Env, db: Database, now: number): Promise<void> {
  for (const refused of await listRefusedWebhooks(db, now - patience, sweepLimit)) {
    await orLog('alarm', refused.organizationId, async () => {
      const mail = alarmMail(env, refused);
      for (const { email } of await listInCharge(db, refused.organizationId, mostRecipients))
        await sendMail(env, { to: email, ...mail });
      await noteAlert(db, refused.organizationId, now);
    });
  }
}

function alarmMail(
  env: Env,
  { organizationName, refusedSince }: { organizationName: string; refusedSince: number },
) {
  const t = messagesFor(defaultLanguage);
  const words = t.inbound;
  const parts = {
    language: t.mail.language,
    title: words.mailTitle,
    paragraphs: [
      words.mailBody(formatDateTime(refusedSince, defaultLanguage), organizationName),
      words.mailNext,
    ],
    button: { label: words.mailButton, href: `${env.BASE_URL}/integrations/gupy/webhooks` },
    footer: words.mailFooter(organizationName),
  };
  return { subject: words.mailSubject, text: mailText(parts), html: mailHtml(parts) };
}
