import { MemberPage, type MemberProps } from '../../ui/member-page.tsx';
import { Notice } from '../../ui/notices.tsx';
import { Empty, PageTitle, Panel } from '../../ui/workspace.tsx';
import { InvitationForm } from './form-views.tsx';
import { InvitationItem } from './item-views.tsx';
import type { InvitationRow, InvitedAssessment } from './queries.ts';
import type { InvitationNotice, InvitationProblem } from './schema.ts';

export interface InvitationsProps extends MemberProps {
  assessment: InvitedAssessment;
  rows: InvitationRow[];
  /** Each row's personal link, for those who may see it. */
  addresses: (string | undefined)[];
  /** Address of the page with older ones, where there are any. */
  older: string | undefined;
  first: boolean;
  /** True for members who may invite. */
  mayInvite: boolean;
  now: number;
  notice?: InvitationNotice | undefined;
  /** The form's values: those of a new one, or those that came back. */
  typed: Record<'name' | 'email' | 'language' | 'percent' | 'other' | 'expires' | 'key', string>;
  problems: ReadonlySet<InvitationProblem>;
  /** The invitation that the person already has, where that is the problem. */
  openAttemptId?: string | undefined;
  /** A new end that came back. */
  extending?: { attemptId: string; typed: string } | undefined;
}

const noticeKinds = {
  created: 'success',
  repeated: 'info',
  resent: 'success',
  not_resent: 'warning',
  extended: 'success',
  cancelled: 'success',
  closed: 'warning',
} as const;

/** The invitations of one assessment, newest first, and the form of a new one. */
export function InvitationsPage(props: InvitationsProps) {
  const { assessment, notice, mayInvite, t } = props;
  const words = t.invitations;
  return (
    <MemberPage {...props} title={words.titleOf(assessment.name)} area="assessments">
      <p class="way-back">
        <a class="text-link" href="/assessments">
          <span aria-hidden="true">←</span> {t.workspace.assessments.back}
        </a>
      </p>
      <PageTitle title={words.titleOf(assessment.name)} lead={words.lead} />
      {notice ? (
        <Notice kind={noticeKinds[notice]} t={t} live>
          <p>{words.notices[notice]}</p>
        </Notice>
      ) : null}
      {assessment.state === 'published' ? null : (
        <Notice kind="info" title={words.unpublishedTitle} t={t}>
          <p>{words.unpublished}</p>
        </Notice>
      )}
      {mayInvite && assessment.state === 'published' ? <InvitationForm {...props} /> : null}
      {mayInvite ? null : <p class="hint">{words.onlyRecruiters}</p>}
      <InvitationList {...props} />
    </MemberPage>
  );
}

function InvitationList(props: InvitationsProps) {
  const { rows, addresses, older, first, t } = props;
  const words = t.invitations;
  if (rows.length === 0)
    return (
      <Empty>
        <h2>{words.emptyTitle}</h2>
        <p>{words.empty}</p>
      </Empty>
    );
  return (
    <>
      <Panel title={words.list}>
        <ul class="links">
          {rows.map((row, index) => (
            <InvitationItem {...props} row={row} address={addresses[index]} />
          ))}
        </ul>
      </Panel>
      {first && older === undefined ? null : (
        <nav class="pager" aria-label={t.common.pages}>
          {first ? null : (
            <a class="btn" href={props.path} rel="prev">
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
    </>
  );
}
