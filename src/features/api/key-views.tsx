import { apiScopes } from '../../db/schema/api.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { Checkbox, ErrorSummary, Field, SubmitButton } from '../../ui/forms.tsx';
import { IntegrationTabs } from '../../ui/integration-tabs.tsx';
import { MemberPage, type MemberProps } from '../../ui/member-page.tsx';
import { Notice } from '../../ui/notices.tsx';
import { CopyField, PageTitle, Panel } from '../../ui/workspace.tsx';
import type { ListedKey, ListedKeys } from './key-queries.ts';
import type { KeyNotice } from './key-schema.ts';

export interface KeyTrouble {
  notice?: KeyNotice;
  /** Of the form that came back. */
  typed?: { name: string; scopes: readonly string[] };
  problems?: { name?: string; scopes?: string };
  /** The key whose revocation was not confirmed. */
  unconfirmed?: string;
}

export interface KeysProps extends MemberProps, KeyTrouble {
  keys: ListedKeys;
  baseUrl: string;
  /** For the form of a new key. */
  formKey: string;
}

export function KeysPage(props: KeysProps) {
  const { keys, notice, member, baseUrl, t } = props;
  const words = t.integrations.api;
  return (
    <MemberPage {...props} title={words.title} area="gupy">
      <PageTitle title={words.title} lead={words.lead} />
      <IntegrationTabs current="api" role={member.role} t={t} />
      {notice ? (
        <Notice kind={notice === 'revoked' ? 'success' : 'warning'} t={t} live>
          <p>{words.notices[notice]}</p>
        </Notice>
      ) : null}
      <Panel title={words.addresses}>
        <h3>{words.baseUrl}</h3>
        <CopyField value={`${baseUrl}/api/v1`} label={words.baseUrl} t={t} />
        <h3>{words.coodeshUrl}</h3>
        <CopyField value={baseUrl} label={words.coodeshUrl} t={t} />
        <p class="way-on">
          <a class="text-link" href="/api">
            {words.documentation}
          </a>
        </p>
      </Panel>
      <Panel title={words.keys}>
        {keys.active.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <ul class="tokens">
            {keys.active.map((key) => (
              <Key {...props} of={key} />
            ))}
          </ul>
        )}
        <NewKeyForm {...props} />
        {keys.revoked.length > 0 ? (
          <details class="revoked">
            <summary>{words.revokedKeys}</summary>
            <ul class="tokens">
              {keys.revoked.map((key) => (
                <Key {...props} of={key} />
              ))}
            </ul>
          </details>
        ) : null}
      </Panel>
    </MemberPage>
  );
}

function Key(props: KeysProps & { of: ListedKey }) {
  const { of: key, language, t } = props;
  const words = t.integrations.api;
  const when = (at: number) => formatDateTime(at, language);
  return (
    <li>
      <div>
        <strong>{key.name}</strong> <code>…{key.hint}</code>
        <p class="quiet">{key.scopes.map((scope) => words.scopes[scope]).join(' · ')}</p>
        <p class="quiet">
          {words.createdAt} {when(key.createdAt)}
          {key.createdBy === null ? null : ` · ${key.createdBy}`} ·{' '}
          {key.lastUsedAt === null ? words.neverUsed : `${words.lastUsed} ${when(key.lastUsedAt)}`}
          {key.revokedAt === null ? null : ` · ${words.revokedAt} ${when(key.revokedAt)}`}
        </p>
      </div>
      {key.revokedAt === null ? <Revocation {...props} /> : null}
    </li>
  );
}

/** Two steps, also without JavaScript: what opens first says what will happen. */
function Revocation({ of: key, unconfirmed, t }: KeysProps & { of: ListedKey }) {
  const words = t.integrations.api;
  const field = `confirm-${key.id}`;
  const error = unconfirmed === key.id ? words.problems.confirm : undefined;
  return (
    <details class="revocation" open={error !== undefined}>
      <summary class="btn btn-sm" aria-label={words.revokeOf(key.name)}>
        {words.revoke}
      </summary>
      <form method="post" action={`/integrations/api/keys/${key.id}/revocation`} novalidate>
        {error ? <ErrorSummary problems={[{ field, message: error }]} t={t} /> : null}
        <p>{words.revokeWarning}</p>
        <Checkbox id={field} name="confirm" label={words.confirmRevoke} error={error} required />
        <SubmitButton kind="danger">{words.revokeNow}</SubmitButton>
      </form>
    </details>
  );
}

function NewKeyForm({ formKey, typed, problems = {}, t }: KeysProps) {
  const words = t.integrations.api;
  const listed = [
    { field: 'name', message: problems.name ?? '' },
    { field: apiScopes[0], message: problems.scopes ?? '' },
  ].filter(({ message }) => message !== '');
  return (
    <form class="new-token" method="post" action="/integrations/api/keys" novalidate>
      <h3>{words.createTitle}</h3>
      <ErrorSummary problems={listed} t={t} />
      <input type="hidden" name="key" value={formKey} />
      <Field
        name="name"
        label={words.name}
        hint={words.nameHint}
        value={typed?.name}
        error={problems.name}
        maxlength={80}
        autocomplete="off"
        required
      />
      <fieldset>
        <legend>{words.mayDo}</legend>
        {apiScopes.map((scope, at) => (
          <Checkbox
            id={scope}
            name="scopes"
            value={scope}
            label={words.scopes[scope]}
            checked={typed === undefined || typed.scopes.includes(scope)}
            error={at === 0 ? problems.scopes : undefined}
          />
        ))}
      </fieldset>
      <SubmitButton>{words.create}</SubmitButton>
    </form>
  );
}

/** The only page that ever shows a key. */
export function KeyCreatedPage(
  props: MemberProps & { name: string; apiKey: string; baseUrl: string },
) {
  const { name, apiKey, baseUrl, t } = props;
  const words = t.integrations.api;
  return (
    <MemberPage {...props} title={words.createdTitle} area="gupy">
      <PageTitle title={words.createdTitle} lead={name} />
      <Notice kind="warning" t={t}>
        <p>{words.created}</p>
      </Notice>
      <Panel title={words.key}>
        <CopyField value={apiKey} label={words.key} t={t} />
        <h3>{words.baseUrl}</h3>
        <CopyField value={`${baseUrl}/api/v1`} label={words.baseUrl} t={t} />
        <p class="way-on">
          <a class="btn btn-primary" href="/integrations/api">
            {words.done}
          </a>
        </p>
      </Panel>
    </MemberPage>
  );
}
