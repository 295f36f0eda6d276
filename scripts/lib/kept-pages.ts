/**
 * What the indexer has read of pages, kept between builds: a page taken over from the build before is the same file, and is not read again.
 * A file is known by inode, size and time of writing; builds write new files and link old ones, and never write into one.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openPack, openPackForAppending, packSize, type Slice } from '../../src/content-loader/pack.ts';
import { writeWhole } from './write-whole.ts';

/** What the index file holds. */
interface Index {
  /** Hash of the code that read the pages. */
  readonly code: string;
  readonly packSize: number;
  readonly pages: readonly (readonly [name: string, stamp: string, slice: Slice])[];
}

export class KeptPages {
  readonly #folder: string;
  readonly #code: string;
  readonly #before: ReadonlyMap<string, readonly [stamp: string, slice: Slice]>;
  readonly #now: [name: string, stamp: string, slice: Slice][] = [];
  readonly #writer: ReturnType<typeof openPackForAppending>;
  readonly #read: (slice: Slice) => string;

  /**
   * @param folder where they are kept
   * @param code   hash of the code that reads pages; what other code has read is forgotten
   */
  constructor(folder: string, code: string) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.#code = code;
    this.#before = this.#readUsable();
    this.#writer = openPackForAppending(this.#pack);
    this.#read = openPack(this.#pack);
  }

  /**
   * What was read of a page, from the page itself only when it is new.
   * @param name stays the same from build to build
   */
  take<Value>(name: string, file: string, read: () => Value): Value {
    const { ino, size, mtimeMs } = statSync(file);
    const stamp = `${ino} ${size} ${mtimeMs}`;
    const [known, slice] = this.#before.get(name) ?? [];
    if (slice && known === stamp) {
      this.#now.push([name, stamp, slice]);
      return JSON.parse(this.#read(slice)) as Value;
    }
    const value = read();
    const bytes = Buffer.from(JSON.stringify(value));
    this.#now.push([name, stamp, [this.#writer.append(bytes), bytes.length]]);
    return value;
  }

  /** Keeps what was taken, and nothing else. */
  close(): void {
    this.#writer.close();
    writeWhole(this.#index, JSON.stringify({ code: this.#code, packSize: packSize(this.#pack), pages: this.#now } satisfies Index));
  }

  get #pack(): string {
    return join(this.#folder, 'pages.pack');
  }

  get #index(): string {
    return join(this.#folder, 'pages.json');
  }

  /** Pack and index must tell the same story; a pack more than half outdated is written anew. */
  #readUsable(): ReadonlyMap<string, readonly [string, Slice]> {
    const known: Index = existsSync(this.#index) ? JSON.parse(readFileSync(this.#index, 'utf8')) as Index : { code: '', packSize: -1, pages: [] };
    const used = known.pages.reduce((sum, [, , [, length]]) => sum + length, 0);
    if (known.code === this.#code && known.packSize === packSize(this.#pack) && used * 2 >= known.packSize) return new Map(known.pages.map(([name, ...rest]) => [name, rest]));
    rmSync(this.#pack, { force: true });
    return new Map();
  }
}
