import * as z from 'zod';

import { messagesFor } from '../../i18n/messages.ts';
import { listInCharge } from '../accounts/queries.ts';
import type { DeliveryContext, Destination, EventRow } from '../deliveries/destination.ts';
import { sendMail } from '../notifications/mail.ts';
import { mailHtml, mailText } from '../notifications/templates.tsx';
import { findParked, findRecipient } from './alert-queries.ts';

const mostRecipients = 20;

const alertTypes = ['lane.failing', 'delivery.parked', 'lane.recovered'] as const;

const alert = z.object({
  type: z.enum(alertTypes),
  kind: z.string(),
  host: z.string(),
  status: z.number().nullable(),
  error: z.string().nullable(),
});

/** A mail to each who answers for the organization. Mails never tell that mails fail. */
export const alertMail: Destination = {
  kind: 'mail.alert',
  plan: async ({ db }, event) => {
    const said = await alertOf(db, event);
    if (!said || /^mail\b/.test(said.kind)) return [];
    const recipients = await listInCharge(db, event.organizationId, mostRecipients);
    const payload = JSON.stringify(said);
    return recipients.map(({ userId }) => ({ destination: userId, payload }));
  },
  send: async ({ env, db }, { destination: userId, organizationId, payload }) => {
    const said = alert.parse(JSON.parse(payload));
    const recipient = await findRecipient(db, { organizationId, userId });
    if (!recipient) return { error: 'the recipient no longer answers for it', hopeless: true };
    const parts = partsOf(said, recipient.organization, env.BASE_URL);
    await sendMail(env, {
      to: recipient.email,
      subject: parts.title,
      text: mailText(parts),
      html: mailHtml(parts),
    });
    return { status: 202 };
  },
};

async function alertOf(
  db: DeliveryContext['db'],
  { type, subject }: EventRow,
): Promise<z.infer<typeof alert> | undefined> {
  const about = alertTypes.find((each) => each === type);
  if (!about || subject === null) return undefined;
  if (about !== 'delivery.parked')
    return { type: about, ...placeOf(subject), status: null, error: null };
  const parked = await findParked(db, subject);
  if (!parked) return undefined;
  const { lane, lastStatus: status, lastError: error } = parked;
  return { type: about, ...placeOf(lane), status, error };
}

/** A lane's name has three parts: organization, kind, host (`laneOf`). */
function placeOf(lane: string): { kind: string; host: string } {
  const [, kind = '', host = ''] = lane.split(' ');
  return { kind, host };
}

function partsOf(said: z.infer<typeof alert>, organization: string, baseUrl: string) {
  const { workspace, deliveries: words, mail } = messagesFor('pt-BR');
  const kind = workspace.result.kinds[said.kind] ?? said.kind;
  const place = said.host ? `${kind}, ${said.host}` : kind;
  const { subject, body } = words.alert[said.type];
  const reason = [
    said.status === null ? undefined : workspace.result.status(said.status),
    said.error === null ? undefined : (words.errors[said.error] ?? said.error),
  ].filter(Boolean);
  return {
    language: mail.language,
    title: subject(kind),
    paragraphs: [
      body(place),
      ...(reason.length > 0 ? [words.alert.reason(reason.join(' · '))] : []),
    ],
    button: {
      label: words.alert.button,
      href: `${baseUrl}/deliveries${said.type === 'delivery.parked' ? '?state=parked' : ''}`,
    },
    footer: words.alert.footer(organization),
  };
}
