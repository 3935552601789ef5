import type { MailKind } from '../../db/schema/people.ts';
import { languageName } from '../../i18n/format.ts';
import { type Language, languages } from '../../i18n/languages.ts';
import { ErrorSummary, Field, SubmitButton, TextArea } from '../../ui/forms.tsx';
import { MemberPage, type MemberProps } from '../../ui/member-page.tsx';
import { Notice } from '../../ui/notices.tsx';
import { SettingsTabs } from '../../ui/settings-tabs.tsx';
import { PageTitle, Panel } from '../../ui/workspace.tsx';
import { Whose } from './template-list-views.tsx';
import type { OwnTemplate } from './template-queries.ts';
import type { TemplateNotice } from './template-schema.ts';
import {
  bodyLength,
  placeholdersOf,
  type Problem,
  subjectLength,
  type Template,
} from './template.ts';
import type { MailParts } from './templates.tsx';

export interface EditorProps extends MemberProps {
  kind: MailKind;
  /** Of the mail; the page is in the member's own. */
  templateLanguage: Language;
  /** What is stored; absent while the product's words go out. */
  own: OwnTemplate | undefined;
  /** What the fields hold. */
  text: Template;
  preview: MailParts;
  notice?: TemplateNotice;
  /** Of a form that came back: to be looked at, or with its problems. */
  typed?: Template | undefined;
  problems?: readonly Problem[] | undefined;
  tested?: 'sent' | 'tooMany' | undefined;
}

export function TemplatePage(props: EditorProps) {
  const { kind, templateLanguage, own, notice, typed, problems, tested, member, t } = props;
  const words = t.mail.editor;
  const title = words.kinds[kind];
  return (
    <MemberPage {...props} title={`${title} · ${words.title}`} area="settings">
      <SettingsTabs current="mails" t={t} />
      <p>
        <a href="/settings/mails">← {words.back}</a>
      </p>
      <PageTitle title={title} lead={words.when[kind]} />
      <nav class="subtabs" aria-label={words.languages}>
        <ul>
          {languages.map((each) => (
            <li>
              <a
                href={`/settings/mails/${kind}/${each}`}
                aria-current={each === templateLanguage ? 'page' : undefined}
              >
                {languageName(each, props.language)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {notice ? (
        <Notice kind="success" t={t} live>
          <p>{words.notices[notice]}</p>
        </Notice>
      ) : null}
      {tested ? (
        <Notice kind={tested === 'sent' ? 'success' : 'warning'} t={t} live>
          <p>{tested === 'sent' ? words.tested(member.email) : words.problems.tooMany}</p>
        </Notice>
      ) : null}
      {typed && !problems && !tested ? (
        <Notice kind="info" t={t} live>
          <p>{words.unsaved}</p>
        </Notice>
      ) : null}
      <p class="my-4">
        <Whose own={own} language={props.language} t={t} />
      </p>
      <EditForm {...props} />
      {problems ? null : <Preview {...props} />}
      {own ? <ResetForm {...props} /> : null}
    </MemberPage>
  );
}

function EditForm({ kind, templateLanguage, text, problems = [], member, t }: EditorProps) {
  const words = t.mail.editor;
  const messageOf = ({ field, code, name }: Problem) => {
    if (code === 'unknown' || code === 'missing') return words.problems[code](name);
    return code === 'unstorable' ? words.problems.unstorable : words.problems[code][field];
  };
  const found = problems.map((problem) => ({ field: problem.field, message: messageOf(problem) }));
  const errorOf = (field: string) => found.find((problem) => problem.field === field)?.message;
  return (
    <Panel>
      <form method="post" action={`/settings/mails/${kind}/${templateLanguage}`} novalidate>
        <ErrorSummary problems={found} t={t} />
        <Field
          name="subject"
          label={words.subject}
          hint={words.subjectHint}
          value={text.subject}
          error={errorOf('subject')}
          maxlength={subjectLength}
          autocomplete="off"
          required
        />
        <TextArea
          name="body"
          label={words.body}
          hint={words.bodyHint}
          value={text.body}
          error={errorOf('body')}
          rows={14}
          maxlength={bodyLength}
          counter={words.left}
          required
        />
        <h3>{words.placeholders}</h3>
        <p class="hint">{words.placeholdersNote}</p>
        <ul class="my-2 flex flex-col gap-1">
          {placeholdersOf(kind).map((name) => (
            <li>
              <code>{`{{${name}}}`}</code> {words.meanings[name]}
            </li>
          ))}
        </ul>
        <div class="my-4 flex flex-wrap gap-2">
          <SubmitButton name="intent" value="save">
            {words.save}
          </SubmitButton>
          <SubmitButton kind="plain" name="intent" value="preview">
            {words.preview}
          </SubmitButton>
          <SubmitButton kind="plain" name="intent" value="test">
            {words.test}
          </SubmitButton>
        </div>
        <p class="hint">{words.testNote(member.email)}</p>
      </form>
    </Panel>
  );
}

function Preview({ preview, t }: EditorProps) {
  const words = t.mail.editor;
  return (
    <Panel title={words.previewTitle} id="preview">
      <p class="hint">{words.previewNote}</p>
      <div class="card my-4 gap-4 border border-base-300 p-6 break-words" lang={preview.language}>
        <strong>{preview.title}</strong>
        {preview.paragraphs.map((paragraph) => (
          <p class="whitespace-pre-line">{paragraph}</p>
        ))}
        <p>
          <span class="btn btn-primary">{preview.button.label}</span>{' '}
          <span class="quiet" lang={t.mail.language}>
            ({words.linkHere})
          </span>
        </p>
        <p class="quiet">{preview.footer}</p>
      </div>
    </Panel>
  );
}

/** Two steps, also without JavaScript: what opens first says what will happen. */
function ResetForm({ kind, templateLanguage, t }: EditorProps) {
  const words = t.mail.editor;
  return (
    <details class="revocation">
      <summary class="btn btn-sm">{words.reset}</summary>
      <form method="post" action={`/settings/mails/${kind}/${templateLanguage}`}>
        <p>{words.resetNote}</p>
        <SubmitButton kind="danger" name="intent" value="reset">
          {words.reset}
        </SubmitButton>
      </form>
    </details>
  );
}
