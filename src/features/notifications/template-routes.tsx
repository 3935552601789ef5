import { type Context, Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { formatDateTime, formatDuration } from '../../i18n/format.ts';
import { messagesFor } from '../../i18n/messages.ts';
import { notFound } from '../../lib/errors.ts';
import { readForm, single } from '../../lib/form.ts';
import { day, minute } from '../../lib/time.ts';
import { memberProps } from '../../ui/member-page.tsx';
import { respond } from '../../ui/respond.tsx';
import { sendMail } from './mail.ts';
import { TemplatesPage } from './template-list-views.tsx';
import { deleteTemplate, findTemplate, listTemplates, saveTemplate } from './template-queries.ts';
import {
  templateForm,
  templateNotice,
  type TemplateParams,
  templateParams,
} from './template-schema.ts';
import { type EditorProps, TemplatePage } from './template-views.tsx';
import { problemsOf, type Template, type Values } from './template.ts';
import { composeMail, mailParts } from './templates.tsx';

/** What an organization says in the mails to its candidates. */
export const templateRoutes = new Hono<AppEnv>();

const home = '/settings/mails';

templateRoutes.get(home, async (c) => {
  const own = await listTemplates(c.var.db, c.var.member.organizationId);
  return respond(c, { page: () => <TemplatesPage {...memberProps(c)} own={own} /> });
});

templateRoutes.get(`${home}/:kind/:language`, async (c) => {
  const params = paramsOf(c);
  return showEditor(c, params, { notice: templateNotice.parse(c.req.query('notice')) });
});

templateRoutes.post(`${home}/:kind/:language`, async (c) => {
  const params = paramsOf(c);
  const { organizationId, userId } = c.var.member;
  const key = { organizationId, ...params };
  const path = `${home}/${params.kind}/${params.language}`;
  const fields = await readForm(c);
  const typed = { subject: single(fields, 'subject'), body: single(fields, 'body') };
  const { intent, subject, body } = templateForm.parse({ ...typed, intent: fields['intent'] });
  if (intent === 'reset') {
    await deleteTemplate(c.var.db, key);
    return c.redirect(`${path}?notice=reset`, 303);
  }
  const template = { subject, body };
  const problems = problemsOf(template, params.kind);
  if (problems.length > 0) return showEditor(c, params, { typed, problems });
  if (intent === 'preview') return showEditor(c, params, { typed: template });
  if (intent === 'test') return sendTest(c, params, template);
  await saveTemplate(c.var.db, key, { ...template, updatedBy: userId, updatedAt: Date.now() });
  return c.redirect(`${path}?notice=saved`, 303);
});

function paramsOf(c: Context<AppEnv>): TemplateParams {
  const params = templateParams.safeParse(c.req.param());
  if (!params.success) throw notFound();
  return params.data;
}

/**
 * To the member's own address and by the request itself: no candidate's row has anything to do with it,
 * and who pressed the button is waiting. The brake is the one of the other mails that members can call
 * for, so that nobody fills a mailbox, be it their own.
 */
async function sendTest(c: Context<AppEnv>, params: TemplateParams, template: Template) {
  const { userId, email } = c.var.member;
  const { success } = await c.env.SIGN_IN_LIMIT.limit({ key: `test mail ${userId}` });
  if (!success) {
    c.header('Retry-After', '60');
    return showEditor(c, params, { typed: template, tested: 'tooMany' });
  }
  const { kind, language } = params;
  const text = { ...messagesFor(language).mail.texts[kind], ...template };
  const link = { language, href: c.env.BASE_URL };
  await sendMail(c.env, { to: email, ...composeMail(text, samplesFor(c, params), link) });
  return showEditor(c, params, { typed: template, tested: 'sent' });
}

async function showEditor(
  c: Context<AppEnv>,
  params: TemplateParams,
  came: Pick<EditorProps, 'notice' | 'typed' | 'problems' | 'tested'>,
) {
  const { kind, language } = params;
  const { organizationId } = c.var.member;
  const own = await findTemplate(c.var.db, { organizationId, ...params });
  const ours = messagesFor(language).mail.texts[kind];
  const template = came.typed ?? own ?? ours;
  const shown = { ...ours, subject: template.subject, body: template.body };
  const props = { ...memberProps(c), path: `${home}/${kind}/${language}`, kind, ...came };
  const preview = mailParts(shown, samplesFor(c, params), { language, href: '' });
  return respond(c, {
    page: () => (
      <TemplatePage
        {...props}
        templateLanguage={language}
        own={own}
        text={shown}
        preview={preview}
      />
    ),
    status: came.problems ? 422 : came.tested === 'tooMany' ? 429 : 200,
  });
}

/** Everything that a mail can tell, of nobody in particular. */
function samplesFor(c: Context<AppEnv>, { language }: TemplateParams): Values {
  const t = messagesFor(language);
  const expires = formatDateTime(Date.now() + 7 * day, language);
  return {
    ...t.mail.editor.samples,
    organization: c.var.member.organizationName,
    expires: t.invitations.candidate.untilWhen(expires),
    duration: formatDuration(45 * minute, language),
  };
}
