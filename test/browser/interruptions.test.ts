import { describe, expect, it } from 'vitest';

import {
  answer,
  answerShown,
  attemptPath,
  main,
  place,
  press,
  startTest,
  submit,
  travel,
} from './candidate.ts';
import { useChromium, type Visitor } from './visits.ts';

const chromium = useChromium();

const ways: [string, Visitor][] = [
  ['with JavaScript', {}],
  ['without JavaScript', { javascript: false }],
];

describe.each(ways)('in the middle of a test %s, a candidate', (_way, visitor) => {
  it('finds every saved answer again after a reload, and going back and forth', async () => {
    const page = await chromium.visit(visitor);
    await startTest(page, 'sql');
    await answer(page);
    const first = await answerShown(page);
    await press(page);
    await answer(page);
    const second = await answerShown(page);
    await press(page);

    await page.reload();
    expect((await place(page)).number).toBe(3);
    await travel(page, 'back', 2);
    expect(await answerShown(page)).toEqual(second);
    await travel(page, 'back', 1);
    expect(await answerShown(page)).toEqual(first);
    await travel(page, 'forward', 2);
    await travel(page, 'forward', 3);
  });

  it('comes back by the test’s address to the first question that is open', async () => {
    const page = await chromium.visit(visitor);
    await startTest(page, 'sql');
    await answer(page);
    await press(page);
    const later = await page.context().newPage();
    await later.goto(attemptPath(page));
    expect((await place(later)).number).toBe(2);
  });

  it('changes the language without losing the place or what is typed', async () => {
    const page = await chromium.visit(visitor);
    await startTest(page, 'javascript');
    await page.goto(`${attemptPath(page)}/questions/5`);
    await page.locator('.choice').nth(1).click();
    const chosen = await answerShown(page);
    await page.getByRole('button', { name: 'EN: English' }).click();
    await page.getByRole('heading', { name: 'Question 5 of 20' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('main').innerText()).toContain('Save and continue');
    expect(await answerShown(page)).toEqual(chosen);
    expect(await page.locator('.progress').innerText()).toContain('1 of 20 answered');
    await page.getByRole('button', { name: 'ES: Español' }).click();
    await page.getByRole('heading', { name: 'Pregunta 5 de 20' }).waitFor();
    expect(await answerShown(page)).toEqual(chosen);
  });

  it('changes the language of a form that came back with problems', async () => {
    const page = await chromium.visit(visitor);
    await page.goto('/t/demo-sql');
    await main(page).click();
    await page.getByText('Há 3 campos para corrigir').waitFor();
    await page.getByRole('button', { name: 'EN: English' }).click();
    await page.getByRole('heading', { name: 'SQL for data analysis' }).waitFor();
  });
});

describe('in the middle of a test without JavaScript, a candidate', () => {
  const visitor = { javascript: false };

  it('is told when another tab answered the same question, and chooses', async () => {
    const page = await chromium.visit(visitor);
    await startTest(page, 'atendimento');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.locator('.choice').nth(1).click();
    const theirs = await answerShown(other);
    await press(other);

    await page.locator('.choice').nth(2).click();
    const mine = await answerShown(page);
    await main(page).click();
    await page.getByText('Esta questão foi respondida em outra aba ou aparelho').waitFor();
    expect(await answerShown(page)).toEqual(mine);
    await page.getByRole('link', { name: 'Manter a resposta que já estava salva' }).click();
    await page.getByText('Esta questão foi respondida em outra aba').waitFor({ state: 'detached' });
    expect(await answerShown(page)).toEqual(theirs);

    await page.locator('.choice').nth(2).click();
    await press(page);
    await travel(page, 'back', 1);
    expect(await answerShown(page)).toEqual(mine);
  });

  it('keeps what was typed when it can’t be saved yet', async () => {
    const page = await chromium.visit(visitor);
    await startTest(page, 'javascript');
    await page.goto(`${attemptPath(page)}/questions/3`);
    await page.locator('.input').fill('doze');
    await main(page).click();
    await page.getByText('Esta resposta ainda não foi salva').waitFor();
    expect(await page.locator('main').innerText()).toContain('Escreva um número, como 12 ou 12,5.');
    expect(await page.locator('.input').inputValue()).toBe('doze');
    await page.locator('.input').fill('12,5');
    await press(page);
    await page.goto(`${attemptPath(page)}/questions/3`);
    expect(await page.locator('.input').inputValue()).toBe('12,5');
  });
});

describe.each(ways)('after submitting %s, the back button', (_way, visitor) => {
  it('leads to the result and to no open question', async () => {
    const page = await chromium.visit(visitor);
    await startTest(page, 'big-five');
    await answer(page);
    await press(page);
    await press(page, page.getByRole('button', { name: 'Revisar e enviar' }));
    await submit(page);
    for (let step = 0; step < 3; step += 1) {
      await page.goBack();
      await page.getByRole('heading', { name: 'Teste concluído' }).waitFor();
    }
  });
});

describe('a form that was sent back once', () => {
  it('is not sent again by the back button', async () => {
    const page = await chromium.visit();
    await startTest(page, 'big-five');
    await press(page, page.getByRole('button', { name: 'Revisar e enviar' }));
    await main(page).click();
    await page.getByText('Há 1 campo para corrigir').waitFor();
    expect(page.url()).toMatch(/\/review$/);
    await submit(page);
    await page.goBack();
    await page.getByRole('heading', { name: 'Teste concluído' }).waitFor();
  });
});
