import { env } from 'cloudflare:workers';

import { resultUrl } from '../../src/features/attempts/addresses.ts';

/** `/r/<token>` of an attempt: its candidate's own result page. */
export async function resultPath(
  attempt: { id: string; versionId: string },
  epoch = 0,
): Promise<string> {
  return new URL(await resultUrl(env, attempt, epoch)).pathname;
}

/** The same token where another credential belongs. */
export function asTake(path: string): string {
  return path.replace('/r/', '/a/');
}

/** Texts that have broken other products; every field must keep or refuse them. */
export const hostileTexts = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; drop table remarks; --",
  '=HYPERLINK("http://x")',
  '{{7*7}} ${7*7} <%= 7 %>',
  '👩🏽‍💻 Ω≈ç√∫˜ 田中さん ﷽ ‮abc',
] as const;
