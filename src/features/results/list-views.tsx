import type { Child } from 'hono/jsx';

import type { AttemptState } from '../../db/schema/attempts.ts';
import { formatDateTime, formatNumber } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/messages.ts';
import { MemberPage, type MemberProps } from '../../ui/member-page.tsx';
import { Empty, PageTitle, State } from '../../ui/workspace.tsx';
import { type Filters, isFiltered, listAddress, ResultsFilter, swapping } from './filter-views.tsx';
import type { ResultRow, ResultsPage as Page } from './list-queries.ts';

export interface ListProps extends MemberProps {
  page: Page;
  filters: Filters;
  /** True on the first page, where no rows means that there are none. */
  first: boolean;
}

export function ResultsPage(props: ListProps) {
  const words = props.t.workspace.results;
  return (
    <MemberPage {...props} title={words.title} area="results">
      <PageTitle title={words.title} lead={words.lead} />
      <ResultsFilter {...props} />
      <ResultsPart {...props} />
    </MemberPage>
  );
}

/** The list alone; what htmx replaces. */
export function ResultsPart(props: ListProps) {
  const { page, filters, t } = props;
  const words = t.workspace.results;
  if (page.rows.length === 0) return <NoRows {...props} />;
  return (
    <ListFrame {...props}>
      <p class="list-note" tabindex={-1} data-focus>
        {words.shown(page.rows.length, page.older !== undefined)}{' '}
        {filters.q ? words.searchOrder : t.workspace.brasiliaTime}
      </p>
      <div class="data-box">
        <table class="data cards">
          <caption class="sr-only">{words.list}</caption>
          <thead>
            <tr>
              <th scope="col">{words.candidate}</th>
              <th scope="col">{words.assessment}</th>
              <th scope="col">{words.state}</th>
              <th scope="col" class="number">
                {words.total}
              </th>
              <th scope="col">{words.date}</th>
              <th scope="col">{words.source}</th>
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => (
              <Row row={row} {...props} />
            ))}
          </tbody>
        </table>
      </div>
      <Pages {...props} />
    </ListFrame>
  );
}

function Row({ row, page, language, t }: ListProps & { row: ResultRow }) {
  const words = t.workspace.results;
  const assessment = page.assessments.find(({ id }) => id === row.assessmentId);
  const [moment, at] = lastMoment(row, t);
  return (
    <tr>
      <th scope="row">
        <a href={`/results/${row.id}`}>{row.candidateName}</a>
        <span class="under">{row.candidateEmail}</span>
      </th>
      <td data-label={words.assessment}>{assessment?.name ?? words.unknownAssessment}</td>
      <td data-label={words.state}>
        <AttemptStateMark state={row.state} t={t} />
      </td>
      <td data-label={words.total} class="number">
        {row.total === null ? <NoTotal row={row} t={t} /> : formatNumber(row.total, language)}
      </td>
      <td data-label={moment} class="nowrap">
        <time datetime={new Date(at).toISOString()}>{formatDateTime(at, language)}</time>
        <span class="under wide-only">{moment}</span>
      </td>
      <td data-label={words.source}>{words.sources[row.source]}</td>
    </tr>
  );
}

/** A profile is completed without a total; anything else has none yet. */
function NoTotal({ row, t }: { row: ResultRow; t: Messages }) {
  if (row.state !== 'completed') return <span class="quiet">–</span>;
  return <span class="quiet">{t.workspace.results.noTotal}</span>;
}

const kinds = {
  not_started: 'idle',
  in_progress: 'active',
  submitted: 'waiting',
  completed: 'done',
  expired: 'idle',
  cancelled: 'failed',
} as const;

export function AttemptStateMark({ state, t }: { state: AttemptState; t: Messages }) {
  return <State kind={kinds[state]}>{t.workspace.states[state]}</State>;
}

function lastMoment(row: ResultRow, t: Messages): [string, number] {
  const words = t.workspace.results;
  if (row.submittedAt !== null) return [words.submittedAt, row.submittedAt];
  if (row.startedAt !== null) return [words.startedAt, row.startedAt];
  return [words.createdAt, row.createdAt];
}

/** Nothing yet, nothing like it, or nothing in this part of a search: each with a way on. */
function NoRows(props: ListProps) {
  const { page, filters, first, t } = props;
  const words = t.workspace.results;
  const kind = page.older ? 'sparse' : isFiltered(filters) || !first ? 'noMatch' : 'empty';
  return (
    <ListFrame {...props}>
      <Empty>
        <h2 tabindex={-1} data-focus>
          {words[`${kind}Title`]}
        </h2>
        <p>{words[kind]}</p>
        {kind === 'empty' ? (
          <p>
            <a class="btn btn-primary" href="/assessments">
              {words.emptyAction}
            </a>
          </p>
        ) : null}
        {kind === 'noMatch' ? (
          <p>
            <a class="btn" href="/results">
              {words.clear}
            </a>
          </p>
        ) : null}
      </Empty>
      <Pages {...props} />
    </ListFrame>
  );
}

function ListFrame({ t, children }: ListProps & { children?: Child }) {
  return (
    <section id="results-list" aria-label={t.workspace.results.list}>
      {children}
    </section>
  );
}

function Pages({ page, filters, first, t }: ListProps) {
  const words = t.workspace.results;
  const { newer, older } = page;
  const back = newer ?? (filters.q && !first ? '' : undefined);
  if (back === undefined && older === undefined) return null;
  const link = (cursor: string) => {
    const href = listAddress(filters, cursor);
    return { class: 'btn', href, ...swapping(href) };
  };
  return (
    <nav class="pager" aria-label={t.common.pages}>
      {back === undefined ? null : (
        <a {...link(back)} rel="prev">
          <span aria-hidden="true">←</span> {filters.q ? words.backToStart : t.common.newer}
        </a>
      )}
      {older === undefined ? null : (
        <a {...link(older)} rel="next">
          {filters.q ? words.keepSearching : t.common.older} <span aria-hidden="true">→</span>
        </a>
      )}
    </nav>
  );
}
