import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import type { Language } from '../../src/i18n/languages.ts';
import { pageKinds } from './page-kinds.ts';
import { useChromium } from './visits.ts';

const chromium = useChromium();

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function faults(page: Page, rules?: string[]): Promise<string[]> {
  // Ours have no frames, for which the other mode would open a second page each time.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(standards)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
  );
}

/** The page that is there, in another language, by its own address. */
async function speak(page: Page, language: Language): Promise<void> {
  const { origin } = new URL(page.url());
  await page.context().addCookies([{ name: 'language', value: language, url: origin }]);
  await page.reload();
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
}

describe.each(Object.entries(pageKinds))('the page of %s', (_kind, open) => {
  it('has nothing for axe to find, in any language, light and dark', async () => {
    const page = await chromium.visit({ context: { reducedMotion: 'reduce' } });
    await open(page);
    expect(await faults(page)).toEqual([]);
    // Dark, a page differs in its colours alone; in another language, in all but its colours.
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faults(page, ['color-contrast', 'link-in-text-block'])).toEqual([]);
    // A form that came back can't be asked for again: its problems are looked at in one language.
    if ((await page.locator('.problem').count()) > 0) return;
    for (const language of ['en', 'es'] as const) {
      await speak(page, language);
      expect(await faults(page)).toEqual([]);
    }
  });
});
