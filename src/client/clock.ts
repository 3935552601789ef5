import { announce } from './announcer.ts';

const warnings = [10, 5, 1] as const;

/**
 * Shows the time left and warns as it runs low. `left` tells it, in ms, whatever moves the deadline;
 * `onEnd` is called while the time is up, every few seconds.
 */
export function runClock(clock: HTMLElement, left: () => number, onEnd: () => void): void {
  const shown = clock.querySelector('.clock-time');
  const warned = new Set<number>(warnings.filter((minutes) => left() <= minutes * 60_000));
  let asked = -Infinity;

  const tick = () => {
    const remaining = left();
    const text = written(remaining);
    if (shown && shown.textContent !== text) shown.textContent = text;
    clock.classList.toggle('clock-low', remaining < 5 * 60_000);
    // Time that was added brings its warnings back; of those that passed while away, one is enough.
    const due = warnings.filter((minutes) => remaining <= minutes * 60_000);
    for (const minutes of warnings) if (!due.includes(minutes)) warned.delete(minutes);
    const news = due.filter((minutes) => !warned.has(minutes)).at(-1);
    for (const minutes of due) warned.add(minutes);
    if (news !== undefined && remaining > 0) announce(clock.dataset[`say-${news}`] ?? '');
    if (remaining > 0 || performance.now() - asked < 4000) return;
    if (asked === -Infinity) announce(clock.dataset['over'] ?? '');
    asked = performance.now();
    onEnd();
  };
  setInterval(tick, 250);
  tick();
}

/** The same as formatClock on the server, without the catalogues around it. */
function written(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  if (seconds >= 3600) parts.unshift(Math.floor(seconds / 3600));
  return parts.map((part, index) => (index ? String(part).padStart(2, '0') : part)).join(':');
}
