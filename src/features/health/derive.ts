import type { Language } from '../../i18n/languages.ts';
import { localize } from '../../i18n/languages.ts';
import { conductOf, type SignalKind } from '../questions/conduct.ts';
import type { VersionContent } from '../questions/content.ts';
import { type Labelled, labelOf } from './label.ts';
import { readingSeconds } from './reading.ts';
import { type HealthEvent, signalsOf, type StoredEvent } from './signals.ts';

/** What is known of an attempt, as far as its health is concerned. */
export interface HealthSource {
  content: VersionContent;
  attempt: {
    questionIds: readonly string[];
    language: Language;
    startedAt: number | null;
    submittedAt: number | null;
  };
  answers: readonly { questionId: string; value: unknown; savedAt: number; timeMs: number }[];
  /** The rows of `health_batches`. */
  batches: readonly { events: unknown[] }[];
}

export interface Health extends Labelled {
  /** What the version records; empty when nothing is. */
  signals: SignalKind[];
  /** By time. */
  events: HealthEvent[];
  startedAt: number;
  endedAt: number;
}

/** Everything recorded of an attempt, as people read it, with its label. */
export function healthOf(source: HealthSource): Health {
  const signals = signalsOf(conductOf(source.content));
  const stored = source.batches
    .flatMap(({ events }) => events as StoredEvent[])
    .toSorted((a, b) => a.at - b.at);
  const told = stored.flatMap((event) => (event.kind === 'seen' ? [] : [event]));
  const events = [...told, ...changesOf(stored), ...fastAnswers(source)]
    .filter(({ kind }) => signals.includes(kind))
    .toSorted((a, b) => a.at - b.at);
  const startedAt = source.attempt.startedAt ?? 0;
  const endedAt = source.attempt.submittedAt ?? events.at(-1)?.at ?? startedAt;
  return { signals, events, startedAt, endedAt, ...labelOf(events) };
}

/** Of the places where an attempt was seen first only the changes count. */
function changesOf(stored: readonly StoredEvent[]): HealthEvent[] {
  const events: HealthEvent[] = [];
  const networks = new Set<string>();
  let known: HealthSeen['device'];
  for (const seen of stored) {
    if (seen.kind !== 'seen') continue;
    const { at, network, device } = seen;
    if (network !== undefined && !networks.has(network) && networks.size > 0)
      events.push({ kind: 'network', at });
    if (network !== undefined) networks.add(network);
    if (device !== undefined && known !== undefined && device !== known)
      events.push({ kind: 'device', at, from: known, to: device });
    known = device ?? known;
  }
  return events;
}

type HealthSeen = Extract<StoredEvent, { kind: 'seen' }>;

/** Answers whose question was open for less than its text takes to read; without a time there is none. */
function fastAnswers({ content, attempt, answers }: HealthSource): HealthEvent[] {
  const prompts = new Map(
    content.sections.flatMap((section) =>
      section.questions.map(({ id, prompt }) => [id, prompt] as const),
    ),
  );
  return answers.flatMap(({ questionId, value, savedAt, timeMs }): HealthEvent[] => {
    const prompt = prompts.get(questionId);
    if (!prompt || value === null || timeMs <= 0) return [];
    const { text } = localize(prompt, attempt.language, content.language);
    const reading = readingSeconds(text);
    if (timeMs >= reading * 1000) return [];
    const question = attempt.questionIds.indexOf(questionId) + 1;
    const seconds = Math.floor(timeMs / 1000);
    return [{ kind: 'fast_answer', at: savedAt, question, seconds, reading }];
  });
}
