import { defaultTimeZone } from './format.ts';

/** An instant (ms) as `<input type="datetime-local">` takes it: "2026-11-30T18:00". */
export function writeLocal(at: number, timeZone = defaultTimeZone): string {
  // Sweden writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone,
  });
  return format.format(at).replace(' ', 'T');
}

/** The instant (ms) of what such an input sends; undefined for anything that no clock there ever shows. */
export function readLocal(text: string, timeZone = defaultTimeZone): number | undefined {
  const [minutes] = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?=(:00)?$)/.exec(text) ?? [];
  if (minutes === undefined) return undefined;
  const asUtc = Date.parse(`${minutes}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  // The zone's offset at the instant itself may differ from the one at the first guess.
  for (const guess of [asUtc, asUtc - offsetAt(asUtc, timeZone)]) {
    const at = asUtc - offsetAt(guess, timeZone);
    if (writeLocal(at, timeZone) === minutes) return at;
  }
  return undefined;
}

function offsetAt(at: number, timeZone: string): number {
  return Date.parse(`${writeLocal(at, timeZone)}Z`) - at;
}
