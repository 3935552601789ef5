import { runClock } from '../clock.ts';
import { recordHealth } from '../health.ts';
import { answerForm, numberIn } from './form.ts';
import { hush, showProgress, tell } from './indicator.ts';
import {
  isHere,
  isShown,
  noteAnswer,
  prefetch,
  present,
  refresh,
  relock,
  show,
  timeLeft,
} from './pages.ts';
import { hooks, replace, saveAll, saveWithin, sayGoodbye } from './saving.ts';
import { endSection, enterOpened, openSection } from './section.ts';
import { keepShell } from './shell.ts';
import { isShell, remember, restore, serverNow, state, status, waiting } from './state.ts';
import { forgetOthers } from './store.ts';
import { base, fill, frame, words } from './words.ts';

/**
 * Takes a running test over from its forms: what is typed is saved by itself, questions change without
 * the network. Without this script the same forms post, and the same pages load.
 */
export async function runSitting(enhance: () => void): Promise<void> {
  if (!frame) {
    // Of a test that is over nothing is to stay on this device.
    if (document.querySelector('[data-over]')) void forgetOthers();
    return enhance();
  }
  await restore();
  await forgetOthers(base);
  if (isShell) {
    await prefetch();
    await show(location.pathname, false);
  } else {
    present();
    enhance();
  }
  listen();
  recordHealth(base, serverNow);
  holdPen();
  const clock = document.querySelector<HTMLElement>('.clock');
  if (clock)
    runClock(
      clock,
      timeLeft,
      () => void (serverNow() >= state.deadline ? endTime() : endSection()),
    );
  if (state.submitting) void submit();
  else saveWithin(0);
  whenIdle(() => void keepHere());
}

/** What makes the test independent of the network; without it, it needs one as any page does. */
async function keepHere(): Promise<void> {
  await prefetch();
  await keepShell().catch(() => undefined);
}

/** One tab of a browser at a time: the newest. */
function holdPen(): void {
  const forever = new Promise<never>(() => {});
  navigator.locks?.request(`aferi ${base}`, { steal: true }, () => forever).catch(() => replace());
}

function whenIdle(work: () => void): void {
  const start = () =>
    'requestIdleCallback' in window ? requestIdleCallback(work) : setTimeout(work, 500);
  if (document.readyState === 'complete') start();
  else addEventListener('load', start);
}

function listen(): void {
  document.addEventListener('input', () => noteAnswer() && saveWithin(1000));
  document.addEventListener('change', () => {
    noteAnswer();
    if (waiting().length > 0) saveWithin(0);
  });
  document.addEventListener('submit', (event) => void onSubmit(event), true);
  document.addEventListener('click', onClick);
  addEventListener('online', () => {
    saveWithin(0);
    // The network may have gone before all of it was here.
    void keepHere();
  });
  addEventListener('offline', () => saveWithin(0));
  document.addEventListener('visibilitychange', () => {
    noteAnswer();
    remember();
    if (!document.hidden || waiting().length > 0) saveWithin(0);
  });
  addEventListener('pagehide', () => {
    noteAnswer();
    remember();
    sayGoodbye();
  });
  addEventListener(
    'popstate',
    (event) => {
      event.stopImmediatePropagation();
      // A link to a field comes here, too: what was ticked stays so.
      if (isShown()) return;
      if (isHere(location.pathname)) void show(location.pathname, false);
      else location.reload();
    },
    true,
  );
  hooks.onReplaced = () => {
    relock();
    const numbers = waiting().map(([, { number }]) => number);
    const unsent =
      numbers.length > 0 ? ` ${fill(words.unsentHere, { numbers: numbers.join(', ') })}` : '';
    tell(words.replaced + unsent, { here: true });
  };
  hooks.onEnd = () => void finish();
  hooks.onNewer = ({ number }) => {
    tell(fill(words.newer, { number }));
    void refresh();
  };
  hooks.onSettled = () => {
    relock();
    void enterOpened();
    if (state.submitting) void submit();
    else void prefetch();
  };
}

function onClick(event: MouseEvent): void {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey)
    return;
  if (event.target.closest('[data-tell] a')) {
    event.preventDefault();
    return location.reload();
  }
  // The page's frame was made with a question's form, which the shown page may not have.
  const choice = event.target.closest<HTMLButtonElement>('button[name=language]');
  if (choice && !choice.form) return void changeLanguage(choice.value);
  const link = event.target.closest<HTMLAnchorElement>('#sitting a[href]');
  if (!link || link.target || link.origin !== location.origin || !isHere(link.pathname)) return;
  // Such as a problem's link to its field.
  if (link.hash && link.pathname === location.pathname) return;
  event.preventDefault();
  void show(link.pathname);
}

async function onSubmit(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement;
  const button = event.submitter as HTMLButtonElement | null;
  if (form === answerForm()) {
    event.preventDefault();
    noteAnswer();
    if (waiting().length > 0) saveWithin(0);
    if (button?.name === 'language') return changeLanguage(button.value);
    hush();
    await show(pathOf(button?.value ?? 'next', numberIn(form, 'number')));
  } else if (form.dataset['opens']) {
    event.preventDefault();
    await openSection(form);
  } else if (form.getAttribute('action') === `${base}/submission`) {
    event.preventDefault();
    const confirmed = form.querySelector<HTMLInputElement>('[name=confirm]')!;
    if (confirmed.checked) return submit();
    // The server says what is missing, where and how it always does.
    if (navigator.onLine && (await saveAll())) return form.submit();
    tell(words.confirm);
    confirmed.focus();
  }
}

function pathOf(go: string, number: number): string {
  const total = document.querySelectorAll('#sitting .map-item').length;
  const steps: Record<string, number> = { next: number + 1, previous: Math.max(1, number - 1) };
  const to = steps[go] ?? Number(go);
  return to >= 1 && to <= total ? `${base}/questions/${to}` : `${base}/review`;
}

/** A whole new page: its frame has to speak the new language, too. */
async function changeLanguage(language: string): Promise<void> {
  await saveAll();
  const body = new URLSearchParams({ language });
  await fetch('/language', { method: 'POST', body, redirect: 'manual' }).catch(() => undefined);
  location.reload();
}

/** The time is up, as this page sees it; the server may see more. Asked again while that is so. */
async function endTime(): Promise<void> {
  if (status.over || status.replaced) return;
  relock();
  const heard = await saveAll();
  if (status.over || serverNow() < state.deadline) return hush();
  if (heard) await send();
  else tell(words.timeUpOffline);
}

let submitting = false;

async function submit(): Promise<void> {
  if (submitting || status.over) return;
  submitting = true;
  state.submitting = true;
  remember();
  relock();
  tell(words.sending);
  const saved = await saveAll();
  const [bad] = Object.values(state.answers).filter((typed) => typed.state === 'refused');
  if (saved && bad) {
    state.submitting = false;
    relock();
    tell(fill(words.fix, { number: bad.number, problem: bad.problem ?? '' }));
  } else if (!saved || !(await send())) {
    tell(words.queued);
    // It goes with the next sign of life that is heard.
  }
  submitting = false;
  showProgress();
}

async function send(): Promise<boolean> {
  const body = new URLSearchParams({ confirm: 'on' });
  const reply = await fetch(`${base}/submission`, {
    method: 'POST',
    body,
    redirect: 'manual',
  }).catch(() => undefined);
  if (reply?.type !== 'opaqueredirect') return false;
  await finish();
  return true;
}

/** The test is over: its page says so, and this device forgets it. */
async function finish(): Promise<void> {
  status.over = true;
  await forgetOthers();
  location.assign(status.late ? `${base}?notice=late` : base);
}
