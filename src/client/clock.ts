import { announce } from './announcer.ts';

const warnings = [10, 5, 1] as const;
/** For when the network fails just then: the server takes answers for a little longer than it shows. */
const askAgainAfter = 4000;

/**
 * Counts down from the difference of the server's two times by the monotonic clock, so whatever the
 * device thinks the date is does not matter. At the end it sends what is in the page, until the server,
 * which alone decides that time is up, answers with another one.
 */
export function runClock(clock: HTMLElement): void {
  const end = performance.now() + Number(clock.dataset['deadline']) - Number(clock.dataset['now']);
  const shown = clock.querySelector('.clock-time');
  const left = () => end - performance.now();
  const pending = new Set<number>(warnings.filter((minutes) => minutes * 60_000 < left()));

  const tick = () => {
    const remaining = left();
    if (shown) shown.textContent = written(remaining);
    clock.classList.toggle('clock-low', remaining < 5 * 60_000);
    for (const minutes of pending)
      if (remaining <= minutes * 60_000) {
        pending.delete(minutes);
        announce(clock.dataset[`say-${minutes}`] ?? '');
      }
    if (remaining > 0) return;
    clearInterval(timer);
    announce(clock.dataset['over'] ?? '');
    endSitting();
    setInterval(endSitting, askAgainAfter);
  };
  const timer = setInterval(tick, 250);
  tick();
}

function endSitting(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-time-up]');
  if (button) button.form?.requestSubmit(button);
  else location.reload();
}

/** The same as formatClock on the server, without the catalogues around it. */
function written(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  if (seconds >= 3600) parts.unshift(Math.floor(seconds / 3600));
  return parts.map((part, index) => (index ? String(part).padStart(2, '0') : part)).join(':');
}
