import type { Language } from './languages.ts';

export const defaultTimeZone = 'America/Sao_Paulo';

/** Date and time of an instant (ms), as people write it. */
export function formatDateTime(at: number, language: Language, timeZone = defaultTimeZone): string {
  return dateFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);
}

/** The time of day with its zone, for people who may be in another: "14:32 BRT". */
export function formatTime(at: number, language: Language, timeZone = defaultTimeZone): string {
  const parts = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
  return dateFormat(language, { ...parts, timeZone }).format(at);
}

/** A length of time (ms) in words, two units at most: "1 h 5 min", "45 s". */
export function formatDuration(ms: number, language: Language): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const units = [
    ['hour', Math.floor(seconds / 3600)],
    ['minute', Math.floor((seconds % 3600) / 60)],
    ['second', seconds % 60],
  ] as const;
  const shown = units.filter(([, amount]) => amount > 0).slice(0, 2);
  const parts = (shown.length > 0 ? shown : [units[2]]).map(([unit, amount]) =>
    numberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(amount),
  );
  return parts.join(' ');
}

/** Time left (ms) as a clock reads it: "59:04", "1:02:03". */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const tail = `${hours > 0 ? pad(minutes) : minutes}:${pad(seconds % 60)}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** What a language is called in another: "português", "Portuguese". */
export function languageName(named: Language, language: Language): string {
  const { language: code } = new Intl.Locale(named);
  return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
}

export function formatNumber(value: number, language: Language, maximumFractionDigits = 2): string {
  return numberFormat(language, { maximumFractionDigits }).format(value);
}

/** A fraction 0…1 as a percentage. */
export function formatPercent(fraction: number, language: Language): string {
  return numberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(fraction);
}

// Making a formatter costs a hundred times what using it does, and a list of results formats dozens of
// dates. Kept per language and options, of which the code has a handful.
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions) {
  return kept(dateFormats, `${language} ${JSON.stringify(options)}`, () => {
    return new Intl.DateTimeFormat(language, options);
  });
}

function numberFormat(language: Language, options: Intl.NumberFormatOptions) {
  return kept(numberFormats, `${language} ${JSON.stringify(options)}`, () => {
    return new Intl.NumberFormat(language, options);
  });
}

function kept<Format>(formats: Map<string, Format>, key: string, make: () => Format): Format {
  const known = formats.get(key);
  if (known) return known;
  const made = make();
  formats.set(key, made);
  return made;
}
