import { localize } from '../../i18n/languages.ts';
import { MemberPage, type MemberProps } from '../../ui/member-page.tsx';
import { Notice, type NoticeKind } from '../../ui/notices.tsx';
import { RatingLine } from '../../ui/rating.tsx';
import { PageTitle } from '../../ui/workspace.tsx';
import type { Receipt } from '../attempts/receipts.ts';
import { isAnswered } from '../attempts/sheet.ts';
import { healthOf } from '../health/derive.ts';
import { HealthPanel } from '../health/panel.tsx';
import type { Result } from '../scoring/result.ts';
import { ApplicationPanel, type ApplicationSearch } from './application-views.tsx';
import { DecisionPanel, type RefusedDecision } from './decision-views.tsx';
import { DeliveriesPanel } from './delivery-views.tsx';
import { AttemptStateMark } from './list-views.tsx';
import { OverviewPanel } from './overview-views.tsx';
import { QuestionsPanel } from './question-views.tsx';
import { RecordPanel } from './record-views.tsx';
import type { ResultRecord } from './result-queries.ts';
import type { ReviewProblem } from './schema.ts';
import { SummaryPanels } from './summary-views.tsx';
import { TimePanel, type TimeProblem } from './time-views.tsx';

export interface ResultProps extends MemberProps {
  record: ResultRecord;
  /** Frozen, or what is known so far; absent while there are no answers to show. */
  outcome: Result | undefined;
  /** Address of the candidate's own result page. */
  candidatePage: string;
  /** Proof of each stored answer, as its candidate has it. */
  receipts: readonly Receipt[];
  /** True for members who may grade. */
  mayReview: boolean;
  now: number;
  /** True for members who may change a candidate's time. */
  mayManage: boolean;
  /** Why a change of the time was refused. */
  timeProblem?: TimeProblem | undefined;
  /** For the forms that record something new. */
  formKey: string;
  refusedDecision?: RefusedDecision | undefined;
  applicationSearch?: ApplicationSearch | undefined;
  /** A grade that came back, as it was typed. */
  refused?: RefusedReview | undefined;
}

export interface RefusedReview {
  questionId: string;
  typed: { grade: string; comment: string };
  problems: readonly ReviewProblem[];
}

/** One result in full. */
export function ResultPage(props: ResultProps) {
  const { record, outcome, language, t } = props;
  const { attempt, content } = record;
  const words = t.workspace.result;
  const name = localize(content.name, language, content.language);
  return (
    <MemberPage {...props} title={attempt.candidateName} area="results">
      <p class="way-back">
        <a class="text-link" href="/results">
          <span aria-hidden="true">←</span> {words.back}
        </a>
      </p>
      <PageTitle
        title={attempt.candidateName}
        lead={
          <>
            {attempt.candidateEmail}
            <br />
            <span lang={name.language}>{name.text}</span>, {words.version(attempt.versionNumber)}
          </>
        }
      >
        <AttemptStateMark state={attempt.state} t={t} />
      </PageTitle>
      <StateNotice {...props} />
      <SummaryPanels {...props} />
      <DecisionPanel {...props} />
      {outcome ? <OverviewPanel {...props} outcome={outcome} /> : null}
      {attempt.startedAt === null ? null : (
        <HealthPanel {...props} health={healthOf(record)} remark={record.remark} />
      )}
      <TimePanel {...props} />
      <ApplicationPanel {...props} />
      <DeliveriesPanel {...props} />
      {outcome ? <QuestionsPanel {...props} outcome={outcome} /> : null}
      <RatingLine rating={attempt.rating} comment={attempt.ratingComment} t={t} />
      <RecordPanel {...props} />
    </MemberPage>
  );
}

/** What the state means, and what there is to do about it. */
function StateNotice(props: ResultProps) {
  const { t, outcome, mayReview } = props;
  const words = t.workspace.result;
  const said = noticeOf(props);
  if (!said) return null;
  const next = mayReview ? outcome?.pending[0] : undefined;
  return (
    <Notice kind={said.kind} t={t}>
      <p>{said.text}</p>
      {next ? (
        <p>
          <a href={`#question-${next}`}>{words.goToPending}</a>
        </p>
      ) : null}
      {outcome?.pending.length && !mayReview ? <p>{words.pendingForOthers}</p> : null}
    </Notice>
  );
}

function noticeOf(props: ResultProps): { kind: NoticeKind; text: string } | undefined {
  const { record, outcome, now, t } = props;
  const { attempt, answers } = record;
  const words = t.workspace.result;
  switch (attempt.state) {
    case 'not_started':
      return { kind: 'info', text: words.notStarted };
    case 'in_progress': {
      const over = attempt.deadlineAt !== null && now > attempt.deadlineAt;
      const answered = answers.filter(isAnswered).length;
      const progress = words.inProgress(answered, attempt.questionIds.length);
      return { kind: 'info', text: over ? words.timeOver : progress };
    }
    case 'submitted': {
      const pending = outcome?.pending.length ?? 0;
      return { kind: 'warning', text: pending > 0 ? words.pending(pending) : words.allGraded };
    }
    case 'expired':
      return { kind: 'info', text: words.expired };
    case 'cancelled':
      return { kind: 'warning', text: words.cancelled };
    default:
      return undefined;
  }
}

/** The parts of a page that need answers to show. */
export type ScoredProps = ResultProps & { outcome: Result };
