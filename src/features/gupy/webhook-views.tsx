import { formatDateTime } from '../../i18n/format.ts';
import { ErrorSummary, Field, Select, SubmitButton } from '../../ui/forms.tsx';
import { MemberPage, type MemberProps } from '../../ui/member-page.tsx';
import { Notice } from '../../ui/notices.tsx';
import { CopyField, PageTitle, Panel, State } from '../../ui/workspace.tsx';
import { secretHeader } from './inbound.ts';
import { GupyPartPage } from './part-page.tsx';
import type { StepRule } from './rule-queries.ts';
import type { findWebhookSettings, InboundRow } from './webhook-queries.ts';
import type { RuleField, WebhookNotice } from './webhook-schema.ts';

type Settings = Awaited<ReturnType<typeof findWebhookSettings>>;

export interface WebhooksProps extends MemberProps, Settings {
  mayChange: boolean;
  notice?: WebhookNotice;
  /** Of the form that came back. */
  typed?: Partial<Record<RuleField, string>>;
  problems?: readonly { field: RuleField; message: string }[];
}

export function WebhooksPage(props: WebhooksProps) {
  const { notice, mayChange, t } = props;
  const words = t.inbound;
  return (
    <GupyPartPage
      {...props}
      title={words.title}
      lead={words.lead}
      notice={notice && words.notices[notice]}
    >
      <AddressPanel {...props} />
      <Panel title={words.rules}>
        <p class="hint">{words.rulesNote}</p>
        {props.rules.length === 0 ? <p>{words.noRules}</p> : null}
        <ul class="tokens">
          {props.rules.map((rule) => (
            <Rule {...props} rule={rule} />
          ))}
        </ul>
        {mayChange ? <RuleForm {...props} /> : <p class="hint">{words.onlyAdmins}</p>}
      </Panel>
      <Panel title={words.events}>
        {props.events.length === 0 ? <p>{words.noEvents}</p> : null}
        <ul class="tokens">
          {props.events.map((event) => (
            <Event {...props} event={event} />
          ))}
        </ul>
      </Panel>
    </GupyPartPage>
  );
}

function AddressPanel({ webhook, mayChange, language, t }: WebhooksProps) {
  const words = t.inbound;
  const when = (at: number) => formatDateTime(at, language);
  return (
    <Panel title={words.address}>
      <p class="hint">{words.addressNote}</p>
      {webhook ? (
        <p>
          {words.createdAt} {when(webhook.createdAt)} · {words.lastAccepted}:{' '}
          {webhook.acceptedAt === null ? words.never : when(webhook.acceptedAt)}
        </p>
      ) : (
        <p>{words.none}</p>
      )}
      {webhook?.refusedSince ? (
        <Notice kind="error" t={t}>
          <p>{words.refused(when(webhook.refusedSince))}</p>
        </Notice>
      ) : null}
      {mayChange ? (
        <form method="post" action="/integrations/gupy/webhooks">
          {webhook ? <p class="hint">{words.replaceNote}</p> : null}
          <SubmitButton kind="plain">{webhook ? words.replace : words.make}</SubmitButton>
        </form>
      ) : (
        <p class="hint">{words.onlyAdmins}</p>
      )}
    </Panel>
  );
}

function Rule({ rule, mayChange, t }: WebhooksProps & { rule: StepRule }) {
  const words = t.inbound;
  return (
    <li>
      <div>
        <strong>{words.rule(rule.jobId, rule.stepName)}</strong>
        <p class="quiet">{words.invites(rule.assessmentName, rule.days)}</p>
      </div>
      {mayChange ? (
        <form method="post" action={`/integrations/gupy/rules/${rule.id}/removal`}>
          <button
            type="submit"
            class="btn btn-sm"
            aria-label={words.removeOf(rule.jobId, rule.stepName)}
          >
            {words.remove}
          </button>
        </form>
      ) : null}
    </li>
  );
}

function RuleForm({ assessments, typed = {}, problems = [], t }: WebhooksProps) {
  const words = t.inbound;
  const field = (name: RuleField) => ({
    name,
    label: words[name],
    value: typed[name],
    error: problems.find((problem) => problem.field === name)?.message,
    required: true,
  });
  return (
    <form class="new-token" method="post" action="/integrations/gupy/rules" novalidate>
      <h3>{words.addTitle}</h3>
      <ErrorSummary problems={problems} t={t} />
      <Field {...field('job')} hint={words.jobHint} inputmode="numeric" maxlength={19} />
      <Field {...field('step')} hint={words.stepHint} maxlength={120} />
      <Select
        {...field('assessment')}
        options={assessments.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field
        {...field('days')}
        value={typed.days ?? '7'}
        hint={words.daysHint}
        inputmode="numeric"
        maxlength={2}
      />
      <SubmitButton>{words.add}</SubmitButton>
    </form>
  );
}

function Event({ event, language, t }: WebhooksProps & { event: InboundRow }) {
  const words = t.inbound;
  const { outcome, applicationId } = event;
  const when = (at: number) => formatDateTime(at, language);
  return (
    <li>
      <div>
        <strong>
          {event.event}
          {applicationId === null ? null : ` · ${words.application(applicationId)}`}
        </strong>
        <p class="quiet">
          {when(event.receivedAt)} · {words.happened} {when(event.happenedAt)}
        </p>
      </div>
      <State kind={outcome === 'invited' ? 'done' : outcome === null ? 'waiting' : 'idle'}>
        {outcome === null ? words.open : words.outcomes[outcome]}
      </State>
    </li>
  );
}

/** The only page that ever shows the two secrets. */
export function WebhookMadePage(
  props: MemberProps & { address: string; secret: string; home: string },
) {
  const { address, secret, home, member, t } = props;
  const words = t.inbound;
  const header = `${secretHeader}: ${secret}`;
  const body = {
    action: 'application.moved',
    status: 'active',
    techOwnerName: member.organizationName,
    techOwnerEmail: member.email,
    postbackUrl: address,
    clientHeaders: { 'content-type': 'application/json', [secretHeader]: secret },
  };
  return (
    <MemberPage {...props} title={words.madeTitle} area="gupy">
      <PageTitle title={words.madeTitle} />
      <Notice kind="warning" t={t}>
        <p>{words.made}</p>
      </Notice>
      <Panel title={words.address}>
        <CopyField value={address} label={words.address} t={t} />
        <h3>{words.header}</h3>
        <CopyField value={header} label={words.header} t={t} />
        <h3>{words.body}</h3>
        <CopyField value={JSON.stringify(body)} label={words.body} t={t} />
        <p class="hint">{words.bodyNote}</p>
        <p class="way-on">
          <a class="btn btn-primary" href={home}>
            {words.done}
          </a>
        </p>
      </Panel>
    </MemberPage>
  );
}
