import type { DeliveryState } from '../../db/schema/deliveries.ts';
import { defaultTimeZone, formatDateTime, formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../i18n/languages.ts';
import { Panel, State } from '../../ui/workspace.tsx';
import type { ResultProps } from './result-views.tsx';

const kinds = {
  pending: 'waiting',
  sending: 'active',
  waiting: 'waiting',
  delivered: 'done',
  parked: 'failed',
  cancelled: 'idle',
} as const satisfies Record<DeliveryState, string>;

/** Where the result was handed over to, with every try. */
export function DeliveriesPanel(props: ResultProps) {
  const { record, t } = props;
  const words = t.workspace.result;
  return (
    <Panel title={words.deliveries}>
      {record.deliveries.length === 0 ? <p class="hint">{words.noDeliveries}</p> : null}
      {record.deliveries.map((delivery) => (
        <Delivery {...props} delivery={delivery} />
      ))}
    </Panel>
  );
}

type DeliveryProps = ResultProps & { delivery: ResultProps['record']['deliveries'][number] };

function Delivery({ delivery, record, language, t }: DeliveryProps) {
  const words = t.workspace.result;
  const tries = record.tries.filter(({ deliveryId }) => deliveryId === delivery.id);
  const waits = delivery.state === 'waiting' && delivery.nextAt !== null;
  return (
    <div class="delivery">
      <header>
        <h3>{words.kinds[delivery.kind] ?? delivery.kind}</h3>
        <State kind={kinds[delivery.state]}>{words.deliveryStates[delivery.state]}</State>
        {/^https?:/.test(delivery.destination) ? <code>{delivery.destination}</code> : null}
      </header>
      {waits ? <p>{words.nextTry(formatDateTime(delivery.nextAt ?? 0, language))}</p> : null}
      {tries.length === 0 ? (
        <p class="hint">{words.noTries}</p>
      ) : (
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
                <td data-label={words.tryAt}>{formatMoment(row.startedAt, language)}</td>
                <td data-label={words.tryTook}>
                  {row.durationMs === null
                    ? '–'
                    : words.milliseconds(formatNumber(row.durationMs, language))}
                </td>
                <td data-label={words.tryOutcome}>
                  {outcomeOf(row, t)}
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
      )}
    </div>
  );
}

/** To the second: the first tries follow each other closely. */
function formatMoment(at: number, language: Language): string {
  const style = { dateStyle: 'medium', timeStyle: 'medium', timeZone: defaultTimeZone } as const;
  return new Intl.DateTimeFormat(language, style).format(at);
}

function outcomeOf(
  { status, error }: ResultProps['record']['tries'][number],
  t: ResultProps['t'],
): string {
  const words = t.workspace.result;
  const parts = [status === null ? undefined : words.status(status), error].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : words.noOutcome;
}
