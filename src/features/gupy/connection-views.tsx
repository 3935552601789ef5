import { formatDateTime } from '../../i18n/format.ts';
import { ErrorSummary, Field, SubmitButton, TextArea } from '../../ui/forms.tsx';
import type { MemberProps } from '../../ui/member-page.tsx';
import { Notice } from '../../ui/notices.tsx';
import { Panel } from '../../ui/workspace.tsx';
import type { OwnCutOff, ShownConnection } from './connection-queries.ts';
import { type ConnectionNotice, cutOffField, type WritingField } from './connection-schema.ts';
import { GupyPartPage } from './part-page.tsx';
import type { Permission } from './rest-check.ts';

export interface ConnectionProps extends MemberProps {
  connection: ShownConnection | undefined;
  /** What each published assessment says for itself. */
  cutOffs: readonly OwnCutOff[];
  mayChange: boolean;
  notice?: ConnectionNotice;
  /** A refused token is not shown again: whoever has it can paste it once more. */
  tokenProblem?: 'shape' | 'refused' | 'silent';
  /** Of the form that came back. */
  typed?: Record<WritingField, string>;
  problems?: readonly WritingField[];
  /** The same, of assessments: by their ids. */
  ownTyped?: Readonly<Record<string, string>>;
  ownProblems?: readonly string[];
}

export function ConnectionPage(props: ConnectionProps) {
  const { connection, mayChange, notice, t } = props;
  const words = t.timeline;
  return (
    <GupyPartPage
      {...props}
      title={words.title}
      lead={words.lead}
      notice={notice && words.notices[notice]}
    >
      <Panel title={words.token}>
        <TokenState {...props} />
        {mayChange ? <TokenForm {...props} /> : <p class="hint">{words.onlyAdmins}</p>}
      </Panel>
      {connection ? <WritingPanel {...props} connection={connection} /> : null}
      <Panel title={words.how}>
        <p>{words.howLink}</p>
        <p>
          <code>?job=123&application=456</code>
        </p>
        <p>{words.howFound}</p>
      </Panel>
      {connection && mayChange ? <Removal {...props} /> : null}
    </GupyPartPage>
  );
}

function TokenState({ connection, language, t }: ConnectionProps) {
  const words = t.timeline;
  if (!connection) return <p>{words.none}</p>;
  const { tokenHint, checkedAt, missing } = connection;
  return (
    <>
      <p>{words.current(tokenHint, formatDateTime(checkedAt, language))}</p>
      {missing.length === 0 ? (
        <p>{words.complete}</p>
      ) : (
        <Notice kind="warning" title={words.missing} t={t}>
          <ul>
            {missing.map((permission) => (
              <li>{words.permissions[permission as Permission]}</li>
            ))}
          </ul>
          <p>{words.missingNote}</p>
        </Notice>
      )}
    </>
  );
}

function TokenForm({ connection, tokenProblem, t }: ConnectionProps) {
  const words = t.timeline;
  const error = tokenProblem && words.tokenProblems[tokenProblem];
  return (
    <form class="new-token" method="post" action="/integrations/gupy/timeline/token" novalidate>
      <h3>{connection ? words.replace : words.connect}</h3>
      {error ? <ErrorSummary problems={[{ field: 'token', message: error }]} t={t} /> : null}
      <Field
        name="token"
        label={words.tokenField}
        hint={words.tokenHint}
        error={error}
        autocomplete="off"
        spellcheck={false}
        maxlength={2000}
        required
      />
      <SubmitButton>{words.save}</SubmitButton>
    </form>
  );
}

const numeric = { inputmode: 'numeric', maxlength: 3, autocomplete: 'off' } as const;

function WritingPanel(props: ConnectionProps & { connection: ShownConnection }) {
  const { connection, mayChange, problems = [], ownProblems = [], t } = props;
  const words = t.timeline;
  const typed = props.typed ?? typedOf(connection);
  const field = (name: WritingField) => ({
    name,
    label: words.fields[name],
    hint: words.hints[name],
    value: typed[name],
    error: problems.includes(name) ? words.problems[name] : undefined,
    disabled: !mayChange,
  });
  return (
    <Panel title={words.writing}>
      <p>{words.comment}</p>
      <form class="new-token" method="post" action="/integrations/gupy/timeline/writing" novalidate>
        <ErrorSummary
          problems={[
            ...problems.map((name) => ({ field: name as string, message: words.problems[name] })),
            ...ownProblems.map((id) => ({
              field: cutOffField(id),
              message: words.problems.cutOff,
            })),
          ]}
          t={t}
        />
        <TextArea {...field('tags')} rows={4} />
        <Field {...field('cutOff')} {...numeric} />
        <OwnCutOffs {...props} />
        <h3>{words.move}</h3>
        <p class="hint">{words.moveNote}</p>
        <Field {...field('moveFrom')} {...numeric} />
        <Field {...field('moveStep')} maxlength={120} />
        {mayChange ? <SubmitButton>{words.saveWriting}</SubmitButton> : null}
      </form>
    </Panel>
  );
}

function OwnCutOffs({ cutOffs, ownTyped, ownProblems = [], mayChange, t }: ConnectionProps) {
  const words = t.timeline;
  if (cutOffs.length === 0) return null;
  return (
    <fieldset>
      <legend>{words.ownCutOffs}</legend>
      <p class="hint">{words.ownCutOffsNote}</p>
      {cutOffs.map(({ id, name, cutOff }) => (
        <Field
          name={cutOffField(id)}
          label={name}
          value={ownTyped?.[id] ?? String(cutOff ?? '')}
          error={ownProblems.includes(id) ? words.problems.cutOff : undefined}
          disabled={!mayChange}
          {...numeric}
        />
      ))}
    </fieldset>
  );
}

function typedOf({ tags, cutOff, moveFrom, moveStep }: ShownConnection) {
  return {
    tags: tags.join('\n'),
    cutOff: String(cutOff ?? ''),
    moveFrom: String(moveFrom ?? ''),
    moveStep: moveStep ?? '',
  };
}

/** Two steps, also without JavaScript: what opens first says what will happen. */
function Removal({ t }: ConnectionProps) {
  const words = t.timeline;
  return (
    <Panel title={words.removal}>
      <details class="revocation">
        <summary class="btn btn-sm">{words.remove}</summary>
        <form method="post" action="/integrations/gupy/timeline/removal">
          <p>{words.removeNote}</p>
          <SubmitButton kind="danger">{words.removeNow}</SubmitButton>
        </form>
      </details>
    </Panel>
  );
}
