import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { darkFaults, faults } from './axe.ts';
import { answerAll, attemptPath, startTest, submit } from './candidate.ts';
import { signIn } from './sign-in.ts';
import { useChromium, type Visitor } from './visits.ts';

const chromium = useChromium();

/** The page of a candidate's result, found as a recruiter finds it. */
async function openResult(page: Page, email: string): Promise<void> {
  await page.getByLabel('Nome ou e-mail').fill(email);
  await page.getByRole('button', { name: 'Filtrar' }).click();
  await page.getByText('1 resultado nesta página.').waitFor();
  await page.getByRole('link', { name: 'Marina Duarte' }).click();
  await page.waitForURL(/\/results\/[^/]+$/);
}

const ways: [string, string, Visitor][] = [
  ['at a desk', 'ana@acme.example', { width: 1280 }],
  ['on a phone without JavaScript', 'rui@acme.example', { width: 390, javascript: false }],
];

describe.each(ways)('a recruiter %s', (_way, member, visitor) => {
  it('signs in by mail, finds the candidate and reads the whole result', async () => {
    const candidate = await chromium.visit();
    const email = await startTest(candidate, 'sql');
    await answerAll(candidate);
    await submit(candidate);
    const total = /(\d+)\s*\/ 100/.exec(await candidate.locator('main').innerText())![1];

    const page = await chromium.visit(visitor);
    await signIn(page, member);
    await openResult(page, email);
    const text = await page.locator('main').innerText();
    expect(text).toContain(email);
    expect(text).toMatch(new RegExp(`Resultado geral\\s+${total}\\s*/ 100`));
    expect(text).toMatch(/Por competência[^]*Consulta e agregação[^]*Questão 15/);
    expect(text).toMatch(/Entregas\s[^]*E-mail ao candidato: Resultado\s+Entregue/);
  });
});

describe('a test that waits for a person', () => {
  it('is graded by one, and then its candidate sees the result', async () => {
    const candidate = await chromium.visit();
    const email = await startTest(candidate, 'backend');
    await answerAll(candidate);
    const path = attemptPath(candidate);
    await submit(candidate);
    await candidate.getByRole('heading', { name: 'Respostas recebidas' }).waitFor();

    const page = await chromium.visit({ width: 1280 });
    await signIn(page, 'ana@acme.example');
    await openResult(page, email);
    await page.getByText('Falta avaliar 2 respostas.').waitFor();
    for (const grade of ['80', '70']) {
      const form = page.locator('.review-form').filter({ hasText: 'Salvar avaliação' }).first();
      await form.getByLabel('Nota de 0 a 100').fill(grade);
      await form.getByRole('button', { name: 'Salvar avaliação' }).click();
      await page.getByText(`${grade} de 100 ·`).waitFor();
    }
    await candidate.goto(path);
    await candidate.getByRole('heading', { name: 'Teste concluído' }).waitFor();
    expect(await candidate.locator('main').innerText()).toMatch(/Resultado geral\s+\d+\s*\/ 100/);
  });
});

describe('the recruiter’s pages', () => {
  it('have nothing for axe to find, light and dark', async () => {
    const page = await chromium.visit({ width: 1280, context: { reducedMotion: 'reduce' } });
    await signIn(page, 'ana@acme.example');
    const first = page.locator('main a[href^="/results/"]').first();
    const result = (await first.count()) ? [(await first.getAttribute('href'))!] : [];
    for (const path of ['/results', '/assessments', '/integrations/gupy', ...result]) {
      await page.goto(path);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await faults(page), path).toEqual([]);
      expect(await darkFaults(page), path).toEqual([]);
    }
  });
});
