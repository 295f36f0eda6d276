/**
 * Indexes a built site for searching: Pagefind gets a transformed copy of each document page, and our own small files for
 * ranking, numbers and spelling stand beside it. Published pages are only read.
 *
 * Run alone: `node scripts/index-search.ts` indexes `OUT_DIR`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { Registry } from '../src/domain/registry.ts';
import type { DocumentFacts } from '../src/search/document-facts.ts';
import { buildSiteIndex, type IndexedPage } from '../src/search/index/build-site-index.ts';
import { pagefindCopy } from '../src/search/index/pagefind-copy.ts';
import { addFacts, readSearchPage } from '../src/search/index/read-page.ts';
import { vocabularyOf } from '../src/search/index/vocabulary-of.ts';
import { INCLUDE_CHARACTERS } from '../src/search/text/pagefind-text.ts';
import { outDir } from './lib/content-dir.ts';
import { loadRegistry } from './lib/load-registry.ts';
import { printLine } from './report/print.ts';

export interface IndexOptions {
  /** Folder of the built site. */
  readonly siteDir: string;
  readonly log?: (line: string) => void;
  /** Tables of types, abbreviations and places; those of the content folder by default. */
  readonly registry?: Registry;
}

export interface IndexReport {
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
}

/** Folder of our own files inside the site. */
export const INDEX_FOLDER = 'search-index';
const PAGEFIND_FOLDER = 'pagefind';
const KEPT_FACTS = 'facts.bin';

/**
 * Writes `pagefind/` and `search-index/` into the site.
 * @throws Error when Pagefind refuses a page or cannot write
 */
export async function indexSite(options: IndexOptions): Promise<IndexReport> {
  const facts = await takeFacts(options.siteDir);
  const pages = readPages(options.siteDir, await readdir(options.siteDir, { recursive: true }), facts);
  await rm(join(options.siteDir, PAGEFIND_FOLDER), { recursive: true, force: true });
  await rm(join(options.siteDir, INDEX_FOLDER), { recursive: true, force: true });
  await runPagefind(pages, join(options.siteDir, PAGEFIND_FOLDER));
  const files = buildSiteIndex({
    pages,
    fragments: await readFragmentNames(join(options.siteDir, PAGEFIND_FOLDER, 'fragment')),
    vocabulary: vocabularyOf(options.registry ?? loadRegistry()),
    gzip: (bytes) => gzipSync(bytes, { level: 9 }),
  });
  await writeAll(join(options.siteDir, INDEX_FOLDER), files);
  if (facts.size > 0) await writeFile(join(options.siteDir, INDEX_FOLDER, KEPT_FACTS), gzipSync(JSON.stringify([...facts.values()]), { level: 9 }));
  const bytes = [...files.values()].reduce((sum, file) => sum + file.length, 0);
  return { pages: pages.length, files: files.size, bytes };
}

/** What the build wrote of each document; kept with the index, so that indexing again needs no build. */
async function takeFacts(siteDir: string): Promise<Map<string, DocumentFacts>> {
  const written = join(siteDir, 'tim-kiem', 'facts.json');
  const kept = join(siteDir, INDEX_FOLDER, KEPT_FACTS);
  const text = existsSync(written) ? await readFile(written, 'utf8') : existsSync(kept) ? gunzipSync(await readFile(kept)).toString('utf8') : '[]';
  await rm(written, { force: true });
  return new Map((JSON.parse(text) as DocumentFacts[]).map((facts) => [facts.key, facts]));
}

function readPages(siteDir: string, names: readonly string[], facts: ReadonlyMap<string, DocumentFacts>): IndexedPage[] {
  const pages: IndexedPage[] = [];
  for (const name of names.filter((path) => path.endsWith('.html')).toSorted()) {
    const page = readSearchPage(readFileSync(join(siteDir, name), 'utf8'));
    // Views of a document (its chain, its card) repeat its words; only the document's own address counts.
    const url = `/${name.split(sep).join('/').replace(/(?:^|(?<=\/))index\.html$/u, '')}`;
    if (page && url === `/van-ban/${page.key}/`) pages.push({ url, page: addFacts(page, facts.get(page.key)) });
  }
  return pages;
}

async function runPagefind(pages: readonly IndexedPage[], outputPath: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'vi', includeCharacters: INCLUDE_CHARACTERS });
  if (!index) throw new Error(`runPagefind: ${errors.join('; ')}`);
  try {
    for (let start = 0; start < pages.length; start += 32) {
      const results = await Promise.all(pages.slice(start, start + 32).map(async ({ url, page }) => index.addHTMLFile({ url, content: pagefindCopy(page) })));
      const failed = results.flatMap((result) => result.errors);
      if (failed.length > 0) throw new Error(`runPagefind: ${failed.join('; ')}`);
    }
    const written = await index.writeFiles({ outputPath });
    if (written.errors.length > 0) throw new Error(`runPagefind: ${written.errors.join('; ')}`);
  } finally {
    await pagefind.close();
  }
  // Its ready-made interfaces are not used here: 0.5 MB that nobody would ask for.
  for (const name of await readdir(outputPath)) if (/^pagefind-(?:ui|modular-ui|component-ui|highlight)\./u.test(name)) await rm(join(outputPath, name));
}

/** Which fragment file Pagefind wrote for which address. */
async function readFragmentNames(folder: string): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const name of await readdir(folder).catch(() => [])) {
    const text = gunzipSync(await readFile(join(folder, name))).toString('utf8').replace(/^pagefind_dcd/u, '');
    const { url } = JSON.parse(text) as { url: string };
    names.set(url, name.replace(/\.pf_fragment$/u, ''));
  }
  return names;
}

async function writeAll(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const directory of new Set([...files.keys()].map((name) => dirname(join(folder, name))))) await mkdir(directory, { recursive: true });
  const entries = [...files];
  for (let start = 0; start < entries.length; start += 64) {
    await Promise.all(entries.slice(start, start + 64).map(async ([name, content]) => writeFile(join(folder, name), content)));
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const started = performance.now();
  const report = await indexSite({ siteDir: outDir(), log: printLine });
  printLine(`Đã lập chỉ mục ${report.pages} trang trong ${((performance.now() - started) / 1000).toFixed(1)} giây (${relative(process.cwd(), outDir()) || '.'}: ${report.files} tệp, ${(report.bytes / 1024).toFixed(0)} kB).`);
}
