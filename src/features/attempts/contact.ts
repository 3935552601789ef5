import { orLog } from '../../lib/log.ts';

/**
 * When the server last heard of an attempt, to the millisecond, at no cost in D1: a note in this
 * location's cache. It backs up the times that D1 has for certain (the last save, a sign of life within
 * a minute) when an outage is claimed; where the cache has nothing, those stand alone.
 */
const cacheName = 'contacts';
/** Longer than any outage that could be credited. */
const keptSeconds = 3600;
/** A page says something every 15 s: this reaches beyond the reload that may follow an outage. */
const keptContacts = 20;

/** Best effort: a request never fails for the sake of this note. */
export function noteContact(attemptId: string, now: number): Promise<void> {
  return orLog('contact', attemptId, async () => {
    const known = await recentContacts(attemptId);
    const cache = await caches.open(cacheName);
    const headers = { 'cache-control': `max-age=${keptSeconds}` };
    const note = JSON.stringify([...known, now].slice(-keptContacts));
    await cache.put(address(attemptId), new Response(note, { headers }));
  });
}

/** ms since the epoch, oldest first; none when nothing is noted here. */
export async function recentContacts(attemptId: string): Promise<number[]> {
  const cache = await caches.open(cacheName);
  const note = await cache.match(address(attemptId));
  return note ? await note.json<number[]>() : [];
}

function address(attemptId: string): string {
  return `https://contacts.invalid/${attemptId}`;
}
