/** Reads entries of the term index through a loader of files, all files of a query at once; keeps what it has read. */
import { addressOf, readHeavy, readShard, type Variant } from './term-index.ts';

/** Gives the bytes of a file of the search index, or `null` when it cannot be had (offline, gone). */
export type FileLoader = (name: string) => Promise<Uint8Array | null>;

export interface TermStoreOptions {
  readonly total: number;
  readonly shards: number;
  readonly heavy: readonly (readonly [key: string, documents: number])[];
  readonly load: FileLoader;
}

export class TermStore {
  private readonly options: TermStoreOptions;
  private readonly heavy = new Map<string, { readonly file: string; readonly documents: number }>();
  private readonly files = new Map<string, Promise<Uint8Array | null>>();
  private readonly entries = new Map<string, readonly Variant[]>();
  /** Files that could not be had since the last look; a result may then be incomplete. */
  missing = 0;

  constructor(options: TermStoreOptions) {
    this.options = options;
    options.heavy.forEach(([key, documents], index) => this.heavy.set(key, { file: `h${index}`, documents }));
  }

  /** Number of documents when the list of the key has a file of its own (known without loading it), else 0. */
  heavyDocuments(foldedKey: string): number {
    return this.heavy.get(foldedKey)?.documents ?? 0;
  }

  /** Variants of each key; a key that is nowhere has an empty list. */
  async get(foldedKeys: readonly string[]): Promise<ReadonlyMap<string, readonly Variant[]>> {
    const wanted = [...new Set(foldedKeys)].filter((key) => !this.entries.has(key));
    const byFile = new Map<string, string[]>();
    for (const key of wanted) {
      const file = this.fileOf(key);
      byFile.set(file, [...(byFile.get(file) ?? []), key]);
    }
    await Promise.all([...byFile].map(async ([file, keys]) => this.readFile(file, keys)));
    return new Map(foldedKeys.map((key) => [key, this.entries.get(key) ?? []]));
  }

  /** What has already been read, without loading anything. */
  async known(foldedKeys: readonly string[]): Promise<ReadonlyMap<string, readonly Variant[]>> {
    const loaded = foldedKeys.filter((key) => this.entries.has(key));
    return this.get(loaded);
  }

  /** Loads files ahead of need. */
  async warm(files: readonly string[]): Promise<void> {
    await Promise.all(files.map(async (file) => this.readFile(file, [])));
  }

  private fileOf(key: string): string {
    return this.heavy.get(key)?.file ?? `s${addressOf(key, this.options.shards).shard}`;
  }

  private async readFile(file: string, keys: readonly string[]): Promise<void> {
    let loading = this.files.get(file);
    if (!loading) this.files.set(file, (loading = this.options.load(file)));
    const bytes = await loading;
    if (!bytes) {
      this.files.delete(file);
      this.missing++;
      return;
    }
    if (file.startsWith('h')) {
      for (const key of keys) this.entries.set(key, readHeavy(bytes, this.options.total));
      return;
    }
    const fingerprints = new Map(keys.map((key) => [key, addressOf(key, this.options.shards).fingerprint]));
    const found = readShard(bytes, this.options.total, new Set(fingerprints.values()));
    for (const [key, fingerprint] of fingerprints) this.entries.set(key, found.get(fingerprint) ?? []);
  }
}
