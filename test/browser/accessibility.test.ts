import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import type { Language } from '../../src/i18n/languages.ts';
import { darkFaults, faults, wordFaults } from './axe.ts';
import { pageKinds } from './page-kinds.ts';
import { useChromium } from './visits.ts';

const chromium = useChromium();

/** The page that is there, in another language, by its own address. */
async function speak(page: Page, language: Language): Promise<void> {
  const { origin } = new URL(page.url());
  await page.context().addCookies([{ name: 'language', value: language, url: origin }]);
  await page.reload();
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
}

/** What is wider than the window; what scrolls inside a box of its own does not count. */
function wider(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((it) => it.getBoundingClientRect().right > root.clientWidth + 1)
      .map((it) => it.outerHTML.slice(0, 120));
  })()`);
}

/** Targets under 24 × 24 px (WCAG 2.2, 2.5.8), but for links within sentences. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('a, button, input, select, summary')]
    .filter((it) => it.checkVisibility() && !it.closest('p, .notice, .sr-only, .skip'))
    .filter((it) => {
      const box = (it.closest('label') ?? it).getBoundingClientRect();
      return it.type !== 'hidden' && (box.width < 24 || box.height < 24);
    })
    .map((it) => it.outerHTML.slice(0, 120))`);
}

describe.each(Object.entries(pageKinds))('the page of %s', (_kind, open) => {
  it('fits narrow windows and large letters, and leaves axe nothing, in any language and scheme', async () => {
    const page = await chromium.visit({ context: { reducedMotion: 'reduce' } });
    await open(page);

    await page.setViewportSize({ width: 320, height: 640 });
    expect(await wider(page)).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);
    // What a zoom of 200 % makes of a window of 1280 px: half as many CSS pixels.
    await page.setViewportSize({ width: 640, height: 400 });
    expect(await wider(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
    expect(await wider(page)).toEqual([]);
    await page.evaluate(`document.documentElement.style.fontSize = ''`);

    expect(await faults(page)).toEqual([]);
    expect(await darkFaults(page)).toEqual([]);
    // A form that came back can't be asked for again: its problems are looked at in one language.
    if ((await page.locator('.problem').count()) > 0) return;
    for (const language of ['en', 'es'] as const) {
      await speak(page, language);
      expect(await wordFaults(page)).toEqual([]);
    }
  });
});

describe('a long question in a low window', () => {
  it('has no bar that stays in view and leaves no room to read', async () => {
    const page = await chromium.visit({ width: 640, height: 400 });
    await pageKinds['a text']!(page);
    await page.mouse.wheel(0, 600);
    await expect
      .poll(() => page.evaluate('document.querySelector("header").getBoundingClientRect().bottom'))
      .toBeLessThan(0);
  });
});
