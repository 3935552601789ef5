/**
 * Only for a reload without network in the middle of a test: brings back the page and the files that the
 * page itself kept (sitting/shell.ts). Everything else goes its way as if this were not here.
 */
declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin || request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => shellOf(pathname)));
  else if (/^\/(generated|brand)\//.test(pathname))
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
});

/** The page of this very attempt, marked as kept: its times are old. */
async function shellOf(pathname: string): Promise<Response> {
  const kept = await caches.match(pathname.split('/', 3).join('/'));
  if (!kept) return Response.error();
  const page = (await kept.text()).replace('<html', '<html data-shell');
  return new Response(page, { headers: kept.headers });
}
