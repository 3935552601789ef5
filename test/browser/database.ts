import type { DatabaseSync } from 'node:sqlite';

import type { Page } from 'playwright-core';
import { inject } from 'vitest';

import { withStateRows } from '../support/state-rows.ts';

/** Opens the running server's own rows, for what no page can bring about: a deadline now, a closed link. */
export function withRows<Result>(use: (rows: DatabaseSync) => Result): Result {
  return withStateRows(inject('stateDir'), use);
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
