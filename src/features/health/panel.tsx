import { formatDateTime, formatNumber, formatTime } from '../../i18n/format.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Messages } from '../../i18n/messages.ts';
import { Panel } from '../../ui/workspace.tsx';
import type { SignalKind } from '../questions/conduct.ts';
import type { Health } from './derive.ts';
import { amountsOf } from './label.ts';
import { HealthRecord } from './record.tsx';
import { amountTexts } from './wording.ts';

export interface HealthPanelProps {
  health: Health;
  remark: { comment: string | null; commentAt: number | null } | undefined;
  language: Language;
  t: Messages;
}

/** The conditions of an attempt, for whoever reads its result: explained, with the candidate's own words. */
export function HealthPanel(props: HealthPanelProps) {
  const { health, remark, language, t } = props;
  const { comment = null, commentAt = null } = remark ?? {};
  const words = t.health.panel;
  return (
    <Panel title={words.title} id="health">
      {health.signals.length === 0 ? <p>{words.nothingAsked}</p> : <Findings {...props} />}
      <h3>{words.comment}</h3>
      {comment === null || commentAt === null ? (
        <p>{words.noComment}</p>
      ) : (
        <figure>
          <blockquote class="prose">
            {comment.split('\n').map((line) => (
              <p>{line}</p>
            ))}
          </blockquote>
          <figcaption class="hint">
            {words.commentedAt(formatDateTime(commentAt, language))}
          </figcaption>
        </figure>
      )}
      <p>
        <a class="text-link" href="/test-health#label">
          {words.rules}
        </a>
      </p>
    </Panel>
  );
}

function Findings({ health, language, t }: HealthPanelProps) {
  const words = t.health.panel;
  const recorded = health.signals.filter((kind) => amountsOf(health.events, kind).count > 0);
  return (
    <>
      <p>
        <strong>{t.health.label(t.health.labels[health.label])}</strong>
      </p>
      <p class="hint">{t.health.labelMeans}</p>
      <h3>{words.reasons}</h3>
      {health.reasons.length === 0 ? (
        <p>{words.noReasons}</p>
      ) : (
        <ul class="prose">
          {health.reasons.map((reason) => (
            <li>
              {t.health.signals[reason.kind].name}: {amountTexts(reason, language, t).join(', ')} (
              {t.health.points(reason.points)})
            </li>
          ))}
        </ul>
      )}
      <h3>{words.timeline}</h3>
      {recorded.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <>
          <p class="hint">
            {words.from(
              formatTime(health.startedAt, language),
              formatTime(health.endedAt, language),
            )}
          </p>
          <ul class="prose">
            {recorded.map((kind) => (
              <SignalItem {...{ health, kind, language, t }} />
            ))}
          </ul>
          <details>
            <summary>
              {words.events(health.events.length, formatNumber(health.events.length, language))}
            </summary>
            <HealthRecord {...{ health, language, t }} />
          </details>
        </>
      )}
    </>
  );
}

function SignalItem(props: { health: Health; kind: SignalKind; language: Language; t: Messages }) {
  const { health, kind, language, t } = props;
  const { name, innocent } = t.health.signals[kind];
  return (
    <li>
      <strong>{name}:</strong> {amountTexts(amountsOf(health.events, kind), language, t).join(', ')}
      <Strip health={health} kind={kind} />
      <span class="scores-note">{t.health.panel.means(innocent)}</span>
    </li>
  );
}

/** When a signal came, from the start to the end of the test: decoration, the events beside it say the same. */
function Strip({ health, kind }: { health: Health; kind: SignalKind }) {
  const { events, startedAt, endedAt } = health;
  const length = Math.max(1, endedAt - startedAt);
  const place = (at: number) =>
    Math.round(Math.min(Math.max((at - startedAt) / length, 0), 1) * 990) / 10;
  const marks = new Map<number, number>();
  for (const event of events) {
    if (event.kind !== kind) continue;
    const from = place(event.at);
    const lasting = event.kind === 'hidden' || event.kind === 'outage';
    const until = lasting ? place(event.at + event.seconds * 1000) : from;
    marks.set(from, Math.max(marks.get(from) ?? 1, until - from));
  }
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-track" width="100" height="8" />
      {[...marks].map(([x, width]) => (
        <rect class="bar-value" x={x} width={width} height="8" />
      ))}
    </svg>
  );
}
