/** The page where the reader keeps the whole site, sees what is kept, and lets go of it. */
import { kitWords } from '../../components/kit/strings.ts';
import type { Manifest } from '../../domain/exports.ts';
import { make, makeButton } from '../element.ts';
import { canKeep, forgetAll, forgetPaths, isLocalCopy, keepPaths, KEPT, listKept, openWorker } from './keeper.ts';

const base = import.meta.env.BASE_URL.replace(/\/?$/u, '/');
const words = kitWords.offline;
/** Not needed to read: archives, pictures for sharing, codes to print, the worker itself. */
const LEFT_OUT = /^(?:anh\/|sw\.js$|v\/[^/]+\.(?:png)$)|\.zip$/u;

class OfflineKeeper extends HTMLElement {
  connectedCallback(): void {
    void this.#start();
  }

  #part<E extends HTMLElement>(name: string): E {
    return this.querySelector<E>(`[data-keeper="${name}"]`) as E;
  }

  async #start(): Promise<void> {
    const status = this.#part('status');
    if (!canKeep() || (await openWorker(base)) === null) {
      status.textContent = isLocalCopy() ? words.local : words.unsupported;
      return;
    }
    this.#part('live').hidden = false;
    this.#part('whole').addEventListener('click', () => void this.#keep(() => true, words.kept));
    this.#part('search').addEventListener('click', () => void this.#keep((path) => /^(?:_astro|search-index|pagefind|tim-kiem)\//u.test(path), words.searchKept));
    this.#part('drop-all').addEventListener('click', () => void forgetAll().then(() => this.#show(words.dropped)));
    await this.#show('');
    const manifest = await fetchManifest().catch(() => null);
    if (manifest) {
      const files = Object.entries(manifest.files).filter(([path]) => !LEFT_OUT.test(path));
      const bytes = files.reduce((sum, [, [size]]) => sum + size, 0);
      this.#part('size').textContent = words.wholeNote(files.length, `${(bytes / 1e6).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`);
    }
    this.dataset['state'] = 'ready';
  }

  /** Fetches what has changed since last time, and drops what the site has no more. */
  async #keep(wanted: (path: string) => boolean, said: string): Promise<void> {
    const progress = this.#part<HTMLProgressElement>('progress');
    const status = this.#part('status');
    progress.hidden = false;
    try {
      const manifest = await fetchManifest();
      const cache = await caches.open(KEPT);
      const before = ((await (await cache.match(`${base}du-lieu/manifest.json`))?.json()) as Manifest | undefined)?.files ?? {};
      const kept = new Set(await listKept());
      const files = Object.entries(manifest.files).filter(([path]) => !LEFT_OUT.test(path) && wanted(path));
      const changed = files.filter(([path, [, hash]]) => !kept.has(addressOf(path)) || before[path]?.[1] !== hash).map(([path]) => addressOf(path));
      await forgetPaths([...kept].filter((address) => address.startsWith(base) && !Object.keys(manifest.files).some((path) => addressOf(path) === address)));
      progress.max = Math.max(1, changed.length);
      await keepPaths(changed, (done) => {
        progress.value = done;
        if (done % 25 === 0) status.textContent = words.keeping(done, changed.length);
      });
      await cache.put(`${base}du-lieu/manifest.json`, new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/json' } }));
      await this.#show(said);
    } catch {
      await this.#show(words.failed);
    } finally {
      progress.hidden = true;
    }
  }

  async #show(said: string): Promise<void> {
    const cache = await caches.open(KEPT);
    const pages = (await listKept()).filter((path) => new RegExp(`^${base}van-ban/[^/]+/[^/]+/[^/]+/$`, 'u').test(path)).sort();
    const rows = await Promise.all(pages.slice(0, 200).map(async (path) => {
      const html = (await (await cache.match(path))?.text()) ?? '';
      const name = new DOMParser().parseFromString(html, 'text/html').querySelector('h1')?.textContent ?? path;
      return make('li', {}, make('a', { href: path }, name), ' ', makeButton(words.drop, () => void forgetPaths([path, `${path}chuoi/`]).then(() => this.#show(words.dropped)), { 'aria-label': words.dropNamed(name) }));
    }));
    this.#part('list').replaceChildren(...rows);
    this.#part('none').hidden = pages.length > 0;
    this.#part('status').textContent = said;
  }
}
customElements.define('offline-keeper', OfflineKeeper);

async function fetchManifest(): Promise<Manifest> {
  const response = await fetch(`${base}du-lieu/manifest.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as Manifest;
}

/** Address of a file of the site. */
function addressOf(path: string): string {
  return base + path.replace(/(?:^|(?<=\/))index\.html$/u, '');
}
