interface Report {
  id: string;
  list: object[];
}

/** A message takes 100 events; fewer, larger groups are fewer rows. */
const most = 100;
const groupEvery = 30_000;

let events: object[] = [];
let sending: Report | null = null;
let takenAt = -Infinity;

/**
 * Notices what the version records of the conditions, and nothing else: `data-signals` names it (health/
 * notice.tsx), signals.ts says what each event may hold. Counts, lengths and times; never content.
 * `base` names the attempt; `now` tells server time, ms.
 */
export function recordHealth(base: string, now: () => number): void {
  const frame = document.querySelector<HTMLElement>('[data-signals]');
  if (!frame) return;
  outlive(`health ${base}`);
  const signals = frame.dataset['signals']!.split(' ');
  const push = (kind: string, more: object = {}, at = now()) =>
    signals.includes(kind) && events.push({ kind, at: Math.round(at), ...more });

  let hiddenAt = 0;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hiddenAt = now();
    else if (hiddenAt) {
      const seconds = Math.round((now() - hiddenAt) / 1000);
      if (seconds > 0) push('hidden', { seconds: Math.min(seconds, 86_400) }, hiddenAt);
      hiddenAt = 0;
    }
  });
  document.addEventListener('copy', () => push('copy'));
  document.addEventListener('paste', (event) => {
    const typedInto = event.target instanceof Element && event.target.closest('input, textarea');
    if (typedInto) push('paste', { size: event.clipboardData?.getData('text').length ?? 0 });
  });
  watchSize((percent) => push('resized', { percent }));
  offerFullScreen(frame, () => push('full_screen'));
}

/**
 * The group to send: the last one again until it was heard, so that the server knows it as the same. `last`: no later message may come.
 */
export function takeEvents(last: boolean): Report | null {
  if (!sending && events.length > 0 && (last || performance.now() - takenAt > groupEvery)) {
    takenAt = performance.now();
    const random = crypto.getRandomValues(new Uint32Array(4)).join('-');
    sending = { id: random, list: events.splice(0, most) };
  }
  return sending;
}

/** The server answered the message that carried the group. */
export function eventsHeard(): void {
  sending = null;
}

/**
 * What leaves with a closing page may be lost on its way (it passes the service worker): the tab's next
 * page sends the same group again.
 */
function outlive(key: string): void {
  try {
    const kept = sessionStorage.getItem(key);
    if (kept) [sending, events] = JSON.parse(kept) as [Report | null, object[]];
    sessionStorage.removeItem(key);
    addEventListener('pagehide', () => {
      if (sending || events.length > 0)
        sessionStorage.setItem(key, JSON.stringify([sending, events]));
    });
  } catch {
    // A browser that keeps nothing.
  }
}

const area = () => outerWidth * outerHeight;

/** By the outer size, which zooming into the page leaves alone; only where windows have sizes. */
function watchSize(onSmall: (percent: number) => void): void {
  if (!matchMedia('(pointer: fine)').matches) return;
  let largest = area();
  let small = false;
  let settled: ReturnType<typeof setTimeout> | undefined;
  addEventListener('resize', () => {
    clearTimeout(settled);
    settled = setTimeout(() => {
      largest = Math.max(largest, area());
      const percent = Math.round((100 * area()) / largest);
      if (percent <= 50 && !small) onSmall(percent);
      small = percent <= 50;
    }, 500);
  });
}

/** The button shows while the test asks for full screen and is not in it. */
function offerFullScreen(frame: HTMLElement, onLeft: () => void): void {
  const button = frame.querySelector('[data-full-screen]');
  if (!button || !document.fullscreenEnabled) return;
  frame.hidden = false;
  button.addEventListener('click', () => {
    document.documentElement.requestFullscreen().catch(() => undefined);
  });
  document.addEventListener('fullscreenchange', () => {
    frame.hidden = document.fullscreenElement !== null;
    if (!frame.hidden) onLeft();
  });
}
