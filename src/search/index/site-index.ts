/**
 * The small files beside the term index: the head (what every query needs), the rows of documents in blocks, the table of
 * numbers in shards. Everything gzipped JSON, the head with columns of bytes and the lexicon behind its JSON.
 */
import type { Vocabulary } from '../vocabulary.ts';

export const FORMAT_VERSION = 5;

/** JSON part of the head. */
export interface HeadFacts {
  readonly format: number;
  /** Folder of the other files: a hash of their bytes, so that a new index never meets an old file in a cache. */
  readonly version: string;
  readonly total: number;
  readonly averageLength: number;
  /** Files of the term index beside those that the lexicon names. */
  readonly buckets: { readonly unlisted: number; readonly keys: number };
  /** Documents a block file of rows holds. */
  readonly blockSize: number;
  readonly numberShards: number;
  /** Pagefind bundles in order of their documents: folder below the site, and the first document. */
  readonly bundles: readonly (readonly [folder: string, first: number])[];
  /** Bytes of all files that a query may need, fragments apart: small corpora are fetched whole when idle. */
  readonly bytes: number;
  readonly types: readonly (readonly [code: string, name: string])[];
  readonly issuers: readonly (readonly [id: string, name: string, level: string])[];
  readonly topics: readonly (readonly [id: string, name: string])[];
  /** Sets of topics that documents have, as places in the list of topics. */
  readonly topicSets: readonly (readonly number[])[];
  readonly statuses: readonly string[];
  readonly vocabulary: Vocabulary;
}

/** Facts of each document that filters, sorting and ties need, by document number. */
export interface Columns {
  readonly lengths: Uint16Array;
  /** Days since 1 January 1900 of the first day of a partial date, 0 when unknown. */
  readonly dates: Uint16Array;
  /** Index + 1 into the list of the head, 0 when unknown. */
  readonly types: Uint8Array;
  readonly issuers: Uint16Array;
  /** Index + 1 into the sets of topics, 0 for none. */
  readonly topicSets: Uint16Array;
  readonly statuses: Uint8Array;
  /** 1 when the text is held, 0 when the document is only cited. */
  readonly held: Uint8Array;
  readonly citedBy: Uint16Array;
  /** Serial of the number plus one, 0 when the number was left blank: what a list by number goes by. */
  readonly serials: Uint16Array;
  /** Syllables of the title, at most 255. */
  readonly titleLengths: Uint8Array;
  /** Name of Pagefind's fragment as a number (`vi_44357b5` -> 0x44357b5), 0 when it has another form: spares results a round trip. */
  readonly fragments: Uint32Array;
  /** Number of the group of near-duplicates, 0 for none. */
  readonly groups: Uint16Array;
}

export interface Head extends HeadFacts {
  readonly columns: Columns;
  /** Packed; `readLexicon` reads it. */
  readonly lexicon: Uint8Array;
}

/** What the list of results prints of a document. */
export type DocumentRow = readonly [url: string, title: string, number: string | null, fragment: string, date: string | null];

/** Rows of the number table that share a serial (`n:57`) or a symbol (`s:ubnd-vhxh`): document and printed number. */
export type NumberShard = Readonly<Record<string, readonly (readonly [document: number, number: string])[]>>;

const WIDE = ['lengths', 'dates', 'issuers', 'topicSets', 'citedBy', 'serials', 'groups'] as const;
const NARROW = ['types', 'statuses', 'held', 'titleLengths'] as const;

/** Packs the head; columns go low bytes first, then high bytes, which gzip likes. */
export function packHead(head: Head): Uint8Array {
  const { columns, lexicon, ...facts } = head;
  const json = new TextEncoder().encode(JSON.stringify(facts));
  const bytes = new Uint8Array(4 + json.length + head.total * (4 + WIDE.length * 2 + NARROW.length) + lexicon.length);
  new DataView(bytes.buffer).setUint32(0, json.length);
  bytes.set(json, 4);
  let at = 4 + json.length;
  for (const name of WIDE) {
    for (let index = 0; index < head.total; index++) bytes[at++] = (columns[name][index] ?? 0) & 255;
    for (let index = 0; index < head.total; index++) bytes[at++] = (columns[name][index] ?? 0) >> 8;
  }
  for (const name of NARROW) {
    bytes.set(columns[name], at);
    at += head.total;
  }
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < head.total; index++) view.setUint32(at + 4 * index, columns.fragments[index] ?? 0);
  bytes.set(lexicon, at + 4 * head.total);
  return bytes;
}

/** @throws Error when the bytes are no head of this format */
export function readHead(bytes: Uint8Array): Head {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const facts = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as HeadFacts;
  if (facts.format !== FORMAT_VERSION) throw new Error(`readHead: unexpected format ${facts.format}, expected ${FORMAT_VERSION}`);
  let at = 4 + length;
  const { total } = facts;
  const columns: Record<string, Uint8Array | Uint16Array | Uint32Array> = {};
  for (const name of WIDE) {
    const column = new Uint16Array(total);
    for (let index = 0; index < total; index++) column[index] = (bytes[at + index] ?? 0) | ((bytes[at + total + index] ?? 0) << 8);
    columns[name] = column;
    at += 2 * total;
  }
  for (const name of NARROW) {
    columns[name] = bytes.subarray(at, at + total);
    at += total;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + at);
  columns['fragments'] = Uint32Array.from({ length: total }, (_, index) => view.getUint32(4 * index));
  return { ...facts, columns: columns as unknown as Columns, lexicon: bytes.subarray(at + 4 * total) };
}

/** Number of a fragment's name, 0 when it has another form. */
export function toFragmentNumber(name: string): number {
  return /^vi_[0-9a-f]{7}$/u.test(name) ? Number.parseInt(name.slice(3), 16) : 0;
}

/** @returns `null` for 0 */
export function toFragmentName(number: number): string | null {
  return number === 0 ? null : `vi_${number.toString(16).padStart(7, '0')}`;
}

const EPOCH = Date.UTC(1900, 0, 1);

/** Day number of an ISO date, partial or whole. */
export function toDayNumber(date: string | null): number {
  if (date === null) return 0;
  const [year, month, day] = date.split('-').map(Number);
  return Math.max(0, Math.min(65_535, Math.round((Date.UTC(year ?? 1900, (month ?? 1) - 1, day ?? 1) - EPOCH) / 86_400_000)));
}

/** Year of a day number, or `null` for 0. */
export function yearOfDay(day: number): number | null {
  return day === 0 ? null : new Date(EPOCH + day * 86_400_000).getUTCFullYear();
}

/** Bytes that a block of rows has about, before it is packed. */
const BLOCK_BYTES = 15_000;

/**
 * How many documents share a block of rows: blocks of some 3 kB once packed, so that few requests bring the rows of a page of results.
 * @param bytes of all rows
 */
export function blockSizeOf(total: number, bytes: number): number {
  return Math.max(8, Math.round((BLOCK_BYTES * total) / Math.max(1, bytes)));
}

/** Shard of a key of the number table. */
export function numberShardOf(key: string, shards: number): number {
  let hash = 7;
  for (const letter of key) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash % shards;
}
