/**
 * Service worker: the network first, always; what the reader kept only when there is none. So an old worker never stands between a reader
 * and a page as it is now, and a page that is gone from the server goes from the cache as soon as the server says so.
 */

interface Settings {
  readonly base: string;
  /** Paths of documents that were withdrawn: never shown from the cache, not even without a network. */
  readonly withdrawn: readonly string[];
  /** Page that answers when nothing else can. */
  readonly fallback: string;
  /** Files of that page. */
  readonly shell: readonly string[];
}

interface WorkerScope {
  readonly settings: Settings;
  readonly clients: { claim(): Promise<void> };
  readonly location: { readonly origin: string };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(type: 'fetch', listener: (event: { readonly request: Request; respondWith(answer: Promise<Response>): void }) => void): void;
}

const worker = globalThis as unknown as WorkerScope;
/** What the reader chose to keep; pages fill it (`keeper.ts`). */
const KEPT = 'can-cu-giu';
/** The few files of the offline page. */
const SHELL = 'can-cu-khung';
const { base, withdrawn, fallback, shell } = worker.settings;

worker.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([caches.open(SHELL).then((cache) => cache.addAll([fallback, ...shell])).catch(() => undefined), worker.skipWaiting()]));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([forgetWithdrawn(), worker.clients.claim()]));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin || !url.pathname.startsWith(base)) return;
  // Names of these files carry a hash of their bytes, so a kept one is the right one.
  if (url.pathname.startsWith(`${base}_astro/`)) event.respondWith(fromCache(url.pathname).then((kept) => kept ?? fetch(request)));
  else event.respondWith(fromNetwork(request, url.pathname));
});

async function fromNetwork(request: Request, path: string): Promise<Response> {
  try {
    const response = await fetch(request);
    const cache = await caches.open(KEPT);
    if (await cache.match(path)) {
      if (response.ok && response.type === 'basic') await cache.put(path, response.clone());
      else if (response.status === 404 || response.status === 410) await cache.delete(path);
    }
    return response;
  } catch (error) {
    const kept = isWithdrawn(path) ? undefined : await fromCache(path);
    if (kept) return kept;
    if (request.mode === 'navigate') {
      const page = await (await caches.open(SHELL)).match(fallback);
      if (page) return page;
    }
    throw error;
  }
}

async function fromCache(path: string): Promise<Response | undefined> {
  return (await (await caches.open(KEPT)).match(path)) ?? (await (await caches.open(SHELL)).match(path));
}

function isWithdrawn(path: string): boolean {
  return withdrawn.some((gone) => path.startsWith(gone));
}

async function forgetWithdrawn(): Promise<void> {
  const cache = await caches.open(KEPT);
  for (const { url } of await cache.keys()) if (isWithdrawn(new URL(url).pathname)) await cache.delete(url);
}
