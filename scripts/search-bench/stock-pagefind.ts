/** Pagefind as it comes, over the same pages: the comparison. */
import * as pagefind from 'pagefind';
import type { BenchDocument } from './corpus.ts';
import { benchPage, benchUrl } from './pages.ts';

/** Indexes untransformed pages with default settings into a folder of their own. */
export async function buildStockPagefind(outputPath: string, documents: readonly BenchDocument[]): Promise<void> {
  const { index, errors } = await pagefind.createIndex({});
  if (!index) throw new Error(`buildStockPagefind: ${errors.join('; ')}`);
  for (let start = 0; start < documents.length; start += 32) {
    await Promise.all(documents.slice(start, start + 32).map(async ({ text }, offset) => index.addHTMLFile({ url: benchUrl(start + offset), content: benchPage(start + offset, text) })));
  }
  await index.writeFiles({ outputPath });
  await pagefind.close();
}

/** A page that does nothing but offer Pagefind to the bench. */
export const STOCK_PAGE = '<!doctype html><html lang="vi"><head><title>stock</title></head><body></body></html>';
