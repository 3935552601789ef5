import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import type { Language } from '../../src/i18n/languages.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { darkFaults, faults } from './axe.ts';
import { answer, attemptPath, fillStart, main, press, submit } from './candidate.ts';
import { aConductedLink } from './conducted.ts';
import { withRows } from './database.ts';
import { signIn } from './sign-in.ts';
import { useChromium } from './visits.ts';

const { after, candidate, privacy } = messagesFor('pt-BR');
const chromium = useChromium();

const bands = [
  { from: 0, name: { 'pt-BR': 'Começando' }, feedback: { 'pt-BR': 'Comece por **consultas**.' } },
  { from: 50, name: { 'pt-BR': 'Boa base' }, feedback: { 'pt-BR': 'Estude *junções*.' } },
];
let slug: string;
beforeAll(() => {
  slug = aConductedLink('sql', { explanations: true, bands });
});

/** A test with a few answers, submitted. Ends on its own last page, whose path it gives. */
async function finish(page: Page): Promise<string> {
  await page.goto(`/t/${slug}`);
  await fillStart(page, {});
  await page.waitForURL(/\/questions\/1$/);
  for (let number = 1; number <= 4; number += 1) {
    await answer(page);
    await press(page);
  }
  await page.goto(`${attemptPath(page)}/review`);
  await submit(page);
  return attemptPath(page);
}

/** From a test's last page to its result. */
async function openResult(page: Page): Promise<void> {
  await page.getByRole('link', { name: candidate.done.resultLink }).click();
  await page.waitForURL(/\/r\/[^/]+$/);
}

async function request(page: Page, path: string, kind: string, message: string): Promise<void> {
  await page.goto(`${path}/privacy`);
  await page.getByLabel(kind).check();
  await page.locator('[name=message]').fill(message);
  await main(page).click();
  await page.waitForURL(/sent=1/);
}

/** What is wider than a narrow window. */
function tooWide(page: Page): Promise<number> {
  return page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
}

async function holds(page: Page, languages: readonly Language[] = ['en', 'es']): Promise<void> {
  const { origin } = new URL(page.url());
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await tooWide(page)).toBe(0);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await faults(page)).toEqual([]);
  expect(await darkFaults(page)).toEqual([]);
  for (const language of languages) {
    await page.context().addCookies([{ name: 'language', value: language, url: origin }]);
    await page.reload();
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await faults(page)).toEqual([]);
  }
  await page.context().clearCookies({ name: 'language' });
}

describe('after the test', () => {
  const pages: [string, (page: Page, path: string) => Promise<unknown>][] = [
    ['the test’s last page', async () => {}],
    ['the result with its explanations', openResult],
    [
      'their rights, with a request',
      (page, path) => request(page, path, privacy.kinds.review, 'A questão 3 tem duas respostas.'),
    ],
    ['their data', (page, path) => page.goto(`${path}/data`)],
  ];

  it.each(pages)('%s fits a narrow window and leaves axe nothing', async (_name, open) => {
    const page = await chromium.visit({ context: { reducedMotion: 'reduce' } });
    await open(page, await finish(page));
    await holds(page);
  });

  it('works without JavaScript: the result, a rating, a request and its refusal', async () => {
    const page = await chromium.visit({ javascript: false });
    const path = await finish(page);
    await page.getByLabel(after.rating.values[3]!).check();
    await page.locator('[name=comment]').fill('Perguntas claras.');
    await page.getByRole('button', { name: after.rating.send }).click();
    await page.getByText(after.rating.thanks).waitFor();
    // Back where it was given, with the way on from there.
    expect(page.url()).toMatch(/\/a\/[^/]+#rating-card$/);

    await openResult(page);
    expect(await page.getByLabel(after.rating.values[3]!).isChecked()).toBe(true);
    const result = await page.locator('main').innerText();
    for (const shown of ['Começando', privacy.own.elsewhere]) expect(result).toContain(shown);
    await page.goto(path);
    await page.getByRole('link', { name: privacy.own.link }).click();
    await page.getByLabel(privacy.kinds.correction).check();
    await main(page).click();
    await page.getByRole('link', { name: privacy.own.problems.missing }).waitFor();
    expect(await page.getByLabel(privacy.kinds.correction).isChecked()).toBe(true);
    await page.locator('[name=message]').fill('Meu nome é Marina Duarte Lima.');
    await main(page).click();
    await page.getByText('Meu nome é Marina Duarte Lima.').waitFor();
    await page.getByRole('link', { name: privacy.own.see }).click();
    const text = await page.locator('main').innerText();
    expect(text).toContain('Perguntas claras.');
    expect(text).toContain('Marina Duarte');
  });

  it('on paper the result has its scores and answers, and nothing to press', async () => {
    const page = await chromium.visit({ width: 1280 });
    await finish(page);
    await openResult(page);
    await page.emulateMedia({ media: 'print' });
    const visible = (selector: string) =>
      page.evaluate<boolean>(
        `[...document.querySelectorAll('${selector}')].some((it) => it.checkVisibility())`,
      );
    for (const shown of ['.dial', '.reviewed', '.band', '.rubric'])
      expect(await visible(shown), shown).toBe(true);
    for (const hidden of ['form', 'button', '.no-print', '.foot'])
      expect(await visible(hidden), hidden).toBe(false);
  });
});

describe('the organization’s side', () => {
  it('reads a request, answers it, and the candidate sees what became of it', async () => {
    const visitor = await chromium.visit();
    const path = await finish(visitor);
    const mark = `Apaguem tudo, por favor. ${crypto.randomUUID()}`;
    await request(visitor, path, privacy.kinds.erasure, mark);
    withRows((rows) =>
      rows.prepare('update privacy_requests set due_at = 1 where message = ?').run(mark),
    );

    const page = await chromium.visit({ width: 1280 });
    await signIn(page, 'ana@acme.example');
    await page.getByRole('link', { name: privacy.desk.navigation }).click();
    const panel = page.locator('.panel', { hasText: mark });
    expect(await panel.innerText()).toContain(privacy.desk.late);
    await holds(page, []);
    await panel.locator('summary').click();
    await panel.getByRole('button').click();
    await page.getByRole('link', { name: privacy.desk.problem }).waitFor();
    await holds(page, []);
    await page.locator('[name=answer]').fill('Apagamos o que a lei permite em 23/11.');
    await page.getByRole('button', { name: privacy.desk.send }).click();
    await page.getByText(privacy.desk.sent).waitFor();
    await page.goto('/privacy?show=answered');
    await holds(page);

    await visitor.reload();
    await visitor.getByText('Apagamos o que a lei permite em 23/11.').waitFor();
  });

  it('is nothing that a viewer is led to', async () => {
    const page = await chromium.visit();
    await signIn(page, 'rui@acme.example');
    expect(await page.getByRole('link', { name: privacy.desk.navigation }).count()).toBe(0);
    expect((await page.goto('/privacy'))!.status()).toBe(403);
  });
});
