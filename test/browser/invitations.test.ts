import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { newId } from '../../src/lib/ids.ts';
import { darkFaults, faults } from './axe.ts';
import { signIn } from './sign-in.ts';
import { useChromium, type Visitor } from './visits.ts';

const chromium = useChromium();

/** Fills in the form of a new invitation and sends it. */
async function invite(page: Page, email: string): Promise<void> {
  await page.locator('#name').fill('Lia Prado');
  await page.locator('#email').fill(email);
  await page.locator('#percent').selectOption('150');
  await page.getByRole('button', { name: 'Enviar o convite' }).click();
}

const ways: [string, Visitor][] = [
  ['at a desk', { width: 1280 }],
  ['on a phone without JavaScript', { width: 390, javascript: false }],
];

describe.each(ways)('a recruiter %s', (_way, visitor) => {
  it('invites a person, who starts by their own link, and takes it back', async () => {
    const page = await chromium.visit(visitor);
    await signIn(page, 'ana@acme.example');
    await page.goto('/assessments');
    await page.getByRole('link', { name: 'Convidar' }).first().click();
    await invite(page, `${newId()}@candidate.example`);
    await page.getByText('Convite criado.').waitFor();
    const address = await page.locator('.copy input').first().inputValue();

    const candidate = await chromium.visit(visitor);
    await candidate.goto(address);
    await candidate.getByText('Olá, Lia Prado.').waitFor();
    await candidate.getByText('Você tem mais tempo neste teste').waitFor();
    await candidate.locator('[name=consent]').check();
    await candidate.getByRole('button', { name: 'Começar o teste' }).click();
    await candidate.waitForURL(/\/questions\/1$/);

    await page.reload();
    await page.getByText('Em andamento').first().waitFor();
    await page.locator('summary', { hasText: 'Cancelar' }).first().click();
    await page.getByRole('button', { name: 'Cancelar o convite' }).first().click();
    await page.getByText('O convite foi cancelado.').waitFor();
    await candidate.goto(address);
    await candidate.getByRole('heading', { name: 'Este teste foi cancelado' }).waitFor();
  });
});

it('the page of invitations leaves axe nothing, with problems and everything open', async () => {
  const page = await chromium.visit({ width: 1280, context: { reducedMotion: 'reduce' } });
  await signIn(page, 'ana@acme.example');
  await page.goto('/assessments');
  await page.getByRole('link', { name: 'Convidar' }).first().click();
  const email = `${newId()}@candidate.example`;
  await invite(page, email);
  await page.getByText('Convite criado.').waitFor();
  await invite(page, email);
  await page.locator('.problem a').waitFor();
  for (const name of ['Mudar o prazo', 'Cancelar'])
    await page.locator('summary', { hasText: name }).first().click();
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await faults(page)).toEqual([]);
  expect(await darkFaults(page)).toEqual([]);
});
