import { conductOf } from '../questions/conduct.ts';
import type { VersionContent } from '../questions/content.ts';
import { placeOf } from './place.ts';
import type { HealthNews } from './queries.ts';
import { readReport, signalsOf } from './signals.ts';

/** What a page says that matters to the record. */
interface Message {
  attemptId: string;
  content: VersionContent;
  /** The page's report, as it came. */
  events?: unknown;
  /** The answers that it brings. */
  answers: readonly unknown[];
  /** The person opened the attempt, or went on with it here. */
  take: boolean;
  outage?: { from: number; to: number } | undefined;
  now: number;
}

/** What of a message is recorded, by the version's signals. */
export async function healthNews(
  request: { header(name: string): string | undefined },
  env: Env,
  message: Message,
): Promise<Omit<HealthNews, 'attemptId' | 'takeEpoch' | 'now'>> {
  // A save has to be lean: where it comes from is looked at when the page opens, and at its signs of life.
  const saves = message.answers.length > 0 && !message.take;
  const signals = signalsOf(conductOf(message.content));
  return {
    report: readReport(message.events, signals, message.now),
    place: saves
      ? undefined
      : await placeOf(request, message.attemptId, signals, env.IDENTITY_SECRET),
    opened: message.take && signals.includes('resumed'),
    outage: signals.includes('outage') ? message.outage : undefined,
  };
}
