import type { Messages } from '../../i18n/messages.ts';
import type { VersionContent } from '../questions/content.ts';
import type { AnswerProblem } from '../questions/rule.ts';
import { ruleOf } from '../questions/rules.ts';
import type { AnswerRow } from './sitting-queries.ts';
import type { Refusal, SyncMessage } from './sync-schema.ts';

type Sent = SyncMessage['answers'][number];

export interface ReadAnswer {
  questionId: string;
  value: unknown;
  revision: number;
  openMs: number;
}

export interface Refused {
  question: string;
  reason: Refusal;
  /** Of the stored answer that is newer. */
  revision?: number;
  savedAt?: number;
  /** Why it is invalid, to be read beside the field. */
  problem?: string;
}

/** What the sent fields mean as answers, by each question's rule; what means nothing is refused. */
export function readAnswers(content: VersionContent, sent: readonly Sent[], t: Messages) {
  const questions = new Map(
    content.sections.flatMap((section) =>
      section.questions.map((question) => [question.id, question] as const),
    ),
  );
  const read: ReadAnswer[] = [];
  const refused: Refused[] = [];
  for (const { question: id, fields, revision, openMs } of latestOf(sent)) {
    const question = questions.get(id);
    if (!question) {
      refused.push({ question: id, reason: 'unknown' });
      continue;
    }
    const rule = ruleOf(question.type);
    const typed = rule.fromForm(question.content, fields) ?? null;
    const answer = rule.answer(question.content).safeParse(typed);
    if (typed === null || answer.success)
      read.push({ questionId: id, value: answer.data ?? null, revision, openMs });
    else {
      const code = (answer.error.issues[0]?.message ?? 'answer_invalid') as AnswerProblem;
      refused.push({ question: id, reason: 'invalid', problem: t.questions.problems[code] });
    }
  }
  return { read, refused };
}

/** Of several saves of one question in a message, the highest revision. */
function latestOf(sent: readonly Sent[]): Sent[] {
  const latest = new Map<string, Sent>();
  for (const answer of sent) {
    const known = latest.get(answer.question);
    if (!known || known.revision < answer.revision) latest.set(answer.question, answer);
  }
  return [...latest.values()];
}

/**
 * Which of the sent answers are stored, told from what is stored now: an answer counts as stored only
 * if its very revision and value were read back.
 */
export function settle(
  read: readonly ReadAnswer[],
  stored: readonly Pick<AnswerRow, 'questionId' | 'value' | 'revision' | 'savedAt'>[],
  why: { replaced: boolean; late: boolean; closed: (questionId: string) => boolean },
): { kept: string[]; refused: Refused[] } {
  const kept: string[] = [];
  const refused: Refused[] = [];
  for (const { questionId: question, value, revision } of read) {
    const found = stored.find(({ questionId }) => questionId === question);
    const same = found && JSON.stringify(found.value) === JSON.stringify(value);
    if (found && same && found.revision >= revision) kept.push(question);
    else if (why.replaced) refused.push({ question, reason: 'replaced' });
    else if (found && found.revision >= revision)
      refused.push({
        question,
        reason: 'stale',
        revision: found.revision,
        savedAt: found.savedAt,
      });
    else if (why.late) refused.push({ question, reason: 'late' });
    else refused.push({ question, reason: why.closed(question) ? 'closed' : 'unknown' });
  }
  return { kept, refused };
}
