/** Writes documents of a retrieval set as pages of a site, with the marks that the indexer reads. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchDocument } from './corpus.ts';

/** Address of the n-th document. */
export function benchUrl(index: number): string {
  // Padded, so that neighbours in the set (articles of one law) are neighbours in the index, as documents of one office are.
  return `/van-ban/kho/2020/${String(index).padStart(6, '0')}/`;
}

/** The number back from an address that ends with a bench address. @returns -1 for another address */
export function benchIndex(url: string): number {
  const match = /\/van-ban\/kho\/2020\/(\d+)\//u.exec(url);
  return match ? Number(match[1]) : -1;
}

/** Writes every page below a folder. */
export function writeBenchPages(folder: string, documents: readonly (BenchDocument & { readonly number?: string | null })[]): void {
  documents.forEach(({ text, number }, index) => {
    const target = join(folder, benchUrl(index));
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, 'index.html'), benchPage(index, text, number));
  });
}

/** One page: plain enough for any indexer. */
export function benchPage(index: number, text: string, number?: string | null): string {
  const paragraphs = text.split(/\n+/u).map((line) => line.trim()).filter(Boolean);
  const body = paragraphs.map((line, at) => `<p id="d${at + 1}" data-source-text>${escape(line)}</p>`).join('\n');
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${index}</title></head><body><main><article data-document-key="${benchUrl(index).slice(9, -1)}" data-held="true"${number ? ` data-number="${escape(number)}"` : ''} data-pagefind-body><h1>${index}</h1>${body}</article></main></body></html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>]/gu, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[letter] ?? letter);
}
