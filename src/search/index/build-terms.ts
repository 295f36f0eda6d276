/**
 * Builds the term index in memory, document by document, then packs it into files.
 * The frequency of a term is field-weighted: a syllable of the title counts as several of the body.
 */
import { isBareSyllable } from '../query/telex.ts';
import { foldTerm, syllablesOf, termOf } from '../text/syllables.ts';
import { clusterSyllables, type Bond } from './cluster-syllables.ts';
import { ownerOf, roundCount, type Lexicon, type LexiconRow } from './lexicon.ts';
import { packEntry, packFile, packPairs, variantHash, type Entry, type PackedEntry, type Variant } from './term-index.ts';
import { bucketOf, COMMON_SHARE, groupOfKey } from './term-store.ts';

export interface TermDocument {
  /** Title, subject, number: each counts `TITLE_WEIGHT` times. */
  readonly title: string;
  /** Paragraphs of the body; neighbours are counted inside a paragraph only. */
  readonly paragraphs: readonly string[];
  /** Ready terms that are no syllables (`#57-nq-tw`, `@2024-12-22`) with their frequency. */
  readonly keys: ReadonlyMap<string, number>;
}

export interface TermFiles {
  /** File name -> bytes: `s12` syllables of the lexicon, `p7` pairs of one of them, `u3` other syllables, `k5` ready keys. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly buckets: Buckets;
  readonly lexicon: Lexicon;
  /** Syllables each document holds, for length normalisation. */
  readonly lengths: readonly number[];
  /** Syllables of each title. */
  readonly titleLengths: readonly number[];
}

/** Numbers of files of what the lexicon does not place. */
export interface Buckets {
  readonly unlisted: number;
  readonly keys: number;
}

const TITLE_WEIGHT = 3;
const MAX_FREQUENCY = 60;
/** Added to the frequency of a term that the title has, while building. */
const TITLE = 100;
/** Above all numbers of syllables. */
const PAIR = 2 ** 21;
/** Bytes of a file of rare things. */
const BUCKET_BYTES = 2500;
/** Pairs of a syllable that take more bytes have files of their own. */
const PAIR_BYTES = 8000;
const MOST_PAIR_FILES = 255;
/** So few where the owner's own list is long and mostly not wanted. */
const LEAST_PAIR_BYTES = 1500;
/** Files of a large corpus are larger, for each holds longer lists. */
const FILE_BYTES = { least: 3000, most: 5000, perDocument: 0.7 } as const;

/** Flat list of document, frequency, document, frequency ...; a frequency above `TITLE` is also in the title. */
type Flat = number[];

export class TermIndexBuilder {
  private readonly numbers = new Map<string, number>();
  private readonly terms: string[] = [];
  private readonly syllables: Flat[] = [];
  /** first * PAIR + second -> list */
  private readonly pairs = new Map<number, Flat>();
  private readonly keys = new Map<string, Flat>();
  private readonly lengths: number[] = [];
  private readonly titleLengths: number[] = [];

  /** Adds the next document; its number is the count of those before it. */
  add(document: TermDocument): void {
    const counts = new Map<number, number>();
    let length = this.count(document.title, TITLE_WEIGHT, counts);
    this.titleLengths.push(length);
    const inTitle = new Set(counts.keys());
    for (const paragraph of document.paragraphs) length += this.count(paragraph, 1, counts);
    const number = this.lengths.length;
    this.lengths.push(length);
    for (const [term, frequency] of counts) this.listOf(term).push(number, Math.min(MAX_FREQUENCY, frequency) + (inTitle.has(term) ? TITLE : 0));
    for (const [key, frequency] of document.keys) {
      const list = this.keys.get(key);
      if (list) list.push(number, Math.min(MAX_FREQUENCY, frequency));
      else this.keys.set(key, [number, Math.min(MAX_FREQUENCY, frequency)]);
    }
  }

  finish(): TermFiles {
    const total = this.lengths.length;
    const forms = this.groupForms();
    const listed = listSyllables(forms, total);
    const { entries, bonds } = this.groupPairs(forms, listed);
    const files = new Map<string, Uint8Array>();
    const packed = new Map<string, PackedEntry>();
    const pairFiles = new Map<string, number>();
    let pairFile = 0;
    for (const [key, pairs] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const apart = splitPairs(pairs, listed.get(key)?.documents ?? 0, total);
      for (const part of apart) files.set(`p${pairFile++}`, packPairs(part, total));
      pairFiles.set(key, apart.length);
      packed.set(key, packEntry({ key, variants: toVariants(forms.get(key) ?? []), pairs: apart.length > 0 ? new Map() : pairs }, total));
    }

    const sized = [...packed].filter(([key]) => listed.has(key)).map(([key, { body }]) => ({ key, bytes: body.length + 5, documents: listed.get(key)?.documents ?? 0 }));
    const bound = Math.min(FILE_BYTES.most, Math.max(FILE_BYTES.least, total * FILE_BYTES.perDocument));
    const clusters = clusterSyllables(sized, bonds, { bound, loose: bound / 2 });
    const lexicon = new Map<string, LexiconRow>();
    clusters.forEach((keys, file) => {
      files.set(`s${file}`, packFile(keys.flatMap((key) => packed.get(key) ?? [])));
      for (const key of keys) {
        const row = listed.get(key);
        if (row) lexicon.set(key, { ...row, file, pairFiles: pairFiles.get(key) ?? 0 });
      }
    });
    const unlisted = putIntoBuckets('u', [...packed.values()].filter(({ key }) => !listed.has(key)), files);
    const keys = putIntoBuckets('k', this.packKeys(total), files);
    return { files, buckets: { unlisted, keys }, lexicon: new Map([...lexicon].sort(([a], [b]) => (a < b ? -1 : 1))), lengths: this.lengths, titleLengths: this.titleLengths };
  }

  private count(text: string, weight: number, counts: Map<number, number>): number {
    let previous = -1;
    let length = 0;
    for (const form of syllablesOf(text)) {
      const term = this.numberOf(termOf(form));
      counts.set(term, (counts.get(term) ?? 0) + weight);
      if (previous >= 0) {
        const pair = (previous + 1) * PAIR + term;
        counts.set(pair, (counts.get(pair) ?? 0) + weight);
      }
      previous = term;
      length++;
    }
    return length;
  }

  private numberOf(term: string): number {
    let number = this.numbers.get(term);
    if (number === undefined) {
      number = this.terms.length;
      this.numbers.set(term, number);
      this.terms.push(term);
      this.syllables.push([]);
    }
    return number;
  }

  private listOf(term: number): Flat {
    if (term < PAIR) return this.syllables[term] ?? [];
    let list = this.pairs.get(term);
    if (!list) this.pairs.set(term, (list = []));
    return list;
  }

  /** Folded syllable -> its accented forms with their lists. */
  private groupForms(): Map<string, [form: string, flat: Flat][]> {
    const forms = new Map<string, [string, Flat][]>();
    this.terms.forEach((term, number) => {
      const folded = foldTerm(term);
      const row: [string, Flat] = [term, this.syllables[number] ?? []];
      const group = forms.get(folded);
      if (group) group.push(row);
      else forms.set(folded, [row]);
    });
    return forms;
  }

  /** Every folded syllable with the pairs that it owns, and how strongly syllables are bound. */
  private groupPairs(forms: ReadonlyMap<string, unknown>, listed: Lexicon): { entries: Map<string, Map<string, Variant[]>>; bonds: Bond[] } {
    const grouped = new Map<string, Map<string, [string, Flat][]>>([...forms.keys()].map((key) => [key, new Map()]));
    const bonds: Bond[] = [];
    for (const [pair, flat] of this.pairs) {
      const first = this.terms[Math.floor(pair / PAIR) - 1] ?? '';
      const second = this.terms[pair % PAIR] ?? '';
      const [a, b] = [foldTerm(first), foldTerm(second)];
      const own = grouped.get(ownerOf(a, b, listed));
      const variants = own?.get(`${a} ${b}`);
      if (variants) variants.push([`${first} ${second}`, flat]);
      else own?.set(`${a} ${b}`, [[`${first} ${second}`, flat]]);
      if (listed.has(a) && listed.has(b)) bonds.push([a, b, flat.length / 2]);
    }
    const entries = new Map([...grouped].map(([key, pairs]) => [key, new Map([...pairs].map(([pair, variants]) => [pair, toVariants(variants)]))]));
    return { entries, bonds };
  }

  private packKeys(total: number): PackedEntry[] {
    return [...this.keys].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, flat]) => packEntry({ key, variants: toVariants([[key, flat]]), pairs: new Map() } satisfies Entry, total));
  }
}

/**
 * The syllables that the lexicon shows. In a large corpus a syllable of few documents is listed only when it can be Vietnamese, since
 * it is mostly scan rubbish; figures are listed when many documents have them.
 */
function listSyllables(forms: ReadonlyMap<string, readonly (readonly [string, Flat])[]>, total: number): Lexicon {
  const least = total > 2000 ? 4 : total > 500 ? 2 : 1;
  const listed = new Map<string, LexiconRow>();
  for (const [folded, group] of [...forms].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const isFigure = /^\d+$/u.test(folded);
    const wanted = group.map(([form, flat]) => [form, flat.length / 2] as const)
      .filter(([form, documents]) => form.length <= 16 && documents >= (isFigure ? 30 : isBareSyllable(form) ? 1 : least));
    if (wanted.length === 0) continue;
    const documents = new Set(group.flatMap(([, flat]) => flat.filter((_, index) => index % 2 === 0))).size;
    listed.set(folded, { forms: wanted.map(([form, count]) => [form, roundCount(count)] as const), documents: wanted.length > 1 ? roundCount(documents) : roundCount(wanted[0]?.[1] ?? 0), file: 0, pairFiles: 0 });
  }
  return listed;
}

/**
 * @param documents of the owner, 0 when it is not listed
 * @returns the pairs in as many parts as they need files, none when they stand well in the entry of their owner
 */
function splitPairs(pairs: ReadonlyMap<string, readonly Variant[]>, documents: number, total: number): Map<string, readonly Variant[]>[] {
  if (documents === 0) return [];
  const bytes = packPairs(pairs, total).length;
  if (bytes <= (documents > COMMON_SHARE * total ? LEAST_PAIR_BYTES : PAIR_BYTES)) return [];
  const parts = Array.from({ length: Math.min(MOST_PAIR_FILES, Math.ceil(bytes / PAIR_BYTES)) }, () => new Map<string, readonly Variant[]>());
  for (const [pair, variants] of pairs) parts[bucketOf(pair, parts.length)]?.set(pair, variants);
  return parts;
}

function putIntoBuckets(prefix: string, entries: readonly PackedEntry[], files: Map<string, Uint8Array>): number {
  const amount = Math.max(1, Math.ceil(entries.reduce((sum, { body }) => sum + body.length + 5, 0) / BUCKET_BYTES));
  const grouped: PackedEntry[][] = Array.from({ length: amount }, () => []);
  for (const entry of entries) grouped[bucketOf(groupOfKey(entry.key), amount)]?.push(entry);
  grouped.forEach((group, index) => files.set(`${prefix}${index}`, packFile(group)));
  return amount;
}

function toVariants(forms: readonly (readonly [form: string, flat: Flat])[]): Variant[] {
  return [...forms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([form, flat]) => toVariant(form, flat));
}

function toVariant(form: string, flat: Flat): Variant {
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
