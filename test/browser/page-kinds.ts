import type { Page } from 'playwright-core';

import {
  answer,
  answerAll,
  attemptPath,
  fillStart,
  main,
  press,
  startTest,
  submit,
} from './candidate.ts';
import { withRows } from './database.ts';

/** How to get to every kind of page that a candidate may see, from an empty tab. */
export const pageKinds: Record<string, (page: Page) => Promise<void>> = {
  'a link': (page) => open(page, '/t/demo-javascript'),
  'a link’s form with problems': async (page) => {
    await page.goto('/t/demo-backend');
    await page.locator('[name=email]').fill('nada');
    await main(page).click();
    await page.locator('.notice-error').waitFor();
  },
  'a known address': async (page) => {
    const email = await startTest(page, 'sql');
    await page.goto('/t/demo-sql');
    await fillStart(page, { email });
    await page.locator('a.btn').waitFor();
  },
  'a closed link': (page) => closed(page, 'enabled = 0'),
  'a link that is not open yet': (page) => closed(page, `opens_at = ${Date.now() + 1e9}`),
  'a link that is over': (page) => closed(page, `closes_at = ${Date.now() - 1e9}`),
  'an unknown link': (page) => open(page, '/t/nobody-made-this'),
  'an unknown attempt': (page) => open(page, '/a/nobody-made-this'),
  'the privacy notice': (page) => open(page, '/privacy-notice'),
  'the rules of test health': (page) => open(page, '/test-health'),
  'a single choice': (page) => question(page, 'javascript', 1),
  'a multiple choice': (page) => question(page, 'javascript', 4),
  'a true or false': (page) => question(page, 'javascript', 5),
  'a number': (page) => question(page, 'javascript', 3),
  'an ordering': async (page) => {
    await question(page, 'javascript', 13);
    await page.locator('.order-moves').first().waitFor();
  },
  'a scale': (page) => question(page, 'big-five', 1),
  'a situation': (page) => question(page, 'atendimento', 1),
  'a query with tables': (page) => question(page, 'sql', 3),
  'a text': (page) => question(page, 'backend', 13),
  'a project link': (page) => question(page, 'backend', 14),
  'the open map of questions': async (page) => {
    await question(page, 'sql', 2);
    await page.locator('summary').click();
  },
  'a refused answer': async (page) => {
    await question(page, 'javascript', 3);
    await page.locator('.input').fill('doze');
    await sendPlainly(page);
    await page.locator('.problem').waitFor();
  },
  'a conflict': async (page) => {
    await question(page, 'atendimento', 1);
    await answer(page);
    await page.locator('[data-saving=saved]').waitFor();
    // As from a page that knows nothing of that answer, and whose script did not notice the change.
    await page.evaluate(`document.querySelectorAll('[name=value]')[2].checked = true`);
    await page.evaluate(`document.querySelector('[name=revision]').value = 0`);
    await sendPlainly(page);
    await page.locator('form .notice-warning').waitFor();
  },
  'a list of receipts': async (page) => {
    await question(page, 'atendimento', 1);
    await answer(page);
    await page.locator('[data-saving=saved]').waitFor();
    await open(page, `${attemptPath(page)}/receipts`);
  },
  'the check of receipts': (page) => open(page, '/receipts'),
  'a review with something missing': async (page) => {
    await startTest(page, 'javascript');
    await open(page, `${attemptPath(page)}/review`);
  },
  'a review without its confirmation': async (page) => {
    await startTest(page, 'big-five');
    await page.goto(`${attemptPath(page)}/review`);
    await main(page).click();
    await page.locator('.problem').waitFor();
  },
  'a result': (page) => finished(page, 'atendimento'),
  'a profile': (page) => finished(page, 'big-five'),
  'a test that waits for review': async (page) => {
    await question(page, 'backend', 13);
    await answerAll(page);
    await submit(page);
  },
  'the record of a test': async (page) => {
    await finished(page, 'atendimento');
    await open(page, `${attemptPath(page)}/health`);
  },
  'a result’s own page': async (page) => {
    await finished(page, 'sql');
    await page.getByRole('link', { name: 'Abrir a página do resultado' }).click();
    await page.waitForURL(/\/r\/[^/]+$/);
  },
  'one’s own data and rights': async (page) => {
    await finished(page, 'big-five');
    await page.getByRole('link', { name: 'Seus dados e seus direitos' }).click();
    await page.waitForURL(/\/privacy$/);
  },
};

/** The form as it goes where no script runs. */
async function sendPlainly(page: Page): Promise<void> {
  await page.evaluate(`document.querySelector('#answer-form').submit()`);
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
}

async function question(page: Page, link: string, number: number): Promise<void> {
  await startTest(page, link);
  if (number > 1) await page.goto(`${attemptPath(page)}/questions/${number}`);
}

async function finished(page: Page, link: string): Promise<void> {
  await startTest(page, link);
  await answer(page);
  await press(page);
  await page.goto(`${attemptPath(page)}/review`);
  await submit(page);
}

async function closed(page: Page, how: string): Promise<void> {
  changeLink(how);
  await page.goto('/t/beta-sql');
  changeLink('enabled = 1, opens_at = null, closes_at = null');
}

/** The other organization's: no other test needs it. */
function changeLink(change: string): void {
  withRows((rows) => rows.exec(`update links set ${change} where slug = 'beta-sql'`));
}
