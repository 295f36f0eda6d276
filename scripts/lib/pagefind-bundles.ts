/**
 * Gives pages to Pagefind in bundles, one after the other: Pagefind holds all of a bundle in memory (about 0.3 MB a page), so a corpus of
 * any size fits a small machine. Where a bundle ends depends on the addresses alone, so that a new page changes the bundle it falls into;
 * the others are taken over from the build before. Readers of Pagefind's API join the bundles by its `mergeIndex`.
 */
import { hash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { PagefindNames } from '../../src/search/index/build-site-index.ts';
import { hashText } from '../../src/search/index/hash-text.ts';
import { pagefindCopy } from '../../src/search/index/pagefind-copy.ts';
import type { SearchPage } from '../../src/search/index/read-page.ts';
import { INCLUDE_CHARACTERS } from '../../src/search/text/pagefind-text.ts';
import { joinFolders } from './join-folders.ts';

/** Folder of the first bundle in the site; the others stand inside it. */
export const PAGEFIND_FOLDER = 'pagefind';
/** Lists the folders of the further bundles. */
export const BUNDLE_LIST = 'bundles.json';
/** Pages of a bundle: no fewer, about so many, no more. */
const FEWEST = 500;
const USUAL = 1000;
const MOST = 3000;
/** Pages that wait for Pagefind together. */
const BATCH = 32;
/** In the folder of a kept bundle: its files, and which fragment file is whose. */
const FILES = 'files';
const NAMES = 'names.json';

export interface PagefindBundlesOptions {
  /** Folder that bundles are kept in for the next build; none are when absent. */
  readonly keepIn?: string | undefined;
  /** Hash of the code that makes the copies of pages. */
  readonly code?: string;
}

/** Name of the fragment file of each address. */
type FragmentNames = readonly (readonly [url: string, name: string])[];

interface Page {
  readonly url: string;
  readonly page: SearchPage;
}

export class PagefindBundles {
  private readonly siteDir: string;
  private readonly options: PagefindBundlesOptions;
  private waiting: Page[] = [];
  private readonly bundles: [folder: string, first: number][] = [];
  private readonly fragments = new Map<string, string>();
  private readonly used = new Set<string>();
  private pages = 0;

  private constructor(siteDir: string, options: PagefindBundlesOptions) {
    this.siteDir = siteDir;
    this.options = options;
  }

  /** Removes an old index. */
  static async create(siteDir: string, options: PagefindBundlesOptions = {}): Promise<PagefindBundles> {
    await rm(join(siteDir, PAGEFIND_FOLDER), { recursive: true, force: true });
    return new PagefindBundles(siteDir, options);
  }

  /** Adds the next page. @throws Error when Pagefind refuses a page */
  async add(url: string, page: SearchPage): Promise<void> {
    const { length } = this.waiting;
    if (length === MOST || (length >= FEWEST && beginsBundle(url))) await this.close();
    this.waiting.push({ url, page });
    this.pages++;
  }

  /** Writes what is left. @returns where the text of each page stands */
  async finish(): Promise<PagefindNames> {
    if (this.waiting.length > 0 || this.bundles.length === 0) await this.close();
    const [, ...others] = this.bundles.map(([folder]) => folder.slice(PAGEFIND_FOLDER.length + 1));
    await writeFile(join(this.siteDir, PAGEFIND_FOLDER, BUNDLE_LIST), `${JSON.stringify(others)}\n`);
    this.forgetUnused();
    return { fragments: this.fragments, bundles: this.bundles };
  }

  /** Makes a bundle of the pages that wait, or takes the one that was made of the very same. */
  private async close(): Promise<void> {
    const pages = this.waiting;
    this.waiting = [];
    const folder = this.bundles.length === 0 ? PAGEFIND_FOLDER : `${PAGEFIND_FOLDER}/phan-${this.bundles.length + 1}`;
    this.bundles.push([folder, this.pages - pages.length]);
    for (const [url, name] of await this.write(pages, join(this.siteDir, folder))) this.fragments.set(url, name);
  }

  private async write(pages: readonly Page[], target: string): Promise<FragmentNames> {
    const { keepIn, code = '' } = this.options;
    if (keepIn === undefined) return writeBundle(pages, target);
    const kept = join(keepIn, hash('sha1', `${code}${JSON.stringify(pages)}`));
    this.used.add(kept);
    if (!existsSync(kept)) {
      const fresh = `${kept}.new`;
      await rm(fresh, { recursive: true, force: true });
      await mkdir(fresh, { recursive: true });
      writeFileSync(join(fresh, NAMES), JSON.stringify(await writeBundle(pages, join(fresh, FILES))));
      renameSync(fresh, kept);
    }
    joinFolders([join(kept, FILES)], target);
    return JSON.parse(await readFile(join(kept, NAMES), 'utf8')) as FragmentNames;
  }

  private forgetUnused(): void {
    const { keepIn } = this.options;
    if (keepIn === undefined || !existsSync(keepIn)) return;
    for (const name of readdirSync(keepIn)) if (!this.used.has(join(keepIn, name))) rmSync(join(keepIn, name), { recursive: true, force: true });
  }
}

/** Whether a bundle that is long enough ends before an address: one of so many, always the same ones. */
function beginsBundle(url: string): boolean {
  return hashText(url) % (USUAL - FEWEST) === 0;
}

async function writeBundle(pages: readonly Page[], outputPath: string): Promise<FragmentNames> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'vi', includeCharacters: INCLUDE_CHARACTERS });
  if (!index) throw new Error(`PagefindBundles: ${errors.join('; ')}`);
  for (let start = 0; start < pages.length; start += BATCH) {
    const results = await Promise.all(pages.slice(start, start + BATCH).map(async ({ url, page }) => index.addHTMLFile({ url, content: pagefindCopy(page) })));
    refuse(results.flatMap((result) => result.errors));
  }
  const written = await index.writeFiles({ outputPath });
  // Its process goes, and its memory with it.
  await pagefind.close();
  refuse(written.errors);
  // Its ready-made interfaces are not used here: 0.5 MB that nobody would ask for.
  for (const name of await readdir(outputPath)) if (/^pagefind-(?:ui|modular-ui|component-ui|highlight)\./u.test(name)) await rm(join(outputPath, name));
  return readFragmentNames(join(outputPath, 'fragment'));
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`PagefindBundles: ${errors.join('; ')}`);
}

/** Which fragment file Pagefind wrote for which address. */
async function readFragmentNames(folder: string): Promise<FragmentNames> {
  const names: [string, string][] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const text = gunzipSync(await readFile(join(folder, name))).toString('utf8').replace(/^pagefind_dcd/u, '');
    const { url } = JSON.parse(text) as { url: string };
    names.push([url, name.replace(/\.pf_fragment$/u, '')]);
  }
  return names;
}
