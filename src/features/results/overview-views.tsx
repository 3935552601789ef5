import { formatDuration, formatNumber } from '../../i18n/format.ts';
import { localize } from '../../i18n/languages.ts';
import { Panel } from '../../ui/workspace.tsx';
import { drawnQuestions } from '../attempts/sheet.ts';
import type { QuestionResult } from '../scoring/result.ts';
import { toScore } from '../scoring/score.ts';
import type { ScoredProps } from './result-views.tsx';

/** Every question in a line: points and time side by side, leading to the question itself. */
export function OverviewPanel({ record, outcome, language, t }: ScoredProps) {
  const { attempt, answers, content } = record;
  const words = t.workspace.result;
  const times = new Map(answers.map(({ questionId, timeMs }) => [questionId, timeMs]));
  const longest = Math.max(1, ...times.values());
  const outcomes = new Map(outcome.questions.map((item) => [item.id, item]));
  return (
    <Panel title={words.overview}>
      <table class="data plain overview">
        <caption class="sr-only">{words.overview}</caption>
        <thead>
          <tr>
            <th scope="col">{words.question}</th>
            <th scope="col" class="wide-only">
              {words.section}
            </th>
            <th scope="col">{words.points}</th>
            <th scope="col">{words.time}</th>
          </tr>
        </thead>
        <tbody>
          {drawnQuestions(content, attempt.questionIds).map(({ question, section }, index) => {
            const time = times.get(question.id) ?? 0;
            return (
              <tr>
                <th scope="row">
                  <a href={`#question-${question.id}`}>{words.questionNumber(index + 1)}</a>
                </th>
                <td class="wide-only">
                  {localize(section.title, language, content.language).text}
                </td>
                <td>{pointsOf(outcomes.get(question.id), { language, t })}</td>
                <td>
                  <span class="time-bar">
                    <span>{time === 0 ? '–' : formatDuration(time, language)}</span>
                    <TimeBar share={time / longest} />
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="hint">{words.timeNote}</p>
    </Panel>
  );
}

/** A question's points in a word or a figure; the rounding is the scorer's. */
export function pointsOf(
  outcome: QuestionResult | undefined,
  { language, t }: Pick<ScoredProps, 'language' | 't'>,
): string {
  const words = t.workspace.result;
  if (!outcome || outcome.state === 'skipped') return words.skipped;
  if (outcome.state === 'review') return words.awaits;
  if (outcome.fraction === null) return words.notCounted;
  const points = formatNumber(toScore(outcome.fraction), language);
  return outcome.answered ? points : `${points} (${words.unanswered.toLowerCase()})`;
}

function TimeBar({ share }: { share: number }) {
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-value" width={Math.round(share * 1000) / 10} height="8" />
    </svg>
  );
}
