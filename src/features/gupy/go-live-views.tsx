import { formatDateTime } from '../../i18n/format.ts';
import { SubmitButton } from '../../ui/forms.tsx';
import type { MemberProps } from '../../ui/member-page.tsx';
import { CopyButton, Panel, State } from '../../ui/workspace.tsx';
import type { GoLiveStep } from './go-live.ts';
import type { LoggedCall } from './milestone-queries.ts';
import { GupyPartPage } from './part-page.tsx';
import { type Readiness, readinessChecks } from './readiness.ts';

interface GoLiveProps extends MemberProps {
  steps: readonly GoLiveStep[];
  calls: readonly LoggedCall[];
  report: string;
  /** Of a check that was made just now. */
  readiness: Readiness | undefined;
  mayCheck: boolean;
}

export function GoLivePage(props: GoLiveProps) {
  const { steps, report, t } = props;
  const words = t.goLive;
  const done = steps.filter(({ at }) => at !== undefined).length;
  return (
    <GupyPartPage {...props} title={words.title} lead={words.lead}>
      <Panel title={words.progress(done, steps.length)}>
        <ol class="tokens">
          {steps.map((step) => (
            <Step {...props} step={step} />
          ))}
        </ol>
      </Panel>
      {props.mayCheck ? <CheckPanel {...props} /> : null}
      <Panel title={words.report}>
        <p class="hint">{words.reportNote}</p>
        <div class="prose">
          <pre tabindex={0}>{report}</pre>
        </div>
        <CopyButton text={report} label={words.reportLabel} t={t} />
      </Panel>
      <Panel title={words.calls}>
        <p class="hint">{words.callsNote}</p>
        {props.calls.length === 0 ? <p>{words.noCalls}</p> : <Calls {...props} />}
      </Panel>
    </GupyPartPage>
  );
}

function Step({ step, language, t }: GoLiveProps & { step: GoLiveStep }) {
  const words = t.goLive;
  return (
    <li>
      <strong>{words.steps[step.milestone]}</strong>
      {step.at === undefined ? (
        <State kind="idle">{words.notYet}</State>
      ) : (
        <State kind="done">
          {words.done} {formatDateTime(step.at, language)}
        </State>
      )}
    </li>
  );
}

function CheckPanel({ readiness, t }: GoLiveProps) {
  const words = t.goLive;
  return (
    <Panel title={words.check}>
      <p class="hint">{words.checkNote}</p>
      {readiness ? (
        <ul class="tokens" tabindex={-1} data-focus>
          {readinessChecks.map((check) => {
            const found = readiness[check];
            return (
              <li>
                <div>
                  <strong>{words.checks[check]}</strong>
                  {found === 'bad' ? <p>{words.mend[check]}</p> : null}
                </div>
                <State kind={found === 'good' ? 'done' : found === 'bad' ? 'failed' : 'idle'}>
                  {words.found[found]}
                </State>
              </li>
            );
          })}
        </ul>
      ) : null}
      <form method="post" action="/integrations/gupy/check">
        <SubmitButton kind="plain">{words.checkNow}</SubmitButton>
      </form>
    </Panel>
  );
}

function Calls({ calls, language, t }: GoLiveProps) {
  const words = t.goLive;
  return (
    <div class="data-box">
      <table class="data cards">
        <caption class="sr-only">{words.calls}</caption>
        <thead>
          <tr>
            <th scope="col">{words.call}</th>
            <th scope="col">{words.status}</th>
            <th scope="col">{words.duration}</th>
            <th scope="col">{words.when}</th>
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <tr>
              <th scope="row">
                <code>
                  {call.method} {call.route}
                </code>
              </th>
              <td data-label={words.status}>{call.status}</td>
              <td data-label={words.duration}>{words.ms(call.durationMs)}</td>
              <td data-label={words.when} class="nowrap">
                {formatDateTime(call.at, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
