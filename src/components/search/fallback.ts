/**
 * Search by Pagefind alone, when our own index cannot be had (a half-copied site, an old cache): plain, but it finds.
 * Pagefind stands beside the pages and was given transformed words, so the query goes through the same transform. A large corpus is in
 * several bundles, which Pagefind joins itself.
 */
import { restoreText, transformText } from '../../search/text/pagefind-text.ts';

export interface FallbackResult {
  readonly url: string;
  readonly title: string;
  readonly excerpt: string;
}

interface Pagefind {
  mergeIndex(bundle: string): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<{ url: string; meta: Record<string, string>; plain_excerpt?: string; excerpt: string }> }[] }>;
}

let opened: Promise<Pagefind> | null = null;

/** @throws when Pagefind cannot be had either */
export async function searchWithPagefind(base: string, query: string): Promise<FallbackResult[]> {
  opened ??= openPagefind(`${base}pagefind/`).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  const { results } = await (await opened).search(transformText(query.normalize('NFC')));
  return Promise.all(results.slice(0, 20).map(async (result) => {
    const { url, meta, excerpt } = await result.data();
    return { url, title: restoreText(meta['title'] ?? url), excerpt: restoreText(excerpt.replace(/<\/?mark>/gu, '')) };
  }));
}

async function openPagefind(folder: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  const response = await fetch(`${folder}bundles.json`);
  const bundles = response.ok ? ((await response.json()) as string[]) : [];
  for (const bundle of bundles) await pagefind.mergeIndex(`${folder}${bundle}/`);
  return pagefind;
}
