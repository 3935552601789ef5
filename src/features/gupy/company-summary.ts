import { formatDateTime, formatDuration } from '../../i18n/format.ts';
import { localize } from '../../i18n/languages.ts';
import { messagesFor } from '../../i18n/messages.ts';
import { minute } from '../../lib/time.ts';
import type { Result } from '../scoring/result.ts';
import type { Outcome } from './provider-queries.ts';

interface Summary {
  attempt: Outcome['attempt'];
  /** Frozen when completed, provisional while people grade, else null. */
  result: Result | null;
  answered: number;
  resultPage: string;
}

/**
 * `company_result_string`: Markdown for the company's eyes only, in the assessment's own language.
 * Total, each competency, time, what awaits a person, and the way to the whole result.
 */
export function companySummary(summary: Summary): string {
  const { attempt, result } = summary;
  const words = messagesFor(attempt.content.language).gupy;
  const headline =
    attempt.state === 'completed' ? completed(summary) : [`**${words.states[attempt.state]}**`];
  const pending = result?.pending.length ?? 0;
  const blocks = [
    headline.join('\n\n'),
    attempt.state === 'completed' && result ? competencyLines(attempt, result).join('\n') : '',
    pending > 0 ? words.pending(pending) : '',
    attempt.submittedAt === null ? '' : timeLines(summary).join('\n'),
    `[${words.seeAll}](${summary.resultPage})`,
  ];
  return blocks.filter(Boolean).join('\n\n');
}

function completed({ attempt, result }: Summary): string[] {
  const words = messagesFor(attempt.content.language).gupy;
  if (!result) return [];
  return result.total === null
    ? [`**${words.profile}**`, words.profileMeans]
    : [`**${words.total}: ${result.total}%**`];
}

function competencyLines({ content }: Outcome['attempt'], result: Result): string[] {
  const words = messagesFor(content.language).gupy;
  return result.competencies.map(({ id, score }) => {
    const competency = content.competencies.find((declared) => declared.id === id);
    const name = competency ? localize(competency.name, content.language).text : id;
    return `- ${escaped(name)}: ${score === null ? words.noScore : `${score}%`}`;
  });
}

function timeLines({ attempt, answered }: Summary): string[] {
  const { content, startedAt, submittedAt, submittedBy } = attempt;
  const words = messagesFor(content.language).gupy;
  const taken = formatDuration((submittedAt ?? 0) - (startedAt ?? 0), content.language);
  const allowed = formatDuration(content.durationMinutes * minute, content.language);
  return [
    `- ${words.time(taken, allowed)}${submittedBy === 'clock' ? ` ${words.byClock}` : ''}`,
    `- ${words.answered(answered, attempt.questionIds.length)}`,
    `- ${words.submittedAt(formatDateTime(submittedAt ?? 0, content.language))}`,
  ];
}

/** Authored names, so that none of their characters formats anything. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}
