/** Makes the files of the search index from the read pages. Pure: gives bytes, writes nothing. */
import { findDates, dateKeys } from '../query/dates.ts';
import { numberParts } from '../query/number-match.ts';
import { findPrintedNumbers, numberIdentity, numberKey } from '../query/numbers.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { hashText } from './hash-text.ts';
import { packLexicon } from './lexicon.ts';
import { TermIndexBuilder, type TermFiles } from './build-terms.ts';
import { groupSketches, sketchText, type Sketch } from './near-duplicates.ts';
import type { SearchPage } from './read-page.ts';
import { blockSizeOf, FORMAT_VERSION, numberShardOf, packHead, toDayNumber, toFragmentNumber, type Columns, type DocumentRow, type Head } from './site-index.ts';

/** What Pagefind knows of the pages. */
export interface PagefindNames {
  /** Fragment of each page, by url. */
  readonly fragments: ReadonlyMap<string, string>;
  /** Folder of each bundle, and the number of its first document. */
  readonly bundles: Head['bundles'];
}

export interface SiteIndexOptions {
  /** Without symbols, which are read from the pages. */
  readonly vocabulary: Vocabulary;
  readonly gzip: (bytes: Uint8Array) => Uint8Array;
}

/** What is kept of a page once its text has been counted. */
interface KeptPage extends Omit<SearchPage, 'paragraphs' | 'corrected' | 'key'> {
  /** Site-relative, without base path. */
  readonly url: string;
}

/** Numbers of the number table that share one shard. */
const NUMBERS_A_SHARD = 160;
/** Weight of a document's own number and date among those it cites. */
const OWN = 20;

/** Takes pages one by one and keeps no text of them, so that memory does not grow with their length. */
export class SiteIndexBuilder {
  private readonly pages: KeptPage[] = [];
  private readonly terms = new TermIndexBuilder();
  private readonly sketches: (Sketch | null)[] = [];
  private readonly options: SiteIndexOptions;

  constructor(options: SiteIndexOptions) {
    this.options = options;
  }

  /** Adds the next document; pages come in order of their address. @param url site-relative, without base path */
  add(url: string, page: SearchPage): void {
    this.terms.add({ title: titleText(page), paragraphs: bodyOf(page), keys: keysOf(page) });
    this.sketches.push(page.held ? sketchText(page.paragraphs.map(({ text }) => text)) : null);
    const { paragraphs, corrected, key, ...kept } = page;
    this.pages.push({ url, ...kept });
  }

  /** @returns path inside the index folder -> bytes; `head.bin` names the folder of the others */
  finish({ fragments, bundles }: PagefindNames): ReadonlyMap<string, Uint8Array> {
    const { pages, options: { gzip, vocabulary } } = this;
    const built = this.terms.finish();
    const files = new Map<string, Uint8Array>(built.files);
    const rows = pages.map((page) => rowOf(page, fragments.get(page.url) ?? ''));
    const blockSize = blockSizeOf(rows.length, encode(JSON.stringify(rows)).length);
    for (let block = 0; block * blockSize < rows.length; block++) files.set(`d${block}`, gzip(encode(JSON.stringify(rows.slice(block * blockSize, (block + 1) * blockSize)))));
    const numbers = numberTable(pages);
    for (const [name, shard] of numbers.shards) files.set(name, gzip(encode(JSON.stringify(shard))));

    const dictionaries = collectDictionaries(pages);
    const head: Head = {
      format: FORMAT_VERSION,
      version: digest(files),
      total: pages.length,
      averageLength: built.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, pages.length) || 1,
      buckets: built.buckets,
      blockSize,
      numberShards: numbers.shards.size,
      bundles,
      bytes: [...files.values()].reduce((sum, file) => sum + file.length, 0),
      types: dictionaries.types,
      issuers: dictionaries.issuers,
      topics: dictionaries.topics,
      topicSets: dictionaries.topicSets.map((set) => set.split(' ').map(Number)),
      statuses: dictionaries.statuses,
      vocabulary: { ...vocabulary, symbols: numbers.symbols },
      columns: columnsOf(pages, fragments, built, groupSketches(this.sketches), dictionaries),
      lexicon: packLexicon(built.lexicon),
    };
    const named = new Map([...files].map(([name, content]) => [`${head.version}/${name}.bin`, content]));
    return named.set('head.bin', gzip(packHead(head)));
  }
}

function titleText(page: SearchPage): string {
  return [page.title, page.number ?? '', page.type ?? '', page.issuer ?? ''].filter((part, index, all) => part !== '' && (index === 0 || !all[0]?.includes(part))).join(' · ');
}

function bodyOf(page: SearchPage): string[] {
  return [...page.paragraphs.map(({ text }) => text), ...page.corrected];
}

/** Ready keys: own and cited numbers, own and named dates. */
function keysOf(page: SearchPage): Map<string, number> {
  const keys = new Map<string, number>();
  const add = (key: string, weight: number): void => void keys.set(key, (keys.get(key) ?? 0) + weight);
  for (const text of [page.title, ...bodyOf(page)]) {
    for (const { identity } of findPrintedNumbers(text)) add(`#${identity}`, 1);
    for (const { date } of findDates(text)) for (const key of dateKeys(date)) add(key, 1);
  }
  for (const number of [page.number, ...page.spellings]) if (number) add(numberKey(number), OWN);
  if (page.date && page.date.length > 4) for (const key of dateKeys(page.date)) add(key, OWN);
  return keys;
}

function rowOf(page: KeptPage, fragment: string): DocumentRow {
  return [page.url, page.title, page.number, toFragmentNumber(fragment) === 0 ? fragment : '', page.date];
}

function numberTable(pages: readonly KeptPage[]): { shards: Map<string, Record<string, [number, string][]>>; symbols: string[] } {
  const rows: (readonly [key: string, document: number, number: string])[] = [];
  const symbols = new Map<string, number>();
  pages.forEach((page, document) => {
    const seen = new Set<string>();
    for (const number of [page.number, ...page.spellings]) {
      if (!number || seen.has(numberIdentity(number))) continue;
      seen.add(numberIdentity(number));
      const parts = numberParts(number);
      if (parts.serial !== null) rows.push([`n:${parts.serial}`, document, number]);
      if (parts.symbols.length > 0) rows.push([`s:${parts.symbols.join('-')}`, document, number]);
      for (const symbol of parts.symbols) symbols.set(symbol, (symbols.get(symbol) ?? 0) + 1);
    }
  });
  const amount = Math.max(1, Math.ceil(rows.length / NUMBERS_A_SHARD));
  const shards = new Map<string, Record<string, [number, string][]>>(Array.from({ length: amount }, (_, index) => [`n${index}`, {}]));
  for (const [key, document, number] of rows) {
    const shard = shards.get(`n${numberShardOf(key, amount)}`);
    if (shard) (shard[key] ??= []).push([document, number]);
  }
  const frequent = [...symbols].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 2000).map(([symbol]) => symbol);
  return { shards, symbols: frequent.filter((symbol) => symbol.length > 1 && !/^\d/u.test(symbol)).sort() };
}

interface Dictionaries {
  readonly types: [string, string][];
  readonly issuers: [string, string, string][];
  readonly topics: [string, string][];
  /** Places of topics, joined by blanks. */
  readonly topicSets: string[];
  readonly statuses: string[];
}

function collectDictionaries(pages: readonly KeptPage[]): Dictionaries {
  const types = new Map<string, [string, string]>();
  const issuers = new Map<string, [string, string, string]>();
  const topics = new Map<string, [string, string]>();
  const statuses = new Set<string>();
  for (const page of pages) {
    if (page.typeCode) types.set(page.typeCode, [page.typeCode, page.type ?? page.typeCode]);
    if (page.issuerId) issuers.set(page.issuerId, [page.issuerId, page.issuer ?? page.issuerId, page.level ?? '']);
    for (const [id, name] of page.topics) topics.set(id, [id, name]);
    if (page.status) statuses.add(page.status);
  }
  const sorted = <T extends readonly string[]>(map: ReadonlyMap<string, T>): T[] => [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  const named = sorted(topics);
  const topicSets = [...new Set(pages.map((page) => topicSetOf(page, named)))].filter((set) => set !== '').sort();
  return { types: sorted(types), issuers: sorted(issuers), topics: named, topicSets, statuses: [...statuses].sort() };
}

function topicSetOf(page: Pick<KeptPage, 'topics'>, topics: readonly (readonly [string, string])[]): string {
  return page.topics.map(([id]) => topics.findIndex(([other]) => other === id)).sort((a, b) => a - b).join(' ');
}

function columnsOf(pages: readonly KeptPage[], fragments: ReadonlyMap<string, string>, built: Pick<TermFiles, 'lengths' | 'titleLengths'>, groups: Uint16Array, dictionaries: Dictionaries): Columns {
  const place = (rows: readonly (readonly string[])[]): Map<string, number> => new Map(rows.map((row, index) => [row[0] ?? '', index + 1]));
  const types = place(dictionaries.types);
  const issuers = place(dictionaries.issuers);
  const column = (read: (page: KeptPage, index: number) => number, limit: number): number[] => pages.map((page, index) => Math.min(limit, read(page, index)));
  return {
    // Three significant digits are plenty for length normalisation and pack better.
    lengths: Uint16Array.from(column((_, index) => roundLength(built.lengths[index] ?? 0), 65_535)),
    dates: Uint16Array.from(column((page) => toDayNumber(page.date), 65_535)),
    types: Uint8Array.from(column((page) => types.get(page.typeCode ?? '') ?? 0, 255)),
    issuers: Uint16Array.from(column((page) => issuers.get(page.issuerId ?? '') ?? 0, 65_535)),
    topicSets: Uint16Array.from(column((page) => dictionaries.topicSets.indexOf(topicSetOf(page, dictionaries.topics)) + 1, 65_535)),
    serials: Uint16Array.from(column((page) => serialOf(page.number), 65_535)),
    statuses: Uint8Array.from(column((page) => (page.status ? dictionaries.statuses.indexOf(page.status) + 1 : 0), 255)),
    held: Uint8Array.from(column((page) => Number(page.held), 1)),
    citedBy: Uint16Array.from(column((page) => page.citedBy, 65_535)),
    titleLengths: Uint8Array.from(column((_, index) => built.titleLengths[index] ?? 0, 255)),
    fragments: Uint32Array.from(pages, ({ url }) => toFragmentNumber(fragments.get(url) ?? '')),
    groups,
  };
}

function serialOf(number: string | null): number {
  const { serial } = numberParts(number ?? '');
  return serial === null ? 0 : Number.parseInt(serial, 10) + 1;
}

function roundLength(length: number): number {
  const step = 2 ** Math.max(0, Math.floor(Math.log2(length + 1)) - 5);
  return Math.round(length / step) * step;
}

/** Eight letters that change with any byte of the files. */
function digest(files: ReadonlyMap<string, Uint8Array>): string {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (const [name, content] of [...files].sort(([x], [y]) => (x < y ? -1 : 1))) {
    a = hashText(`${a}${name}`);
    for (const byte of content) {
      a = Math.imul(a ^ byte, 0x01000193);
      b = Math.imul(b ^ byte, 0x85ebca6b) + 1;
    }
  }
  return (a >>> 0).toString(36).padStart(7, '0') + (b >>> 0).toString(36).padStart(7, '0').slice(0, 3);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
