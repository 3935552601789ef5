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
  const shells = await caches.open('shells');
  const links = document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>(
    'link[rel=stylesheet], link[rel=icon], script[src]',
  );
  const files = [...links].map((file) => ('href' in file ? file.href : file.src));
  // The one that was kept before goes last: the network may fail at any of these steps.
  await shells.addAll(files);
  await shells.put(base, page);
  const kept = new Set([...files, new URL(base, location.origin).href]);
  for (const { url } of await shells.keys()) if (!kept.has(url)) await shells.delete(url);
}
