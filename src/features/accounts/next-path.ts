/** Where a member lands without another wish. */
export const memberHome = '/results';

/**
 * A path of our own to go on to after signing in, in its canonical spelling; anything else is home.
 * Browsers read `\` as `/` and drop tabs and line breaks, so a text with any of them is not trusted.
 */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 1000) return memberHome;
  if (!/^\/(?!\/)[^\\\s\p{C}]*$/u.test(wanted)) return memberHome;
  const base = 'http://base.invalid';
  const url = URL.parse(wanted, base);
  if (!url || url.origin !== base || url.pathname.startsWith('//')) return memberHome;
  // The way in leads to a page, not back to the door.
  if (/^\/sign-(in|out)(\/|$)/.test(url.pathname)) return memberHome;
  return url.pathname + url.search;
}
