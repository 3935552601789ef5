import { globSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Opens the rows of a server's state, running or not. */
export function withStateRows<Result>(
  stateDir: string,
  use: (rows: DatabaseSync) => Result,
): Result {
  const rows = new DatabaseSync(databaseFile(stateDir));
  try {
    rows.exec('pragma busy_timeout = 5000');
    return use(rows);
  } finally {
    rows.close();
  }
}

function databaseFile(stateDir: string): string {
  const folder = join(stateDir, 'v3/d1');
  const file = globSync('**/*.sqlite', { cwd: folder }).find((name) => !/metadata/.test(name));
  if (file === undefined) throw new Error(`no database below ${folder}`);
  return join(folder, file);
}
