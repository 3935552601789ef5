import type { sitting } from '../../i18n/pt-BR/sitting.ts';

export type Words = typeof sitting.script;

/** The element that tells the script where it is and what to say; absent where no test is running. */
export const frame = document.querySelector<HTMLElement>('[data-sitting]');

/** `/a/<token>` of the attempt whose page this is. */
export const base = frame?.dataset['sitting'] ?? '';
export const words = JSON.parse(frame?.dataset['words'] ?? '{}') as Words;

/** Puts values where a sentence has their names in braces. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** A length of time as people say it: "2 min 5 s". */
export function length(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const parts = [];
  if (seconds >= 60) parts.push(fill(words.minutes, { count: Math.floor(seconds / 60) }));
  if (seconds % 60) parts.push(fill(words.seconds, { count: seconds % 60 }));
  return parts.join(' ');
}
