import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';

import { answerAll, main, submit } from './candidate.ts';
import { useChromium, type Visitor } from './visits.ts';

const chromium = useChromium();

const gupy = inject('simulatorUrl');

/** The company picks a test for its job and somebody applies; ends on the applicant's page. */
async function anApplication(page: Page, test: string, name: string): Promise<string> {
  await page.goto(`${gupy}/jobs/101`);
  const use = page.getByRole('button', { name: `Usar este teste: ${test}` });
  if (await use.count()) await use.click();
  await page.getByText('Em uso nesta vaga').waitFor();
  await page.getByLabel('Nome').fill(name);
  await page.getByRole('button', { name: 'Candidatar-se' }).click();
  await page.waitForURL(/\/applications\/\d+$/);
  return page.url();
}

const ways: [string, Visitor][] = [
  ['on a phone', { width: 390 }],
  ['at a desk without JavaScript', { width: 1280, javascript: false }],
];

describe.each(ways)('the Gupy story, %s', (_way, visitor) => {
  it('goes from the job to the test and back, and the company finds the result', async () => {
    const page = await chromium.visit(visitor);
    const application = await anApplication(page, 'SQL para análise de dados', 'Tiago Sant’Anna');
    const company = await page.context().newPage();
    await company.goto(`${application}/timeline`);

    await page.getByRole('button', { name: 'Iniciar teste' }).click();
    await page.getByText('Olá, Tiago Sant’Anna.').waitFor();
    expect(new URL(page.url()).origin).toBe(inject('serverUrl'));
    await main(page).click();
    await page.getByText('Para começar, marque que leu o aviso de privacidade.').first().waitFor();
    await page.getByRole('checkbox', { name: /^Li o aviso/ }).check();
    await main(page).click();
    await page.waitForURL(/questions\/1$/);

    // Gupy's button leads back into the test while it is open.
    const again = await page.context().newPage();
    await again.goto(application);
    await again.getByRole('button', { name: 'Continuar teste' }).click();
    await again.getByRole('heading', { name: 'Questão 1 de 15' }).waitFor();
    expect(await again.locator('a[href$="/return"]').count()).toBe(0);
    await again.close();
    // That tab had taken the test over.
    await page.reload();

    await answerAll(page);
    await submit(page);
    expect(await page.locator('main').innerText()).toMatch(/Teste concluído[^]*Resultado geral/);
    await page.getByRole('link', { name: 'Voltar para a Gupy' }).click();
    await page.waitForURL((url) => url.origin === gupy);
    const seen = await page.locator('main').innerText();
    expect(seen).toMatch(/Seu resultado[^]*SQL para análise de dados[^]*\d+%/);

    await expect
      .poll(
        async () => {
          await company.reload();
          return company.locator('main').innerText();
        },
        { timeout: 8000 },
      )
      .toMatch(/Respondidas: 15 de 15[^]*Resultado geral\s+\d+%[^]*Resultado recebido por webhook/);

    await page.getByRole('link', { name: /^Abrir meu resultado/ }).click();
    await page.getByRole('heading', { name: 'Teste concluído' }).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/@/);
  });
});
