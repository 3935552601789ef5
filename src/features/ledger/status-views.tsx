import { formatDuration, formatNumber, formatPercent } from '../../i18n/format.ts';
import { PublicLayout } from '../../ui/layout.tsx';
import type { PageProps } from '../../ui/page-props.ts';
import { countOf, type Figures, medianOf, parkedShare, steps } from './figures.ts';

type StatusProps = PageProps & { figures: { day: Figures; month: Figures } };

export function StatusPage(props: StatusProps) {
  const { figures, language, t, path } = props;
  const words = t.deliveries.status;
  const spans = [figures.day, figures.month];
  const time = (histogram: readonly number[]) => timeText(medianOf(histogram), props);
  const rows: [string, (of: Figures) => string][] = [
    [words.firstTry, (of) => time(of.firstTries)],
    [words.delivered, (of) => time(of.delivered)],
    [words.parked, (of) => shareText(parkedShare(of), props)],
    [words.count, (of) => formatNumber(countOf(of.delivered) + of.parked, language)],
  ];
  return (
    <PublicLayout language={language} t={t} title={words.title} path={path}>
      <div class="flex flex-col gap-4">
        <h1 class="text-2xl font-bold">{words.title}</h1>
        <p>{words.lead}</p>
        <div class="data-box">
          <table class="data cards">
            <caption class="sr-only">{words.title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.measure}</th>
                <th scope="col">{words.day}</th>
                <th scope="col">{words.month}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, text]) => (
                <tr>
                  <th scope="row">{name}</th>
                  {spans.map((of, index) => (
                    <td data-label={index === 0 ? words.day : words.month}>{text(of)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p class="hint">{words.note}</p>
      </div>
    </PublicLayout>
  );
}

function timeText(median: number | undefined, { language, t }: StatusProps): string {
  const words = t.deliveries.status;
  if (median === undefined) return words.none;
  if (median !== Infinity) return words.atMost(formatDuration(median, language));
  return words.more(formatDuration(steps.at(-2) ?? 0, language));
}

function shareText(share: number | undefined, { language, t }: StatusProps): string {
  if (share === undefined) return t.deliveries.status.none;
  return formatPercent(share, language);
}
