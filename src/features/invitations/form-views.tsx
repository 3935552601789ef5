import { languageName } from '../../i18n/format.ts';
import { languages } from '../../i18n/languages.ts';
import { ErrorSummary, Field, Select, SubmitButton } from '../../ui/forms.tsx';
import { Panel } from '../../ui/workspace.tsx';
import { grantedPercents } from '../attempts/accommodation.ts';
import type { InvitationsProps } from './views.tsx';

const order = ['name', 'email', 'other', 'expires'] as const;

export function InvitationForm(props: InvitationsProps) {
  const { typed, problems, openAttemptId, language, t, path } = props;
  const words = t.invitations;
  const messages = { ...words.problems, other: words.problems.percent };
  const problem = (name: (typeof order)[number]) =>
    problems.has(name) ? messages[name] : undefined;
  const wrong = order
    .filter((name) => problems.has(name))
    .map((field): { field: string; message: string } => ({ field, message: messages[field] }));
  if (openAttemptId) wrong.push({ field: 'email', message: messages.open });
  return (
    <Panel title={words.form.title}>
      <ErrorSummary problems={wrong} t={t} />
      <form class="new-token" method="post" action={path} novalidate>
        <input type="hidden" name="key" value={typed.key} />
        <Field
          name="name"
          label={words.form.name}
          hint={words.form.nameHint}
          value={typed.name}
          error={problem('name')}
          maxlength={120}
          autocomplete="off"
          required
        />
        <Field
          name="email"
          type="email"
          inputmode="email"
          label={words.form.email}
          value={typed.email}
          error={
            openAttemptId ? (
              <>
                {messages.open}{' '}
                <a class="text-link" href={`/results/${openAttemptId}`}>
                  {messages.openLink}
                </a>
              </>
            ) : (
              problem('email')
            )
          }
          maxlength={254}
          autocomplete="off"
          spellcheck={false}
          required
        />
        <Select
          name="language"
          label={words.form.language}
          value={typed.language}
          options={languages.map((value) => ({ value, label: languageName(value, language) }))}
        />
        <Select
          name="percent"
          label={words.form.percent}
          hint={words.form.percentHint}
          value={typed.percent}
          options={[...grantedPercents, 'other' as const].map((value) => ({
            value: String(value),
            label: t.time.panel.options[value],
          }))}
        />
        <Field
          name="other"
          label={words.form.other}
          hint={words.form.otherHint}
          inputmode="numeric"
          value={typed.other}
          error={problem('other')}
          maxlength={3}
          autocomplete="off"
        />
        <Field
          name="expires"
          type="datetime-local"
          label={words.form.expires}
          hint={words.form.expiresHint}
          value={typed.expires}
          error={problem('expires')}
          required
        />
        <SubmitButton>{words.form.submit}</SubmitButton>
      </form>
    </Panel>
  );
}
