import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { answer, answerShown, attemptPath, main, place, press } from './candidate.ts';
import { withRows } from './database.ts';

/** What a person typed, by question number: the form's values, in any order. */
export type Typed = Record<number, string[]>;

export async function answerHere(page: Page, typed: Typed): Promise<void> {
  await answer(page);
  await noteHere(page, typed);
}

/** Remembers what the form in the page holds. */
export async function noteHere(page: Page, typed: Typed): Promise<void> {
  const { number } = await place(page);
  const fields = await answerShown(page);
  const placed = fields.filter(([name]) => name!.startsWith('position'));
  typed[number] =
    placed.length > 0
      ? placed
          .toSorted((a, b) => Number(a[1]) - Number(b[1]))
          .map(([name]) => name!.split(/[:.-](.*)/)[1]!)
      : fields.map(([, value]) => value!).toSorted();
}

export async function answerNext(page: Page, typed: Typed, count: number): Promise<void> {
  for (let step = 0; step < count; step += 1) {
    await answerHere(page, typed);
    await press(page, main(page));
  }
}

/** What the server stored, by question number, as a form would have it. */
export function storedAnswers(page: Page | string): Typed {
  const path = typeof page === 'string' ? page : attemptPath(page);
  const id = attemptId(path);
  const { questions, rows } = withRows((database) => ({
    questions: JSON.parse(
      String(
        database.prepare('select question_ids from attempts where id = ?').get(id)!['question_ids'],
      ),
    ) as string[],
    rows: database.prepare('select question_id, value from answers where attempt_id = ?').all(id),
  }));
  return Object.fromEntries(
    rows.map(({ question_id: question, value }) => [
      questions.indexOf(String(question)) + 1,
      [JSON.parse(String(value)) as string | string[]].flat().map(String),
    ]),
  );
}

/** As stored, but choices, which have no order, in the order of what was typed. */
function storedAs(page: Page | string, typed: Typed): Typed {
  return Object.fromEntries(
    Object.entries(storedAnswers(page)).map(([number, values]) => {
      const mine = typed[Number(number)] ?? [];
      const sorted = values.toSorted();
      return [number, mine.join() === sorted.join() ? sorted : values];
    }),
  );
}

/** Item by item: nothing that was typed is missing or different, and nothing else is there. */
export async function expectStored(page: Page | string, typed: Typed): Promise<void> {
  await expect.poll(() => storedAs(page, typed), { timeout: 12_000 }).toEqual(typed);
}

export function attemptRow(page: Page | string): Record<string, unknown> {
  const path = typeof page === 'string' ? page : attemptPath(page);
  return withRows((database) =>
    database.prepare('select * from attempts where id = ?').get(attemptId(path))!,
  );
}

/** Moves the end of the test, as a recruiter would who adds time. */
export function moveDeadline(page: Page, to: number): void {
  withRows((database) =>
    database
      .prepare('update attempts set deadline_at = ? where id = ?')
      .run(Math.round(to), attemptId(attemptPath(page))),
  );
}

/** The indicator, once it says that it is in this state. */
export function indicator(page: Page, kind: 'saved' | 'saving' | 'trouble') {
  return page.locator(`[data-saving=${kind}]`);
}

export async function allSaved(page: Page): Promise<void> {
  await indicator(page, 'saved').waitFor();
}

/** Until the page has everything that it needs to go on without network. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    `navigator.serviceWorker.ready
      .then(() => caches.open('shells')).then((shells) => shells.keys())
      .then((kept) => kept.length >= 4 && kept.some(({ url }) => /\\/a\\/[^/]+$/.test(url)))`,
  );
}

/** The time that the page shows, ms. */
export async function timeShown(page: Page): Promise<number> {
  const [seconds = 0, minutes = 0, hours = 0] = (await page.locator('.clock-time').innerText())
    .split(':')
    .map(Number)
    .toReversed();
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** Within 2 s of what the server says, whatever the device's clock thinks. */
export async function expectTimeRight(page: Page): Promise<void> {
  const off = async () => {
    const left = Number(attemptRow(page)['deadline_at']) - Date.now();
    return Math.abs((await timeShown(page)) - left);
  };
  await expect.poll(off, { timeout: 3000 }).toBeLessThan(2000);
}

function attemptId(path: string): string {
  const payload = Buffer.from(path.split('/')[2]!.split('.')[0]!, 'base64url').toString('hex');
  return payload.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
