import { runClock } from './clock.ts';
import { countCharacters } from './counter.ts';
import { manageFocus } from './focus.ts';
import { enhanceOrdering } from './ordering.ts';

function enhance(): void {
  for (const list of document.querySelectorAll<HTMLElement>('[data-order]')) enhanceOrdering(list);
  for (const box of document.querySelectorAll<HTMLTextAreaElement>('[data-counter]'))
    countCharacters(box);
}

for (const clock of document.querySelectorAll<HTMLElement>('[data-deadline]')) runClock(clock);
enhance();
document.addEventListener('htmx:after:swap', enhance);
manageFocus();

// A page out of the back-forward cache shows an old clock and old answers.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
