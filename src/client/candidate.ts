import { countCharacters } from './counter.ts';
import { manageFocus } from './focus.ts';
import { enhanceOrdering } from './ordering.ts';
import { runSitting } from './sitting/sitting.ts';
import { isShell } from './sitting/state.ts';

function enhance(): void {
  for (const list of document.querySelectorAll<HTMLElement>('[data-order]')) enhanceOrdering(list);
  for (const box of document.querySelectorAll<HTMLTextAreaElement>('[data-counter]'))
    countCharacters(box);
}

document.addEventListener('htmx:after:swap', enhance);
manageFocus();
void runSitting(enhance);

// A form that came back has the address it was sent to. Under its page's own, going back to it or
// reloading it asks for the page, and not whether to send the form again. (A page that the device kept
// stands for all of its test's.)
const { address } = document.querySelector('main')?.dataset ?? {};
if (address && !isShell && address !== location.pathname + location.search)
  history.replaceState(history.state, '', address + location.hash);

// A page out of the back-forward cache shows an old clock and old answers.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
