import { formatNumber } from '../i18n/format.ts';
import type { Language } from '../i18n/languages.ts';
import type { Messages } from '../i18n/messages.ts';

export interface ScoreItem {
  label: string;
  /** 0–100; null when there is none (yet). */
  score: number | null;
  note?: string | undefined;
}

interface ChartProps {
  language: Language;
  t: Messages;
}

/** Marks along a bar. A score is its own length: every drawing here is 100 units long. */
const ticks = [0, 20, 40, 60, 80, 100];

/**
 * Scores as horizontal bars. It is a table, so what a screen reader hears, what is printed without
 * colours and what is seen are the same rows; the bar itself is decoration.
 */
export function ScoreBars(props: ChartProps & { items: readonly ScoreItem[]; caption: string }) {
  const { t, language } = props;
  return (
    <table class="scores">
      <caption class="sr-only">{props.caption}</caption>
      <thead class="sr-only">
        <tr>
          <th scope="col">{t.common.measure}</th>
          <th scope="col">{t.common.score}</th>
        </tr>
      </thead>
      <tbody>
        {props.items.map(({ label, score, note }) => (
          <tr>
            <th scope="row">
              <span class="scores-label">{label}</span>
              {note ? <span class="scores-note">{note}</span> : null}
              <Bar score={score} />
            </th>
            <td>
              {score === null ? (
                <span class="scores-note">{t.common.noScore}</span>
              ) : (
                formatNumber(score, language, 1)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bar({ score }: { score: number | null }) {
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-track" width="100" height="8" />
      {score === null ? null : <rect class="bar-value" width={score} height="8" />}
      {ticks.map((tick) => (
        <path class="bar-tick" d={`M${tick} 0v8`} />
      ))}
    </svg>
  );
}

/** The total as a ring around its figure. */
export function TotalDial(props: ChartProps & { score: number | null; label?: string }) {
  const { score, t, language } = props;
  const label = props.label ?? t.common.total;
  const figure = score === null ? '–' : formatNumber(score, language, 1);
  const spoken = score === null ? t.common.noScore : t.common.scoreOf100(figure);
  return (
    <svg class="dial" viewBox="0 0 120 120" role="img" aria-label={`${label}: ${spoken}`}>
      <circle class="dial-track" cx="60" cy="60" r="52" fill="none" stroke-width="9" />
      {score === null || score <= 0 ? null : (
        <circle
          class="dial-value"
          cx="60"
          cy="60"
          r="52"
          fill="none"
          stroke-width="9"
          stroke-linecap="round"
          pathLength="100"
          stroke-dasharray={`${score} 200`}
          transform="rotate(-90 60 60)"
        />
      )}
      <text class="dial-figure" x="60" y="66" text-anchor="middle">
        {figure}
      </text>
      <text class="dial-label" x="60" y="84" text-anchor="middle">
        / 100
      </text>
    </svg>
  );
}
