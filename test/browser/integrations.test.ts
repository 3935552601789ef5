import { describe, expect, inject, it } from 'vitest';

import { darkFaults, faults, wordFaults } from './axe.ts';
import { signIn } from './sign-in.ts';
import { useChromium } from './visits.ts';

const chromium = useChromium();

describe.each([true, false])('with JavaScript: %s', (javascript) => {
  it('an owner makes a key, a program uses it, and the owner sees that it did', async () => {
    const page = await chromium.visit({ width: 1280, javascript });
    await signIn(page, 'carla@casapequena.example');
    const name = `ATS ${javascript}`;
    await page.goto('/integrations/api');
    await page.getByLabel('Nome').fill(name);
    await page.getByRole('button', { name: 'Criar chave' }).click();
    const key = await page.getByLabel('Chave', { exact: true }).inputValue();
    const answer = await fetch(`${inject('serverUrl')}/api/v1/assessments`, {
      headers: { Authorization: `Bearer ${key}` },
    });
    expect(answer.status).toBe(200);
    await page.getByRole('link', { name: 'Já copiei a chave' }).click();
    const listed = page.getByRole('listitem').filter({ hasText: name });
    await expect
      .poll(async () => {
        await page.reload();
        return listed.innerText();
      })
      .toContain('Usada pela última vez');
  });

  it('an owner adds an address, sends a test and reads what came back', async () => {
    const page = await chromium.visit({ javascript });
    await signIn(page, 'carla@casapequena.example');
    await page.goto('/integrations/webhooks');
    // Nobody there takes it, and the page says so.
    const url = `${inject('simulatorUrl')}/nothing-${javascript}`;
    await page.getByLabel('Endereço').fill(url);
    await page.getByRole('button', { name: 'Cadastrar endereço' }).click();
    expect(await page.getByLabel('Segredo', { exact: true }).inputValue()).toMatch(/^whsec_/);
    await page.getByRole('link', { name: 'Já copiei o segredo' }).click();
    const panel = page.locator('.panel').filter({ hasText: url });
    await panel.getByRole('button', { name: 'Enviar um teste' }).click();
    await panel.getByText('O teste não foi recebido.').waitFor();
    expect(await panel.innerText()).toContain('O servidor respondeu 404');
    await panel.locator('summary').click();
    await panel.getByLabel('Entendo e quero excluir.').check();
    await panel.getByRole('button', { name: 'Excluir agora' }).click();
    await page.getByText('O endereço foi excluído.').waitFor();
  });
});

describe('the pages of the API and of webhooks', () => {
  it('fit narrow windows and leave axe nothing, in any language and scheme', async () => {
    const page = await chromium.visit({ width: 320, context: { reducedMotion: 'reduce' } });
    await signIn(page, 'ana@acme.example');
    await page.goto('/integrations/webhooks');
    await page.getByLabel('Endereço').fill(`${inject('simulatorUrl')}/looked-at`);
    await page.getByRole('button', { name: 'Cadastrar endereço' }).click();
    for (const path of ['/api', '/integrations/api', '/integrations/webhooks']) {
      await page.goto(path);
      const wide = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
      expect(await page.evaluate(wide), path).toBe(false);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await faults(page), path).toEqual([]);
      expect(await darkFaults(page), path).toEqual([]);
      for (const language of ['en', 'es']) {
        const { origin } = new URL(page.url());
        await page.context().addCookies([{ name: 'language', value: language, url: origin }]);
        await page.reload();
        expect(await wordFaults(page), `${path} in ${language}`).toEqual([]);
      }
      await page.context().clearCookies({ name: 'language' });
    }
  });
});
