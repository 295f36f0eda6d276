/** Loads files of the search index in a browser, on the page or in a worker. */
import type { FileLoader } from './index/term-store.ts';

/** @param base path of the site, with both slashes */
export function createFileLoader(base: string): FileLoader {
  return async (name) => {
    try {
      // Only the head may change under its name; everything else lies in a folder named after its content.
      const response = await fetch(base + name, name.endsWith('head.bin') ? { cache: 'no-cache' } : {});
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    } catch {
      return null;
    }
  };
}
