import { globSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { inject } from 'vitest';

/** Opens the running server's own rows, for what no page can bring about: a deadline now, a closed link. */
export function withRows<Result>(use: (rows: DatabaseSync) => Result): Result {
  const rows = new DatabaseSync(databaseFile());
  try {
    rows.exec('pragma busy_timeout = 5000');
    return use(rows);
  } finally {
    rows.close();
  }
}

/** Lets the time of a candidate's attempts end in `ms`. */
export function endTimeIn(ms: number, email: string): void {
  const changed = withRows((rows) =>
    rows
      .prepare(
        `update attempts set deadline_at = ?
          where candidate_id in (select id from candidates where email = ?)`,
      )
      .run(Date.now() + ms, email),
  );
  if (Number(changed.changes) !== 1) throw new Error(`${email} has ${changed.changes} attempts`);
}

function databaseFile(): string {
  const folder = join(inject('stateDir'), 'v3/d1');
  const file = globSync('**/*.sqlite', { cwd: folder }).find((name) => !/metadata/.test(name));
  if (file === undefined) throw new Error(`no database below ${folder}`);
  return join(folder, file);
}
