import { announce } from './announcer.ts';
import { manageFocus } from './focus.ts';

function showCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) button.hidden = false;
}

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const button = event.target.closest<HTMLElement>('[data-copy]');
  if (button) void copy(button);
});

async function copy(button: HTMLElement): Promise<void> {
  const label = button.textContent;
  const { copy: text = '', copied = '', failed = '' } = button.dataset;
  const done = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  announce(done ? copied : failed);
  button.textContent = done ? copied : failed;
  setTimeout(() => {
    button.textContent = label;
  }, 2000);
}

// On a phone the menu scrolls: where one is must be in view.
document
  .querySelector('.tabs-bar [aria-current]')
  ?.scrollIntoView({ block: 'nearest', inline: 'center' });
showCopyButtons();
document.addEventListener('htmx:after:swap', showCopyButtons);
manageFocus();
