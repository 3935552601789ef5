import type { Clause } from './clause.ts';
import type { Exchange } from './exchange.ts';
import { holds, type Outcome } from './run.ts';

const shortest = 120;
const longest = 2000;

/** The outcomes as Markdown: a table, the exchanges of what is broken, and one line that sums up. */
export function markdown(outcomes: readonly Outcome[], strict = false): string {
  const rows = sorted(outcomes).map((outcome) => {
    const { id, text, confidence, required, result, reason } = outcome;
    const said = result === 'not checked' ? reason : shownBy(outcome);
    return row([id, text, mark(confidence, required), result, cell(said ?? '')]);
  });
  const failed = sorted(outcomes).filter(({ result }) => result === 'fail');
  const heads = row(['Clause', 'What it says', '', 'Result', 'Shown by']);
  return [
    heads,
    row(['---', '---', '---', '---', '---']),
    ...rows,
    '',
    ...failed.flatMap(details),
    summary(outcomes, strict),
  ].join('\n');
}

/** The clauses alone, for whoever wants to read the contract. */
export function clauseTable(clauses: readonly Clause[]): string {
  const rows = sorted(clauses).map(({ id, text, confidence, required }) =>
    row([id, text, mark(confidence, required)]),
  );
  return [row(['Clause', 'What it says', '']), row(['---', '---', '---']), ...rows].join('\n');
}

export function json(outcomes: readonly Outcome[], strict = false): string {
  const report = { holds: holds(outcomes, strict), summary: summary(outcomes, strict) };
  return JSON.stringify({ ...report, clauses: sorted(outcomes) }, null, 2);
}

export function summary(outcomes: readonly Outcome[], strict = false): string {
  const count = (result: Outcome['result']) =>
    outcomes.filter((outcome) => outcome.result === result).length;
  const wanted = outcomes.filter(({ required }) => required || strict);
  const broken = wanted.filter(({ result }) => result === 'fail').length;
  return (
    `${outcomes.length} clauses: ${count('pass')} pass, ${count('fail')} fail, ` +
    `${count('not checked')} not checked. ` +
    `Of ${wanted.length} required, ${broken} ${broken === 1 ? 'is' : 'are'} broken.`
  );
}

function details({ id, text, reason, exchange }: Outcome): string[] {
  const shown = exchange ? ['', '```http', ...exchangeLines(exchange), '```'] : [];
  return [`### ${id} ${text}`, '', reason ?? '', ...shown, ''];
}

function exchangeLines(exchange: Exchange): string[] {
  const { method, url, requestHeaders, requestBody, status, body } = exchange;
  const headers = Object.entries(requestHeaders).map(([name, value]) => `${name}: ${value}`);
  return [
    `${method} ${url}`,
    ...headers,
    ...(requestBody === '' ? [] : ['', cut(requestBody, longest)]),
    '',
    `→ ${status ?? 'no answer'}`,
    cut(body, longest),
  ];
}

/** One exchange stands for all: the first that is wrong, or the last one that is right. */
function shownBy({ result, exchange, exchanges }: Outcome): string {
  if (!exchange) return '';
  const others = exchanges > 1 && result === 'pass' ? `${exchanges} requests, the last: ` : '';
  return others + line(exchange);
}

function line({ method, url, status, body }: Exchange): string {
  const path = URL.canParse(url) ? new URL(url).pathname + new URL(url).search : url;
  return `\`${cut(`${method} ${path} → ${status ?? ''} ${body}`.replaceAll(/[\s`]+/g, ' '), shortest)}\``;
}

function mark(confidence: string, required: boolean): string {
  return required ? `${confidence}, required` : confidence;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

function sorted<T extends { id: string }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}
