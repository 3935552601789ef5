import { formatDateTime } from '../../i18n/format.ts';
import { localize } from '../../i18n/languages.ts';
import { ActionBar, Card, Facts, PageHead } from '../../ui/candidate.tsx';
import { ScoreBars, TotalDial } from '../../ui/charts.tsx';
import { CandidateLayout } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notices.tsx';
import type { Arrival } from './schema.ts';
import { isAnswered } from './sheet.ts';
import type { SittingProps } from './sitting-views.tsx';

type DoneProps = SittingProps & {
  /** Address of the result page, shown where the page is the attempt's own. */
  resultPage?: string;
  arrival?: Arrival;
};

/**
 * An attempt that can't be answered (any more), to its candidate: state, total and `major`
 * competencies; no e-mail, answers, weights or `minor` items (GUPY.md A.4).
 */
export function DonePage(props: DoneProps) {
  const { attempt, content, language, t, path, arrival, resultPage } = props;
  const name = localize(content.name, language, content.language);
  const words = t.candidate.done;
  const [title, lead] = headings(props);
  const ended = attempt.state === 'completed' || attempt.state === 'submitted';
  return (
    <CandidateLayout
      title={`${title} · ${name.text}`}
      organization={attempt.organizationName}
      {...{ language, t, path }}
    >
      <p class="eyebrow" lang={name.language}>
        {name.text}
      </p>
      <PageHead title={title} lead={lead} />
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
      <ResultCard {...props} />
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
      {props.base && ended && attempt.callbackUrl === null ? <p>{words.canClose}</p> : null}
      {props.base && attempt.state === 'completed' && attempt.callbackUrl !== null ? (
        <ActionBar>
          <a class="btn btn-primary" href={`${props.base}/return`}>
            {words.returnTo}
          </a>
          <p class="hint">{words.returnHint}</p>
        </ActionBar>
      ) : null}
    </CandidateLayout>
  );
}

function ResultCard({ attempt, content, language, t }: DoneProps) {
  const { result } = attempt;
  if (attempt.state !== 'completed' || result === null) return null;
  const words = t.candidate.done;
  const scores = new Map(result.competencies.map(({ id, score }) => [id, score]));
  const items = content.competencies
    .filter(({ id, tier }) => tier === 'major' && scores.has(id))
    .map(({ id, name, description }) => ({
      label: localize(name, language, content.language).text,
      score: scores.get(id) ?? null,
      note: description && localize(description, language, content.language).text,
    }));
  const profile = result.total === null;
  return (
    <>
      {profile ? null : (
        <Card title={words.total}>
          <TotalDial score={result.total} language={language} t={t} />
        </Card>
      )}
      {items.length > 0 ? (
        <Card title={profile ? words.profile : words.competencies}>
          {profile ? <p>{words.profileNote}</p> : null}
          <ScoreBars
            caption={profile ? words.profile : words.competencies}
            items={items}
            language={language}
            t={t}
          />
        </Card>
      ) : null}
    </>
  );
}

function headings({ attempt, t }: DoneProps): [string, string] {
  const words = t.candidate.done;
  const name = attempt.candidateName;
  return {
    completed: [words.completedTitle, words.completed(name)],
    submitted: [words.waitingTitle, words.waiting(name)],
    not_started: [words.notStartedTitle, words.notStarted],
    in_progress: [words.inProgressTitle, words.inProgress],
    expired: [words.expiredTitle, words.expired],
    cancelled: [words.cancelledTitle, words.cancelled],
  }[attempt.state] as [string, string];
}
