import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

import type { Language } from '../../src/i18n/languages.ts';
import { launchChromium } from '../support/chromium.ts';

export interface Visitor {
  width?: number;
  height?: number;
  language?: Language;
  dark?: boolean;
  javascript?: boolean;
  /** More of Playwright's own settings. */
  context?: BrowserContextOptions;
}

/** Answers to forms, told in words on their page; the browser logs each of them as an error. */
const told = [403, 404, 409, 410, 422];

/**
 * One Chromium for a test file, with a fresh context per visit. After each test it holds what no page may
 * ever cause: an error in the console (CSP violations are among them), a failed file, a request elsewhere.
 */
export function useChromium() {
  let browser: Browser;
  const problems: string[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(problems.splice(0)).toEqual([]);
  });
  return {
    async visit(visitor: Visitor = {}): Promise<Page> {
      const context = await browser.newContext({
        viewport: { width: visitor.width ?? 390, height: visitor.height ?? 844 },
        colorScheme: visitor.dark ? 'dark' : 'light',
        locale: visitor.language ?? 'pt-BR',
        javaScriptEnabled: visitor.javascript ?? true,
        baseURL: inject('serverUrl'),
        ...visitor.context,
      });
      context.setDefaultTimeout(10_000);
      context.on('page', (page) => watch(page, problems));
      return context.newPage();
    },
    /** The problems of this test so far, for one that causes some on purpose. */
    takeProblems: () => problems.splice(0),
  };
}

function watch(page: Page, problems: string[]): void {
  const { origin } = new URL(inject('serverUrl'));
  const ours = [origin, inject('simulatorUrl')];
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    const status = Number(/status of (\d{3})/.exec(text)?.[1]);
    if (message.type() === 'error' && !told.includes(status)) problems.push(`console: ${text}`);
  });
  page.on('request', (request) => {
    const asked = new URL(request.url()).origin;
    if (!ours.includes(asked)) problems.push(`request to ${asked}`);
  });
  page.on('response', (response) => {
    const type = response.request().resourceType();
    if (response.status() >= 400 && !['document', 'fetch', 'xhr'].includes(type))
      problems.push(`${response.status()} for the ${type} ${response.url()}`);
  });
}
