/**
 * A path of our own in its canonical spelling, or undefined for anything that could lead elsewhere.
 * Browsers read `\` as `/` and drop tabs and line breaks, so a text with any of them is not trusted.
 */
export function localPath(wanted: unknown): string | undefined {
  if (typeof wanted !== 'string' || wanted.length > 1000) return undefined;
  if (!/^\/(?!\/)[^\\\s\p{C}]*$/u.test(wanted)) return undefined;
  const base = 'http://base.invalid';
  const url = URL.parse(wanted, base);
  if (!url || url.origin !== base || url.pathname.startsWith('//')) return undefined;
  return url.pathname + url.search;
}
