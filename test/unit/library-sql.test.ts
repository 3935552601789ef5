import { DatabaseSync } from 'node:sqlite';

import { describe, expect, it } from 'vitest';

import { sql } from '../../src/features/assessments/library/sql.ts';

// Nothing here knows an answer: tables, queries and options are read from what candidates read,
// run on SQLite, and what comes out must be what the key says.

const languages = ['pt-BR', 'en'] as const;
interface Content {
  options?: Choice[];
  items?: Choice[];
  correct?: string | string[] | boolean;
  value?: number;
  tolerance?: number;
}
interface Choice {
  id: string;
  text: Record<string, string>;
}

const questions = new Map(
  sql.sections.flatMap((section) => section.questions).map((item) => [item.id, item] as const),
);

/** One question in one language, with its tables already in a database. */
function read(id: string, language: (typeof languages)[number]) {
  const question = questions.get(id)!;
  const content = question.content as Content;
  const prompt = question.prompt[language]!;
  const db = new DatabaseSync(':memory:');
  const tables = markdownTables(prompt);
  for (const { name, columns, rows } of tables.filter((item) => item.isData)) {
    db.exec(`CREATE TABLE ${name} (${columns.join(', ')})`);
    const insert = db.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`);
    for (const row of rows) insert.run(...row.map(value));
  }
  return {
    content,
    prompt,
    blocks: codeBlocks(prompt),
    /** Rows as texts, as candidates read them. */
    rows: (statement: string) =>
      db
        .prepare(statement)
        .all()
        .map((row) => Object.values(row).map((cell) => (cell === null ? 'NULL' : String(cell)))),
    run: (statements: string) => db.exec(statements),
    expected: tables.find((item) => !item.isData)?.rows,
    /** Every option or item: its id and its text without the code marks. */
    choices: (content.options ?? content.items ?? []).map((item) => ({
      id: item.id,
      text: item.text[language]!.replaceAll('`', ''),
    })),
    key: [content.correct].flat(),
  };
}

/** The Markdown tables of a prompt: `**\`name\`**` over a table of data, `**Title**` over a result. */
function markdownTables(prompt: string) {
  return [...prompt.matchAll(/\*\*(`?)([^*`]+)`?\*\*\n\n((?:\|.*\n?)+)/g)].map(
    ([, mark, name, grid]) => {
      const [columns, , ...rows] = grid!
        .trim()
        .split('\n')
        .map((line) =>
          line
            .slice(1, -1)
            .split('|')
            .map((cell) => cell.trim()),
        );
      return { name: name!, isData: mark !== '', columns: columns!, rows };
    },
  );
}

function codeBlocks(prompt: string): string[] {
  return [...prompt.matchAll(/^```sql\n(.+?)\n```$/gms)].map(([, code]) => code!);
}

type Read = ReturnType<typeof read>;

function value(cell: string): string | number | null {
  if (cell === 'NULL') return null;
  return /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
}

/** The key is the options whose text is the result, written by `show`. */
const optionIsResult = (show: (rows: string[][]) => string) => (asked: Read) => {
  const result = show(asked.rows(asked.blocks[0]!));
  expect(asked.choices.filter(({ text }) => text === result).map(({ id }) => id)).toEqual(
    asked.key,
  );
};

/** The key is the options that, in the query's gap, return the expected rows. */
function optionFillsGap(asked: Read) {
  const matches = asked.choices.filter(
    ({ text }) =>
      JSON.stringify(asked.rows(filled(asked.blocks[0]!, text))) === JSON.stringify(asked.expected),
  );
  expect(matches.map(({ id }) => id)).toEqual(asked.key);
}

function filled(query: string, text: string): string {
  expect(query.match(/\/\*.+?\*\//g)).toHaveLength(1);
  return query.replace(/\/\*.+?\*\//, () => text);
}

/** The number keyed is the only value returned. */
function numberIsResult(asked: Read) {
  const { value: key, tolerance } = asked.content;
  expect(asked.rows(asked.blocks[0]!)).toEqual([[String(key)]]);
  expect(tolerance).toBe(0);
}

const proofs: Record<string, (asked: Read) => void> = {
  'sql-null-comparison': numberIsResult,
  'sql-filter-average': numberIsResult,
  'sql-join-fan-out': numberIsResult,
  'sql-recursive-team': numberIsResult,
  'sql-left-join-on': optionIsResult(listed),
  'sql-lag-cte': optionIsResult(listed),
  'sql-running-total-frame': optionIsResult(listed),
  'sql-rank-ties': optionIsResult((rows) => {
    const [, rank, dense] = rows.find(([seller]) => seller === 'Davi')!;
    return `r = ${rank}, d = ${dense}`;
  }),
  'sql-duplicate-emails': optionFillsGap,
  'sql-month-range': optionFillsGap,
  'sql-anti-join-null': optionFillsGap,
  'sql-union-duplicates': (asked) => {
    const claimed = /\*\*(\d+) (?:linhas|rows)\*\*/.exec(asked.prompt)![1];
    const isTrue = String(asked.rows(asked.blocks[0]!).length) === claimed;
    expect(asked.content).toEqual({ correct: isTrue });
  },
  'sql-case-order': (asked) => {
    const result = asked.rows(asked.blocks[0]!).map(([id]) => id);
    expect(asked.choices.map(({ text }) => text)).toEqual(result);
  },
  'sql-clause-order': (asked) => {
    const working = permutations(asked.choices.map(({ text }) => text)).filter((lines) => {
      try {
        return JSON.stringify(asked.rows(lines.join('\n'))) === JSON.stringify(asked.expected);
      } catch {
        return false;
      }
    });
    expect(working).toEqual([asked.choices.map(({ text }) => text)]);
  },
  'sql-index-plan': (asked) => {
    const [setup, query] = asked.blocks;
    asked.run(setup!);
    const plans = asked.choices.map(({ id, text }) => ({
      id,
      plan: asked.rows(`EXPLAIN QUERY PLAN ${filled(query!, text)}`).map((row) => row.at(-1)!),
    }));
    const [search, scan] = [/`(SEARCH [^`]+?) \(…\)`/, /`(SCAN \w+)`/].map(
      (shown) => shown.exec(asked.prompt)![1]!,
    );
    const searching = plans.filter(({ plan }) => plan.every((line) => line.startsWith(search!)));
    expect(searching.map(({ id }) => id)).toEqual(asked.key);
    const others = plans.filter(({ id }) => !asked.key.includes(id));
    expect(others.map(({ plan }) => plan)).toEqual(others.map(() => [scan]));
  },
};

function listed(rows: string[][]): string {
  return rows.map((row) => row.join(', ')).join(' · ');
}

function permutations<Item>(items: Item[]): Item[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  );
}

describe('SQL para análise de dados', () => {
  it('proves the key of every question', () => {
    expect(Object.keys(proofs).toSorted()).toEqual([...questions.keys()].toSorted());
  });

  for (const language of languages)
    it.each(Object.keys(proofs))(`%s: SQLite agrees with the key (${language})`, (id) => {
      proofs[id]!(read(id, language));
    });

  it.each([...questions.keys()])('%s: no line of code scrolls sideways on a phone', (id) => {
    for (const language of languages)
      for (const line of codeBlocks(questions.get(id)!.prompt[language]!).join('\n').split('\n'))
        expect(line.length, line).toBeLessThanOrEqual(45);
  });

  it.each([...questions.keys()])('%s: options differ from each other', (id) => {
    for (const language of languages) {
      const content = questions.get(id)!.content as Content;
      const texts = (content.options ?? content.items ?? []).map((item) => item.text[language]);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});
