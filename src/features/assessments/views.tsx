import { formatDateTime } from '../../i18n/format.ts';
import { ErrorSummary, Field, SubmitButton } from '../../ui/forms.tsx';
import { MemberPage, type MemberProps } from '../../ui/member-page.tsx';
import { Notice } from '../../ui/notices.tsx';
import { QrCode } from '../../ui/qr.tsx';
import { CopyField, Empty, PageTitle, Panel, State } from '../../ui/workspace.tsx';
import { type LinkState, linkStateOf } from './link-state.ts';
import type { ListedAssessment, ListedLink } from './queries.ts';

export interface AssessmentsProps extends MemberProps {
  rows: ListedAssessment[];
  /** Address of the page with older ones, where there are any. */
  older?: string | undefined;
  first: boolean;
  /** How many links of an assessment are shown; it may have one more. */
  linksShown: number;
  baseUrl: string;
  now: number;
}

export function AssessmentsPage(props: AssessmentsProps) {
  const { rows, older, first, t } = props;
  const words = t.workspace.assessments;
  return (
    <MemberPage {...props} title={words.title} area="assessments">
      <PageTitle title={words.title} lead={words.lead} />
      {rows.length === 0 ? (
        <Empty>
          <h2>{words.emptyTitle}</h2>
          <p>{words.empty}</p>
        </Empty>
      ) : null}
      {rows.map((row) => (
        <Assessment {...props} row={row} />
      ))}
      {first && older === undefined ? null : (
        <nav class="pager" aria-label={words.pages}>
          {first ? null : (
            <a class="btn" href="/assessments" rel="prev">
              <span aria-hidden="true">←</span> {t.workspace.results.backToStart}
            </a>
          )}
          {older === undefined ? null : (
            <a class="btn" href={older} rel="next">
              {t.common.older} <span aria-hidden="true">→</span>
            </a>
          )}
        </nav>
      )}
    </MemberPage>
  );
}

const assessmentKinds = { draft: 'idle', published: 'done', archived: 'idle' } as const;

function Assessment(props: AssessmentsProps & { row: ListedAssessment }) {
  const { row, linksShown, t } = props;
  const words = t.workspace.assessments;
  const facts = [
    row.versionNumber === null ? undefined : words.version(row.versionNumber),
    row.questions === null ? undefined : words.questions(row.questions),
    row.minutes === null ? undefined : words.minutes(row.minutes),
    row.offeredToGupy ? words.offered : undefined,
  ].filter(Boolean);
  return (
    <Panel>
      <div class="panel-head">
        <div>
          <h2>{row.name}</h2>
          <p class="quiet">{facts.join(' · ')}</p>
        </div>
        <div class="panel-actions">
          <State kind={assessmentKinds[row.state]}>{words.states[row.state]}</State>
          <a
            class="btn btn-sm"
            href={`/assessments/${row.id}/invitations`}
            aria-label={t.invitations.inviteTo(row.name)}
          >
            {t.invitations.invite}
          </a>
          <a
            class="btn btn-sm"
            href={`/results?assessment=${row.id}`}
            aria-label={words.resultsOf(row.name)}
          >
            {words.results}
          </a>
        </div>
      </div>
      <h3 class="sr-only">{words.links}</h3>
      {row.links.length === 0 ? <p class="hint">{words.noLinks}</p> : null}
      <ul class="links">
        {row.links.slice(0, linksShown).map((link) => (
          <LinkItem {...props} link={link} />
        ))}
      </ul>
      {row.links.length > linksShown ? <p class="hint">{words.moreLinks(linksShown)}</p> : null}
    </Panel>
  );
}

const linkKinds = { open: 'done', not_open: 'waiting', over: 'idle', off: 'failed' } as const;

function LinkItem(props: AssessmentsProps & { link: ListedLink }) {
  const { link, baseUrl, now, t } = props;
  const words = t.workspace.assessments;
  const address = addressOf(baseUrl, link.slug);
  const state = linkStateOf(link, now);
  return (
    <li>
      <div class="link-head">
        <strong>{link.name}</strong>
        <State kind={linkKinds[state]}>{words.linkStates[state]}</State>
        <span class="quiet">{linkFacts(props, state).join(' · ')}</span>
      </div>
      <div class="link-ways">
        <CopyField value={address} label={words.address(link.name)} t={t} />
        <a
          class="btn"
          href={address}
          target="_blank"
          rel="noopener"
          aria-label={`${words.openLink(link.name)} ${t.common.opensInNewTab}`}
        >
          {words.open}
        </a>
        <a class="btn" href={`/links/${link.id}/qr`} aria-label={words.qrOf(link.name)}>
          {words.qr}
        </a>
      </div>
    </li>
  );
}

function linkFacts(
  { link, language, t }: AssessmentsProps & { link: ListedLink },
  state: LinkState,
): string[] {
  const words = t.workspace.assessments;
  const { opensAt, closesAt, jobReference } = link;
  const when = (at: number) => formatDateTime(at, language);
  const facts = [words.attempts(link.attemptsAllowed)];
  if (jobReference !== null) facts.push(words.job(jobReference));
  if (opensAt !== null && state === 'not_open') facts.push(words.opensAt(when(opensAt)));
  if (closesAt !== null)
    facts.push(state === 'over' ? words.closedAt(when(closesAt)) : words.closesAt(when(closesAt)));
  return facts;
}

export interface QrProps extends MemberProps {
  link: {
    id: string;
    slug: string;
    name: string;
    jobReference: string | null;
    assessmentName: string;
  };
  baseUrl: string;
  mayChange: boolean;
  notice?: 'saved' | undefined;
  /** A job that was refused. */
  typed?: string;
}

/** One code, large: for a poster, a slide, a desk. And the job that the link is for. */
export function QrPage(props: QrProps) {
  const { link, t } = props;
  const words = t.workspace.assessments;
  const address = addressOf(props.baseUrl, link.slug);
  return (
    <MemberPage {...props} title={words.qrTitle(link.assessmentName)} area="assessments">
      <p class="way-back no-print">
        <a class="text-link" href="/assessments">
          <span aria-hidden="true">←</span> {words.back}
        </a>
      </p>
      <section class="panel poster">
        <h1 tabindex={-1} data-focus>
          {link.assessmentName}
        </h1>
        <p class="quiet">{link.name}</p>
        <QrCode address={address} label={t.common.qrCode(address)} size={360} />
        <p>{words.qrLead}</p>
        <p class="poster-address">{address}</p>
        <div class="no-print">
          <CopyField value={address} label={words.address(link.name)} t={t} />
          <p class="hint">{words.qrPrint}</p>
        </div>
      </section>
      {props.mayChange ? <JobForm {...props} /> : null}
    </MemberPage>
  );
}

function JobForm({ link, notice, typed, t }: QrProps) {
  const words = t.workspace.assessments.linkJob;
  const error = typed === undefined ? undefined : words.problem;
  return (
    <section class="panel no-print">
      <h2>{words.title}</h2>
      {notice ? (
        <Notice kind="success" t={t} live>
          <p>{words.saved}</p>
        </Notice>
      ) : null}
      {error ? <ErrorSummary problems={[{ field: 'job', message: error }]} t={t} /> : null}
      <form class="new-token" method="post" action={`/links/${link.id}/job`} novalidate>
        <Field
          name="job"
          label={words.label}
          hint={words.hint}
          value={typed ?? link.jobReference ?? ''}
          error={error}
          maxlength={60}
        />
        <SubmitButton>{words.save}</SubmitButton>
      </form>
    </section>
  );
}

function addressOf(baseUrl: string, slug: string): string {
  return `${baseUrl}/t/${slug}`;
}
