import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const colours = ['color-contrast', 'link-in-text-block'];

/** What axe finds in the page as it is. */
export function faults(page: Page): Promise<string[]> {
  return analyze(page, (axe) => axe.withTags(standards));
}

/** The same in another language, on which colours, the dearest to look at, do not depend. */
export function wordFaults(page: Page): Promise<string[]> {
  return analyze(page, (axe) => axe.withTags(standards).disableRules(colours));
}

/** The same in dark, where a page differs in its colours alone. */
export async function darkFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  return analyze(page, (axe) => axe.withRules(colours));
}

async function analyze(page: Page, what: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  // Colours on their way to others are nobody's.
  await page.evaluate(
    `Promise.allSettled(document.getAnimations().map((each) => each.finished)).then(() => null)`,
  );
  // Our pages have no frames, for which the other mode would open a second page each time.
  const { violations } = await what(new AxeBuilder({ page }).setLegacyMode()).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
  );
}
