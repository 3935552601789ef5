/** One table of the bench. */
export interface Section {
  title: string;
  head: string[];
  rows: string[][];
}

export function markdown(sections: readonly Section[]): string {
  const ordered = sections.toSorted((a, b) => a.title.localeCompare(b.title));
  return ordered
    .map(({ title, head, rows }) => `## ${title}\n\n${table([head, ...rows])}`)
    .join('\n');
}

/** The first column reads from the left, the figures from the right. */
function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  const line = (row: string[]) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(' | ')} |\n`;
  const rule = `|${widths.map((width, at) => (at === 0 ? ':' : '-') + '-'.repeat(width) + (at === 0 ? '-' : ':')).join('|')}|\n`;
  const [head, ...body] = rows.map(line);
  return `${head}${rule}${body.join('')}`;
}
