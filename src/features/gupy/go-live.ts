import { type Milestone, milestones } from '../../db/schema/gupy-inbound.ts';
import type { Messages } from '../../i18n/messages.ts';

export interface GoLiveStep {
  milestone: Milestone;
  /** When it first happened; undefined: it has not. */
  at: number | undefined;
}

/** Every step of going live, in order. */
export function goLiveSteps(reached: ReadonlyMap<Milestone, number>): GoLiveStep[] {
  return milestones.map((milestone) => ({ milestone, at: reached.get(milestone) }));
}

/** The state of the connection as a text for Gupy's team: times in UTC, nobody's data. */
export function goLiveReport(
  steps: readonly GoLiveStep[],
  {
    organization,
    providerUrl,
    now,
    t,
  }: {
    organization: string;
    providerUrl: string;
    now: number;
    t: Messages;
  },
): string {
  const words = t.goLive;
  const done = steps.filter(({ at }) => at !== undefined).length;
  return [
    `${words.title} · ${organization} · ${new Date(now).toISOString()}`,
    `${words.provider}: ${providerUrl}`,
    words.progress(done, steps.length),
    ...steps.map(
      ({ milestone, at }) =>
        `[${at === undefined ? ' ' : 'x'}] ${words.steps[milestone]}: ${at === undefined ? words.notYet : new Date(at).toISOString()}`,
    ),
  ].join('\n');
}
