import { announce } from './announcer.ts';

const warnings = [10, 5, 1] as const;

export interface TimeLeft {
  /** What counts in this place, ms: the section's time where that has its own, else the test's. */
  left: number;
  /** The section whose time that is. */
  section: string | undefined;
  /** Of the whole test, ms. */
  test: number;
}

/**
 * Shows the time left and warns as it runs low. `read` tells it, whatever moves the deadlines; `onEnd`
 * is called while the time is up, every few seconds.
 */
export function runClock(clock: HTMLElement, read: () => TimeLeft, onEnd: () => void): void {
  /** Of the test and of each section: what was warned of, and when its end was last told. */
  const told = new Map<string | undefined, { warned: Set<number>; asked: number }>();

  const tick = () => {
    const { left, section, test } = read();
    showTimes(clock, left, section, test);
    // Time that was added brings its warnings back; of those that passed while away, one is enough.
    const due = warnings.filter((minutes) => left <= minutes * 60_000);
    const mine = told.get(section) ?? { warned: new Set<number>(due), asked: -Infinity };
    told.set(section, mine);
    for (const minutes of warnings) if (!due.includes(minutes)) mine.warned.delete(minutes);
    const news = due.filter((minutes) => !mine.warned.has(minutes)).at(-1);
    for (const minutes of due) mine.warned.add(minutes);
    const say = (what: string | number) =>
      announce(clock.dataset[`${section ? 'section' : 'say'}${what}`] ?? '');
    if (news !== undefined && left > 0) say(`-${news}`);
    if (left > 0 || performance.now() - mine.asked < 4000) return;
    if (mine.asked === -Infinity) say('Over');
    mine.asked = performance.now();
    onEnd();
  };
  setInterval(tick, 250);
  tick();
}

function showTimes(clock: HTMLElement, left: number, section: string | undefined, test: number) {
  write(clock.querySelector('.clock-time'), written(left));
  write(clock.querySelector('.clock-test'), written(test));
  clock.classList.toggle('clock-low', left < 5 * 60_000);
  for (const part of clock.querySelectorAll<HTMLElement>('.clock-own')) part.hidden = !section;
  const label = (section ? clock.dataset['sectionLabel'] : clock.dataset['label']) ?? '';
  if (clock.getAttribute('aria-label') !== label) clock.setAttribute('aria-label', label);
}

function write(place: Element | null, text: string): void {
  if (place && place.textContent !== text) place.textContent = text;
}

/** The same as formatClock on the server, without the catalogues around it. */
function written(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  if (seconds >= 3600) parts.unshift(Math.floor(seconds / 3600));
  return parts.map((part, index) => (index ? String(part).padStart(2, '0') : part)).join(':');
}
