import { base } from './words.ts';

/**
 * Keeps this page and its files for a reload without network; the service worker brings them back. Only
 * ever one attempt's: its pages are one candidate's.
 */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/sw.js', { scope: '/a/' });
  const page = await fetch(location.pathname);
  if (!page.ok || page.redirected) return;
  await caches.delete('shells');
  const shells = await caches.open('shells');
  await shells.put(base, page);
  const files = document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>(
    'link[rel=stylesheet], link[rel=icon], script[src]',
  );
  await shells.addAll([...files].map((file) => ('href' in file ? file.href : file.src)));
}
