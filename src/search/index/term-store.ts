/** Reads entries of the term index through a loader of files, all files of a query at once; keeps what it has read. */
import { hashText } from './hash-text.ts';
import { ownerOf, type Lexicon } from './lexicon.ts';
import { readEntry, readPairFile, type Variant } from './term-index.ts';

/** Gives the bytes of a file of the search index, or `null` when it cannot be had (offline, gone). */
export type FileLoader = (name: string) => Promise<Uint8Array | null>;

export interface TermStoreOptions {
  readonly total: number;
  readonly buckets: { readonly unlisted: number; readonly keys: number };
  readonly lexicon: Lexicon;
  readonly load: FileLoader;
}

/** A syllable in more than this share of the documents says nothing beside rarer ones; its long list stands apart from its pairs. */
export const COMMON_SHARE = 0.2;
/** Terms that are kept unpacked; a long session must not fill the memory of a phone. */
const KEPT_TERMS = 3000;

export class TermStore {
  private readonly options: TermStoreOptions;
  private readonly files = new Map<string, Promise<Uint8Array | null>>();
  private readonly loaded = new Set<string>();
  private entries = new Map<string, readonly Variant[]>();
  /** Number of all files of pairs. */
  readonly pairFiles: number;
  /** Files that could not be had since the last look; a result may then be incomplete. */
  missing = 0;

  /** First file of pairs of each syllable that has some. */
  private readonly firstPairFile = new Map<string, number>();

  constructor(options: TermStoreOptions) {
    this.options = options;
    let next = 0;
    for (const [key, { pairFiles }] of options.lexicon) {
      if (pairFiles > 0) this.firstPairFile.set(key, next);
      next += pairFiles;
    }
    this.pairFiles = next;
  }

  /** Documents that have a folded syllable in any accents, as far as the lexicon knows; 0 for pairs and what it does not list. */
  documentsOf(foldedKey: string): number {
    return this.options.lexicon.get(foldedKey)?.documents ?? 0;
  }

  /** The syllable in whose entry a folded key stands. */
  ownerOf(foldedKey: string): string {
    const blank = foldedKey.indexOf(' ');
    return blank < 0 ? foldedKey : ownerOf(foldedKey.slice(0, blank), foldedKey.slice(blank + 1), this.options.lexicon);
  }

  /** True when looking the key up asks for no further file. */
  isAtHand(foldedKey: string): boolean {
    return this.entries.has(foldedKey) || this.loaded.has(this.fileOf(foldedKey, this.ownerOf(foldedKey)));
  }

  /** Variants of each key; a key that is nowhere has an empty list. */
  async get(foldedKeys: readonly string[]): Promise<ReadonlyMap<string, readonly Variant[]>> {
    if (this.entries.size > KEPT_TERMS) this.entries = new Map();
    const { entries } = this;
    const reads = new Map<string, { readonly owner: string; readonly file: string; readonly keys: string[] }>();
    for (const key of new Set(foldedKeys)) {
      if (entries.has(key)) continue;
      const owner = this.ownerOf(key);
      const file = this.fileOf(key, owner);
      const read = reads.get(`${owner} ${file}`);
      if (read) read.keys.push(key);
      else reads.set(`${owner} ${file}`, { owner, file, keys: [key] });
    }
    await Promise.all([...reads.values()].map(async ({ owner, file, keys }) => {
      const bytes = await this.file(file);
      if (!bytes) return;
      const { total } = this.options;
      const found = file.startsWith('p') ? readPairFile(bytes, keys, total) : readEntry(bytes, owner, keys.filter((key) => key !== owner), total);
      for (const key of keys) entries.set(key, found.get(key) ?? []);
    }));
    return new Map(foldedKeys.map((key) => [key, entries.get(key) ?? []]));
  }

  /** What can be had without loading anything. */
  async atHand(foldedKeys: readonly string[]): Promise<ReadonlyMap<string, readonly Variant[]>> {
    return this.get(foldedKeys.filter((key) => this.isAtHand(key)));
  }

  /** Loads all files ahead of need. */
  async warm(): Promise<void> {
    const { buckets, lexicon } = this.options;
    const numbered = (prefix: string, amount: number): string[] => Array.from({ length: amount }, (_, index) => `${prefix}${index}`);
    const listed = new Set([...lexicon.values()].map(({ file }) => `s${file}`));
    await Promise.all([...listed, ...numbered('p', this.pairFiles), ...numbered('u', buckets.unlisted), ...numbered('k', buckets.keys)].map(async (file) => this.file(file)));
  }

  private fileOf(key: string, owner: string): string {
    const { lexicon, buckets } = this.options;
    if (/^[#@]/u.test(key)) return `k${bucketOf(groupOfKey(key), buckets.keys)}`;
    const row = lexicon.get(owner);
    if (!row) return `u${bucketOf(owner, buckets.unlisted)}`;
    return key === owner || row.pairFiles === 0 ? `s${row.file}` : `p${(this.firstPairFile.get(owner) ?? 0) + bucketOf(key, row.pairFiles)}`;
  }

  private async file(name: string): Promise<Uint8Array | null> {
    let loading = this.files.get(name);
    if (!loading) this.files.set(name, (loading = this.options.load(name)));
    const bytes = await loading;
    if (bytes) this.loaded.add(name);
    else {
      this.files.delete(name);
      this.missing++;
    }
    return bytes;
  }
}

/** What is asked together stands together: all numbers of one serial, a month with its days. */
export function groupOfKey(key: string): string {
  return /^#[^-]*|^@\d{4}-\d{2}/u.exec(key)?.[0] ?? key;
}

/** Bucket of a key among so many. */
export function bucketOf(key: string, amount: number): number {
  return hashText(key) % amount;
}
