import {
  answerForm,
  fieldsOf,
  isBlank,
  lockForm,
  numberIn,
  questionOf,
  sectionShown,
  showFields,
} from './form.ts';
import { showProgress, tell } from './indicator.ts';
import { note } from './saving.ts';
import { isShell, serverNow, state, status } from './state.ts';
import { keep, read } from './store.ts';
import { base, words } from './words.ts';

/** The test's pages by path, without their frame, as the server made them. */
let parts: Record<string, string> = {};
const partsKey = `${base}#parts`;
/** As the page showed them first; undefined until it does. */
let shownFields: string | undefined;
let countedSince = performance.now();

/** True for the pages that this script shows. */
export const isHere = (path: string) =>
  path.startsWith(`${base}/questions/`) || path === `${base}/review`;
const isLocked = () => status.replaced || state.submitting || timeLeft().left <= 0;

/** Of the shown place, as the clock tells it. */
export function timeLeft() {
  const section = sectionShown();
  const now = serverNow();
  const test = state.deadline - now;
  const end = section === undefined ? undefined : state.sections[section];
  return end === undefined || end > state.deadline
    ? { left: test, section: undefined, test }
    : { left: end - now, section, test };
}

let shownPath = document.querySelector('main')?.dataset['address'];

/** True while the address is the shown page's, whichever place in it. */
export const isShown = () => location.pathname === shownPath;

/**
 * Gets every page that may be seen, so that moving needs no network: once, or anew when what may be seen
 * has changed. True when there is news.
 */
export async function prefetch({ again = false } = {}): Promise<boolean> {
  if (!again && Object.keys(parts).length > 0) return false;
  if (!again && isShell) {
    parts = (await read(partsKey)) ?? {};
    return false;
  }
  const reply = await fetch(`${base}/parts`).catch(() => undefined);
  if (!reply?.ok) return false;
  parts = ((await reply.json()) as { parts: typeof parts }).parts;
  void keep(partsKey, parts);
  return true;
}

/** Shows a page of this attempt in place of the one that is there. */
export async function show(path: string, push = true): Promise<void> {
  noteAnswer();
  const part = parts[path] ?? (await fetchPart(path));
  if (part === undefined) return tell(words.missing);
  const fresh = new DOMParser().parseFromString(part, 'text/html').querySelector('#sitting');
  if (!fresh) return location.assign(path);
  document.querySelector('#sitting')?.replaceWith(fresh);
  if (push) history.pushState(null, '', path);
  shownPath = path;
  present();
  document.dispatchEvent(new Event('htmx:after:swap'));
  scrollTo(0, 0);
}

async function fetchPart(path: string): Promise<string | undefined> {
  const headers = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' };
  const reply = await fetch(path, { headers }).catch(() => undefined);
  return reply?.ok ? reply.text() : undefined;
}

/** Puts what was typed on this device into the page as the server made it. */
export function present(): void {
  const form = answerForm();
  const typed = form && state.answers[questionOf(form)];
  if (typed) showFields(form, typed.fields);
  shownFields = form ? JSON.stringify(fieldsOf(form)) : undefined;
  countedSince = performance.now();
  lockForm(isLocked());
  showProgress();
}

/** Notes what the form holds, if that has changed. */
export function noteAnswer(): boolean {
  const form = answerForm();
  if (!form || shownFields === undefined || isLocked()) return false;
  const fields = fieldsOf(form);
  const text = JSON.stringify(fields);
  if (text === shownFields) return false;
  shownFields = text;
  const now = performance.now();
  note(questionOf(form), {
    number: numberIn(form, 'number'),
    revision: numberIn(form, 'revision'),
    fields,
    blank: isBlank(fields),
    openMs: now - countedSince,
  });
  countedSince = now;
  return true;
}

/** Another device's answer counts: the pages are to show it. */
export async function refresh(): Promise<void> {
  await prefetch({ again: true });
  const form = answerForm();
  if (form && !state.answers[questionOf(form)]) await show(location.pathname, false);
}

export const relock = () => lockForm(isLocked());
