import { announce } from './announcer.ts';

/**
 * Turns selects of positions into a list with buttons to move things up and down. The selects stay
 * what the form sends: blank until the person moves something or keeps the order shown.
 */
export function enhanceOrdering(list: HTMLElement): void {
  if (list.dataset['enhanced']) return;
  list.dataset['enhanced'] = 'true';
  const words = list.dataset;
  const items = () => [...list.querySelectorAll<HTMLElement>(':scope > li')];
  const keep = button(words['keep'] ?? '', () => {
    settle();
    list.querySelector('button')?.focus();
    announce(words['kept'] ?? '');
  });
  const hint = document.getElementById('order-hint');
  if (hint) hint.textContent = words['hint'] ?? '';

  const chosen = items().map((item) => Number(selectOf(item).value));
  const answered = new Set(chosen).size === chosen.length && !chosen.includes(0);
  if (answered) list.append(...items().toSorted((a, b) => place(a) - place(b)));

  for (const item of items()) {
    selectOf(item).hidden = true;
    const badge = document.createElement('span');
    badge.className = 'order-place';
    badge.setAttribute('aria-hidden', 'true');
    const moves = document.createElement('span');
    moves.className = 'order-moves';
    moves.append(mover(item, -1, '↑', words['up']), mover(item, 1, '↓', words['down']));
    item.prepend(badge);
    item.append(moves);
  }
  if (answered) settle();
  else {
    for (const item of items()) selectOf(item).value = '';
    show();
    list.after(keep);
  }

  function mover(item: HTMLElement, step: -1 | 1, sign: string, word = '') {
    const control = button(sign, () => {
      const neighbour = step < 0 ? item.previousElementSibling : item.nextElementSibling;
      if (step < 0) neighbour?.before(item);
      else neighbour?.after(item);
      settle();
      control.focus();
      const position = String(items().indexOf(item) + 1);
      announce(
        (words['moved'] ?? '')
          .replace('{item}', item.dataset['item'] ?? '')
          .replace('{position}', position)
          .replace('{total}', String(items().length)),
      );
    });
    control.setAttribute('aria-label', `${word}: ${item.dataset['item']}`);
    return control;
  }

  function settle() {
    keep.remove();
    for (const [index, item] of items().entries()) selectOf(item).value = String(index + 1);
    show();
    list.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function show() {
    const all = items();
    for (const [index, item] of all.entries()) {
      const badge = item.querySelector('.order-place');
      if (badge) badge.textContent = selectOf(item).value || '–';
      const [up, down] = item.querySelectorAll('.order-moves button');
      up?.setAttribute('aria-disabled', String(index === 0));
      down?.setAttribute('aria-disabled', String(index === all.length - 1));
    }
  }
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const control = document.createElement('button');
  control.type = 'button';
  control.className = 'btn';
  control.textContent = text;
  control.addEventListener('click', onClick);
  return control;
}

function selectOf(item: HTMLElement): HTMLSelectElement {
  const select = item.querySelector('select');
  if (!select) throw new Error('an item without its select');
  return select;
}

function place(item: HTMLElement): number {
  return Number(selectOf(item).value);
}
