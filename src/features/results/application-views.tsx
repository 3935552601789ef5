import { ErrorSummary, Field, SubmitButton } from '../../ui/forms.tsx';
import { Pairs } from '../../ui/review.tsx';
import { Panel } from '../../ui/workspace.tsx';
import { planHasGupy } from '../gupy/plan.ts';
import type { ResultProps } from './result-views.tsx';

/** What a person looked for at Gupy, and what came of it. */
export interface ApplicationSearch {
  search?: string;
  application?: string;
  found?: readonly { id: string; name: string; emails: readonly string[] }[];
  /** False when the job has more applications than were looked at. */
  complete?: boolean;
  problem?: 'search' | 'application' | 'silent';
}

/** The application at Gupy that a result goes to; for an attempt that belongs to a job there. */
export function ApplicationPanel(props: ResultProps) {
  const { record, mayManage, member, t } = props;
  const { application } = record;
  if (!application || !planHasGupy(member.plan)) return null;
  const words = t.decisions.application;
  const { gupyJobId, applicationId, linkerName, connected } = application;
  return (
    <Panel title={words.title} id="application">
      <Pairs
        items={[
          { label: words.job, value: gupyJobId },
          { label: words.application, value: applicationId ?? words.unknown },
        ]}
      />
      {linkerName ? <p class="hint">{words.linkedBy(linkerName)}</p> : null}
      {mayManage && connected ? <LinkForms {...props} /> : null}
    </Panel>
  );
}

function LinkForms({ record, applicationSearch: came = {}, t }: ResultProps) {
  const words = t.decisions.application;
  // The answer to a search is a long page: it opens where it was asked.
  const action = `/results/${record.attempt.id}/application#application`;
  const { problem, found } = came;
  const known = record.application?.applicationId !== null;
  const error = (field: 'search' | 'application') =>
    problem === field || (field === 'search' && problem === 'silent')
      ? words.problems[problem]
      : undefined;
  return (
    <details class="folded no-print" open={!known || Object.keys(came).length > 0}>
      <summary>{known ? words.change : words.link}</summary>
      <p class="hint">{record.application?.registered ? words.noteRegistered : words.note}</p>
      {found ? <Found {...came} found={found} action={action} t={t} /> : null}
      <form class="review-form" method="post" action={action} novalidate>
        {problem ? (
          <ErrorSummary
            problems={[
              {
                field: problem === 'application' ? 'application-id' : 'application-search',
                message: words.problems[problem],
              },
            ]}
            t={t}
          />
        ) : null}
        <Field
          id="application-search"
          name="search"
          label={words.search}
          value={came.search}
          error={error('search')}
          maxlength={120}
          autocomplete="off"
        />
        <SubmitButton kind="plain">{words.find}</SubmitButton>
      </form>
      <form class="review-form" method="post" action={action} novalidate>
        <Field
          id="application-id"
          name="application"
          label={words.number}
          value={came.application}
          error={error('application')}
          inputmode="numeric"
          maxlength={19}
          autocomplete="off"
        />
        <SubmitButton kind="plain">{words.use}</SubmitButton>
      </form>
    </details>
  );
}

function Found(
  props: Required<Pick<ApplicationSearch, 'found'>> &
    Pick<ApplicationSearch, 'complete'> & { action: string } & Pick<ResultProps, 't'>,
) {
  const { found, complete, action, t } = props;
  const words = t.decisions.application;
  return (
    <div role="status">
      {found.length === 0 ? <p>{words.nobody}</p> : null}
      <ul class="tokens">
        {found.map(({ id, name, emails }) => (
          <li>
            <div>
              <strong>{name || emails[0] || id}</strong>
              <p class="quiet">{[...emails, id].join(' · ')}</p>
            </div>
            <form method="post" action={action}>
              <input type="hidden" name="application" value={id} />
              <button type="submit" class="btn btn-sm" aria-label={words.useOf(name || id)}>
                {words.use}
              </button>
            </form>
          </li>
        ))}
      </ul>
      {complete === false ? <p class="hint">{words.more}</p> : null}
    </div>
  );
}
