import { describe, expect, it } from 'vitest';

import { answerShown, attemptPath, main, place, press, startTest } from './candidate.ts';
import {
  allSaved,
  answerHere,
  answerNext,
  attemptRow,
  expectStored,
  expectTimeRight,
  moveDeadline,
  noteHere,
  settled,
  timeShown,
  type Typed,
} from './typing.ts';
import { useChromium } from './visits.ts';

const chromium = useChromium();
const wait = (ms: number) => new Promise((resolve) => void setTimeout(resolve, ms));
const elsewhere = 'Este teste está aberto em outro lugar.';

async function aTest(link = 'atendimento') {
  const page = await chromium.visit();
  await startTest(page, link);
  await settled(page);
  return { page, path: attemptPath(page), typed: {} as Typed };
}

describe('the newer of two tabs', () => {
  it('goes on; the older one can only be read, says why, and takes over when asked to', async () => {
    const { page, path, typed } = await aTest();
    await answerNext(page, typed, 1);
    const newer = await page.context().newPage();
    await newer.goto(`${path}/questions/2`);
    await page.locator('main').getByText(elsewhere).waitFor();
    expect(await page.locator('.choice input').first().isDisabled()).toBe(true);
    await answerNext(newer, typed, 2);
    await expectStored(newer, typed);

    await page.locator('main').getByRole('link', { name: 'Continuar aqui' }).click();
    await newer.locator('main').getByText(elsewhere).waitFor();
    await page.locator('.choice').nth(2).click();
    await noteHere(page, typed);
    await expectStored(page, typed);
    await allSaved(page);
  });

  it('gets what the older one could not send any more', async () => {
    const { page, path, typed } = await aTest();
    await page.context().setOffline(true);
    await answerNext(page, typed, 2);
    await wait(300);
    await page.context().setOffline(false);
    const newer = await page.context().newPage();
    await newer.goto(`${path}/questions/3`);
    await answerHere(newer, typed);
    await expectStored(newer, typed);
    chromium.takeProblems();
  });
});

describe('of two devices', () => {
  it('the newer goes on with the same questions; what the older could not send is told', async () => {
    const { page, path, typed } = await aTest();
    await answerNext(page, typed, 1);
    await allSaved(page);
    await page.context().setOffline(true);
    await answerHere(page, {});

    const laptop = await chromium.visit({ width: 1200 });
    await laptop.goto(path);
    expect(await place(laptop)).toEqual({ number: 2, total: (await place(page)).total });
    await laptop.locator('.choice').nth(2).click();
    await noteHere(laptop, typed);
    await press(laptop);
    await answerHere(laptop, typed);
    await allSaved(laptop);

    await page.context().setOffline(false);
    await page.locator('main').getByText(elsewhere).waitFor();
    expect(await page.locator('main').innerText()).toContain(
      'Ainda não enviadas deste aparelho: questões 2.',
    );
    await expectStored(path, typed);

    // The laptop's answer is the later one, so it counts, and the phone says so.
    await page.locator('main').getByRole('link', { name: 'Continuar aqui' }).click();
    await page.locator('main').getByText('A questão 2 foi respondida depois').waitFor();
    await expect
      .poll(async () => (await answerShown(page)).map(([, value]) => value))
      .toEqual(typed[2]);
    await expectStored(path, typed);
    chromium.takeProblems();
  });

  it('no answer of another candidate is left on a shared one', async () => {
    const { page, path } = await aTest();
    await page.context().setOffline(true);
    await answerHere(page, {});
    await wait(300);
    await page.context().setOffline(false);
    await page.close();
    const next = await chromium.visit({ context: {} });
    const same = await next.context().newPage();
    await startTest(same, 'atendimento');
    expect(attemptPath(same)).not.toBe(path);
    expect(await answerShown(same)).toEqual([]);
    chromium.takeProblems();
  });
});

describe('the time', () => {
  it.each([
    ['ahead', 1],
    ['behind', -1],
  ])('is right with a device clock that is a year %s', async (_way, sign) => {
    const page = await chromium.visit();
    await page.clock.install({ time: Date.now() + sign * 365 * 86_400_000 });
    const typed: Typed = {};
    await startTest(page, 'sql');
    await settled(page);
    await expectTimeRight(page);
    await answerNext(page, typed, 1);
    await page.context().setOffline(true);
    await answerNext(page, typed, 1);
    await wait(300);
    await page.reload();
    await page.getByRole('heading', { name: 'Questão 3' }).waitFor();
    await expectTimeRight(page);
    await page.context().setOffline(false);
    await expectStored(page, typed);
    chromium.takeProblems();
  });

  it('that a recruiter adds shows within 15 s, without a reload', async () => {
    const { page } = await aTest();
    const before = await timeShown(page);
    moveDeadline(page, Number(attemptRow(page)['deadline_at']) + 600_000);
    await page
      .locator('main')
      .getByText('O seu prazo mudou: você ganhou 10 min.')
      .waitFor({ timeout: 15_000 });
    await expect.poll(() => timeShown(page)).toBeGreaterThan(before + 570_000);
  });

  it('that passes without network leaves the answers a way in, and comes back', async () => {
    const { page, typed } = await aTest();
    await answerNext(page, typed, 1);
    await allSaved(page);
    const lost = Date.now();
    moveDeadline(page, lost + 6000);
    await page.evaluate('dispatchEvent(new Event("online"))');
    await expect.poll(() => timeShown(page)).toBeLessThan(10_000);
    await page.context().setOffline(true);
    await answerNext(page, typed, 1);
    await page.locator('main').getByText('O tempo acabou, mas a conexão está fora.').waitFor();
    expect(await page.locator('.choice input').first().isDisabled()).toBe(true);
    await wait(lost + 12_500 - Date.now());
    await page.context().setOffline(false);
    await page.locator('main').getByText('Esse tempo não conta').waitFor();
    await expectStored(page, typed);
    expect(await page.locator('.choice input').first().isDisabled()).toBe(false);
    await expectTimeRight(page);
    chromium.takeProblems();
  });

  it('ends the test with everything that was typed until then', async () => {
    const { page, path, typed } = await aTest();
    await answerNext(page, typed, 2);
    moveDeadline(page, Date.now() + 4000);
    await page.evaluate('dispatchEvent(new Event("online"))');
    await answerHere(page, typed);
    await page.getByRole('heading', { name: 'Teste concluído' }).waitFor();
    expect(await page.locator('main').innerText()).toContain('O tempo acabou');
    await expectStored(path, typed);
    expect(attemptRow(path)['submitted_by']).toBe('clock');
  });
});

it('an answer that means nothing is not saved, and the page says which and why', async () => {
  const { page, path, typed } = await aTest('javascript');
  await page.goto(`${path}/questions/3`);
  await page.locator('.input').fill('doze');
  await main(page).click();
  const why = 'a questão 3 não foi salva: Escreva um número, como 12 ou 12,5.';
  await page.locator('main').getByText(why).waitFor();
  await press(page, page.getByRole('button', { name: 'Anterior' }));
  expect(await page.locator('.input').inputValue()).toBe('doze');
  await page.locator('.input').fill('12,5');
  typed[3] = ['12.5'];
  await expectStored(page, typed);
  await allSaved(page);
});
