import * as z from 'zod';

import { formatDateTime, formatDuration, formatNumber } from '../../i18n/format.ts';
import { type LocalizedText, localize } from '../../i18n/languages.ts';
import { messagesFor } from '../../i18n/messages.ts';
import { minute } from '../../lib/time.ts';
import { plainParagraphs } from '../../ui/markdown-tree.ts';
import { resultUrl, takeUrl } from '../attempts/addresses.ts';
import { findContent } from '../attempts/sitting-queries.ts';
import type { Destination, EventRow } from '../deliveries/destination.ts';
import { bandOf, conductOf } from '../questions/conduct.ts';
import type { VersionContent } from '../questions/content.ts';
import { mailFor, type MailName } from './mail-plan.ts';
import { findFacts, findMailData, type MailData } from './mail-queries.ts';
import { sendMail } from './mail.ts';
import { greetableName, type Values } from './template.ts';
import { composeMail } from './templates.tsx';

const payloadShape = z.object({ attemptId: z.uuid(), decisionId: z.string().optional() });
const names = z.enum([
  'invitation',
  'reminder',
  'resume',
  'received',
  'result',
  'decision',
  'answered',
]) satisfies z.ZodType<MailName>;

/**
 * Every mail to a candidate. The payload names rows instead of being the mail: the mail holds the
 * attempt's token, which derives from a secret and is stored nowhere.
 */
export const attemptMail: Destination = {
  kind: 'mail',
  plan: async ({ db }, event) => {
    const facts = await findFacts(db, event);
    const content = facts && (await findContent(db, facts.versionId));
    if (!content) return [];
    const destination = mailFor(event.type, {
      fromGupy: facts.source === 'gupy',
      graded: facts.graded === 1,
      sees: conductOf(content).sees,
      hasMessage: facts.message !== null,
    });
    return destination ? [{ destination, payload: JSON.stringify(payloadOf(event)) }] : [];
  },
  send: async ({ env, db }, delivery) => {
    const name = names.parse(delivery.destination);
    const ids = payloadShape.parse(JSON.parse(delivery.payload));
    const data = await findMailData(db, ids, name);
    const content = data && (await findContent(db, data.versionId));
    if (!data || !content) return { error: 'the attempt is gone', hopeless: true };
    if (isPointless(name, data, Date.now()))
      return { status: 204, answer: 'not sent: it would say what is no longer so' };
    const mail = composeMail(textOf(name, data), valuesOf(data, content), {
      language: data.language,
      href: await hrefOf(env, name, data),
    });
    await sendMail(env, { to: data.email, ...mail });
    return { status: 202 };
  },
};

function payloadOf({ attemptId, type, subject }: EventRow): z.infer<typeof payloadShape> {
  return type === 'attempt.decided' && subject !== null
    ? { attemptId, decisionId: subject }
    : { attemptId };
}

/** An invitation to what is over, or can't begin any more. A delivery may have waited for days. */
function isPointless(name: MailName, { state, expiresAt }: MailData, now: number): boolean {
  if (name !== 'invitation' && name !== 'reminder') return false;
  if (state === 'not_started') return expiresAt !== null && expiresAt <= now;
  return state !== 'in_progress';
}

function textOf(name: MailName, { language, state, subject, body }: MailData) {
  const { texts } = messagesFor(language).mail;
  if (name === 'resume' && state !== 'in_progress' && state !== 'not_started')
    return texts.finished;
  const own = subject !== null && body !== null ? { subject, body } : {};
  return { ...texts[name], ...own };
}

function valuesOf(data: MailData, content: VersionContent): Values {
  const { language, expiresAt, accommodationPercent } = data;
  const said = (text: LocalizedText) => localize(text, language, content.language).text;
  const { sees, bands } = conductOf(content);
  const total = sees === 'receipt' ? null : data.total;
  const band = bandOf(bands, total);
  const t = messagesFor(language);
  const duration = (content.durationMinutes * minute * (accommodationPercent ?? 100)) / 100;
  return {
    candidate: greetableName(data.candidateName) ?? t.mail.somebody,
    organization: data.organizationName,
    assessment: said(content.name),
    duration: formatDuration(duration, language),
    ...(expiresAt === null
      ? {}
      : { expires: t.invitations.candidate.untilWhen(formatDateTime(expiresAt, language)) }),
    ...(total === null ? {} : { total: formatNumber(total, language) }),
    ...(band ? { band: said(band.name), feedback: plainParagraphs(said(band.feedback)) } : {}),
    ...(data.message === null ? {} : { message: data.message }),
  };
}

/** To the result a token of its own; otherwise to the attempt's address, which shows what it has become. */
async function hrefOf(env: Env, name: MailName, data: MailData): Promise<string> {
  if (name === 'result') return resultUrl(env, data, data.resultEpoch);
  const page = await takeUrl(env, data, data.takeEpoch);
  return name === 'answered' ? `${page}/privacy` : page;
}
