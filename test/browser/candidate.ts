import type { Page } from 'playwright-core';

let people = 0;

/** An address that nobody used before. */
export function anEmail(): string {
  people += 1;
  return `marina.${process.pid}.${Date.now()}.${people}@example.com`;
}

export interface Start {
  email?: string;
  name?: string;
}

/** Opens a demonstration link, fills its form and starts. Ends on the first question. */
export async function startTest(page: Page, link: string, start: Start = {}): Promise<string> {
  const email = start.email ?? anEmail();
  await page.goto(`/t/demo-${link}`);
  await fillStart(page, { ...start, email });
  await page.waitForURL(/\/questions\/1$/);
  return email;
}

export async function fillStart(page: Page, { email = anEmail(), name = 'Marina Duarte' }: Start) {
  await page.locator('[name=name]').fill(name);
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=consent]').check();
  await main(page).click();
}

/** The button that goes on, whatever its words. */
export function main(page: Page) {
  return page.locator('main .btn-primary');
}

/** Presses a button that leads to another question or the review page, and waits for it. */
export async function press(page: Page, button = main(page)): Promise<void> {
  const before = page.url();
  await button.click();
  await page.waitForURL((url) => url.href !== before);
  await page.locator('#sitting').waitFor();
}

/** The browser's own buttons; ends when the page of that question is there. */
export async function travel(page: Page, way: 'back' | 'forward', number: number): Promise<void> {
  await (way === 'back' ? page.goBack() : page.goForward());
  await page.getByRole('heading', { name: new RegExp(`^\\D+ ${number} \\D+`) }).waitFor();
  await page.waitForLoadState();
}

export async function place(page: Page): Promise<{ number: number; total: number }> {
  const [number, total] = ((await page.locator('h1').innerText()).match(/\d+/g) ?? []).map(Number);
  return { number: number!, total: total! };
}

/** The attempt's own address, from any of its pages. */
export function attemptPath(page: Page): string {
  return /^\/a\/[^/?#]+/.exec(new URL(page.url()).pathname)![0];
}

/** Answers whatever kind of question the page shows, as a person would: by its visible controls. */
export async function answer(page: Page): Promise<void> {
  const form = page.locator('#answer-form');
  const choices = form.locator('.choice');
  if (await choices.count()) {
    await choices.first().click();
    if (await form.locator('[type=checkbox]').count()) await choices.nth(1).click();
    return;
  }
  if (await form.locator('[data-order]').count()) return putInOrder(page);
  const box = form.locator('.input, .textarea');
  const kind = await box.getAttribute('inputmode');
  if (kind === 'decimal') return box.fill('42');
  if (kind === 'url') return box.fill('https://example.com/project');
  await box.fill('Uma chave por pedido, gravada antes da cobrança.');
}

/** With the arrows where the script drew them, else by giving each item its number. */
async function putInOrder(page: Page): Promise<void> {
  const moves = page.locator('.order-moves button:not([aria-disabled=true])');
  if (await moves.count()) return moves.first().click();
  const selects = page.locator('[data-order] select');
  const count = await selects.count();
  for (let index = 0; index < count; index += 1)
    await selects.nth(index).selectOption(String(index + 1));
}

/** What the form in the page would save. */
export function answerShown(page: Page): Promise<string[][]> {
  return page.evaluate(
    `[...new FormData(document.querySelector('#answer-form'))]
      .filter(([name]) => !['number', 'revision', 'shown'].includes(name))`,
  );
}

/** From any question on: answers everything that is left and arrives at the review page. */
export async function answerAll(page: Page): Promise<void> {
  for (;;) {
    if (!/\/questions\//.test(page.url())) return;
    await answer(page);
    await press(page);
  }
}

/** On the review page: confirms and submits. */
export async function submit(page: Page): Promise<void> {
  await page.locator('[name=confirm]').check();
  await main(page).click();
  await page.waitForURL(/\/a\/[^/]+$/);
}
