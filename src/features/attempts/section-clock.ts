import { minute } from '../../lib/time.ts';
import type { Section, VersionContent } from '../questions/content.ts';
import { isDue, isOver } from './clock.ts';
import type { PlacedQuestion } from './sheet.ts';

/** The running (or past) time of a section that has a limit and was opened. All in ms since the epoch. */
export interface SectionClock {
  sectionId: string;
  startedAt: number;
  deadlineAt: number;
}

/** `open`: its questions are there; a section without a limit always is. */
export type SectionState = 'open' | 'unopened' | 'over';

export function hasTimedSections(content: VersionContent): boolean {
  return content.sections.some(isTimed);
}

export function isTimed(section: Section): section is Section & { minutes: number } {
  return section.minutes !== undefined;
}

/** The id of a question's section if that has a limit of its own; null otherwise. */
export function timedSectionOf(content: VersionContent, questionId: string): string | null {
  const timed = content.sections
    .filter(isTimed)
    .find(({ questions }) => questions.some(({ id }) => id === questionId));
  return timed?.id ?? null;
}

/** How long a timed section runs, ms; the percent of an accommodation stretches it as it does the test. */
export function limitOf(section: Section, percent: number | null = null): number {
  return Math.floor(((section.minutes ?? 0) * minute * (percent ?? 100)) / 100);
}

/** When each opened section ends, by its id, as the page's script knows them. */
export function endsOf(clocks: readonly SectionClock[]): Record<string, number> {
  return Object.fromEntries(clocks.map(({ sectionId, deadlineAt }) => [sectionId, deadlineAt]));
}

export function clockOf(section: Section, clocks: readonly SectionClock[]) {
  return clocks.find(({ sectionId }) => sectionId === section.id);
}

/** What the candidate finds of a section now. */
export function sectionStateOf(
  section: Section,
  clocks: readonly SectionClock[],
  now: number,
): SectionState {
  if (!isTimed(section)) return 'open';
  const clock = clockOf(section, clocks);
  if (!clock) return 'unopened';
  return isDue(clock.deadlineAt, now) ? 'over' : 'open';
}

/** True when nothing can be saved in a timed section: not yet, or not any more (the grace included). */
export function isClosed(sectionId: string, clocks: readonly SectionClock[], now: number): boolean {
  const clock = clocks.find((each) => each.sectionId === sectionId);
  return !clock || isOver(clock.deadlineAt, now);
}

/** The number of the first question after this one's section whose own is not over; undefined: none. */
export function placeAfter(
  placed: readonly PlacedQuestion[],
  number: number,
  clocks: readonly SectionClock[],
  now: number,
): number | undefined {
  const here = placed[number - 1]?.section;
  const index = placed.findIndex(
    ({ section }, place) =>
      place >= number && section !== here && sectionStateOf(section, clocks, now) !== 'over',
  );
  return index < 0 ? undefined : index + 1;
}
