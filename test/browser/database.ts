import { globSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import type { Page } from 'playwright-core';
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

/**
 * Lets the time of a candidate's attempt end in `ms`. The page is away meanwhile: a save of its at that
 * very moment would find the rows locked, as nothing but a test can lock them.
 */
export async function endTimeIn(page: Page, ms: number, email: string): Promise<void> {
  const address = page.url();
  await page.goto('about:blank');
  endTimeOf(email, ms);
  await page.goto(address);
}

export function endTimeOf(email: string, ms: number): void {
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
