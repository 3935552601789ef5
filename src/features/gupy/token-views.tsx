import { formatDateTime } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/messages.ts';
import { Checkbox, ErrorSummary, Field, SubmitButton } from '../../ui/forms.tsx';
import { IntegrationTabs } from '../../ui/integration-tabs.tsx';
import { MemberPage, type MemberProps } from '../../ui/member-page.tsx';
import { Notice } from '../../ui/notices.tsx';
import { CopyField, PageTitle, Panel } from '../../ui/workspace.tsx';
import { HealthLinePanel } from './health-line-view.tsx';
import { SalesPanel, type SalesProps } from './sales-view.tsx';
import type { GupySettings, ListedToken } from './token-queries.ts';
import type { TokenNotice } from './token-schema.ts';

export interface GupyProps extends MemberProps {
  /** Absent where the plan does not have Gupy. */
  settings?: GupySettings | undefined;
  /** What Gupy puts before each path of the contract. */
  providerUrl: string;
  mayChange: boolean;
  /** For the forms that make a token. */
  newKey: string;
  notice?: TokenNotice;
  /** Of the form that asks for a plan with Gupy. */
  sales?: Omit<SalesProps, 't'>;
  /** Of the form that came back. */
  typed?: string | undefined;
  problem?: { field: 'name'; message: string } | { field: 'confirm'; id: string } | undefined;
}

export function GupyPage(props: GupyProps) {
  const { settings, notice, t } = props;
  const words = t.workspace.gupy;
  return (
    <MemberPage {...props} title={words.title} area="gupy">
      <PageTitle title={words.title} lead={words.lead} />
      <IntegrationTabs current="gupy" role={props.member.role} t={t} />
      {notice ? (
        <Notice kind={notice === 'repeated' ? 'warning' : 'success'} t={t} live>
          <p>{{ ...words.notices, ...t.health.line.notices }[notice]}</p>
        </Notice>
      ) : null}
      {settings ? (
        <>
          <SettingsPanel {...props} settings={settings} />
          <TokensPanel {...props} settings={settings} />
          <HealthLinePanel on={settings.healthLine} mayChange={props.mayChange} t={t} />
        </>
      ) : (
        <>
          <Notice kind="info" title={words.planTitle} t={t}>
            <p>{words.plan}</p>
          </Notice>
          <SalesPanel {...props.sales} t={t} />
        </>
      )}
    </MemberPage>
  );
}

/** The pages about one part of the connection each. */
function ways(t: Messages): readonly (readonly [page: string, label: string])[] {
  return [
    ['catalogue', t.catalogue.title],
    ['timeline', t.timeline.open],
    ['webhooks', t.inbound.title],
    ['go-live', t.goLive.title],
  ];
}

type SettingsProps = GupyProps & { settings: GupySettings };

function SettingsPanel({ settings, providerUrl, t }: SettingsProps) {
  const words = t.workspace.gupy;
  return (
    <Panel title={words.settings}>
      <p class="hint">{words.settingsNote}</p>
      <h3>{words.baseUrl}</h3>
      <CopyField value={providerUrl} label={words.baseUrl} t={t} />
      <h3>{words.companyId}</h3>
      {settings.companyId === undefined ? (
        <p>{words.noCompany}</p>
      ) : (
        <p>
          <code>{settings.companyId}</code>
        </p>
      )}
      <ul class="ways">
        {ways(t).map(([page, label]) => (
          <li>
            <a class="text-link" href={`/integrations/gupy/${page}`}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function TokensPanel(props: SettingsProps) {
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

function NewTokenForm({ newKey, typed, problem, t }: GupyProps) {
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

/** The only page that ever shows a token. */
export function TokenCreatedPage(
  props: MemberProps & { name: string; token: string; providerUrl: string },
) {
  const { name, token, providerUrl, t } = props;
  const words = t.workspace.gupy;
  return (
    <MemberPage {...props} title={words.createdTitle} area="gupy">
      <PageTitle title={words.createdTitle} lead={words.tokenNamed(name)} />
      <Notice kind="warning" t={t}>
        <p>{words.created}</p>
      </Notice>
      <Panel title={words.token}>
        <CopyField value={token} label={words.token} t={t} />
        <h3>{words.baseUrl}</h3>
        <CopyField value={providerUrl} label={words.baseUrl} t={t} />
        <p class="hint">{words.createdNext}</p>
        <p class="way-on">
          <a class="btn btn-primary" href="/integrations/gupy">
            {words.done}
          </a>
        </p>
      </Panel>
    </MemberPage>
  );
}
