/**
 * Gives pages to Pagefind in bundles of so many, one after the other: Pagefind holds all of a bundle in memory (about 0.3 MB a page),
 * so a corpus of any size fits a small machine. Readers of Pagefind's API join the bundles by its `mergeIndex`.
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { PagefindNames } from '../../src/search/index/build-site-index.ts';
import { pagefindCopy } from '../../src/search/index/pagefind-copy.ts';
import type { SearchPage } from '../../src/search/index/read-page.ts';
import { INCLUDE_CHARACTERS } from '../../src/search/text/pagefind-text.ts';

/** Folder of the first bundle in the site; the others stand inside it. */
export const PAGEFIND_FOLDER = 'pagefind';
/** Lists the folders of the further bundles. */
export const BUNDLE_LIST = 'bundles.json';
const PAGES_A_BUNDLE = 3000;
/** Pages that wait for Pagefind together. */
const BATCH = 32;

export class PagefindBundles {
  private readonly siteDir: string;
  private readonly pagesABundle: number;
  private index: pagefind.PagefindIndex | null = null;
  private waiting: { url: string; content: string }[] = [];
  private readonly bundles: [folder: string, first: number][] = [];
  private pages = 0;

  private constructor(siteDir: string, pagesABundle: number) {
    this.siteDir = siteDir;
    this.pagesABundle = pagesABundle;
  }

  /** Removes an old index. */
  static async create(siteDir: string, pagesABundle = PAGES_A_BUNDLE): Promise<PagefindBundles> {
    await rm(join(siteDir, PAGEFIND_FOLDER), { recursive: true, force: true });
    return new PagefindBundles(siteDir, pagesABundle);
  }

  /** @throws Error when Pagefind refuses a page */
  async add(url: string, page: SearchPage): Promise<void> {
    if (this.pages % this.pagesABundle === 0) await this.open();
    this.pages++;
    this.waiting.push({ url, content: pagefindCopy(page) });
    if (this.waiting.length === BATCH) await this.send();
  }

  /** Writes what is left. @returns where the text of each page stands */
  async finish(): Promise<PagefindNames> {
    if (this.bundles.length === 0) await this.open();
    await this.close();
    const [, ...others] = this.bundles.map(([folder]) => folder.slice(PAGEFIND_FOLDER.length + 1));
    await writeFile(join(this.siteDir, PAGEFIND_FOLDER, BUNDLE_LIST), `${JSON.stringify(others)}\n`);
    const fragments = new Map<string, string>();
    for (const [folder] of this.bundles) for (const [url, name] of await readFragmentNames(join(this.siteDir, folder, 'fragment'))) fragments.set(url, name);
    return { fragments, bundles: this.bundles };
  }

  private async open(): Promise<void> {
    await this.close();
    const { index, errors } = await pagefind.createIndex({ forceLanguage: 'vi', includeCharacters: INCLUDE_CHARACTERS });
    if (!index) throw new Error(`PagefindBundles: ${errors.join('; ')}`);
    this.index = index;
    this.bundles.push([this.bundles.length === 0 ? PAGEFIND_FOLDER : `${PAGEFIND_FOLDER}/phan-${this.bundles.length + 1}`, this.pages]);
  }

  private async send(): Promise<void> {
    const { index, waiting } = this;
    this.waiting = [];
    const results = await Promise.all(waiting.map(async (page) => index?.addHTMLFile(page)));
    const failed = results.flatMap((result) => result?.errors ?? []);
    if (failed.length > 0) throw new Error(`PagefindBundles: ${failed.join('; ')}`);
  }

  private async close(): Promise<void> {
    if (!this.index) return;
    await this.send();
    const outputPath = join(this.siteDir, this.bundles.at(-1)?.[0] ?? PAGEFIND_FOLDER);
    const { errors } = await this.index.writeFiles({ outputPath });
    // Its process goes, and its memory with it.
    await pagefind.close();
    this.index = null;
    if (errors.length > 0) throw new Error(`PagefindBundles: ${errors.join('; ')}`);
    // Its ready-made interfaces are not used here: 0.5 MB that nobody would ask for.
    for (const name of await readdir(outputPath)) if (/^pagefind-(?:ui|modular-ui|component-ui|highlight)\./u.test(name)) await rm(join(outputPath, name));
  }
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
