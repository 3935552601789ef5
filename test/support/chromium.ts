import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/**
 * A Chromium of its own for a test file. Only the path comes from @sparticuz/chromium: its `args`
 * switch off web security and would hide faults of CSP and CORS. (Playwright's default leaves the
 * process sandbox off, which root and some containers need and which changes nothing for pages.)
 */
export function launchChromium(): Promise<Browser> {
  const executablePath = inject('chromiumPath');
  const fonts = join(dirname(executablePath), 'fonts');
  return chromium.launch({
    executablePath,
    // A machine without fonts of its own would draw no text.
    ...(!existsSync('/etc/fonts') && { env: { ...process.env, FONTCONFIG_PATH: fonts } }),
  });
}
