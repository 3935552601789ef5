import * as z from 'zod';

import { isStorable } from '../../lib/text.ts';
import { type Conduct, type SignalKind, signalKinds } from '../questions/conduct.ts';

/** The most that one message of a page may tell, and that is kept of one attempt. */
export const eventsPerMessage = 100;
export const eventsPerAttempt = 2000;

/** Server time, ms. */
const at = z.int().min(0).max(8.64e15);
const seconds = z.int().min(0).max(86_400);

/** What a page's script reports. Counts, lengths and times: never content. */
export const reportedEvent = z.discriminatedUnion('kind', [
  /** The page was out of sight for this long; told when it is seen again. */
  z.strictObject({ kind: z.literal('hidden'), at, seconds }),
  z.strictObject({ kind: z.literal('full_screen'), at }),
  /** `size`: characters. */
  z.strictObject({ kind: z.literal('paste'), at, size: z.int().min(0).max(1e7) }),
  z.strictObject({ kind: z.literal('copy'), at }),
  /** The window's area, in percent of the largest it had on this page. */
  z.strictObject({ kind: z.literal('resized'), at, percent: z.int().min(0).max(50) }),
]);
export type ReportedEvent = z.infer<typeof reportedEvent>;

export const reportedKinds: readonly SignalKind[] = reportedEvent.options.map(
  (option) => option.shape.kind.value,
);

/** A group of events as a page sends it. `id` is the page's own: a group sent twice is stored once. */
const reportedGroup = z.object({
  id: z.string().min(8).max(64).refine(isStorable),
  list: z.array(z.unknown()).max(eventsPerMessage),
});

export const deviceCategories = ['computer', 'tablet', 'phone'] as const;
export type DeviceCategory = (typeof deviceCategories)[number];

/**
 * What the server notes by itself: from where the attempt was seen for the first time (the address as a
 * keyed hash of this attempt alone), and that it was opened again.
 */
export type NotedEvent =
  | { kind: 'seen'; at: number; network?: string; device?: DeviceCategory }
  | { kind: 'resumed'; at: number; seconds: number }
  | { kind: 'outage'; at: number; seconds: number };

/** What the rows of `health_batches` hold. */
export type StoredEvent = ReportedEvent | NotedEvent;

/** What people read: of a network only that it changed, and answers that came early. */
export type HealthEvent =
  | ReportedEvent
  | Exclude<NotedEvent, { kind: 'seen' }>
  | { kind: 'network'; at: number }
  | { kind: 'device'; at: number; from: DeviceCategory; to: DeviceCategory }
  | { kind: 'fast_answer'; at: number; question: number; seconds: number; reading: number };

/** The signals of a version, in the list's order. Full screen counts only where the page asks for it. */
export function signalsOf(conduct: Pick<Conduct, 'signals' | 'fullScreen'>): SignalKind[] {
  return signalKinds.filter(
    (kind) => conduct.signals.includes(kind) && (kind !== 'full_screen' || conduct.fullScreen),
  );
}

export interface ReportedGroup {
  id: string;
  list: ReportedEvent[];
}

/**
 * What is kept of a page's report: the events that the version records and that are well formed, none
 * later than now. A report that makes no sense is none: it must never cost anyone an answer.
 */
export function readReport(
  report: unknown,
  signals: readonly SignalKind[],
  now: number,
): ReportedGroup | undefined {
  const group = reportedGroup.safeParse(report);
  if (!group.success) return undefined;
  const list = group.data.list.flatMap((item) => {
    const event = reportedEvent.safeParse(item).data;
    if (!event || !signals.includes(event.kind)) return [];
    return [{ ...event, at: Math.min(event.at, now) }];
  });
  return list.length > 0 ? { id: group.data.id, list } : undefined;
}
