import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { answer, answerShown, attemptPath, main, place, press, startTest } from './candidate.ts';
import { endTimeIn } from './database.ts';
import { useChromium } from './visits.ts';

const chromium = useChromium();
const year = 365 * 24 * 60 * 60 * 1000;

async function secondsLeft(page: Page): Promise<number> {
  const parts = (await page.locator('.clock-time').innerText()).split(':').map(Number);
  return parts.reduce((sum, part) => sum * 60 + part, 0);
}

describe('the clock', () => {
  it.each([
    ['a year ahead', year],
    ['a year behind', -year],
  ])('shows the server’s time on a device that is %s', async (_how, offset) => {
    const page = await chromium.visit();
    await page.clock.install({ time: Date.now() + offset });
    await startTest(page, 'atendimento');
    expect(Math.abs((await secondsLeft(page)) - 25 * 60)).toBeLessThanOrEqual(2);
    await page.clock.runFor(90_000);
    expect(Math.abs((await secondsLeft(page)) - (25 * 60 - 90))).toBeLessThanOrEqual(3);
    // The next question brings no new clock: the first one goes on.
    await press(page);
    expect(Math.abs((await secondsLeft(page)) - (25 * 60 - 90))).toBeLessThanOrEqual(3);
  });

  it('says how long is left a few times, not every second', async () => {
    const page = await chromium.visit();
    await page.clock.install();
    await startTest(page, 'big-five');
    await page.clock.runFor(5 * 60_000);
    expect(await page.locator('#announcer').innerText()).toBe('Restam 5 minutos.');
    expect(await page.locator('.clock').getAttribute('class')).toContain('clock-low');
  });

  it('tells when the time ends where no script can count it', async () => {
    const page = await chromium.visit({ javascript: false });
    await startTest(page, 'big-five');
    expect(await page.locator('.clock').innerText()).toMatch(/^Termina às \d\d:\d\d BRT$/);
  });
});

describe('when the time is up', () => {
  it('what is typed is sent and the test is submitted', async () => {
    const page = await chromium.visit();
    const email = await startTest(page, 'javascript');
    await page.goto(`${attemptPath(page)}/questions/3`);
    endTimeIn(2500, email);
    await page.reload();
    await page.locator('.input').fill('42');
    await page.getByRole('heading', { name: 'Teste concluído' }).waitFor();
    const text = await page.locator('main').innerText();
    expect(text).toContain('O tempo acabou e enviamos tudo o que estava salvo.');
    expect(text).toContain('1 / 20');
  });

  it('half a number is left out, and the rest is submitted all the same', async () => {
    const page = await chromium.visit();
    const email = await startTest(page, 'javascript');
    await answer(page);
    await press(page);
    await page.goto(`${attemptPath(page)}/questions/3`);
    endTimeIn(2500, email);
    await page.reload();
    await page.locator('.input').fill('quarenta e');
    await page.getByRole('heading', { name: 'Teste concluído' }).waitFor();
    expect(await page.locator('main').innerText()).toContain('1 / 20');
  });

  it('the review page submits by itself', async () => {
    const page = await chromium.visit();
    const email = await startTest(page, 'big-five');
    await answer(page);
    await press(page, page.getByRole('button', { name: 'Revisar e enviar' }));
    endTimeIn(1500, email);
    await page.reload();
    await page.getByRole('heading', { name: 'Teste concluído' }).waitFor();
    expect(await page.locator('main').innerText()).toContain('1 / 20');
  });

  it('on a device that counts too fast only, the answer is saved and the test goes on', async () => {
    const page = await chromium.visit();
    await page.clock.install();
    await startTest(page, 'big-five');
    await press(page);
    await answer(page);
    const typed = await answerShown(page);
    await page.clock.runFor(10 * 60_000 + 1000);
    await page.getByText('1 de 20 respondidas').waitFor();
    expect((await place(page)).number).toBe(2);
    expect(await answerShown(page)).toEqual(typed);
    await main(page).waitFor();
  });
});
