import type { Language } from './languages.ts';

export const defaultTimeZone = 'America/Sao_Paulo';

/** Date and time of an instant (ms), as people write it. */
export function formatDateTime(at: number, language: Language, timeZone = defaultTimeZone): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(at);
}

/** The time of day with its zone, for people who may be in another: "14:32 BRT". */
export function formatTime(at: number, language: Language, timeZone = defaultTimeZone): string {
  return new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(at);
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
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(amount),
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
  return new Intl.NumberFormat(language, { maximumFractionDigits }).format(value);
}

/** A fraction 0…1 as a percentage. */
export function formatPercent(fraction: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(
    fraction,
  );
}
