import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { messagesFor } from '../../src/i18n/messages.ts';
import { attemptPath, fillStart, submit } from './candidate.ts';
import { aConductedLink } from './conducted.ts';
import { withRows } from './database.ts';
import { signIn } from './sign-in.ts';
import { useChromium } from './visits.ts';

const { health: words } = messagesFor('pt-BR');
const chromium = useChromium();
const everything = ['hidden', 'paste', 'copy', 'resized', 'device', 'resumed'];
const secret = 'um texto que ninguém deve ler';

async function startAt(page: Page, slug: string): Promise<void> {
  await page.goto(`/t/${slug}`);
  await fillStart(page, {});
  await page.waitForURL(/\/questions\/1$/);
}

/** What headless Chromium never does by itself: the tab goes out of sight and comes back. */
async function hideFor(page: Page, ms: number): Promise<void> {
  const turn = (hidden: boolean) =>
    page.evaluate(`Object.defineProperty(document, 'hidden', { value: ${hidden}, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'))`);
  await turn(true);
  await page.waitForTimeout(ms);
  await turn(false);
}

async function halve(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { windowId, bounds } = await session.send('Browser.getWindowForTarget');
  const half = { width: Math.floor(bounds.width! / 2), height: Math.floor(bounds.height! / 1.5) };
  await session.send('Browser.setWindowBounds', { windowId, bounds: half });
  await page.waitForTimeout(800);
}

/** Everything that may be noticed, at a question that takes a text. */
async function misbehave(page: Page): Promise<void> {
  await page.goto(`${attemptPath(page)}/questions/13`);
  const box = page.locator('textarea');
  await box.fill(secret);
  await box.press('Control+A');
  await box.press('Control+C');
  await box.press('Control+V');
  await box.press('Control+V');
  await hideFor(page, 1500);
  await halve(page);
}

async function submitTest(page: Page): Promise<void> {
  await page.goto(`${attemptPath(page)}/review`);
  await submit(page);
}

/** The record, once it holds this: what a page says while it closes may come after the next one. */
async function recordWith(page: Page, text: string): Promise<string> {
  const record = async () => {
    await page.goto(`${attemptPath(page)}/health`);
    return page.locator('main').innerText();
  };
  await expect.poll(record, { timeout: 8000 }).toContain(text);
  return record();
}

/** A token begins with it. */
function attemptId(path: string): string {
  const hex = Buffer.from(path.split('/')[2]!.slice(0, 22), 'base64url').toString('hex');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function storedEvents(path: string): string {
  const rows = withRows((open) =>
    open.prepare('select events from health_batches where attempt_id = ?').all(attemptId(path)),
  );
  return rows.map((row) => String(row['events'])).join('');
}

describe('test health', () => {
  it('is told before, recorded without content, and shown to candidate and recruiter', async () => {
    const page = await chromium.visit({ context: { viewport: null } });
    const slug = aConductedLink('backend', { signals: everything });
    await page.goto(`/t/${slug}`);
    const notice = page.locator('#health-notice');
    for (const kind of ['hidden', 'paste', 'copy', 'resized'] as const)
      expect(await notice.innerText()).toContain(words.signals[kind].records);
    expect(await notice.innerText()).not.toContain(words.signals.network.records);

    await startAt(page, slug);
    await misbehave(page);
    await submitTest(page);
    const path = attemptPath(page);
    await page.getByRole('link', { name: words.own.link }).click();
    const size = `${secret.length} caracteres`;
    const told = [words.events.hidden('2 s'), words.events.paste(size), words.events.copy];
    const record = await recordWith(page, told[0]!);
    for (const text of told) expect(record).toContain(text);
    expect(record).toMatch(/A janela foi reduzida a \d+% do tamanho que tinha/);
    expect(storedEvents(path)).toContain('"size":');
    expect(storedEvents(path)).not.toContain(secret);

    await page.locator('textarea').fill('A campainha tocou.');
    await page.getByRole('button', { name: words.own.save }).click();
    await page.getByText(words.own.saved).waitFor();

    const recruiter = await chromium.visit();
    await signIn(recruiter, aViewer(attemptId(path)));
    await recruiter.goto(`/results/${attemptId(path)}`);
    const panel = recruiter.locator('#health');
    await panel.locator('summary').click();
    for (const text of [...told, words.signals.hidden.innocent, 'A campainha tocou.'])
      expect(await panel.innerText()).toContain(text);
  });

  it('records nothing that is switched off', async () => {
    const page = await chromium.visit({ context: { viewport: null } });
    const slug = aConductedLink('backend', { signals: [] });
    await page.goto(`/t/${slug}`);
    expect(await page.locator('#health-notice').innerText()).toContain(words.notice.nothing);
    await startAt(page, slug);
    await misbehave(page);
    await submitTest(page);
    expect(storedEvents(attemptPath(page))).toBe('');
    await page.goto(`${attemptPath(page)}/health`);
    expect(await page.locator('main').innerText()).toContain(words.own.nothingAsked);
  });

  it('asks for full screen only where the assessment does, and records leaving it', async () => {
    const page = await chromium.visit({ context: { viewport: null } });
    await startAt(page, aConductedLink('backend', { fullScreen: true }));
    const button = page.getByRole('button', { name: words.notice.enterFullScreen });
    await button.click();
    await button.waitFor({ state: 'hidden' });
    await page.evaluate('document.exitFullscreen()');
    await button.waitFor();
    await submitTest(page);
    await recordWith(page, words.events.full_screen);

    await startAt(page, aConductedLink('backend', {}));
    expect(await button.count()).toBe(0);
  });

  it('works without JavaScript: told before, shown and commented on afterwards', async () => {
    const page = await chromium.visit({ javascript: false });
    await startAt(page, aConductedLink('backend', {}));
    await submitTest(page);
    await page.getByRole('link', { name: words.own.link }).click();
    expect(await page.locator('main').innerText()).toContain(words.own.nothing);
    await page.locator('textarea').fill('Sem script.');
    await page.getByRole('button', { name: words.own.save }).click();
    expect(await page.locator('textarea').inputValue()).toBe('Sem script.');
  });
});

/** Somebody of the organization whose mail no other test reads. */
function aViewer(attempt: string): string {
  const [id, email] = [crypto.randomUUID(), `viewer-${crypto.randomUUID()}@acme.example`];
  withRows((rows) => {
    rows.prepare(`insert into users (id, name, email) values (?, 'Lia', ?)`).run(id, email);
    rows
      .prepare(
        `insert into members (id, organization_id, user_id, role, created_at)
          select ?, organization_id, ?, 'viewer', created_at from attempts where id = ?`,
      )
      .run(id, id, attempt);
  });
  return email;
}
