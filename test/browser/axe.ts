import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds in the page as it is. */
export async function faults(page: Page, rules?: string[]): Promise<string[]> {
  // Colours on their way to others are nobody's.
  await page.evaluate(
    `Promise.allSettled(document.getAnimations().map((each) => each.finished)).then(() => null)`,
  );
  // Our pages have no frames, for which the other mode would open a second page each time.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(standards)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
  );
}

/** The same in dark, where a page differs in its colours alone. */
export async function darkFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  return faults(page, ['color-contrast', 'link-in-text-block']);
}
