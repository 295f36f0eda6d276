/**
 * Indexes a built site for searching: Pagefind gets a transformed copy of each document page, and our own small files for
 * ranking, numbers and spelling stand beside it. Published pages are only read, one after the other.
 *
 * Run alone: `node scripts/index-search.ts` indexes `OUT_DIR`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Registry } from '../src/domain/registry.ts';
import type { DocumentFacts } from '../src/search/document-facts.ts';
import { SiteIndexBuilder } from '../src/search/index/build-site-index.ts';
import { addFacts, readSearchPage, type SearchPage } from '../src/search/index/read-page.ts';
import { INDEX_FOLDER } from '../src/search/index/site-files.ts';
import { vocabularyOf } from '../src/search/index/vocabulary-of.ts';
import { outDir, projectDir } from './lib/content-dir.ts';
import { digestFiles } from './lib/digest-files.ts';
import { ReadCache } from './lib/read-cache.ts';
import { loadRegistry } from './lib/load-registry.ts';
import { PagefindBundles } from './lib/pagefind-bundles.ts';
import { printLine } from './report/print.ts';

export interface IndexOptions {
  /** Folder of the built site. */
  readonly siteDir: string;
  readonly log?: (line: string) => void;
  /** Tables of types, abbreviations and places; those of the content folder by default. */
  readonly registry?: Registry;
  /** Folder that keeps what was read and indexed, so that the next time only what is new is; nothing is kept when absent. */
  readonly keepIn?: string;
}

export interface IndexReport {
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
}

const KEPT_FACTS = 'facts.bin';
/** Folder of the documents' pages in the site. */
const DOCUMENTS = 'van-ban';

/**
 * Writes `pagefind/` and `search-index/` into the site.
 * @throws Error when Pagefind refuses a page or cannot write
 */
export async function indexSite(options: IndexOptions): Promise<IndexReport> {
  const facts = await takeFacts(options.siteDir);
  await rm(join(options.siteDir, INDEX_FOLDER), { recursive: true, force: true });
  const builder = new SiteIndexBuilder({ vocabulary: vocabularyOf(options.registry ?? loadRegistry()), gzip: (bytes) => gzipSync(bytes, { level: 9 }) });
  const code = options.keepIn === undefined ? '' : digestFiles(['src', 'package-lock.json', 'scripts/lib/pagefind-bundles.ts'].map((path) => join(projectDir, path)));
  const bundles = await PagefindBundles.create(options.siteDir, options.keepIn === undefined ? {} : { keepIn: join(options.keepIn, 'bundles'), code });
  const kept = options.keepIn === undefined ? null : new ReadCache(options.keepIn, code);
  let pages = 0;
  for (const url of await listPages(options.siteDir)) {
    const file = join(options.siteDir, url, 'index.html');
    const read = (): SearchPage | null => readDocumentPage(file, url);
    const found = kept === null ? read() : kept.take(url, file, read);
    if (!found) continue;
    const page = addFacts(found, facts.get(found.key));
    builder.add(url, page);
    await bundles.add(url, page);
    pages++;
  }
  kept?.close();
  const files = builder.finish(await bundles.finish());
  await writeAll(join(options.siteDir, INDEX_FOLDER), files);
  if (facts.size > 0) await writeFile(join(options.siteDir, INDEX_FOLDER, KEPT_FACTS), gzipSync(JSON.stringify([...facts.values()]), { level: 9 }));
  const bytes = [...files.values()].reduce((sum, file) => sum + file.length, 0);
  return { pages, files: files.size, bytes };
}

/** What the build wrote of each document; kept with the index, so that indexing again needs no build. */
async function takeFacts(siteDir: string): Promise<Map<string, DocumentFacts>> {
  const written = join(siteDir, 'tim-kiem', 'facts.json');
  const kept = join(siteDir, INDEX_FOLDER, KEPT_FACTS);
  const text = existsSync(written) ? await readFile(written, 'utf8') : existsSync(kept) ? gunzipSync(await readFile(kept)).toString('utf8') : '[]';
  await rm(written, { force: true });
  return new Map((JSON.parse(text) as DocumentFacts[]).map((facts) => [facts.key, facts]));
}

/** Addresses of pages that may be a document's own, in order: issuer, year, number. */
async function listPages(siteDir: string): Promise<string[]> {
  const names = await readdir(join(siteDir, DOCUMENTS), { recursive: true }).catch(() => []);
  return names.map((name) => `/${DOCUMENTS}/${name.split(sep).join('/')}`).filter((path) => /^\/[^/]+(?:\/[^/]+){3}\/index\.html$/u.test(path)).toSorted().map((path) => path.slice(0, -'index.html'.length));
}

/** @returns `null` when the page is no document's own: views of a document (its chain, its card) repeat its words */
function readDocumentPage(file: string, url: string): SearchPage | null {
  const page = readSearchPage(readFileSync(file, 'utf8'));
  return page && url === `/${DOCUMENTS}/${page.key}/` ? page : null;
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
