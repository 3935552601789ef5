import type { DeliveryState } from '../db/schema/deliveries.ts';
import { defaultTimeZone, formatDateTime, formatNumber } from '../i18n/format.ts';
import type { Language } from '../i18n/languages.ts';
import type { Messages } from '../i18n/messages.ts';
import { SubmitButton } from './forms.tsx';
import { State } from './workspace.tsx';

interface Words {
  language: Language;
  t: Messages;
}

const kinds = {
  pending: 'waiting',
  sending: 'active',
  waiting: 'waiting',
  delivered: 'done',
  parked: 'failed',
  cancelled: 'idle',
} as const satisfies Record<DeliveryState, string>;

/** `short` for where there is no room to say what to do about it. */
export function DeliveryStateMark(props: { state: DeliveryState; t: Messages; short?: boolean }) {
  const { state, t } = props;
  const text =
    props.short && state === 'parked'
      ? t.deliveries.parkedShort
      : t.workspace.result.deliveryStates[state];
  return <State kind={kinds[state]}>{text}</State>;
}

/** A mail's destination is which mail it is; where that is known, its name says so. */
export function deliveryKind(kind: string, t: Messages, destination?: string): string {
  const name = t.workspace.result.kinds[kind] ?? kind;
  const mails: Record<string, string> = t.mail.editor.kinds;
  const mail = kind === 'mail' && destination !== undefined ? mails[destination] : undefined;
  return mail === undefined ? name : `${name}: ${mail}`;
}

interface Due {
  state: DeliveryState;
  nextAt: number | null;
}

/** When the next try comes, where one does by itself. */
export function NextTry({ delivery, language, t }: Words & { delivery: Due }) {
  const { state, nextAt } = delivery;
  if (nextAt === null || state === 'sending') return null;
  if (nextAt <= Date.now()) return <p>{t.deliveries.due}</p>;
  return <p>{t.workspace.result.nextTry(formatDateTime(nextAt, language))}</p>;
}

/**
 * A person's wish to have it sent (again) now. What is under way needs none. `of` tells one button from
 * another where they are only heard.
 */
export function ReplayForm(props: {
  delivery: { id: string; state: DeliveryState };
  of: string;
  t: Messages;
}) {
  const { delivery, of, t } = props;
  if (delivery.state === 'sending') return null;
  return (
    <form method="post" action={`/deliveries/${delivery.id}/replay`}>
      <SubmitButton kind="plain">
        {t.deliveries.replay}
        <span class="sr-only">: {of}</span>
      </SubmitButton>
    </form>
  );
}

export interface TryRow {
  number: number;
  startedAt: number;
  durationMs: number | null;
  status: number | null;
  error: string | null;
  answer: string | null;
  replayedBy: string | null;
}

export function TriesTable({ tries, language, t }: Words & { tries: readonly TryRow[] }) {
  const words = t.workspace.result;
  if (tries.length === 0) return <p class="hint">{words.noTries}</p>;
  return (
    <table class="data plain cards">
      <caption class="sr-only">{words.tries}</caption>
      <thead>
        <tr>
          <th scope="col">{words.tryNumber}</th>
          <th scope="col">{words.tryAt}</th>
          <th scope="col">{words.tryTook}</th>
          <th scope="col">{words.tryOutcome}</th>
        </tr>
      </thead>
      <tbody>
        {tries.map((row) => (
          <tr>
            <th scope="row">{row.number}</th>
            <td data-label={words.tryAt}>
              {formatMoment(row.startedAt, language)}
              {row.replayedBy ? <span class="under">{t.deliveries.replayedBy}</span> : null}
            </td>
            <td data-label={words.tryTook}>
              {row.durationMs === null
                ? '–'
                : words.milliseconds(formatNumber(row.durationMs, language))}
            </td>
            <td data-label={words.tryOutcome}>
              {outcomeText(row, t) || words.noOutcome}
              {row.answer ? (
                <details>
                  <summary>{words.tryAnswer}</summary>
                  <pre tabindex={0}>{row.answer}</pre>
                </details>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Status and reason as a line; empty when nothing is known. */
export function outcomeText(
  { status, error }: { status: number | null; error: string | null },
  t: Messages,
): string {
  const reason = error === null ? undefined : (t.deliveries.errors[error] ?? error);
  const answered = status === null ? undefined : t.workspace.result.status(status);
  return [answered, reason].filter(Boolean).join(' · ');
}

/** To the second: the first tries follow each other closely. */
function formatMoment(at: number, language: Language): string {
  const style = { dateStyle: 'medium', timeStyle: 'medium', timeZone: defaultTimeZone } as const;
  return new Intl.DateTimeFormat(language, style).format(at);
}
