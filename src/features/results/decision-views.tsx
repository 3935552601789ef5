import { type DecisionKind, decisionKinds } from '../../db/schema/people.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { localize } from '../../i18n/languages.ts';
import { messagesFor } from '../../i18n/messages.ts';
import { Checkbox, ErrorSummary, Field, SubmitButton, TextArea } from '../../ui/forms.tsx';
import { Panel } from '../../ui/workspace.tsx';
import { planHasGupy } from '../gupy/plan.ts';
import {
  type DecisionProblem,
  longestMessage,
  longestNote,
  longestStep,
} from './decision-schema.ts';
import type { ResultProps } from './result-views.tsx';

/** A decision that came back, as it was typed. */
export interface RefusedDecision {
  kind: DecisionKind;
  typed: { note: string; write: boolean; message: string; step: string };
  problems: readonly DecisionProblem[];
}

/** What was decided about a complete result, and what may be decided. */
export function DecisionPanel(props: ResultProps) {
  const { record, mayManage, t } = props;
  if (record.attempt.state !== 'completed') return null;
  const words = t.decisions.panel;
  const [current, ...earlier] = record.decisions;
  return (
    <Panel title={words.title} id="decision">
      {current ? <Decided {...props} decision={current} /> : <p>{words.none}</p>}
      {earlier.length > 0 ? (
        <details class="folded">
          <summary>{words.earlier(earlier.length)}</summary>
          {earlier.map((decision) => (
            <Decided {...props} decision={decision} />
          ))}
        </details>
      ) : null}
      {mayManage ? (
        <div class="no-print">
          <h3>{current ? words.again : words.decide}</h3>
          <p class="hint">{words.onlyPeople}</p>
          {decisionKinds.map((kind) => (
            <DecisionForm {...props} kind={kind} />
          ))}
        </div>
      ) : null}
    </Panel>
  );
}

type DecidedProps = ResultProps & { decision: ResultProps['record']['decisions'][number] };

function Decided({ decision, record, language, t }: DecidedProps) {
  const { kind, note, message, decidedAt, deciderName } = decision;
  const words = t.decisions.panel;
  return (
    <div class="decided">
      <p>
        <strong>{words.decided[kind]}</strong>{' '}
        {words.byAt(deciderName, formatDateTime(decidedAt, language))}
      </p>
      {note ? <p class="as-typed">{note}</p> : null}
      {message === null ? (
        <p class="hint">{words.notWritten}</p>
      ) : (
        <details class="folded">
          <summary>{words.written}</summary>
          <p class="as-typed" lang={record.attempt.language}>
            {message}
          </p>
        </details>
      )}
    </div>
  );
}

/** One form for each decision, so that each has its own words for the candidate, also without JavaScript. */
function DecisionForm(props: ResultProps & { kind: DecisionKind }) {
  const { record, kind, refusedDecision, formKey, member, t } = props;
  const words = t.decisions.panel;
  const came = refusedDecision?.kind === kind ? refusedDecision : undefined;
  const typed = came?.typed ?? { note: '', write: false, message: letterOf(props), step: '' };
  const ids = {
    note: `${kind}-note`,
    write: `${kind}-write`,
    message: `${kind}-message`,
    step: `${kind}-step`,
  };
  const atGupy = record.application?.connected === 1 && planHasGupy(member.plan);
  const error = (field: DecisionProblem) =>
    came?.problems.includes(field) ? words.problems[field] : undefined;
  return (
    <details class="folded" name="decision" open={came !== undefined}>
      <summary>{words.kinds[kind]}</summary>
      <form
        class="review-form"
        method="post"
        action={`/results/${record.attempt.id}/decisions`}
        novalidate
      >
        {came ? (
          <ErrorSummary
            problems={came.problems.map((field) => ({
              field: ids[field],
              message: words.problems[field],
            }))}
            t={t}
          />
        ) : null}
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="kind" value={kind} />
        <TextArea
          id={ids.note}
          name="note"
          label={`${words.note} (${t.common.optional})`}
          hint={words.noteHint}
          value={typed.note}
          error={error('note')}
          rows={3}
          maxlength={longestNote}
        />
        {atGupy && kind === 'advance' ? (
          <Field
            id={ids.step}
            name="step"
            label={`${words.step} (${t.common.optional})`}
            hint={words.stepHint}
            value={typed.step}
            error={error('step')}
            maxlength={longestStep}
          />
        ) : null}
        {atGupy && kind === 'reject' ? <p class="hint">{words.rejectGupy}</p> : null}
        <Checkbox
          id={ids.write}
          name="write"
          label={words.write}
          hint={words.writeHint}
          checked={typed.write}
        />
        <TextArea
          id={ids.message}
          name="message"
          label={words.message}
          hint={words.messageHint}
          value={typed.message}
          error={error('message')}
          rows={7}
          maxlength={longestMessage}
        />
        <SubmitButton kind={kind === 'reject' ? 'danger' : 'primary'}>
          {words.save[kind]}
        </SubmitButton>
      </form>
    </details>
  );
}

/** Our words for a decision, in the language that the candidate took the test in. */
function letterOf({ record, kind, member }: ResultProps & { kind: DecisionKind }): string {
  const { attempt, content } = record;
  const { text } = localize(content.name, attempt.language, content.language);
  return messagesFor(attempt.language).decisions.letters[kind](text, member.organizationName);
}
