import { formatDateTime } from '../../i18n/format.ts';
import { localize } from '../../i18n/languages.ts';
import { Card, Facts, PageHead } from '../../ui/candidate.tsx';
import { CandidateLayout } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notices.tsx';
import { HealthLink } from '../health/record.tsx';
import { conductOf } from '../questions/conduct.ts';
import { ExplainedAnswers } from './explained-answers.tsx';
import { OutcomeCards } from './outcome-cards.tsx';
import { RatingForm } from './rating-form.tsx';
import type { RefusedRating } from './rating.ts';
import { RightsLink } from './rights-link.tsx';
import type { Arrival } from './schema.ts';
import { isAnswered } from './sheet.ts';
import type { SittingProps } from './sitting-layout.tsx';

type DoneProps = SittingProps & {
  /** Address of the result page, shown where the page is the attempt's own. */
  resultPage?: string;
  /** The result page's path; the rating goes below it. */
  resultPath: string;
  /** This page's own path. */
  from: string;
  arrival?: Arrival;
  /** A rating that came back. */
  refused?: RefusedRating | undefined;
};

/**
 * An attempt that can't be answered (any more), to its candidate: on its own address (`base`), and on
 * the result page, where what the assessment released of the answers is.
 */
export function DonePage(props: DoneProps) {
  const { attempt, content, language, t, path, arrival, resultPage } = props;
  const name = localize(content.name, language, content.language);
  const words = t.candidate.done;
  const [title, lead] = headings(props);
  const toGupy = attempt.callbackUrl !== attempt.apiCallbackUrl;
  const ended = attempt.state === 'completed' || attempt.state === 'submitted';
  return (
    <CandidateLayout
      title={`${title} · ${name.text}`}
      organization={attempt}
      {...{ language, t, path }}
    >
      <p class="eyebrow" lang={name.language}>
        {name.text}
      </p>
      <PageHead title={title} lead={lead} />
      {/* The script then forgets what it kept of the test. */}
      {ended ? <span data-over hidden></span> : null}
      {arrival && ended ? (
        <Notice kind="warning" t={t} live>
          <p>{words[arrival]}</p>
        </Notice>
      ) : null}
      {ended && attempt.submittedBy === 'clock' ? (
        <Notice kind="info" t={t}>
          <p>{words.byClock}</p>
        </Notice>
      ) : null}
      {props.base && attempt.state === 'completed' && attempt.callbackUrl !== null ? (
        <Card>
          <p>{toGupy ? words.returnHint : words.returnElsewhereHint}</p>
          <p>
            <a class="btn btn-primary" href={`${props.base}/return`}>
              {toGupy ? words.returnTo : words.returnElsewhere}
            </a>
          </p>
        </Card>
      ) : null}
      <OutcomeCards {...props} />
      {ended ? (
        <Card>
          <Facts
            items={[
              {
                label: words.submittedAt,
                value: formatDateTime(attempt.submittedAt ?? 0, language),
              },
              {
                label: words.answered,
                value: `${props.answers.filter(isAnswered).length} / ${attempt.questionIds.length}`,
              },
            ]}
          />
        </Card>
      ) : null}
      {resultPage && attempt.state === 'completed' ? (
        <p>
          <a href={resultPage}>{words.resultLink}</a>. {words.resultHint}
        </p>
      ) : null}
      {props.base && ended ? <HealthLink base={props.base} t={t} /> : null}
      {props.base && ended ? (
        <p class="no-print">
          <a href={`${props.base}/receipts`}>{t.sitting.receipts.link}</a>
        </p>
      ) : null}
      {props.base && ended && attempt.callbackUrl === null ? <p>{words.canClose}</p> : null}
      {props.base ? null : <ExplainedAnswers {...props} />}
      {ended ? <RatingForm {...props} /> : null}
      {props.base ? (
        <RightsLink base={props.base} t={t} />
      ) : (
        <p class="no-print">{t.privacy.own.elsewhere}</p>
      )}
      {!props.base && attempt.state === 'completed' ? (
        <p class="hint no-print">{t.after.print}</p>
      ) : null}
    </CandidateLayout>
  );
}

function headings({ attempt, content, t }: DoneProps): [string, string] {
  const words = t.candidate.done;
  const name = attempt.candidateName;
  const shown = conductOf(content).sees !== 'receipt';
  return {
    completed: [words.completedTitle, shown ? words.completed(name) : t.after.receipt(name)],
    submitted: [words.waitingTitle, shown ? words.waiting(name) : t.after.receiptWaiting(name)],
    not_started: [words.notStartedTitle, words.notStarted],
    in_progress: [words.inProgressTitle, words.inProgress],
    expired: [words.expiredTitle, words.expired(attempt.organizationName)],
    cancelled: [words.cancelledTitle, words.cancelled(attempt.organizationName)],
  }[attempt.state] as [string, string];
}
