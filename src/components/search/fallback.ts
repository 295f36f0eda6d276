/**
 * Search by Pagefind alone, when our own index cannot be had (a half-copied site, an old cache): plain, but it finds.
 * Pagefind stands beside the pages and was given transformed words, so the query goes through the same transform.
 */
import { restoreText, transformText } from '../../search/text/pagefind-text.ts';

export interface FallbackResult {
  readonly url: string;
  readonly title: string;
  readonly excerpt: string;
}

interface Pagefind {
  search(query: string): Promise<{ results: { data(): Promise<{ url: string; meta: Record<string, string>; plain_excerpt?: string; excerpt: string }> }[] }>;
}

/** @throws when Pagefind cannot be had either */
export async function searchWithPagefind(base: string, query: string): Promise<FallbackResult[]> {
  const address = `${base}pagefind/pagefind.js`;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  const { results } = await pagefind.search(transformText(query.normalize('NFC')));
  return Promise.all(results.slice(0, 20).map(async (result) => {
    const { url, meta, excerpt } = await result.data();
    return { url, title: restoreText(meta['title'] ?? url), excerpt: restoreText(excerpt.replace(/<\/?mark>/gu, '')) };
  }));
}
