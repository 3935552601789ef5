import { formatTime } from '../../i18n/format.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { Health } from './derive.ts';
import { eventText } from './wording.ts';

/** Every recorded event in plain words, by time; the same list for the candidate and the company. */
export function HealthRecord(props: { health: Health; language: Language; t: Messages }) {
  const { health, language, t } = props;
  if (health.events.length === 0) return <p>{t.health.own.nothing}</p>;
  return (
    <ol class="prose">
      {health.events.map((event) => (
        <li>
          <time datetime={new Date(event.at).toISOString()}>{formatTime(event.at, language)}</time>
          {' · '}
          {eventText(event, language, t)}
        </li>
      ))}
    </ol>
  );
}

/** The way to all of it, from the page of a test that is over. */
export function HealthLink({ base, t }: { base: string; t: Messages }) {
  return (
    <p>
      <a href={`${base}/health`}>{t.health.own.link}</a>
    </p>
  );
}
