import { formatDateTime, formatDuration, formatNumber, formatTime } from '../../i18n/format.ts';
import { localize } from '../../i18n/languages.ts';
import { minute } from '../../lib/time.ts';
import { Field, Select, SubmitButton } from '../../ui/forms.tsx';
import { Notice } from '../../ui/notices.tsx';
import { Pairs } from '../../ui/review.tsx';
import { Panel } from '../../ui/workspace.tsx';
import { grantedPercents } from '../attempts/accommodation.ts';
import type { ResultProps } from './result-views.tsx';

export type TimeProblem = 'minutes' | 'percent' | 'closed';

/** The deadline, what moved it, and what the organization may still do about it. */
export function TimePanel(props: ResultProps) {
  const { record, timeProblem, language, t } = props;
  const { attempt, content, accommodation, timeChanges } = record;
  const words = t.time.panel;
  const open = attempt.state === 'not_started' || attempt.state === 'in_progress';
  const told = timeChanges.length + attempt.sectionClocks.length;
  const nothing = told === 0 && !accommodation && !timeProblem;
  if (!open && nothing) return null;
  const facts = [
    {
      label: words.duration,
      value: formatDuration(content.durationMinutes * minute, language),
    },
    ...(attempt.deadlineAt === null
      ? []
      : [{ label: words.deadline, value: formatDateTime(attempt.deadlineAt, language) }]),
    ...attempt.sectionClocks.map(({ sectionId, startedAt, deadlineAt }) => {
      const title = content.sections.find(({ id }) => id === sectionId)?.title ?? {};
      return {
        label: words.section(localize(title, language, content.language).text),
        value: words.sectionTime(formatTime(startedAt, language), formatTime(deadlineAt, language)),
      };
    }),
  ];
  return (
    <Panel title={words.title} id="time">
      {timeProblem === 'closed' ? (
        <Notice kind="warning" t={t} live>
          <p>{words.problems.closed}</p>
        </Notice>
      ) : null}
      <Pairs items={facts} />
      <h3>{words.changes}</h3>
      {timeChanges.length === 0 ? <p>{words.none}</p> : <Changes {...props} />}
      {accommodation ? <Accommodation {...props} /> : null}
      {props.mayManage && attempt.state === 'in_progress' ? (
        <form class="review-form no-print" method="post" action={`/results/${attempt.id}/time`}>
          <h3>{words.add}</h3>
          <Field
            name="minutes"
            label={words.minutes}
            hint={words.addHint}
            inputmode="numeric"
            maxlength={3}
            error={timeProblem === 'minutes' ? words.problems.minutes : undefined}
            required
          />
          <SubmitButton kind="plain">{words.submit}</SubmitButton>
        </form>
      ) : null}
    </Panel>
  );
}

function Changes({ record, language, t }: ResultProps) {
  const words = t.time.panel;
  return (
    <ul>
      {record.timeChanges.map((change) => {
        const ms = formatDuration(change.ms, language);
        const who = change.changerName ?? '';
        const told = {
          outage: words.outage(
            ms,
            formatTime(change.fromAt ?? 0, language),
            formatTime(change.toAt ?? 0, language),
          ),
          added: words.added(ms, who),
          accommodation: words.accommodation(ms, who),
        }[change.kind];
        return (
          <li>
            {formatDateTime(change.createdAt, language)}: {told}
          </li>
        );
      })}
    </ul>
  );
}

function Accommodation({ record, mayManage, timeProblem, language, t }: ResultProps) {
  const { attempt, accommodation } = record;
  if (!accommodation) return null;
  const words = t.time.panel;
  const { percent, decidedAt, deciderName } = accommodation;
  const factor =
    percent === 100 ? words.refused : `${formatNumber((percent ?? 100) / 100, language)}×`;
  return (
    <section>
      <h3>{words.request}</h3>
      <p class="as-typed">{accommodation.request || t.common.none}</p>
      <p class="hint">{words.requestPrivate}</p>
      {decidedAt === null ? null : (
        <p>
          <strong>{words.decide}:</strong>{' '}
          {words.decided(factor, deciderName ?? '', formatDateTime(decidedAt, language))}
        </p>
      )}
      {decidedAt === null && mayManage ? (
        <form
          class="review-form no-print"
          method="post"
          action={`/results/${attempt.id}/accommodation`}
          novalidate
        >
          <Select
            name="percent"
            label={words.decision}
            value="150"
            options={[
              ...grantedPercents.map((value) => ({
                value: String(value),
                label: words.options[value],
              })),
              { value: 'other', label: words.options.other },
            ]}
          />
          <Field
            name="other"
            label={words.other}
            hint={words.otherHint}
            inputmode="numeric"
            maxlength={3}
            error={timeProblem === 'percent' ? words.problems.percent : undefined}
          />
          <SubmitButton kind="plain">{words.save}</SubmitButton>
        </form>
      ) : null}
    </section>
  );
}
