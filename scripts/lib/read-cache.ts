/**
 * What was read of files, kept from run to run: pages for the indexer, documents for the import. A file that stands as it did is not read
 * again. It is known by inode, size and time of writing; imports and builds write new files, builds link old ones, and neither writes into one.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openPack, openPackForAppending, packSize, type Slice } from '../../src/content-loader/pack.ts';
import { writeWhole } from './write-whole.ts';

/** What the index file holds. */
interface Index {
  /** Hash of the code that read the files. */
  readonly code: string;
  readonly packSize: number;
  readonly files: readonly (readonly [name: string, stamp: string, slice: Slice])[];
}

export class ReadCache {
  readonly #folder: string;
  readonly #code: string;
  readonly #before: ReadonlyMap<string, readonly [stamp: string, slice: Slice]>;
  readonly #now: [name: string, stamp: string, slice: Slice][] = [];
  readonly #writer: ReturnType<typeof openPackForAppending>;
  readonly #read: (slice: Slice) => string;

  /**
   * @param folder where they are kept
   * @param code   hash of the code that reads; what other code has read is forgotten
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
   * What was read of a file, from the file itself only when it is new.
   * @param name stays the same from run to run
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
    writeWhole(this.#index, JSON.stringify({ code: this.#code, packSize: packSize(this.#pack), files: this.#now } satisfies Index));
  }

  get #pack(): string {
    return join(this.#folder, 'read.pack');
  }

  get #index(): string {
    return join(this.#folder, 'read.json');
  }

  /** Pack and index must tell the same story; a pack more than half outdated is written anew. */
  #readUsable(): ReadonlyMap<string, readonly [string, Slice]> {
    const known: Index = existsSync(this.#index) ? JSON.parse(readFileSync(this.#index, 'utf8')) as Index : { code: '', packSize: -1, files: [] };
    const used = known.files.reduce((sum, [, , [, length]]) => sum + length, 0);
    if (known.code === this.#code && known.packSize === packSize(this.#pack) && used * 2 >= known.packSize) return new Map(known.files.map(([name, ...rest]) => [name, rest]));
    rmSync(this.#pack, { force: true });
    return new Map();
  }
}
