import { formatDateTime } from '../../i18n/format.ts';
import { Checkbox, ErrorSummary, Field, SubmitButton } from '../../ui/forms.tsx';
import { Panel } from '../../ui/workspace.tsx';
import type { ListedToken } from './token-queries.ts';
import type { SettingsProps } from './token-views.tsx';

/** The tokens that Gupy presents to us, and what can be done with each. */
export function TokensPanel(props: SettingsProps) {
  const { settings, mayChange, t } = props;
  const words = t.workspace.gupy;
  return (
    <Panel title={words.activeTokens}>
      <p class="hint">{words.tokensNote}</p>
      {settings.active.length === 0 ? (
        <p>{words.noTokens}</p>
      ) : (
        <ul class="tokens">
          {settings.active.map((token) => (
            <Token {...props} token={token} live />
          ))}
        </ul>
      )}
      {mayChange ? <NewTokenForm {...props} /> : <p class="hint">{words.onlyAdmins}</p>}
      {settings.revoked.length > 0 ? (
        <details class="revoked">
          <summary>{words.revokedTokens}</summary>
          <ul class="tokens">
            {settings.revoked.map((token) => (
              <Token {...props} token={token} live={false} mayChange={false} />
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  );
}

function Token(props: SettingsProps & { token: ListedToken; live: boolean }) {
  const { token, live, mayChange, language, t } = props;
  const words = t.workspace.gupy;
  const when = (at: number) => formatDateTime(at, language);
  const ends = live ? words.validUntil : words.revokedAt;
  return (
    <li>
      <div>
        <strong>{token.name}</strong>
        <p class="quiet">
          {words.createdAt} {when(token.createdAt)} · {words.createdBy}{' '}
          {token.createdBy ?? words.createdByNobody}
          {token.revokedAt === null ? null : ` · ${ends} ${when(token.revokedAt)}`}
        </p>
      </div>
      {mayChange ? (
        <div class="flex flex-wrap gap-2">
          {token.revokedAt === null ? <Rotation {...props} /> : null}
          <Revocation {...props} />
        </div>
      ) : null}
    </li>
  );
}

function Rotation({ token, newKey, t }: SettingsProps & { token: ListedToken }) {
  const words = t.workspace.gupy;
  return (
    <details class="revocation">
      <summary class="btn btn-sm" aria-label={words.rotateOf(token.name)}>
        {words.rotate}
      </summary>
      <form method="post" action={`/integrations/gupy/tokens/${token.id}/rotation`}>
        <input type="hidden" name="key" value={newKey} />
        <p>{words.rotateNote}</p>
        <SubmitButton>{words.rotateNow}</SubmitButton>
      </form>
    </details>
  );
}

/** Two steps, also without JavaScript: what opens first says what will happen. */
function Revocation({ token, problem, t }: SettingsProps & { token: ListedToken }) {
  const words = t.workspace.gupy;
  const field = `confirm-${token.id}`;
  const message = words.problems.confirm;
  const unconfirmed = problem?.field === 'confirm' && problem.id === token.id;
  return (
    <details class="revocation" open={unconfirmed}>
      <summary class="btn btn-sm" aria-label={words.revokeOf(token.name)}>
        {words.revoke}
      </summary>
      <form method="post" action={`/integrations/gupy/tokens/${token.id}/revocation`} novalidate>
        {unconfirmed ? <ErrorSummary problems={[{ field, message }]} t={t} /> : null}
        <strong>{words.revokeTitle(token.name)}</strong>
        <p>{words.revokeWarning}</p>
        <Checkbox
          id={field}
          name="confirm"
          label={words.confirmRevoke}
          error={unconfirmed ? message : undefined}
          required
        />
        <SubmitButton kind="danger">{words.revokeNow}</SubmitButton>
      </form>
    </details>
  );
}

function NewTokenForm({ newKey, typed, problem, t }: SettingsProps) {
  const words = t.workspace.gupy;
  const error = problem?.field === 'name' ? problem.message : undefined;
  return (
    <form class="new-token" method="post" action="/integrations/gupy/tokens" novalidate>
      <h3>{words.createTitle}</h3>
      {error ? <ErrorSummary problems={[{ field: 'name', message: error }]} t={t} /> : null}
      <input type="hidden" name="key" value={newKey} />
      <Field
        name="name"
        label={words.name}
        hint={words.nameHint}
        value={typed}
        error={error}
        maxlength={80}
        autocomplete="off"
        required
      />
      <SubmitButton>{words.create}</SubmitButton>
    </form>
  );
}
