import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { pageKinds } from './page-kinds.ts';
import { useChromium } from './visits.ts';

const chromium = useChromium();

/** What is wider than the window, by how much; what scrolls inside a box of its own does not count. */
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
    .filter((it) => it.checkVisibility() && !it.closest('p, .notice, .sr-only, .skip') && it.type !== 'hidden')
    .filter((it) => {
      const box = (it.closest('label') ?? it).getBoundingClientRect();
      return box.width < 24 || box.height < 24;
    })
    .map((it) => it.outerHTML.slice(0, 120))`);
}

describe.each(Object.entries(pageKinds))('the page of %s', (_kind, open) => {
  it('fits a window of 320 px, of 1280 px at 200 %, and letters twice as large', async () => {
    const page = await chromium.visit({ width: 320, height: 640 });
    await open(page);
    expect(await wider(page)).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);
    // What a browser's zoom does to a window of 1280 px: half as many CSS pixels.
    await page.setViewportSize({ width: 640, height: 400 });
    expect(await wider(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
    expect(await wider(page)).toEqual([]);
  });
});

describe('a long question on a low window', () => {
  it('keeps no bar in view that would leave no room to read', async () => {
    const page = await chromium.visit({ width: 640, height: 400 });
    await pageKinds['a text']!(page);
    await page.mouse.wheel(0, 600);
    await expect
      .poll(() => page.evaluate('document.querySelector("header").getBoundingClientRect().bottom'))
      .toBeLessThan(0);
  });
});
