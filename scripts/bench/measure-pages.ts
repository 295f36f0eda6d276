/** Weight of built pages: which ones grow with the corpus, and what a first visit to a document loads. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { partOf } from '../../src/content-loader/page-plan.ts';
import { listFiles, sizeOfFiles } from '../lib/digest-files.ts';
import { readHtmlPage } from '../lib/html-page.ts';

/** Gzipped bytes that no page may pass but for a document's own text, however large the corpus. */
export const HEAVIEST_PAGE = 60_000;

export interface PageWeight {
  /** Path inside the site. */
  readonly path: string;
  readonly bytes: number;
}

export interface PageWeights {
  readonly pages: number;
  /** Pages above the limit without the text of documents they show, heaviest first. */
  readonly offenders: readonly PageWeight[];
  /** Heaviest page that is no document's own. */
  readonly heaviest: PageWeight | null;
  /** Pages of documents, without their text: the middle one and the heaviest of those looked at. */
  readonly documentMedian: number;
  readonly documentHeaviest: PageWeight | null;
}

/** Document pages looked at: so many spread over the corpus, and so many of the largest. */
const SPREAD = 300;
const LARGEST = 60;

/** @param site folder of the built site */
export function weighPages(site: string): PageWeights {
  const pages = listFiles(site).filter((path) => path.endsWith('.html')).map((path) => ({ path: path.slice(site.length + 1), size: statSync(path).size })).sort((a, b) => b.size - a.size);
  const isDocument = ({ path }: { readonly path: string }): boolean => partOf(path) === 'documents';
  const weigh = ({ path }: { readonly path: string }): PageWeight => ({ path, bytes: weightBeyondText(readFileSync(join(site, path), 'utf8')) });
  // What is not heavier unpacked cannot be heavier packed, nor without its text.
  const heavy = pages.filter(({ size, path }) => size > HEAVIEST_PAGE && gzipSync(readFileSync(join(site, path)), { level: 1 }).length > HEAVIEST_PAGE);
  const offenders = heavy.map(weigh).filter(({ bytes }) => bytes > HEAVIEST_PAGE);
  const others = pages.filter((page) => !isDocument(page)).slice(0, LARGEST).map(weigh);
  const documents = pages.filter(isDocument);
  const inOrder = documents.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const spread = inOrder.filter((_, index) => index % Math.ceil(inOrder.length / SPREAD) === 0).map(weigh);
  return {
    pages: pages.length,
    offenders: heaviestFirst(offenders),
    heaviest: heaviestFirst(others)[0] ?? null,
    documentMedian: median(spread.map(({ bytes }) => bytes)),
    documentHeaviest: heaviestFirst([...spread, ...documents.slice(0, LARGEST).map(weigh)])[0] ?? null,
  };
}

/** Number and bytes of the pages of documents that a program has built. @param site folder of the built site */
export function sizeOfDocumentPages(site: string): { readonly pages: number; readonly bytes: number } {
  const pages = listFiles(join(site, 'van-ban')).filter((path) => partOf(path.slice(site.length + 1)) === 'documents');
  return { pages: pages.length, bytes: sizeOfFiles(pages) };
}

/** HTML, sheets and scripts that a first visit to a page loads, gzip. @param page path inside the site */
export function weighVisit(site: string, page: string): number {
  const html = readFileSync(join(site, page), 'utf8');
  const assets = new Set([...html.matchAll(/(?:href|src)="(\/[^"]+\.(?:css|js))"/gu)].map(([, path]) => path ?? ''));
  return [join(site, page), ...[...assets].map((path) => join(site, path))].reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
}

/** The middle value; 0 of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function weightBeyondText(html: string): number {
  return gzipSync(html).length - gzipSync(readHtmlPage(html).sourceText).length;
}

function heaviestFirst(pages: readonly PageWeight[]): PageWeight[] {
  return pages.toSorted((a, b) => b.bytes - a.bytes);
}
