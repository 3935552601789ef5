import { announce } from './announcer.ts';

const warnings = [10, 5, 1] as const;
/** Long enough for a save to arrive before the deadline. */
const saveBefore = 2000;

/**
 * Counts down from the difference of the server's two times by the monotonic clock, so whatever the
 * device thinks the date is does not matter. Shortly before the end it sends the answer in the page,
 * and at the end asks the server, which alone decides that time is up.
 */
export function runClock(clock: HTMLElement): void {
  const end = performance.now() + Number(clock.dataset['deadline']) - Number(clock.dataset['now']);
  const shown = clock.querySelector('.clock-time');
  const left = () => end - performance.now();
  const pending = new Set<number>(warnings.filter((minutes) => minutes * 60_000 < left()));
  let saved = left() < 2 * saveBefore;

  const tick = () => {
    const remaining = left();
    if (shown) shown.textContent = written(remaining);
    clock.classList.toggle('clock-low', remaining < 5 * 60_000);
    for (const minutes of pending)
      if (remaining <= minutes * 60_000) {
        pending.delete(minutes);
        announce(clock.dataset[`say-${minutes}`] ?? '');
      }
    if (remaining <= saveBefore && !saved) {
      saved = true;
      sendAnswer();
    }
    if (remaining > 0) return;
    clearInterval(timer);
    announce(clock.dataset['over'] ?? '');
    if (!sendAnswer()) location.reload();
  };
  const timer = setInterval(tick, 250);
  tick();
}

function sendAnswer(): boolean {
  const form = document.querySelector<HTMLFormElement>('#answer-form');
  if (!form) return false;
  form.noValidate = true;
  form.requestSubmit(form.querySelector<HTMLButtonElement>('[data-primary]'));
  return true;
}

/** The same as formatClock on the server, without the catalogues around it. */
function written(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  if (seconds >= 3600) parts.unshift(Math.floor(seconds / 3600));
  return parts.map((part, index) => (index ? String(part).padStart(2, '0') : part)).join(':');
}
