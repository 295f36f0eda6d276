/**
 * Builds the term index in memory, document by document, then packs it into files.
 * The frequency of a term is field-weighted: a syllable of the title counts as several of the body.
 */
import { foldKey, syllablesOf, termOf } from '../text/syllables.ts';
import { addressOf, packHeavy, packShard, variantHash, type Entry, type Variant } from './term-index.ts';

export interface TermDocument {
  /** Title, subject, number: each counts `TITLE_WEIGHT` times. */
  readonly title: string;
  /** Paragraphs of the body; neighbours are counted inside a paragraph only. */
  readonly paragraphs: readonly string[];
  /** Ready terms that are no syllables (`#57-nq-tw`, `@2024-12-22`) with their frequency. */
  readonly keys: ReadonlyMap<string, number>;
}

export interface TermFiles {
  /** File name -> bytes: `s12` shards, `h3` long lists. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly shards: number;
  /** Folded keys with a file of their own, in order of file number, and their document counts. */
  readonly heavy: readonly (readonly [key: string, documents: number])[];
  /** Syllables each document holds, for length normalisation. */
  readonly lengths: readonly number[];
  /** Syllables of each title. */
  readonly titleLengths: readonly number[];
  /** Accented syllable -> number of documents. */
  readonly syllables: ReadonlyMap<string, number>;
}

const TITLE_WEIGHT = 3;
const MAX_FREQUENCY = 60;
/** Added to the frequency of a term that the title has, while building. */
const TITLE = 100;
/** A list of more bytes leaves the shard. */
const HEAVY_BYTES = 1400;

/** Sizes of shard that keep both the bytes and the number of requests of a query low; a small index is in a few files. */
const SHARD_BYTES = { small: 5000, large: 1300 } as const;
const SMALL_INDEX_BYTES = 150_000;

export class TermIndexBuilder {
  /** folded key -> accented key -> flat list of document, frequency, document, frequency ...; a frequency above `TITLE` is also in the title */
  private readonly entries = new Map<string, Map<string, number[]>>();
  private readonly lengths: number[] = [];
  private readonly titleLengths: number[] = [];

  /** Adds the next document; its number is the count of those before it. */
  add(document: TermDocument): void {
    const counts = new Map<string, number>();
    let length = countText(document.title, TITLE_WEIGHT, counts);
    this.titleLengths.push(length);
    const inTitle = new Set(counts.keys());
    for (const paragraph of document.paragraphs) length += countText(paragraph, 1, counts);
    for (const [key, frequency] of document.keys) counts.set(key, (counts.get(key) ?? 0) + frequency);
    const number = this.lengths.length;
    this.lengths.push(length);
    for (const [term, frequency] of counts) this.post(term, number, Math.min(MAX_FREQUENCY, frequency) + (inTitle.has(term) ? TITLE : 0));
  }

  finish(): TermFiles {
    const total = this.lengths.length;
    const files = new Map<string, Uint8Array>();
    const heavy: [string, number][] = [];
    const syllables = new Map<string, number>();
    const light: { readonly key: string; readonly variants: readonly Variant[]; readonly bytes: number }[] = [];
    for (const [key, forms] of [...this.entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const variants = [...forms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([form, flat]) => toVariant(form, flat));
      if (!key.includes(' ') && !/^[#@]/u.test(key)) for (const [form, flat] of forms) syllables.set(form, flat.length / 2);
      const documents = variants.reduce((sum, variant) => sum + variant.documents.length, 0);
      const bytes = documents < 200 ? documents * 1.6 + 3 : packHeavy(variants, total).length;
      if (bytes > HEAVY_BYTES) {
        files.set(`h${heavy.length}`, packHeavy(variants, total));
        heavy.push([key, documents]);
      } else light.push({ key, variants, bytes });
    }
    const bytes = light.reduce((sum, entry) => sum + entry.bytes, 0);
    const shards = Math.max(1, Math.ceil(bytes / (bytes < SMALL_INDEX_BYTES ? SHARD_BYTES.small : SHARD_BYTES.large)));
    const grouped: Entry[][] = Array.from({ length: shards }, () => []);
    for (const { key, variants } of light) {
      const address = addressOf(key, shards);
      grouped[address.shard]?.push({ fingerprint: address.fingerprint, variants });
    }
    grouped.forEach((entries, index) => files.set(`s${index}`, packShard(entries, total)));
    return { files, shards, heavy, lengths: this.lengths, titleLengths: this.titleLengths, syllables };
  }

  private post(term: string, document: number, frequency: number): void {
    const key = foldKey(term);
    let forms = this.entries.get(key);
    if (!forms) this.entries.set(key, (forms = new Map<string, number[]>()));
    const list = forms.get(term);
    if (list) list.push(document, frequency);
    else forms.set(term, [document, frequency]);
  }
}

function countText(text: string, weight: number, counts: Map<string, number>): number {
  let previous = '';
  let length = 0;
  for (const form of syllablesOf(text)) {
    const term = termOf(form);
    counts.set(term, (counts.get(term) ?? 0) + weight);
    if (previous) {
      const pair = `${previous} ${term}`;
      counts.set(pair, (counts.get(pair) ?? 0) + weight);
    }
    previous = term;
    length++;
  }
  return length;
}

function toVariant(form: string, flat: readonly number[]): Variant {
  const count = flat.length / 2;
  const documents = new Uint32Array(count);
  const frequencies = new Uint8Array(count);
  const inTitle = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    documents[index] = flat[index * 2] ?? 0;
    const frequency = flat[index * 2 + 1] ?? 1;
    inTitle[index] = frequency > TITLE ? 1 : 0;
    frequencies[index] = frequency > TITLE ? frequency - TITLE : frequency;
  }
  return { hash: variantHash(form), documents, frequencies, inTitle };
}
