import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { darkFaults, faults } from './axe.ts';
import { anEmail, fillStart } from './candidate.ts';
import { signIn } from './sign-in.ts';
import { useChromium } from './visits.ts';

const chromium = useChromium();

// Beta's colour is a light yellow, which no text could have on white.
const yellow = 'rgb(247, 201, 72)';

it('the page of a brand leaves axe nothing, in light and in dark', async () => {
  const page = await chromium.visit();
  await signIn(page, 'bruno@beta.example');
  await page.goto('/settings/brand');
  expect(await faults(page)).toEqual([]);
  expect(await darkFaults(page)).toEqual([]);
});

it('a candidate reads well in a brand’s colour, and its largest logo is light and moves nothing', async () => {
  const member = await chromium.visit({ javascript: false });
  await signIn(member, 'bruno@beta.example');
  await member.goto('/settings/brand');
  const logo = { name: 'logo.png', mimeType: 'image/png', buffer: aNoisyPng(38, 39) };
  expect(logo.buffer.length).toBeGreaterThan(5900);
  await member.getByLabel('Logotipo').first().setInputFiles(logo);
  await member.getByRole('button', { name: 'Salvar' }).click();
  await member.getByText('Salvo.').waitFor();

  const page = await chromium.visit({ context: { reducedMotion: 'reduce' } });
  await page.goto('/t/beta-javascript');
  await fillStart(page, { email: anEmail() });
  await page.waitForURL(/\/questions\/1$/);
  const bytes = await weighed(page);
  expect(bytes).toBeLessThanOrEqual(50 * 1024);
  expect(await shifted(page)).toBeLessThanOrEqual(0.02);
  await page.getByRole('img', { name: 'Beta Demonstração' }).waitFor();
  expect(await page.evaluate(`document.querySelector('.logo').naturalWidth`)).toBe(38);

  await page.locator('.choice').first().click();
  expect(await colourOf(page, '.btn-primary')).not.toBe(yellow);
  expect(await faults(page)).toEqual([]);
  expect(await darkFaults(page)).toEqual([]);
  expect(await colourOf(page, '.btn-primary')).toBe(yellow);

  // As is a reload without network.
  await page.context().setOffline(true);
  await page.reload();
  expect(await colourOf(page, '.btn-primary')).toBe(yellow);
});

/** Bytes on the wire of this page, asked for anew; what the page before it still fetches isn't of them. */
async function weighed(page: Page): Promise<number> {
  await page.waitForLoadState('networkidle');
  const client = await page.context().newCDPSession(page);
  let bytes = 0;
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.reload({ waitUntil: 'networkidle' });
  await client.detach();
  return bytes;
}

function colourOf(page: Page, selector: string): Promise<string> {
  return page.evaluate(
    `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).backgroundColor`,
  );
}

/** The sum of all layout shifts since the page was asked for. */
function shifted(page: Page): Promise<number> {
  return page.evaluate(`new Promise((resolve) => {
    new PerformanceObserver((list) =>
      resolve(list.getEntries().reduce((sum, { value }) => sum + value, 0)),
    ).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(0), 500);
  })`);
}

/** Pixels that nothing compresses. */
function aNoisyPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8);
  const rows = Array.from({ length: height }, () => [Buffer.of(0), randomBytes(width * 4)]).flat();
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
