/** What the reader chose to keep: one cache of the browser, filled on demand, read by the service worker when there is no network. */

/** Name of the cache; the worker reads the same. */
export const KEPT = 'can-cu-giu';

/** True in the copy for a folder, which has no manifest and no worker: all of it lies on the machine already. */
export function isLocalCopy(): boolean {
  return document.querySelector('link[rel="manifest"]') === null;
}

/** Whether pages can be kept here. */
export function canKeep(): boolean {
  return 'serviceWorker' in navigator && 'caches' in globalThis && globalThis.isSecureContext && !isLocalCopy();
}

/** Registers the worker. Failing is no trouble: the page is read from the network as ever. */
export async function openWorker(base: string): Promise<ServiceWorkerRegistration | null> {
  try {
    return await navigator.serviceWorker.register(`${base}sw.js`, { scope: base });
  } catch {
    return null;
  }
}

/** True when the path lies in the cache. */
export async function isKept(path: string): Promise<boolean> {
  return (await (await caches.open(KEPT)).match(path)) !== undefined;
}

/**
 * Fetches and keeps files, a few at a time.
 * @param onProgress called with the number kept so far
 * @throws Error naming the first that could not be fetched
 */
export async function keepPaths(paths: readonly string[], onProgress?: (done: number) => void): Promise<void> {
  const cache = await caches.open(KEPT);
  const waiting = [...new Set(paths)];
  let done = 0;
  const work = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const response = await fetch(path, { cache: 'no-cache' });
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      await cache.put(path, response);
      onProgress?.(++done);
    }
  };
  await Promise.all(Array.from({ length: 6 }, work));
}

/** Forgets files. */
export async function forgetPaths(paths: readonly string[]): Promise<void> {
  const cache = await caches.open(KEPT);
  await Promise.all(paths.map((path) => cache.delete(path)));
}

/** Forgets everything. */
export async function forgetAll(): Promise<void> {
  await caches.delete(KEPT);
}

/** Paths of all that is kept. */
export async function listKept(): Promise<string[]> {
  return (await (await caches.open(KEPT)).keys()).map(({ url }) => new URL(url).pathname);
}
