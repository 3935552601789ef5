import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { faults } from './axe.ts';
import { attemptPath, fillStart, main, place, press } from './candidate.ts';
import { aChangedLink } from './conducted.ts';
import { withRows } from './database.ts';
import {
  answerHere,
  answerNext,
  attemptRow,
  expectStored,
  settled,
  storedAnswers,
  timeShown,
} from './typing.ts';
import { useChromium, type Visitor } from './visits.ts';

const chromium = useChromium();
const minute = 60_000;

/** Of 20 questions, 7 to 13 have 10 minutes of their own; the test has 30. */
async function aTest(visitor: Visitor = {}) {
  const page = await chromium.visit(visitor);
  await page.goto(`/t/${aChangedLink('javascript', '$.sections[1].minutes', 10)}`);
  await fillStart(page, {});
  await page.waitForURL(/\/questions\/1$/);
  return page;
}

const go = (page: Page, number: number) => page.goto(`${attemptPath(page)}/questions/${number}`);
const start = (page: Page) => page.getByRole('button', { name: 'Começar esta seção' });
const clock = (page: Page) => page.getByRole('timer');

async function openSection(page: Page): Promise<void> {
  await go(page, 7);
  await start(page).click();
  await page.locator('#answer-form').waitFor();
}

/** The page is away meanwhile: a save of its would find the rows locked. */
async function endSectionIn(page: Page, ms: number): Promise<void> {
  const address = page.url();
  const id = attemptRow(page)['id'] as string;
  await page.goto('about:blank');
  withRows((rows) =>
    rows
      .prepare('update section_clocks set deadline_at = ? where attempt_id = ?')
      .run(Date.now() + ms, id),
  );
  await page.goto(address);
}

describe('a section with a limit', () => {
  it('says what it has before it starts, and then shows its own time', async () => {
    const page = await aTest();
    await go(page, 7);
    expect(await page.locator('main').innerText()).toContain(
      'Esta seção tem 7 questões e 10 min de tempo próprio.',
    );
    expect(await page.locator('#answer-form').count()).toBe(0);
    expect(await faults(page)).toEqual([]);
    await start(page).click();
    await page.locator('#answer-form').waitFor();
    expect(await place(page)).toEqual({ number: 7, total: 20 });
    await expect.poll(() => timeShown(page)).toBeLessThanOrEqual(10 * minute);
    expect(await clock(page).innerText()).toMatch(/^\d+:\d\d\s+nesta seção · teste (29|30):\d\d$/);
    expect(await clock(page).getAttribute('aria-label')).toBe('Tempo restante desta seção');
    expect(await faults(page)).toEqual([]);

    await press(page, page.getByRole('button', { name: 'Anterior' }));
    await expect.poll(() => timeShown(page)).toBeGreaterThan(28 * minute);
    expect(await clock(page).getAttribute('aria-label')).toBe('Tempo restante');
    await press(page);
    await page.reload();
    await expect.poll(() => timeShown(page)).toBeLessThanOrEqual(10 * minute);
    await page.locator('#answer-form').waitFor();
  });

  it('takes what was typed when its time is up, and the test goes on after it', async () => {
    const page = await aTest();
    const typed = {};
    await openSection(page);
    await endSectionIn(page, 4000);
    await answerHere(page, typed);
    await page.waitForURL(/\/questions\/14$/, { timeout: 15_000 });
    await expectStored(page, typed);
    await page.locator('main').getByText('O tempo da seção acabou.').waitFor();
    await expect.poll(() => timeShown(page)).toBeGreaterThan(28 * minute);

    await press(page, page.getByRole('button', { name: 'Anterior' }));
    await page.getByRole('heading', { name: 'O tempo desta seção acabou' }).waitFor();
    expect(await faults(page)).toEqual([]);
    // The language still changes, though the form that it went with is gone.
    await page.getByRole('button', { name: 'EN: English' }).click();
    await page.getByRole('heading', { name: 'The time for this section is up' }).waitFor();
    await page.getByRole('button', { name: 'PT: Português' }).click();
    await press(page, page.getByRole('link', { name: 'Seguir para a questão 14' }));
    await answerHere(page, typed);
    await expectStored(page, typed);
  });

  it('warns aloud of its own time', async () => {
    const page = await aTest();
    await openSection(page);
    await endSectionIn(page, 5 * minute + 2000);
    const said = page.locator('#announcer');
    await expect
      .poll(() => said.innerText(), { timeout: 6000 })
      .toBe('Restam 5 minutos desta seção.');
  });

  it('needs the network to start, and none once it has', async () => {
    const page = await aTest();
    const typed = {};
    await go(page, 7);
    await settled(page);
    await page.context().setOffline(true);
    await start(page).click();
    await page.locator('main').getByText('é preciso ter conexão').waitFor();
    await page.context().setOffline(false);
    await start(page).click();
    await page.locator('#answer-form').waitFor();
    await settled(page);

    await page.context().setOffline(true);
    await answerNext(page, typed, 3);
    await page.reload();
    await expect.poll(() => place(page)).toEqual({ number: 10, total: 20 });
    await expect.poll(() => timeShown(page)).toBeLessThanOrEqual(10 * minute);
    await answerHere(page, typed);
    await page.context().setOffline(false);
    await expectStored(page, typed);
    expect(chromium.takeProblems().filter((text) => !/ERR_/.test(text))).toEqual([]);
  });

  it('can be started on a page that the device itself kept', async () => {
    const page = await aTest();
    await settled(page);
    await page.locator('summary').click();
    await page.getByRole('button', { name: 'Questão 7' }).click();
    await start(page).waitFor();
    await page.context().setOffline(true);
    await page.reload();
    await start(page).waitFor();
    await page.context().setOffline(false);
    await start(page).click();
    await page.locator('#answer-form').waitFor();
    await expect.poll(() => timeShown(page)).toBeLessThanOrEqual(10 * minute);
    chromium.takeProblems();
  });

  it('that ended in a long outage says which answer does not count', async () => {
    const page = await aTest();
    await openSection(page);
    await settled(page);
    await page.context().setOffline(true);
    await answerHere(page, {});
    const id = attemptRow(page)['id'] as string;
    withRows((rows) =>
      rows
        .prepare('update section_clocks set deadline_at = ? where attempt_id = ?')
        .run(Date.now() - minute, id),
    );
    await page.context().setOffline(false);
    await page.waitForURL(/\/questions\/14$/, { timeout: 20_000 });
    const told = page.locator('main').getByText('A resposta da questão 7 chegou depois do tempo');
    await told.waitFor();
    expect(storedAnswers(page)).toEqual({});
    chromium.takeProblems();
  });

  it('tells its end where no script can count it, on a narrow screen', async () => {
    const page = await aTest({ javascript: false, width: 320 });
    await go(page, 7);
    await main(page).click();
    await page.locator('#answer-form').waitFor();
    expect(await clock(page).innerText()).toMatch(
      /^Seção até \d\d:\d\d BRT\s+Teste até \d\d:\d\d BRT$/,
    );
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBe(320);
  });
});
