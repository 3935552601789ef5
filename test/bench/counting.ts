/**
 * What a request cost in D1. A batch is one round trip, and each counts when it comes back: of one that
 * was still under way when the answer was complete, nothing can be in the answer.
 */
export interface Counts {
  trips: number;
  rowsRead: number;
  rowsWritten: number;
}

/** A database that behaves as the given one and counts what is asked of it. */
export function countingDatabase(real: D1Database): { db: D1Database; counts: Counts } {
  const counts: Counts = { trips: 0, rowsRead: 0, rowsWritten: 0 };
  const count = ({ meta }: D1Result) => {
    counts.rowsRead += meta.rows_read;
    counts.rowsWritten += meta.rows_written;
  };
  return { db: counted(real, counts, count), counts };
}

type Count = (result: D1Result) => void;

function counted(real: D1Database, counts: Counts, count: Count): D1Database {
  const trip = () => void (counts.trips += 1);
  const batch = async (statements: D1PreparedStatement[]) => {
    const own = statements.map((statement) => reals.get(statement)!);
    const results = await real.batch(own).finally(trip);
    results.forEach(count);
    return results;
  };
  const own = {
    prepare: (sql: string) => countedStatement(real.prepare(sql), sql, counts, count),
    batch,
    exec: (sql: string) => real.exec(sql).finally(trip),
    withSession: () => {
      throw new Error('sessions are not counted yet');
    },
  };
  return own as unknown as D1Database;
}

/** The statement behind each counted one, for a batch. */
const reals = new WeakMap<object, D1PreparedStatement>();

function countedStatement(
  real: D1PreparedStatement,
  sql: string,
  counts: Counts,
  count: Count,
): D1PreparedStatement {
  const trip = () => void (counts.trips += 1);
  const all = async () => {
    const result = await real.all().finally(trip);
    count(result);
    return result;
  };
  const own = {
    bind: (...values: unknown[]) => countedStatement(real.bind(...values), sql, counts, count),
    all,
    run: all,
    first: async (column?: string) => {
      const [row] = (await all()).results;
      return column === undefined ? (row ?? null) : (row?.[column] ?? null);
    },
    // It answers without any figures. A select is asked once more for them; a write must not be, and
    // the columns that it returns have names of their own.
    raw: async () => {
      const result = await all();
      if (/^\s*(select|with)\b/i.test(sql)) return real.raw();
      return result.results.map((row) => Object.values(row));
    },
  };
  reals.set(own, real);
  return own as unknown as D1PreparedStatement;
}
