import type { Fields } from './state.ts';

/** The page's own, of no question. */
const own = new Set(['number', 'revision', 'shown', 'go', 'language']);

export const answerForm = () => document.querySelector<HTMLFormElement>('#answer-form');

/** The section whose own time the shown question has. */
export const sectionShown = () => answerForm()?.dataset['section'];

export function questionOf(form: HTMLFormElement): string {
  return decodeURIComponent(form.getAttribute('action')!.split('/').at(-1)!);
}

export function numberIn(form: HTMLFormElement, name: string): number {
  return Number(form.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value);
}

/** What the form would send of the answer: one value per name, or all where the name repeats. */
export function fieldsOf(form: HTMLFormElement): Fields {
  const fields: Fields = {};
  // By name: items that move about are the same answer.
  const entries = [...new FormData(form)].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  for (const [name, value] of entries) {
    if (own.has(name) || typeof value !== 'string') continue;
    const known = fields[name];
    fields[name] = known === undefined ? value : [known, value].flat();
  }
  return fields;
}

/** Makes the form show these values, whatever it showed. */
export function showFields(form: HTMLFormElement, fields: Fields): void {
  const used = new Map<string, number>();
  for (const control of form.elements) {
    if (
      !(
        control instanceof HTMLInputElement ||
        control instanceof HTMLTextAreaElement ||
        control instanceof HTMLSelectElement
      )
    )
      continue;
    if (!control.name || own.has(control.name)) continue;
    const values = [fields[control.name] ?? []].flat();
    if (control.type === 'radio' || control.type === 'checkbox')
      (control as HTMLInputElement).checked = values.includes(control.value);
    else {
      const place = used.get(control.name) ?? 0;
      used.set(control.name, place + 1);
      control.value = values[place] ?? '';
    }
  }
}

export function isBlank(fields: Fields): boolean {
  return Object.values(fields).every((value) => [value].flat().every((text) => !text.trim()));
}

/** Leaves everything readable and nothing changeable. */
export function lockForm(locked: boolean): void {
  const controls = '.question :is(input, textarea, select, button)';
  for (const control of document.querySelectorAll<HTMLInputElement>(controls))
    control.disabled = locked;
}
