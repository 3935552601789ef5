import { announce } from '../announcer.ts';
import { state, status, waiting } from './state.ts';
import { base, fill, words } from './words.ts';

let said: string | undefined;
let saying: ReturnType<typeof setTimeout> | undefined;

/** How many questions have an answer, whether it is saved, and the marks of the map: what is true now. */
export function showProgress(): void {
  const marks = [...document.querySelectorAll<HTMLElement>('#sitting .map-item')];
  const typed = new Map(Object.values(state.answers).map((each) => [each.number, each]));
  for (const mark of marks) {
    const known = typed.get(Number(mark.textContent));
    if (known) setMark(mark, !known.blank && known.state !== 'refused');
  }
  const answered = marks.filter((mark) => mark.classList.contains('answered')).length;
  const bar = document.querySelector<HTMLProgressElement>('.progress progress');
  if (bar) bar.value = answered;
  showOpen(marks.filter((mark) => !mark.matches('.answered, .closed')));

  const [kind, text] = savingState();
  const count = fill(words.answered, { answered, total: marks.length });
  for (const line of document.querySelectorAll<HTMLElement>('[data-saving]')) {
    line.dataset['saving'] = kind;
    line.textContent = `${count} · ${text}`;
  }
  sayLater(kind, text);
}

function savingState(): [string, string] {
  const open = waiting().length;
  const refused = Object.values(state.answers).find((typed) => typed.state === 'refused');
  if (status.failing && navigator.onLine && open > 0) return ['trouble', words.retry];
  if (status.failing || !navigator.onLine) {
    const count = open === 0 ? words.offline0 : open === 1 ? words.offline1 : words.offlineN;
    return ['trouble', fill(count, { count: open })];
  }
  if (open > 0 && !status.replaced) return ['saving', words.saving];
  if (refused)
    return [
      'trouble',
      fill(words.notSaved, { number: refused.number, problem: refused.problem ?? '' }),
    ];
  return ['saved', words.saved];
}

/** Aloud only what lasts: not every save. */
function sayLater(kind: string, text: string): void {
  clearTimeout(saying);
  if (kind === 'saving') return;
  saying = setTimeout(() => {
    if (said !== undefined && said !== text) announce(text);
    said = text;
  }, 800);
  if (said === undefined && kind === 'saved') said = text;
}

function setMark(mark: HTMLElement, answered: boolean): void {
  if (mark.classList.contains('answered') === answered) return;
  mark.classList.toggle('answered', answered);
  const { open = '', done = '' } = mark.closest<HTMLElement>('.map')?.dataset ?? {};
  const label = mark.getAttribute('aria-label') ?? '';
  mark.setAttribute('aria-label', answered ? label.replace(open, done) : label.replace(done, open));
}

/** The review page says how many answers are missing, and leads back to the first of them. */
function showOpen(open: readonly HTMLElement[]): void {
  for (const notice of document.querySelectorAll<HTMLElement>('div[data-open]')) {
    notice.hidden = (notice.dataset['open'] === 'none') !== (open.length === 0);
    const line = notice.querySelector('p');
    if (line && notice.dataset['open'] === 'some')
      line.textContent =
        open.length === 1 ? words.openOne : fill(words.openMany, { count: open.length });
  }
  const back = document.querySelector<HTMLAnchorElement>('[data-back]');
  if (!back) return;
  const number = open[0]?.textContent ?? '';
  back.href = `${base}/questions/${number || 1}`;
  back.textContent = number ? fill(words.backTo, { number }) : words.back;
}

/** Says something important in the page and aloud, with a way to continue here where that is one. */
export function tell(text: string, { here = false } = {}): void {
  const notice = document.querySelector<HTMLElement>('[data-tell]');
  if (!notice) return;
  notice.hidden = false;
  notice.querySelector('p')!.textContent = text;
  notice.querySelector<HTMLElement>('a')!.hidden = !here;
  announce(text);
}

export function hush(): void {
  const notice = document.querySelector<HTMLElement>('[data-tell]');
  if (notice && !status.replaced && !state.submitting) notice.hidden = true;
}
