/** Which addresses a build renders, and which it takes over from the build before. Plain values; `scripts/lib/render-site.ts` handles the files. */
import { createHash, hash } from 'node:crypto';
import type { RouteData } from 'astro';
import { WHOLE_CORPUS, type Read } from './noted-reads.ts';

/** Kinds of output, so that each can be built and timed apart. */
export type Part = 'documents' | 'html' | 'exports' | 'images';
export const PARTS: readonly Part[] = ['documents', 'html', 'exports', 'images'];

/** One of several machines that build a corpus together; `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** One file of the site to be rendered. */
export interface Address {
  /** As Astro names it, without base path: `/van-ban/trang/2`. */
  readonly pathname: string;
  readonly route: RouteData;
  /** Inside the site: `van-ban/trang/2/index.html`. */
  readonly file: string;
  /** Parameters of the route. */
  readonly params: Readonly<Record<string, string | undefined>>;
  /** What the page shows besides what it looks at, in Astro's own words for it: told by `getStaticPaths`. */
  readonly cacheKey?: string | undefined;
}

/** What a build remembers of its pages for the next one. */
export interface PageManifest {
  /** Hash of everything but the corpus: code, hand-kept tables, address of the site. */
  readonly code: string;
  /** Names of all reads; pages name them by place. */
  readonly reads: readonly Read[];
  /** By output file: hash over what was read, and the places of the reads. */
  readonly pages: Readonly<Record<string, readonly [hash: string, ...reads: number[]]>>;
}

/** Reads `2/4`. @returns `null` for anything else, also for part 5 of 4 */
export function parseShard(text: string): Shard | null {
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/u.exec(text)?.map(Number) ?? [];
  return index && count && index <= count ? { index, count } : null;
}

/**
 * Whether a shard builds a file. All files of one document fall into one shard, which reads its text once.
 * @param params parameters of the route
 */
export function belongsToShard(file: string, params: Readonly<Record<string, string | undefined>>, { index, count }: Shard): boolean {
  const name = keyOfParams(params) ?? file;
  return createHash('sha1').update(name).digest().readUInt32BE(0) % count === index - 1;
}

/** Files of one document, or of one short code, that a thread takes at once. */
const UNIT = 32;

/** Cuts the pages of documents into units for threads that take one after the other; the files of one document stay together. */
export function divideWork(addresses: readonly Address[]): Address[][] {
  const groups = new Map<string, Address[]>();
  for (const address of addresses) {
    const name = keyOfParams(address.params) ?? address.params['code'] ?? '';
    const group = groups.get(name);
    if (group) group.push(address);
    else groups.set(name, [address]);
  }
  const documents = [...groups.values()];
  return Array.from({ length: Math.ceil(documents.length / UNIT) }, (_, index) => documents.slice(index * UNIT, (index + 1) * UNIT).flat());
}

/** Whether the pages of a route are about one document each, so that they need no view over the corpus. @param params names of its parameters */
export function isOfOneDocument(params: readonly string[]): boolean {
  return params.includes('code') || ['issuer', 'year', 'number'].every((name) => params.includes(name));
}

/** Path of a page's file inside the site. */
export function outputFile(pathname: string, route: Pick<RouteData, 'type'>): string {
  const path = trimSlashes(pathname);
  if (route.type !== 'page') return path;
  return path === '404' ? '404.html' : path === '' ? 'index.html' : `${path}/index.html`;
}

/**
 * Path by which Astro knows a page: with a slash at its end for pages, and for files whose route ends in a parameter
 * (`ban-goc.[extension]`), though what it makes is a file.
 */
export function routePath(pathname: string, route: Pick<RouteData, 'type' | 'pattern'>): string {
  const path = `/${trimSlashes(pathname)}`;
  return path === '/' || (route.type !== 'page' && route.pattern.test(path)) ? path : `${path}/`;
}

/** Parameters of a path, read back from the pattern of its route. */
export function paramsOf(pathname: string, route: Pick<RouteData, 'type' | 'pattern' | 'params'>): Record<string, string | undefined> {
  const match = route.pattern.exec(routePath(pathname, route));
  return Object.fromEntries(route.params.map((name, index) => [name, match?.[index + 1]]));
}

/** Kind of the files of a route about one document: parameters do not change it. */
export function partOfRoute(route: Pick<RouteData, 'type' | 'segments'>): Part {
  return partOf(outputFile(route.segments.map((parts) => parts.map(({ dynamic, content }) => (dynamic ? '-' : content)).join('')).join('/'), route));
}

/** Kind of an output file: the page of a document itself, another page, data, picture. */
export function partOf(file: string): Part {
  if (/^van-ban\/[^/]+\/[^/]+\/[^/]+\/index\.html$/u.test(file) && !/^van-ban\/(?:loai|nam|co-quan|da-co|chi-vien-dan|trang)\//u.test(file)) return 'documents';
  return file.endsWith('.html') ? 'html' : /\.(?:png|svg)$/u.test(file) ? 'images' : 'exports';
}

/**
 * Reads that count for a page before it is rendered. A page of one document is known by what it looks at, and so is one that tells a
 * `cacheKey`; any other may use lists that were made while another page was rendered, so it counts as a reader of everything.
 */
export function readsByRoute({ params, cacheKey }: Pick<Address, 'params' | 'cacheKey'>): Read[] {
  const key = keyOfParams(params);
  if (key !== null) return [`document:${key}`, `entry:${key}`];
  return params['code'] === undefined && cacheKey === undefined ? [WHOLE_CORPUS] : [];
}

function trimSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/gu, '');
}

function keyOfParams({ issuer, year, number }: Readonly<Record<string, string | undefined>>): string | null {
  return issuer === undefined || year === undefined || number === undefined ? null : `${issuer}/${year}/${number}`;
}

/** Hashes of what stands behind reads; nothing for what is not there. */
export type ReadDigests = Pick<ReadonlyMap<Read, string>, 'get'>;

/** Hash over what a page read. @param cacheKey what it shows besides */
export function hashReads(reads: Iterable<Read>, digests: ReadDigests, cacheKey = ''): string {
  let text = `${cacheKey}\n`;
  for (const read of reads) text += `${digests.get(read) ?? ''}\n`;
  return hash('sha1', text);
}

/** True when nothing that the page read has changed. */
export function isCurrent(manifest: PageManifest, { file, cacheKey }: Pick<Address, 'file' | 'cacheKey'>, digests: ReadDigests): boolean {
  const known = manifest.pages[file];
  if (!known) return false;
  const [before, ...places] = known;
  return before === hashReads(places.map((place) => manifest.reads[place] ?? ''), digests, cacheKey);
}

/** Collects the manifest of a build. */
export class ManifestWriter {
  readonly #places = new Map<Read, number>();
  readonly #pages: Record<string, [string, ...number[]]> = {};

  add({ file, cacheKey }: Pick<Address, 'file' | 'cacheKey'>, reads: ReadonlySet<Read>, digests: ReadDigests): void {
    // One read of everything says it all; of the others each counts.
    const kept = reads.has(WHOLE_CORPUS) ? [WHOLE_CORPUS] : [...reads];
    this.#pages[file] = [hashReads(kept, digests, cacheKey), ...kept.map((read) => this.#placeOf(read))];
  }

  /** Takes a page over whose reads are as they were. */
  keep(file: string, manifest: Omit<PageManifest, 'code'>): void {
    const known = manifest.pages[file];
    if (!known) return;
    const [hash, ...places] = known;
    this.#pages[file] = [hash, ...places.map((place) => this.#placeOf(manifest.reads[place] ?? ''))];
  }

  finish(): Omit<PageManifest, 'code'> {
    return { reads: [...this.#places.keys()], pages: this.#pages };
  }

  #placeOf(read: Read): number {
    const known = this.#places.get(read);
    if (known !== undefined) return known;
    this.#places.set(read, this.#places.size);
    return this.#places.size - 1;
  }
}

/** One manifest of those of several threads. @throws Error when two threads have made one file */
export function joinManifests(manifests: readonly Omit<PageManifest, 'code'>[]): Omit<PageManifest, 'code'> {
  const writer = new ManifestWriter();
  const known = new Set<string>();
  for (const manifest of manifests) for (const file of Object.keys(manifest.pages)) {
    if (known.has(file)) throw new Error(`joinManifests: unexpected second ${file}, expected each file from one thread`);
    known.add(file);
    writer.keep(file, manifest);
  }
  return writer.finish();
}
