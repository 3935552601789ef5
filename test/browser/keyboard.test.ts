import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { anEmail, answerShown } from './candidate.ts';
import { useChromium } from './visits.ts';

const chromium = useChromium();

/** What has the focus, by the name that a screen reader reads. */
function focused(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    const it = document.activeElement;
    const label = it.labels?.[0]?.innerText ?? it.innerText ?? '';
    return (it.getAttribute('aria-label') ?? label).trim();
  })()`);
}

/** Tabs until what has the focus is called so; every stop on the way must be visible. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab');
    const { seen, ringed } = await page.evaluate<{ seen: boolean; ringed: boolean }>(`(() => {
      const it = document.activeElement;
      const box = it.getBoundingClientRect();
      const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      const styles = [it, it.closest('.choice') ?? it].map((one) => getComputedStyle(one));
      return {
        seen: it === document.body || it.contains(at) || Boolean(at && (at.contains(it) || it.closest('label')?.contains(at))),
        ringed: it === document.body || styles.some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2),
      };
    })()`);
    const now = await focused(page);
    expect(seen, `${now} is covered while it has the focus`).toBe(true);
    expect(ringed, `${now} shows no focus`).toBe(true);
    if (typeof name === 'string' ? now === name : name.test(now)) return;
  }
  throw new Error(`the keyboard does not reach ${String(name)}`);
}

/** Until the page is there and has moved the focus to what comes first in it. */
function arrival(page: Page, at: string | RegExp): Promise<void> {
  return expect.poll(() => focused(page), { timeout: 8000 }).toMatch(at);
}

describe('by keyboard alone, a candidate', () => {
  it.each([
    ['on a phone', 390],
    ['at a desk', 1280],
  ])(
    'takes a test %s: form, choice, number, map, ordering, review, result',
    async (_where, width) => {
      const page = await chromium.visit({ width });
      const keys = page.keyboard;
      await page.goto('/t/demo-javascript');
      await keys.press('Tab');
      expect(await focused(page)).toBe('Ir para o conteúdo');
      await tabTo(page, 'Nome completo');
      await keys.type('Marina Duarte');
      await tabTo(page, 'E-mail');
      await keys.type(anEmail());
      await tabTo(page, /^Li o aviso/);
      await keys.press('Space');
      await keys.press('Enter');
      await page.waitForURL(/questions\/1$/);

      // A choice: the arrows move in it and Enter saves.
      await page.locator('.choice').first().waitFor();
      for (;;) {
        await keys.press('Tab');
        if (await page.evaluate(`document.activeElement.type === 'radio'`)) break;
      }
      await keys.press('ArrowDown');
      await keys.press('Enter');
      await arrival(page, /^Questão 2 de 20$/);
      await page.getByText('1 de 20 respondidas').waitFor();

      await tabTo(page, 'Mapa das questões');
      await keys.press('Enter');
      await tabTo(page, 'Questão 3, sem resposta');
      await keys.press('Enter');
      await arrival(page, /^Questão 3 de 20$/);
      await tabTo(page, 'Sua resposta');
      await keys.type('12');
      await keys.press('Enter');
      await arrival(page, /^Questão 4 de 20$/);
      await page.getByText('2 de 20 respondidas').waitFor();
      await tabTo(page, 'Mapa das questões');
      await keys.press('Space');
      await tabTo(page, 'Questão 13, sem resposta');
      await keys.press('Enter');
      await arrival(page, /^Questão 13 de 20$/);
      const first = await page.locator('.order-item').first().getAttribute('data-item');
      await tabTo(page, `Descer: ${first}`);
      await keys.press('Enter');
      expect(await focused(page)).toBe(`Descer: ${first}`);
      expect(await page.locator('#announcer').innerText()).toBe(
        `${first}: agora na posição 2 de 5.`,
      );
      await keys.press('Space');
      const items = page.locator('.order-item');
      expect(await items.nth(2).getAttribute('data-item')).toBe(first);
      const order = await answerShown(page);
      expect(order.map(([, position]) => position)).toEqual(['1', '2', '3', '4', '5']);
      await tabTo(page, 'Salvar e continuar');
      await keys.press('Enter');
      await arrival(page, /^Questão 14 de 20$/);

      await tabTo(page, 'Revisar e enviar');
      await keys.press('Enter');
      await arrival(page, /^Revise e envie$/);
      await page.getByText('Faltam 17 questões sem resposta.').waitFor();
      await tabTo(page, 'Enviar o teste');
      await keys.press('Enter');
      await arrival(page, /^Há 1 campo para corrigir/);
      await keys.press('Tab');
      expect(await focused(page)).toBe('Marque a confirmação para enviar.');
      await keys.press('Enter');
      expect(await focused(page)).toMatch(/^Terminei e quero enviar/);
      await keys.press('Space');
      await tabTo(page, 'Enviar o teste');
      await keys.press('Enter');
      await page.getByRole('heading', { name: 'Teste concluído' }).waitFor();
      expect(await page.locator('main').innerText()).toContain('3 / 20');
    },
  );

  it('keeps an order as it is shown without losing the place', async () => {
    const page = await chromium.visit();
    await page.goto('/t/demo-javascript');
    await page.locator('[name=name]').fill('Marina Duarte');
    await page.locator('[name=email]').fill(anEmail());
    await page.locator('[name=consent]').check();
    await page.keyboard.press('Enter');
    await page.waitForURL(/questions\/1$/);
    await page.goto(page.url().replace(/1$/, '13'));
    await tabTo(page, 'Manter esta ordem');
    await page.keyboard.press('Enter');
    expect(await page.locator('#announcer').innerText()).toBe('Ordem mantida.');
    expect(await focused(page)).toMatch(/^(Subir|Descer): /);
    expect((await answerShown(page)).map(([, position]) => position)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
  });
});
