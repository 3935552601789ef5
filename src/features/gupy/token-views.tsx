import type { Messages } from '../../i18n/messages.ts';
import { IntegrationTabs } from '../../ui/integration-tabs.tsx';
import { MemberPage, type MemberProps } from '../../ui/member-page.tsx';
import { Notice } from '../../ui/notices.tsx';
import { CopyField, PageTitle, Panel } from '../../ui/workspace.tsx';
import { HealthLinePanel } from './health-line-view.tsx';
import { SalesPanel, type SalesProps } from './sales-view.tsx';
import { TokensPanel } from './token-list-views.tsx';
import type { GupySettings } from './token-queries.ts';
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

export type SettingsProps = GupyProps & { settings: GupySettings };

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
