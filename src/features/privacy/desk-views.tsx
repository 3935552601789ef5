import { formatDateTime } from '../../i18n/format.ts';
import { ErrorSummary, SubmitButton, TextArea } from '../../ui/forms.tsx';
import { MemberPage, type MemberProps } from '../../ui/member-page.tsx';
import { Notice } from '../../ui/notices.tsx';
import { Empty, PageTitle, Panel, State } from '../../ui/workspace.tsx';
import type { DeskRequests, DeskRow } from './desk-queries.ts';
import { deskAddress, type DeskQuery } from './desk.ts';

export interface DeskProps extends MemberProps, DeskRequests {
  query: DeskQuery;
  now: number;
  /** An answer that came back, as it was typed; the list is then its request alone. */
  typed?: string;
}

export function DeskPage(props: DeskProps) {
  const { rows, next, query, typed, t } = props;
  const words = t.privacy.desk;
  const { show } = query;
  return (
    <MemberPage {...props} title={words.title} area="privacy">
      <PageTitle title={words.title} lead={words.lead} />
      {query.sent ? (
        <Notice kind="success" t={t}>
          <p>{words.sent}</p>
        </Notice>
      ) : null}
      <Notice kind="info" t={t}>
        <p>{words.erasureNote}</p>
      </Notice>
      {typed === undefined ? (
        <nav class="mb-4 flex flex-wrap gap-2" aria-label={words.title}>
          {(['open', 'answered'] as const).map((each) => (
            <a
              class={each === show ? 'btn btn-primary' : 'btn'}
              href={deskAddress(each)}
              aria-current={each === show ? 'page' : undefined}
            >
              {words[each]}
            </a>
          ))}
        </nav>
      ) : null}
      <section aria-label={words.list}>
        {rows.length === 0 ? (
          <Empty>{show === 'open' ? words.noOpen : words.noAnswered}</Empty>
        ) : null}
        {rows.map((row) => (
          <RequestPanel {...props} row={row} />
        ))}
      </section>
      <nav class="pager" aria-label={t.common.pages}>
        {query.after || typed !== undefined ? (
          <a class="btn" href={deskAddress(show)}>
            {typed === undefined ? words.start : words.all}
          </a>
        ) : null}
        {next ? (
          <a class="btn" href={deskAddress(show, next)} rel="next">
            {words.more} <span aria-hidden="true">→</span>
          </a>
        ) : null}
      </nav>
    </MemberPage>
  );
}

function RequestPanel(props: DeskProps & { row: DeskRow }) {
  const { row, language, now, t } = props;
  const words = t.privacy.desk;
  const due = formatDateTime(row.dueAt, language);
  const overdue = now > row.dueAt;
  return (
    <Panel title={`${words.kinds[row.kind]}: ${row.candidateName}`} id={`request-${row.id}`}>
      <p>
        {row.answeredAt === null ? (
          <>
            <State kind={overdue ? 'failed' : 'waiting'}>
              {overdue ? words.late : words.waiting}
            </State>{' '}
            <strong>{overdue ? words.overdue(due) : words.due(due)}</strong>{' '}
          </>
        ) : null}
        <span class="quiet">{words.asked(formatDateTime(row.createdAt, language))}</span>{' '}
        <a class="text-link" href={`/results/${row.attemptId}`}>
          {words.seeResult(row.candidateName)}
        </a>
      </p>
      {row.message ? (
        <p class="said my-3">{row.message}</p>
      ) : (
        <p class="quiet my-3">{words.noMessage}</p>
      )}
      {row.answeredAt === null ? <AnswerForm {...props} /> : <Answered {...props} />}
    </Panel>
  );
}

function Answered({ row, language, t }: DeskProps & { row: DeskRow }) {
  const words = t.privacy.desk;
  const when = formatDateTime(row.answeredAt ?? 0, language);
  return (
    <>
      <h3 class="font-semibold">{words.answerGiven}</h3>
      <p class="said my-2">{row.answer}</p>
      <p class="quiet">{words.answeredBy(row.answererName ?? '', when)}</p>
    </>
  );
}

function AnswerForm({ row, typed, t }: DeskProps & { row: DeskRow }) {
  const words = t.privacy.desk;
  return (
    <details open={typed !== undefined}>
      <summary class="py-2 font-semibold">{words.answerFor(row.candidateName)}</summary>
      <ErrorSummary
        t={t}
        problems={
          typed === undefined ? [] : [{ field: `answer-${row.id}`, message: words.problem }]
        }
      />
      <form method="post" action={`/privacy/requests/${row.id}/answer`} novalidate>
        <TextArea
          name="answer"
          id={`answer-${row.id}`}
          label={words.answer}
          hint={words.answerHint}
          error={typed === undefined ? undefined : words.problem}
          value={typed ?? ''}
          rows={4}
        />
        <SubmitButton>{words.send}</SubmitButton>
      </form>
    </details>
  );
}
