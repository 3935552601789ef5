import { mailKinds } from '../../db/schema/people.ts';
import { formatDateTime, languageName } from '../../i18n/format.ts';
import { languages } from '../../i18n/languages.ts';
import { MemberPage, type MemberProps } from '../../ui/member-page.tsx';
import { SettingsTabs } from '../../ui/settings-tabs.tsx';
import { PageTitle, Panel, State } from '../../ui/workspace.tsx';
import type { OwnTemplate } from './template-queries.ts';

/** Every mail there is, in every language, and whose words it has. */
export function TemplatesPage(props: MemberProps & { own: readonly OwnTemplate[] }) {
  const { own, language, t } = props;
  const words = t.mail.editor;
  return (
    <MemberPage {...props} title={words.title} area="settings">
      <SettingsTabs current="mails" t={t} />
      <PageTitle title={words.title} lead={words.lead} />
      <p class="hint mb-4">{words.listNote}</p>
      {mailKinds.map((kind) => (
        <Panel title={words.kinds[kind]}>
          <p class="hint">{words.when[kind]}</p>
          <ul class="tokens">
            {languages.map((each) => {
              const name = languageName(each, language);
              return (
                <li>
                  <div>
                    <strong>{name}</strong>
                    <p>
                      <Whose
                        own={own.find((row) => row.kind === kind && row.language === each)}
                        language={language}
                        t={t}
                      />
                    </p>
                  </div>
                  <a
                    class="btn btn-sm"
                    href={`/settings/mails/${kind}/${each}`}
                    aria-label={words.editOf(words.kinds[kind], name)}
                  >
                    {words.edit}
                  </a>
                </li>
              );
            })}
          </ul>
        </Panel>
      ))}
    </MemberPage>
  );
}

/** Whose words a mail has. */
export function Whose({
  own,
  language,
  t,
}: Pick<MemberProps, 'language' | 't'> & { own?: OwnTemplate | undefined }) {
  const words = t.mail.editor;
  if (!own) return <State kind="idle">{words.ours}</State>;
  const when = formatDateTime(own.updatedAt, language);
  return (
    <>
      <State kind="done">{words.yours}</State>{' '}
      <span class="quiet">{words.changed(when, own.updatedBy ?? '–')}</span>
    </>
  );
}
