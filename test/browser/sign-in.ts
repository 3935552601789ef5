import type { Page } from 'playwright-core';

import { aMailTo, mailsTo } from './mailbox.ts';

/** By the link that the mailbox shows, with the click that it asks for. */
export async function signIn(page: Page, email: string): Promise<void> {
  const known = (await mailsTo(email)).length;
  await page.goto('/results');
  await page.waitForURL(/\/sign-in/);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Enviar link' }).click();
  await page.getByText('Veja seu e-mail').waitFor();
  const mail = await aMailTo(email, known);
  await page.goto(mail.links[0]!);
  await page.getByRole('button', { name: 'Entrar' }).click();
  await page.waitForURL(/\/results$/);
}
