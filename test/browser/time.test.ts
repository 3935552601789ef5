import { describe, expect, it } from 'vitest';

import { answer, answerShown, attemptPath, place, press, startTest } from './candidate.ts';
import { endTimeIn } from './database.ts';
import { allSaved, expectTimeRight } from './typing.ts';
import { useChromium } from './visits.ts';

const chromium = useChromium();
const year = 365 * 24 * 60 * 60 * 1000;

describe('the clock', () => {
  it.each([
    ['a year ahead', year],
    ['a year behind', -year],
  ])('shows the server’s time on a device that is %s', async (_how, offset) => {
    const page = await chromium.visit();
    await page.clock.install({ time: Date.now() + offset });
    await startTest(page, 'atendimento');
    await expectTimeRight(page);
    await answer(page);
    await press(page);
    await allSaved(page);
    await expectTimeRight(page);
  });

  it('says how long is left a few times, not every second', async () => {
    const page = await chromium.visit();
    const email = await startTest(page, 'big-five');
    await endTimeIn(page, 5 * 60_000 + 2000, email);
    const said = page.locator('#announcer');
    await expect.poll(() => said.innerText(), { timeout: 5000 }).toBe('Restam 5 minutos.');
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
    await endTimeIn(page, 4000, email);
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
    await endTimeIn(page, 4000, email);
    await page.locator('.input').fill('quarenta e');
    await page.getByRole('heading', { name: 'Teste concluído' }).waitFor();
    expect(await page.locator('main').innerText()).toContain('1 / 20');
  });

  it('the review page submits by itself', async () => {
    const page = await chromium.visit();
    const email = await startTest(page, 'big-five');
    await answer(page);
    await press(page, page.getByRole('button', { name: 'Revisar e enviar' }));
    await endTimeIn(page, 1500, email);
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
    await expect.poll(() => answerShown(page), { timeout: 8000 }).toEqual(typed);
    await expectTimeRight(page);
  });
});
