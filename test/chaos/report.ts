import { type Count, holds } from './count.ts';

export interface Run {
  seed: number;
  counts: readonly Count[];
  /** What could not be carried out at all. */
  failures: readonly string[];
  ms: number;
  /** Of what it ran on. */
  versions: Readonly<Record<string, string>>;
}

/** The report as Markdown. */
export function markdown({ seed, counts, failures, ms, versions }: Run): string {
  const parts = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    '# Chaos',
    '',
    `Seed ${seed} (\`npm run chaos -- --seed ${seed}\`), ${seconds(ms)}, ${parts.join(', ')}.`,
    '',
    ...table([
      columns,
      ...counts.map((count) => [
        holds(count) ? 'yes' : '**NO**',
        count.experiment,
        count.what,
        ...[count.n, count.lost, count.halfApplied].map(String),
        count.duplicates > 0
          ? `${count.duplicates} (${count.unavoidable} unavoidable)`
          : String(count.duplicates),
        `${count.wrongStates} of ${count.n}`,
        count.notes[0] ?? '',
        seconds(count.ms),
      ]),
    ]),
    ...counts.filter((count) => !holds(count)).flatMap(whatWentWrong),
    ...counts.flatMap(({ experiment, table: cases }) =>
      cases ? ['', `## ${experiment}`, '', ...table(cases)] : [],
    ),
    ...failures.flatMap((failure) => ['', '## Not carried out', '', '```', failure, '```']),
    '',
    succeeded(counts, failures)
      ? 'Everything holds.'
      : '**Something does not hold.** The same seed brings the same choices again; the machine’s own timing it does not.',
    '',
  ].join('\n');
}

const columns =
  `holds|experiment|what|n|lost|half-applied|duplicates|wrong next state|numbers|time`.split('|');

export function succeeded(counts: readonly Count[], failures: readonly string[]): boolean {
  return counts.length > 0 && failures.length === 0 && counts.every(holds);
}

function whatWentWrong({ experiment, what, notes }: Count): string[] {
  return ['', `### ${experiment}: ${what}`, '', ...notes.map((note) => `- ${note}`)];
}

function table(rows: readonly (readonly string[])[]): string[] {
  const [heading = [], ...rest] = rows;
  return [heading, heading.map(() => '---'), ...rest].map((cells) => `| ${cells.join(' | ')} |`);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
