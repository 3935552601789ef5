import { webhookEvents } from '../../db/schema/api.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { Checkbox, ErrorSummary, Field, SubmitButton } from '../../ui/forms.tsx';
import { IntegrationTabs } from '../../ui/integration-tabs.tsx';
import { MemberPage, type MemberProps } from '../../ui/member-page.tsx';
import { Notice } from '../../ui/notices.tsx';
import { CopyField, PageTitle, Panel, State } from '../../ui/workspace.tsx';
import type { Outcome } from '../deliveries/schedule.ts';
import type { EndpointRow } from './queries.ts';
import type { EndpointNotice } from './schema.ts';

export interface EndpointTrouble {
  notice?: EndpointNotice;
  /** Of the form that came back. */
  typed?: { url: string; events: readonly string[] };
  problems?: { url?: string; events?: string };
  /** The endpoint whose deletion was not confirmed. */
  unconfirmed?: string;
  /** The endpoint that was sent a test just now, and what came of it. */
  tested?: { id: string; outcome: Outcome; ms: number };
}

export interface WebhooksProps extends MemberProps, EndpointTrouble {
  endpoints: readonly EndpointRow[];
  formKey: string;
  now: number;
}

export function WebhooksPage(props: WebhooksProps) {
  const { endpoints, notice, member, t } = props;
  const words = t.integrations.webhooks;
  return (
    <MemberPage {...props} title={words.title} area="gupy">
      <PageTitle title={words.title} lead={words.lead} />
      <IntegrationTabs current="webhooks" role={member.role} t={t} />
      {notice ? (
        <Notice kind={notice === 'repeated' ? 'warning' : 'success'} t={t} live>
          <p>{words.notices[notice]}</p>
        </Notice>
      ) : null}
      {endpoints.length === 0 ? (
        <Panel>
          <p>{words.none}</p>
        </Panel>
      ) : (
        endpoints.map((endpoint) => <Endpoint {...props} endpoint={endpoint} />)
      )}
      <NewEndpointForm {...props} />
    </MemberPage>
  );
}

type EndpointProps = WebhooksProps & { endpoint: EndpointRow };

function Endpoint(props: EndpointProps) {
  const { endpoint, language, now, t } = props;
  const words = t.integrations.webhooks;
  const { id, url, events, enabled, previousUntil } = endpoint;
  const overlapping = previousUntil !== null && previousUntil > now;
  const action = `/integrations/webhooks/${id}`;
  return (
    <Panel
      title={
        <>
          <span class="wrap-anywhere">{url}</span>{' '}
          <State kind={enabled ? 'done' : 'idle'}>{enabled ? words.on : words.off}</State>
        </>
      }
      id={`endpoint-${id}`}
    >
      <p class="quiet">{events.map((event) => words.events[event].name).join(' · ')}</p>
      <TestOutcome {...props} />
      {overlapping ? <p>{words.overlap(formatDateTime(previousUntil, language))}</p> : null}
      <div class="acts">
        <form method="post" action={`${action}/test`}>
          <SubmitButton kind="plain">{words.test}</SubmitButton>
        </form>
        {overlapping ? null : (
          <form method="post" action={`${action}/rotation`}>
            <SubmitButton kind="plain">{words.rotate}</SubmitButton>
          </form>
        )}
        <form method="post" action={`${action}/state`}>
          <SubmitButton kind="plain" name="enabled" value={enabled ? 'off' : 'on'}>
            {enabled ? words.disable : words.enable}
          </SubmitButton>
        </form>
        <Deletion {...props} />
      </div>
    </Panel>
  );
}

function TestOutcome({ endpoint, tested, t }: EndpointProps) {
  if (tested?.id !== endpoint.id) return null;
  const words = t.integrations.webhooks;
  const { status, error, answer } = tested.outcome;
  const received = status !== undefined && status >= 200 && status < 300;
  return (
    <Notice kind={received ? 'success' : 'error'} t={t} live>
      <p>{received ? words.testReceived(status, tested.ms) : words.testFailed}</p>
      {received ? null : (
        <p>{status === undefined ? error : words.testStatus(status, tested.ms)}</p>
      )}
      {answer ? (
        <p>
          <code>{answer}</code>
        </p>
      ) : null}
    </Notice>
  );
}

/** Two steps, also without JavaScript: what opens first says what will happen. */
function Deletion({ endpoint, unconfirmed, t }: EndpointProps) {
  const words = t.integrations.webhooks;
  const field = `confirm-${endpoint.id}`;
  const error = unconfirmed === endpoint.id ? words.problems.confirm : undefined;
  return (
    <details class="revocation" open={error !== undefined}>
      <summary class="btn btn-sm" aria-label={words.deleteOf(endpoint.url)}>
        {words.delete}
      </summary>
      <form method="post" action={`/integrations/webhooks/${endpoint.id}/deletion`} novalidate>
        {error ? <ErrorSummary problems={[{ field, message: error }]} t={t} /> : null}
        <p>{words.deleteWarning}</p>
        <Checkbox id={field} name="confirm" label={words.confirmDelete} error={error} required />
        <SubmitButton kind="danger">{words.deleteNow}</SubmitButton>
      </form>
    </details>
  );
}

function NewEndpointForm({ formKey, typed, problems = {}, t }: WebhooksProps) {
  const words = t.integrations.webhooks;
  const listed = [
    { field: 'url', message: problems.url ?? '' },
    { field: webhookEvents[0], message: problems.events ?? '' },
  ].filter(({ message }) => message !== '');
  return (
    <Panel title={words.createTitle}>
      <p class="hint">
        {words.signed}{' '}
        <a class="text-link" href="/api#webhooks">
          {words.documentation}
        </a>
      </p>
      <form method="post" action="/integrations/webhooks/endpoints" novalidate>
        <ErrorSummary problems={listed} t={t} />
        <input type="hidden" name="key" value={formKey} />
        <Field
          name="url"
          type="url"
          label={words.url}
          hint={words.urlHint}
          value={typed?.url}
          error={problems.url}
          maxlength={2000}
          autocomplete="off"
          required
        />
        <fieldset>
          <legend>{words.choose}</legend>
          {webhookEvents.map((event, at) => (
            <Checkbox
              id={event}
              name="events"
              value={event}
              label={words.events[event].name}
              hint={words.events[event].hint}
              checked={typed ? typed.events.includes(event) : event === 'attempt.completed'}
              error={at === 0 ? problems.events : undefined}
            />
          ))}
        </fieldset>
        <SubmitButton>{words.create}</SubmitButton>
      </form>
    </Panel>
  );
}

/** The only page that ever shows a secret. */
export function SecretPage(props: MemberProps & { url: string; secret: string }) {
  const { url, secret, t } = props;
  const words = t.integrations.webhooks;
  return (
    <MemberPage {...props} title={words.secretTitle} area="gupy">
      <PageTitle title={words.secretTitle} lead={url} />
      <Notice kind="warning" t={t}>
        <p>{words.secretOnce}</p>
      </Notice>
      <Panel title={words.secret}>
        <CopyField value={secret} label={words.secret} t={t} />
        <p class="hint">{words.secretNext}</p>
        <p class="way-on">
          <a class="btn btn-primary" href="/integrations/webhooks">
            {words.done}
          </a>
        </p>
      </Panel>
    </MemberPage>
  );
}
