/**
 * The term index: which documents hold a syllable or a pair of neighbouring syllables, and how often.
 *
 * One entry = one folded syllable ("doan") with its accented variants ("đoàn", "đoạn"), and every pair that it owns: of the two
 * syllables of a pair the rarer one owns it. So the words of a query lie in few files, which later queries need again, and a pair
 * is told apart among the documents of its owner instead of those of the whole corpus, which halves its bytes. The pairs of a syllable
 * that owns too many stand in files of their own. A query with accents reads its variant, one without reads all of them, from the same
 * bytes.
 *
 * File:  gamma(entries + 1), each entry: 24 bits of the hash of its key, gamma(bytes of its body + 1); zeros to the byte; the bodies.
 * Body:  gamma(documents), gaps by rice; variants over those documents; pairs over those documents.
 * File of pairs: pairs over all documents.
 * Pairs: gamma(pairs + 1); each pair, in order of fingerprint: rice(gap of fingerprint), variants.
 * Variants: gamma(amount), each: 8 bits of the hash of its accented form; unless it has all of the documents (one bit): gamma(documents),
 *        gaps of their places by rice; frequencies by gamma; gamma(titles + 1), gaps by rice.
 */
import { BitReader, BitWriter } from './bits.ts';
import { hashText } from './hash-text.ts';

/** Documents in ascending order with the (field-weighted) frequency of the term in each. */
export interface Postings {
  readonly documents: Uint32Array;
  readonly frequencies: Uint8Array;
  /** 1 where the title of the document has the term. */
  readonly inTitle: Uint8Array;
}

export interface Variant extends Postings {
  /** `variantHash` of the accented form. */
  readonly hash: number;
}

export interface Entry {
  /** Folded syllable or ready key. */
  readonly key: string;
  readonly variants: readonly Variant[];
  /** Folded pair -> its variants. */
  readonly pairs: ReadonlyMap<string, readonly Variant[]>;
}

/** An entry ready to be put into a file. */
export interface PackedEntry {
  readonly key: string;
  readonly body: Uint8Array;
}

/** Eight bits that tell the accented variants of one folded key apart. */
export function variantHash(key: string): number {
  return hashText(`${key}~`) & 255;
}

function keyHash(key: string): number {
  return hashText(key) >>> 8;
}

/** Sixteen bits of a pair inside the entry of its owner. */
function pairFingerprint(pair: string): number {
  return hashText(`${pair}+`) & 0xffff;
}

/** Low bits of the Rice code that suits gaps of a list with `count` of `total` places. */
function riceBits(total: number, count: number): number {
  const gap = (total / Math.max(1, count)) * 0.69;
  return gap < 1 ? 0 : Math.min(24, Math.floor(Math.log2(gap)));
}

/** @param total number of documents in the corpus */
export function packEntry(entry: Entry, total: number): PackedEntry {
  const writer = new BitWriter();
  const documents = uniteDocuments(entry.variants);
  writer.gamma(documents.length);
  writeGaps(writer, documents, total);
  const places = new Map<number, number>();
  documents.forEach((document, place) => places.set(document, place));
  const placeOf = (document: number): number => places.get(document) ?? 0;
  writeVariants(writer, entry.variants, documents.length, placeOf);
  writePairs(writer, entry.pairs, documents.length, placeOf);
  return { key: entry.key, body: writer.finish() };
}

/** Packs pairs whose owner has too many of them. @param total number of documents in the corpus */
export function packPairs(pairs: Entry['pairs'], total: number): Uint8Array {
  const writer = new BitWriter();
  writePairs(writer, pairs, total, (document) => document);
  return writer.finish();
}

/** Joins entries to one file. */
export function packFile(entries: readonly PackedEntry[]): Uint8Array {
  const writer = new BitWriter();
  writer.gamma(entries.length + 1);
  for (const { key, body } of entries) {
    writer.write(keyHash(key), 24);
    writer.gamma(body.length + 1);
  }
  const head = writer.finish();
  const file = new Uint8Array(head.length + entries.reduce((sum, { body }) => sum + body.length, 0));
  file.set(head);
  let at = head.length;
  for (const { body } of entries) {
    file.set(body, at);
    at += body.length;
  }
  return file;
}

/**
 * Reads the wanted terms of one entry.
 * @param key   the folded syllable or ready key
 * @param pairs folded pairs that it owns
 * @returns folded term -> variants; what is absent is not in the map
 */
export function readEntry(file: Uint8Array, key: string, pairs: readonly string[], total: number): Map<string, Variant[]> {
  const found = new Map<string, Variant[]>();
  const start = findBody(file, keyHash(key));
  if (start < 0) return found;
  const reader = new BitReader(file, start);
  const documents = readGaps(reader, Math.min(reader.gamma(), total), total);
  found.set(key, readVariants(reader, documents.length, (place) => documents[place] ?? 0));
  readPairs(reader, pairs, documents.length, (place) => documents[place] ?? 0, found);
  return found;
}

/** Reads wanted pairs of a file written by `packPairs`. @returns as `readEntry` */
export function readPairFile(file: Uint8Array, pairs: readonly string[], total: number): Map<string, Variant[]> {
  const found = new Map<string, Variant[]>();
  readPairs(new BitReader(file), pairs, total, (document) => document, found);
  return found;
}

function readPairs(reader: BitReader, pairs: readonly string[], base: number, documentAt: (place: number) => number, found: Map<string, Variant[]>): void {
  if (pairs.length === 0) return;
  const wanted = new Map(pairs.map((pair) => [pairFingerprint(pair), pair]));
  const last = Math.max(...wanted.keys());
  const amount = reader.gamma() - 1;
  const k = riceBits(65_536, amount);
  let fingerprint = 0;
  for (let n = 0; n < amount && !reader.atEnd; n++) {
    fingerprint += reader.rice(k);
    if (fingerprint > last) break;
    const pair = wanted.get(fingerprint);
    if (pair === undefined) skipVariants(reader, base);
    else found.set(pair, [...(found.get(pair) ?? []), ...readVariants(reader, base, documentAt)]);
  }
}

function findBody(file: Uint8Array, hash: number): number {
  const reader = new BitReader(file);
  const entries = reader.gamma() - 1;
  let offset = 0;
  let found = -1;
  let bits = bitsOfGamma(entries + 1);
  for (let n = 0; n < entries && !reader.atEnd; n++) {
    const own = reader.read(24);
    const length = reader.gamma() - 1;
    bits += 24 + bitsOfGamma(length + 1);
    if (own === hash && found < 0) found = offset;
    offset += length;
  }
  return found < 0 ? -1 : Math.ceil(bits / 8) + found;
}

function bitsOfGamma(value: number): number {
  return 2 * (32 - Math.clz32(value)) - 1;
}

function uniteDocuments(variants: readonly Variant[]): Uint32Array {
  if (variants.length === 1 && variants[0]) return variants[0].documents;
  return Uint32Array.from(new Set(variants.flatMap((variant) => [...variant.documents]))).sort();
}

function writeGaps(writer: BitWriter, values: ArrayLike<number>, total: number): void {
  const k = riceBits(total, values.length);
  let previous = -1;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    writer.rice(value - previous - 1, k);
    previous = value;
  }
}

function readGaps(reader: BitReader, count: number, total: number): Uint32Array {
  const values = new Uint32Array(count);
  const k = riceBits(total, count);
  let previous = -1;
  for (let index = 0; index < count; index++) {
    previous += reader.rice(k) + 1;
    values[index] = previous;
  }
  return values;
}

function writePairs(writer: BitWriter, pairs: Entry['pairs'], base: number, placeOf: (document: number) => number): void {
  const rows = [...pairs].map(([pair, variants]) => ({ fingerprint: pairFingerprint(pair), variants })).sort((a, b) => a.fingerprint - b.fingerprint);
  writer.gamma(rows.length + 1);
  const k = riceBits(65_536, rows.length);
  let previous = 0;
  for (const { fingerprint, variants } of rows) {
    writer.rice(fingerprint - previous, k);
    previous = fingerprint;
    writeVariants(writer, variants, base, placeOf);
  }
}

function writeVariants(writer: BitWriter, variants: readonly Variant[], base: number, placeOf: (document: number) => number): void {
  writer.gamma(variants.length);
  for (const variant of variants) {
    const count = variant.documents.length;
    writer.write(variant.hash, 8);
    const whole = count === base;
    writer.write(whole ? 1 : 0, 1);
    if (!whole) {
      writer.gamma(count);
      writeGaps(writer, Array.from(variant.documents, placeOf), base);
    }
    const titled: number[] = [];
    for (let index = 0; index < count; index++) {
      writer.gamma(variant.frequencies[index] ?? 1);
      if (variant.inTitle[index] === 1) titled.push(index);
    }
    writer.gamma(titled.length + 1);
    writeGaps(writer, titled, count);
  }
}

function readVariants(reader: BitReader, base: number, documentAt: (place: number) => number): Variant[] {
  const variants: Variant[] = [];
  const amount = reader.gamma();
  for (let n = 0; n < amount && !reader.atEnd; n++) {
    const hash = reader.read(8);
    const whole = reader.read(1) === 1;
    const count = whole ? base : Math.min(reader.gamma(), base);
    const places = whole ? Uint32Array.from({ length: base }, (_, place) => place) : readGaps(reader, count, base);
    const documents = places.map(documentAt);
    const frequencies = new Uint8Array(count);
    const inTitle = new Uint8Array(count);
    for (let index = 0; index < count; index++) frequencies[index] = reader.gamma();
    const titles = Math.min(reader.gamma() - 1, count);
    for (const place of titles > 0 ? readGaps(reader, titles, count) : []) if (place < count) inTitle[place] = 1;
    variants.push({ hash, documents, frequencies, inTitle });
  }
  return variants;
}

function skipVariants(reader: BitReader, base: number): void {
  const amount = reader.gamma();
  for (let n = 0; n < amount && !reader.atEnd; n++) {
    reader.read(8);
    const whole = reader.read(1) === 1;
    const count = whole ? base : Math.min(reader.gamma(), base);
    if (!whole) skipGaps(reader, count, base);
    for (let index = 0; index < count; index++) reader.gamma();
    const titles = Math.min(reader.gamma() - 1, count);
    if (titles > 0) skipGaps(reader, titles, count);
  }
}

function skipGaps(reader: BitReader, count: number, total: number): void {
  const k = riceBits(total, count);
  for (let index = 0; index < count; index++) reader.rice(k);
}
