/**
 * What this device keeps of the attempt, in IndexedDB under the attempt's own address, so that it
 * outlives a reload and a killed tab. Where a browser refuses to keep things, it lives as long as the page.
 */
const table = 'sittings';
let opened: Promise<IDBDatabase | undefined> | undefined;

function open(): Promise<IDBDatabase | undefined> {
  opened ??= new Promise((resolve) => {
    // One that never answers must not keep the page from working.
    setTimeout(resolve, 1000);
    try {
      const asked = indexedDB.open('aferi', 1);
      asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore(table));
      asked.addEventListener('success', () => resolve(asked.result));
      asked.addEventListener('error', () => resolve(undefined));
    } catch {
      resolve(undefined);
    }
  });
  return opened;
}

async function run<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result | undefined> {
  const database = await open();
  if (!database) return undefined;
  return new Promise((resolve) => {
    const request = work(database.transaction(table, mode).objectStore(table));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => resolve(undefined));
  });
}

export const read = <Value>(key: string) =>
  run('readonly', (store) => store.get(key) as IDBRequest<Value | undefined>);

export const keep = (key: string, value: unknown) =>
  run('readwrite', (store) => store.put(value, key));

/** Forgets every other attempt's answers and pages (or, without `path`, all): devices are shared. */
export async function forgetOthers(path?: string): Promise<void> {
  const keys = (await run('readonly', (store) => store.getAllKeys() as IDBRequest<string[]>)) ?? [];
  for (const key of keys)
    if (key.split('#')[0] !== path) await run('readwrite', (store) => store.delete(key));
  if (!('caches' in window)) return;
  const shells = await caches.open('shells');
  for (const { url } of await shells.keys())
    if (new URL(url).pathname !== path && !/\/(generated|brand)\//.test(url))
      await shells.delete(url);
}
