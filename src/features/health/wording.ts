import { formatDuration, formatNumber, formatPercent } from '../../i18n/format.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { Amounts } from './label.ts';
import type { HealthEvent } from './signals.ts';

/** One recorded event as a sentence. */
export function eventText(event: HealthEvent, language: Language, t: Messages): string {
  const { events, devices } = t.health;
  switch (event.kind) {
    case 'hidden':
    case 'resumed':
    case 'outage':
      return events[event.kind](duration(event.seconds, language));
    case 'paste':
      return events.paste(charactersText(event.size, language, t));
    case 'resized':
      return events.resized(formatPercent(event.percent / 100, language));
    case 'device':
      return events.device(devices[event.from], devices[event.to]);
    case 'fast_answer':
      return events.fast_answer(
        event.question,
        duration(event.seconds, language),
        duration(event.reading, language),
      );
    default:
      return events[event.kind];
  }
}

/** How much there was of a signal, or how much it takes: "3 times", "40 s in all". */
export function amountTexts(amounts: Partial<Amounts>, language: Language, t: Messages): string[] {
  const { count, seconds, size } = amounts;
  const { times, inAll } = t.health;
  return [
    ...(count ? [times(count, formatNumber(count, language))] : []),
    ...(seconds ? [inAll(duration(seconds, language))] : []),
    ...(size ? [inAll(charactersText(size, language, t))] : []),
  ];
}

function charactersText(size: number, language: Language, t: Messages): string {
  return t.health.characters(size, formatNumber(size, language));
}

function duration(seconds: number, language: Language): string {
  return formatDuration(seconds * 1000, language);
}
