import { formatDateTime } from '../../i18n/format.ts';
import { deliveryKind, DeliveryStateMark, outcomeText, ReplayForm } from '../../ui/deliveries.tsx';
import { SubmitButton } from '../../ui/forms.tsx';
import { MemberPage, type MemberProps } from '../../ui/member-page.tsx';
import { Notice } from '../../ui/notices.tsx';
import { Empty, PageTitle } from '../../ui/workspace.tsx';
import { LedgerFilter } from './filter-views.tsx';
import type { listDeliveries, LedgerRow } from './queries.ts';
import { ledgerAddress, type LedgerQuery, writePlace } from './schema.ts';

export interface LedgerProps extends MemberProps {
  part: Awaited<ReturnType<typeof listDeliveries>>;
  query: LedgerQuery;
  mayReplay: boolean;
  /** How many at most are sent again at once. */
  replayLimit: number;
}

export function LedgerPage(props: LedgerProps) {
  const { query, t } = props;
  const words = t.deliveries;
  const missing = query.view !== undefined;
  const { cursor: _cursor, replayed: _replayed, ...filter } = query;
  return (
    <MemberPage {...props} title={words.title} area="deliveries">
      <PageTitle title={words.title} lead={missing ? words.missingLead : words.lead}>
        <a class="btn" href={ledgerAddress(filter, '/deliveries.csv')}>
          {words.csv}
        </a>
      </PageTitle>
      <nav class="subtabs" aria-label={words.views.label}>
        <ul>
          <li>
            <a href="/deliveries" aria-current={missing ? undefined : 'page'}>
              {words.views.all}
            </a>
          </li>
          <li>
            <a href="/deliveries?view=missing" aria-current={missing ? 'page' : undefined}>
              {words.views.missing}
            </a>
          </li>
        </ul>
      </nav>
      {query.replayed === undefined ? null : (
        <Notice kind={query.replayed > 0 ? 'success' : 'info'} t={t}>
          {words.replayedMany(query.replayed)}{' '}
          {query.replayed === props.replayLimit ? words.replayMore : null}
        </Notice>
      )}
      {missing ? null : <LedgerFilter {...props} />}
      <ReplayAll {...props} />
      <Unplanned {...props} />
      <Rows {...props} />
      <Onwards {...props} />
    </MemberPage>
  );
}

/** Where nothing is parked, the button would only ask for nothing. */
function ReplayAll({ part, query, mayReplay, replayLimit, t }: LedgerProps) {
  const words = t.deliveries;
  if (!mayReplay || !part.rows.some(({ state }) => state === 'parked')) return null;
  const { assessment, from, to } = query;
  const kind = query.view === undefined ? query.kind : 'gupy.result_webhook';
  return (
    <form method="post" action="/deliveries/replays" class="my-4 flex flex-wrap items-center gap-2">
      {Object.entries({ kind, assessment, from, to }).map(([name, value]) =>
        value === undefined ? null : <input type="hidden" name={name} value={value} />,
      )}
      <SubmitButton kind="plain">{words.replayAll}</SubmitButton>
      <span class="hint">{words.replayAllNote(replayLimit)}</span>
    </form>
  );
}

function Unplanned({ part, language, t }: LedgerProps) {
  if (part.unplanned.length === 0) return null;
  return (
    <Notice kind="warning" title={t.deliveries.unplanned} t={t}>
      <ul>
        {part.unplanned.map(({ attemptId, candidateName, createdAt }) => (
          <li>
            <a href={`/results/${attemptId}`}>{candidateName}</a>{' '}
            {formatDateTime(createdAt, language)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Rows(props: LedgerProps) {
  const { part, t } = props;
  const words = t.deliveries;
  if (part.rows.length === 0) return <NoRows {...props} />;
  return (
    <section aria-label={words.list}>
      <p class="list-note">{t.workspace.brasiliaTime}</p>
      <div class="data-box">
        <table class="data cards">
          <caption class="sr-only">{words.list}</caption>
          <thead>
            <tr>
              <th scope="col">{words.candidate}</th>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.lastTry}</th>
              <th scope="col">{words.planned}</th>
              {props.mayReplay ? (
                <th scope="col">
                  <span class="sr-only">{words.replay}</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {part.rows.map((row) => (
              <Row {...props} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ row, mayReplay, language, t }: LedgerProps & { row: LedgerRow }) {
  const words = t.deliveries;
  const kind = deliveryKind(row.kind, t);
  const of = `${kind}, ${row.candidateName}`;
  const host = URL.parse(row.destination)?.host;
  return (
    <tr>
      <th scope="row">
        <a href={`/results/${row.attemptId}`}>{row.candidateName}</a>
      </th>
      <td data-label={words.kind}>
        <div>
          {kind}
          {host ? <span class="under">{host}</span> : null}
        </div>
      </td>
      <td data-label={words.state}>
        <DeliveryStateMark state={row.state} t={t} short />
      </td>
      <td data-label={words.lastTry}>
        <div>
          {outcomeText({ status: row.lastStatus, error: row.lastError }, t) || '–'}
          <span class="under">
            <a class="link" href={`/deliveries/${row.id}`}>
              {words.tries(row.tries)}
              <span class="sr-only">: {of}</span>
            </a>
          </span>
        </div>
      </td>
      <td data-label={words.planned} class="nowrap">
        <time datetime={new Date(row.createdAt).toISOString()}>
          {formatDateTime(row.createdAt, language)}
        </time>
      </td>
      {mayReplay ? (
        <td class="nowrap">
          {row.state === 'delivered' ? null : <ReplayForm delivery={row} of={of} t={t} />}
        </td>
      ) : null}
    </tr>
  );
}

/** Nothing yet, nothing missing, nothing like it, or nothing in this part: each with a way on. */
function NoRows({ part, query, t }: LedgerProps) {
  const words = t.deliveries;
  const { view, cursor, replayed: _replayed, ...filter } = query;
  const narrowed = cursor !== undefined || Object.values(filter).some(Boolean);
  const none = view === undefined ? 'empty' : 'missingEmpty';
  const kind = part.older ? 'sparse' : narrowed ? 'noMatch' : none;
  // What is not planned yet is shown above: then something is missing.
  if (kind === 'missingEmpty' && part.unplanned.length > 0) return null;
  return (
    <Empty>
      <h2>{words[`${kind}Title`]}</h2>
      <p>{words[kind]}</p>
      {kind === 'noMatch' ? (
        <p>
          <a class="btn" href="/deliveries">
            {words.clear}
          </a>
        </p>
      ) : null}
    </Empty>
  );
}

function Onwards({ part, query, t }: LedgerProps) {
  if (!part.older) return null;
  const { replayed: _replayed, ...filter } = query;
  return (
    <nav class="pager" aria-label={t.common.pages}>
      <a class="btn" rel="next" href={ledgerAddress({ ...filter, cursor: writePlace(part.older) })}>
        {t.common.older} <span aria-hidden="true">→</span>
      </a>
    </nav>
  );
}
