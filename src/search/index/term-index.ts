/**
 * The term index: which documents hold a syllable or a pair of neighbouring syllables, and how often. Keys are hashed into
 * small files ("shards"), so a query loads only the few files of its own terms; a list too long for a shard has its own file.
 *
 * One entry = one folded key ("chuyen doi") with its accented variants ("chuyển đổi", "chuyên đổi"), each with its own list:
 * a query with accents reads its variant, one without reads all of them, from the same bytes.
 *
 * Shard: gamma(entries + 1), then each entry, in order of fingerprint:
 *   rice(fingerprint gap, 10), gamma(variants), each variant: 8 bits of its hash, gamma(documents), lists
 * List: document gaps by rice(k from documents and corpus size), frequency by gamma, one bit: also in the title.
 */
import { BitReader, BitWriter } from './bits.ts';

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

/** Bits of a fingerprint inside a shard: a false match needs 1 of 65,536. */
const FINGERPRINT = 65_536;

export interface TermAddress {
  readonly shard: number;
  readonly fingerprint: number;
}

/** Where the entry of a folded key stands. @param shards number of shards of the index */
export function addressOf(foldedKey: string, shards: number): TermAddress {
  const hash = hashText(foldedKey);
  return { shard: hash % shards, fingerprint: Math.floor(hash / shards) % FINGERPRINT };
}

/** Eight bits that tell the accented variants of one folded key apart. */
export function variantHash(key: string): number {
  return hashText(`${key}~`) & 255;
}

/** FNV-1a over UTF-16 units with a final avalanche, 32 bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 255), 0x01000193);
    if (unit > 255) hash = Math.imul(hash ^ (unit >> 8), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Low bits of the Rice code that suits gaps of a list with `count` of `total` documents. */
function riceBits(total: number, count: number): number {
  const gap = (total / Math.max(1, count)) * 0.69;
  return gap < 1 ? 0 : Math.min(24, Math.floor(Math.log2(gap)));
}

function writeVariants(writer: BitWriter, variants: readonly Variant[], total: number): void {
  writer.gamma(variants.length);
  for (const variant of variants) {
    const count = variant.documents.length;
    writer.write(variant.hash, 8);
    writer.gamma(count);
    const k = riceBits(total, count);
    let previous = -1;
    for (let index = 0; index < count; index++) {
      const document = variant.documents[index] ?? 0;
      writer.rice(document - previous - 1, k);
      writer.gamma(variant.frequencies[index] ?? 1);
      writer.write(variant.inTitle[index] ?? 0, 1);
      previous = document;
    }
  }
}

function readVariants(reader: BitReader, total: number): Variant[] {
  const variants: Variant[] = [];
  const amount = reader.gamma();
  for (let n = 0; n < amount && !reader.atEnd; n++) {
    const hash = reader.read(8);
    const count = Math.min(reader.gamma(), total);
    const documents = new Uint32Array(count);
    const frequencies = new Uint8Array(count);
    const inTitle = new Uint8Array(count);
    const k = riceBits(total, count);
    let previous = -1;
    for (let index = 0; index < count; index++) {
      previous += reader.rice(k) + 1;
      documents[index] = previous;
      frequencies[index] = reader.gamma();
      inTitle[index] = reader.read(1);
    }
    variants.push({ hash, documents, frequencies, inTitle });
  }
  return variants;
}

export interface Entry {
  readonly fingerprint: number;
  readonly variants: readonly Variant[];
}

/** Packs the entries of one shard. @param total number of documents in the corpus */
export function packShard(entries: readonly Entry[], total: number): Uint8Array {
  const writer = new BitWriter();
  const ordered = entries.toSorted((a, b) => a.fingerprint - b.fingerprint);
  writer.gamma(ordered.length + 1);
  let previous = 0;
  for (const entry of ordered) {
    writer.rice(entry.fingerprint - previous, 10);
    previous = entry.fingerprint;
    writeVariants(writer, entry.variants, total);
  }
  return writer.finish();
}

/** Reads the wanted entries of a shard in one pass. @returns fingerprint -> variants; what is absent is not in the map */
export function readShard(bytes: Uint8Array, total: number, wanted: ReadonlySet<number>): Map<number, Variant[]> {
  const found = new Map<number, Variant[]>();
  const reader = new BitReader(bytes);
  const entries = reader.gamma() - 1;
  let fingerprint = 0;
  for (let n = 0; n < entries && !reader.atEnd && found.size < wanted.size; n++) {
    fingerprint += reader.rice(10);
    const variants = readVariants(reader, total);
    if (wanted.has(fingerprint)) found.set(fingerprint, [...(found.get(fingerprint) ?? []), ...variants]);
  }
  return found;
}

/** Packs a list that stands in a file of its own. */
export function packHeavy(variants: readonly Variant[], total: number): Uint8Array {
  const writer = new BitWriter();
  writeVariants(writer, variants, total);
  return writer.finish();
}

/** Reads a file written by `packHeavy`. */
export function readHeavy(bytes: Uint8Array, total: number): Variant[] {
  return readVariants(new BitReader(bytes), total);
}
