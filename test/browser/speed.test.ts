import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { answer, attemptPath, press, startTest } from './candidate.ts';
import { useChromium } from './visits.ts';

const chromium = useChromium();

/** Bytes on the wire by type, for what the page loads from now on. */
async function weigh(page: Page) {
  const client = await page.context().newCDPSession(page);
  const types = new Map<string, string>();
  const bytes: Record<string, number> = {};
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  client.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? 'Other';
    bytes[type] = (bytes[type] ?? 0) + encodedDataLength;
  });
  return { client, bytes };
}

/** Chrome's "Slow 4G". */
const slow4g = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1.44 * 1024 * 1024) / 8,
  uploadThroughput: (675 * 1024) / 8,
};

describe('a candidate’s first view of a question', () => {
  it('weighs at most 50 KB, 20 KB of it scripts, all told', async () => {
    const page = await chromium.visit();
    await startTest(page, 'javascript');
    const { bytes } = await weigh(page);
    await page.reload({ waitUntil: 'networkidle' });
    const total = Object.values(bytes).reduce((sum, size) => sum + size, 0);
    expect(Object.keys(bytes)).toEqual(
      expect.arrayContaining(['Document', 'Stylesheet', 'Script']),
    );
    expect(total).toBeLessThanOrEqual(50 * 1024);
    expect(bytes['Script']).toBeLessThanOrEqual(20 * 1024);
  });

  it('is there within 1.5 s on slow 4G and a slow phone', { retry: 3 }, async () => {
    // As on the first visit, before the service worker has anything; its requests escape throttling.
    const page = await chromium.visit({ context: { serviceWorkers: 'block' } });
    await startTest(page, 'javascript');
    const address = page.url();
    await page.goto('about:blank');
    const { client } = await weigh(page);
    await client.send('Network.emulateNetworkConditions', slow4g);
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(address);
    const painted = await page.evaluate<number>(
      `new Promise((resolve) => {
        new PerformanceObserver((list) => {
          for (const { name, startTime } of list.getEntries())
            if (name === 'first-contentful-paint') resolve(startTime);
        }).observe({ type: 'paint', buffered: true });
      })`,
    );
    expect(await page.locator('#prompt').isVisible()).toBe(true);
    // Two round trips, of 562 ms each: the page, and the style sheet beside the scripts.
    expect(painted).toBeLessThanOrEqual(1500);
  });
});

describe('a test', () => {
  it('does not move under the candidate’s finger: layout shifts stay within 0.02', async () => {
    const page = await chromium.visit();
    await page.addInitScript(`
      window.shifts = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifts += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    `);
    await startTest(page, 'javascript');
    for (let number = 1; number <= 3; number += 1) {
      await answer(page);
      await press(page);
    }
    for (const number of [3, 5, 13]) {
      await page.goto(`${attemptPath(page)}/questions/${number}`);
      await page.waitForTimeout(200);
      expect(await page.evaluate('window.shifts'), `question ${number}`).toBeLessThanOrEqual(0.02);
    }
  });
});
