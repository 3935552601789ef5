import { formatDateTime, formatDuration, formatNumber, formatPercent } from '../../i18n/format.ts';
import { localize } from '../../i18n/languages.ts';
import { minute } from '../../lib/time.ts';
import { ScoreBars, TotalDial } from '../../ui/charts.tsx';
import { Pairs } from '../../ui/review.tsx';
import { Panel } from '../../ui/workspace.tsx';
import { isAnswered } from '../attempts/sheet.ts';
import type { ResultProps, ScoredProps } from './result-views.tsx';

/** Total, competencies, sections and times. */
export function SummaryPanels(props: ResultProps) {
  const { outcome } = props;
  return (
    <div class="summary">
      <div>
        <FactsPanel {...props} />
        {outcome ? <SectionsPanel {...props} outcome={outcome} /> : null}
      </div>
      {outcome ? (
        <div>
          <CompetenciesPanel {...props} outcome={outcome} />
        </div>
      ) : null}
    </div>
  );
}

function FactsPanel(props: ResultProps) {
  const { outcome, record, language, t } = props;
  const words = t.workspace.result;
  const partial = record.attempt.state !== 'completed';
  const title = partial ? words.partialTotal : words.total;
  const hasTotal = outcome !== undefined && (outcome.total !== null || outcome.pending.length > 0);
  return (
    <Panel title={hasTotal ? title : words.summary}>
      {hasTotal ? (
        <TotalDial score={outcome.total} label={title} language={language} t={t} />
      ) : null}
      {outcome && partial ? <p class="hint">{words.partialNote}</p> : null}
      <Pairs items={factsOf(props)} />
    </Panel>
  );
}

function factsOf({ record, outcome, language, t }: ResultProps) {
  const { attempt, answers, content } = record;
  const words = t.workspace.result;
  const { startedAt, submittedAt, completedAt, deadlineAt } = attempt;
  const when = (at: number) => formatDateTime(at, language);
  const allowed = formatDuration(content.durationMinutes * minute, language);
  const answered = answers.filter(isAnswered).length;
  const by = attempt.submittedBy === 'clock' ? words.byClock : words.byCandidate;
  return [
    startedAt === null ? undefined : { label: words.startedAt, value: when(startedAt) },
    submittedAt === null
      ? undefined
      : {
          label: words.submittedAt,
          value: (
            <>
              {when(submittedAt)}
              <span class="under">{by}</span>
            </>
          ),
        },
    startedAt === null || submittedAt === null
      ? undefined
      : {
          label: words.duration,
          value: words.durationOf(formatDuration(submittedAt - startedAt, language), allowed),
        },
    attempt.state === 'in_progress' && deadlineAt !== null
      ? { label: words.deadline, value: when(deadlineAt) }
      : undefined,
    completedAt === null || completedAt === submittedAt
      ? undefined
      : { label: words.completedAt, value: when(completedAt) },
    outcome
      ? {
          label: words.answered,
          value: words.answeredOf(answered, attempt.questionIds.length),
        }
      : undefined,
    attempt.state === 'not_started' && attempt.invitationExpiresAt !== null
      ? { label: t.invitations.form.expires, value: when(attempt.invitationExpiresAt) }
      : undefined,
    { label: words.source, value: sourceOf(attempt, when(attempt.createdAt), t) },
  ].filter((item) => item !== undefined);
}

function sourceOf(
  { source, linkName, jobId, inviterName }: ResultProps['record']['attempt'],
  createdAt: string,
  t: ResultProps['t'],
): string {
  const words = t.workspace.result;
  const invited = t.invitations;
  if (source === 'link') return words.sourceLink(linkName ?? '');
  if (source === 'api') return t.workspace.results.sources.api;
  if (source === 'invitation')
    return inviterName === null
      ? invited.sourceByRule(createdAt)
      : invited.source(createdAt, inviterName);
  return jobId === null ? words.sourceGupy : words.sourceGupyJob(jobId);
}

function CompetenciesPanel({ outcome, record, language, t }: ScoredProps) {
  const { content } = record;
  const words = t.workspace.result;
  const declared = new Map(content.competencies.map((item) => [item.id, item]));
  const profile = outcome.total === null && outcome.pending.length === 0;
  const title = profile ? words.profile : words.competencies;
  if (outcome.competencies.length === 0) return null;
  return (
    <Panel title={title}>
      {profile ? <p class="hint">{words.profileNote}</p> : null}
      <ScoreBars
        caption={title}
        items={outcome.competencies.map(({ id, score }) => {
          const { name, tier } = declared.get(id)!;
          const label = localize(name, language, content.language).text;
          // Nearly all are `major`: only what differs is worth a word.
          return { label, score, note: tier === 'minor' ? words.tiers.minor : undefined };
        })}
        language={language}
        t={t}
      />
    </Panel>
  );
}

function SectionsPanel({ outcome, record, language, t }: ScoredProps) {
  const { content } = record;
  const words = t.workspace.result;
  const titles = new Map(content.sections.map(({ id, title }) => [id, title]));
  if (outcome.sections.length < 2) return null;
  return (
    <Panel title={words.sections}>
      <table class="data plain">
        <thead>
          <tr>
            <th scope="col">{words.section}</th>
            <th scope="col" class="number">
              {words.weight}
            </th>
            <th scope="col" class="number">
              {words.score}
            </th>
          </tr>
        </thead>
        <tbody>
          {outcome.sections.map(({ id, weight, score }) => (
            <tr>
              <th scope="row">{localize(titles.get(id)!, language, content.language).text}</th>
              <td class="number">
                {weight === 0 ? words.noWeight : formatPercent(weight, language)}
              </td>
              <td class="number">{score === null ? '–' : formatNumber(score, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
