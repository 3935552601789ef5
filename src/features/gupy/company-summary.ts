import { formatDateTime, formatDuration } from '../../i18n/format.ts';
import { localize } from '../../i18n/languages.ts';
import { messagesFor } from '../../i18n/messages.ts';
import { minute } from '../../lib/time.ts';
import type { Label } from '../health/label.ts';
import type { Result } from '../scoring/result.ts';
import type { Outcome } from './provider-queries.ts';

interface Summary {
  attempt: Outcome['attempt'];
  /** Frozen when completed, provisional while people grade, else null. */
  result: Result | null;
  answered: number;
  resultPage: string;
  /** Of the test's conditions, only where the organization turned its line on. */
  healthLabel?: Label | undefined;
}

/**
 * `company_result_string`: Markdown for the company's eyes only, in the assessment's own language.
 * Total, each competency, what awaits a person, how it was taken, the way to the whole result, and
 * where it is wanted one line about the conditions.
 */
export function companySummary(summary: Summary): string {
  const { attempt, result, healthLabel } = summary;
  const { gupy: words, health } = messagesFor(attempt.content.language);
  const pending = result?.pending.length ?? 0;
  const blocks = [
    ...(attempt.state === 'completed' && result
      ? scoreBlocks(attempt, result)
      : [strong(words.states[attempt.state])]),
    pending > 0 ? words.pending(pending) : '',
    ...(attempt.submittedAt === null ? [] : listBlocks(words.taken, takenItems(summary))),
    `[${words.seeAll}](${summary.resultPage})`,
    healthLabel ? words.health(health.labels[healthLabel]) : '',
  ];
  return blocks.filter(Boolean).join('\n\n');
}

/** A profile has scales instead of a total. */
function scoreBlocks({ content }: Outcome['attempt'], { total, competencies }: Result): string[] {
  const words = messagesFor(content.language).gupy;
  const items = competencies.map(({ id, score }) => {
    const competency = content.competencies.find((declared) => declared.id === id);
    const name = competency ? localize(competency.name, content.language).text : id;
    return `${plain(name)}: ${score === null ? words.noScore : `${score}%`}`;
  });
  return total === null
    ? [strong(words.profile), words.profileMeans, ...listBlocks(words.scales, items)]
    : [strong(`${words.total}: ${total}%`), ...listBlocks(words.competencies, items)];
}

function takenItems({ attempt, answered }: Summary): string[] {
  const { content, startedAt, submittedAt, submittedBy } = attempt;
  const words = messagesFor(content.language).gupy;
  const taken = formatDuration((submittedAt ?? 0) - (startedAt ?? 0), content.language);
  const allowed = formatDuration(content.durationMinutes * minute, content.language);
  return [
    `${words.time(taken, allowed)}${submittedBy === 'clock' ? ` ${words.byClock}` : ''}`,
    words.answered(answered, attempt.questionIds.length),
    words.submittedAt(formatDateTime(submittedAt ?? 0, content.language)),
  ];
}

/** Under a heading of its own, so that two lists never run together as one. */
function listBlocks(heading: string, items: string[]): string[] {
  return items.length === 0 ? [] : [strong(heading), items.map((item) => `- ${item}`).join('\n')];
}

function strong(text: string): string {
  return `**${text}**`;
}

/** Authored names on one line, so that none of their characters formats anything. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}
