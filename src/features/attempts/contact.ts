/**
 * When the server last heard of an attempt, to the millisecond, at no cost in D1: a note in this
 * location's cache. It backs up the times that D1 has for certain (the last save, a sign of life within
 * a minute) when an outage is claimed; where the cache has nothing, those stand alone.
 */
const cacheName = 'contacts';
/** Longer than any outage that could be credited. */
const keptSeconds = 3600;

export async function noteContact(attemptId: string, now: number): Promise<void> {
  const cache = await caches.open(cacheName);
  const headers = { 'cache-control': `max-age=${keptSeconds}` };
  await cache.put(address(attemptId), new Response(String(now), { headers }));
}

/** ms since the epoch; 0 when nothing is noted here. */
export async function lastContact(attemptId: string): Promise<number> {
  const cache = await caches.open(cacheName);
  const note = await cache.match(address(attemptId));
  return note ? Number(await note.text()) : 0;
}

function address(attemptId: string): string {
  return `https://contacts.invalid/${attemptId}`;
}
