/** The files of a built site that a search reads besides the term index: rows of documents, numbers, texts. Keeps what it has read. */
import { fragmentPath, readFragment, type Fragment } from '../pagefind-fragment.ts';
import { inflate, inflateJson } from './inflate.ts';
import { numberShardOf, toFragmentName, type DocumentRow, type Head, type NumberShard } from './site-index.ts';
import type { FileLoader } from './term-store.ts';

/** Folder of the search index in the site. */
export const INDEX_FOLDER = 'search-index';

export interface Row {
  readonly url: string;
  readonly title: string;
  readonly number: string | null;
  readonly date: string | null;
  /** Name of Pagefind's fragment where the head has no place for it. */
  readonly fragment: string;
}

export class SiteFiles {
  private readonly head: Head;
  private readonly load: FileLoader;
  private readonly cache = new Map<string, Promise<unknown>>();
  /** Files that could not be had since the last look. */
  missing = 0;

  /** @param load loads a file of the site, by path without base */
  constructor(head: Head, load: FileLoader) {
    this.head = head;
    this.load = load;
  }

  /** Loader of the files in the folder of this version of the index. */
  get indexFile(): FileLoader {
    return async (name) => this.load(`${INDEX_FOLDER}/${this.head.version}/${name}.bin`);
  }

  /** What the list of results prints of a document. */
  async row(document: number): Promise<Row | null> {
    const block = await this.json<DocumentRow[]>(`d${Math.floor(document / this.head.blockSize)}`);
    const row = block?.[document % this.head.blockSize];
    return row ? { url: row[0], title: row[1], number: row[2], fragment: row[3], date: row[4] } : null;
  }

  /** Documents and printed numbers of a key of the number table. */
  async numbers(key: string): Promise<readonly (readonly [document: number, number: string])[]> {
    const shard = await this.json<NumberShard>(`n${numberShardOf(key, this.head.numberShards)}`);
    return shard?.[key] ?? [];
  }

  /** The text of a document, through the name in the head or, when that has none, through its row. */
  async fragment(document: number): Promise<Fragment | null> {
    const name = toFragmentName(this.head.columns.fragments[document] ?? 0) ?? (await this.row(document))?.fragment;
    if (!name) return null;
    const folder = this.head.bundles.findLast(([, first]) => first <= document)?.[0] ?? '';
    return this.once(`fragment/${name}`, async () => {
      const bytes = await this.load(fragmentPath(folder, name));
      return bytes ? readFragment(await inflate(bytes)) : null;
    });
  }

  /** Loads rows, numbers and texts of every document ahead of need. */
  async warm(): Promise<void> {
    const { total, blockSize, numberShards } = this.head;
    const names = [...Array.from({ length: numberShards }, (_, index) => `n${index}`), ...Array.from({ length: Math.ceil(total / blockSize) }, (_, index) => `d${index}`)];
    await Promise.all(names.map(async (name) => this.json(name)));
    for (let document = 0; document < total; document++) await this.fragment(document);
  }

  private async json<T>(name: string): Promise<T | null> {
    return this.once(name, async () => {
      const bytes = await this.indexFile(name);
      if (!bytes) this.missing++;
      return bytes ? inflateJson<T>(bytes) : null;
    });
  }

  /** Keeps what could be had; what could not is asked for again next time. */
  private async once<T>(name: string, make: () => Promise<T | null>): Promise<T | null> {
    const known = this.cache.get(name) as Promise<T | null> | undefined;
    if (known) return known;
    const made = make().catch(() => null);
    this.cache.set(name, made);
    if ((await made) === null) this.cache.delete(name);
    return made;
  }
}
