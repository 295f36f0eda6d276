/** Rows of the writer's kit in the browser: parts are fetched when something in them is asked for, and kept. */
import type { KitEntry } from '../corpus/exports/kit-index.ts';
import { kitPartOfKey, kitPartOfNumber, listKitParts, type KitParts } from '../corpus/exports/kit-parts.ts';

export class KitStore {
  readonly #folder: string;
  readonly #count: KitParts;
  readonly #parts = new Map<string, Promise<readonly KitEntry[]>>();
  readonly #entries = new Map<string, KitEntry>();

  private constructor(folder: string, count: KitParts) {
    this.#folder = folder;
    this.#count = count;
  }

  /** Opens the store. A small corpus has one part, fetched now: from then on nothing is. @param base path of the site, with both slashes */
  static async open(base: string): Promise<KitStore> {
    const folder = `${base}soan-can-cu/`;
    const store = new KitStore(folder, (await fetchJson(`${folder}muc-luc.json`)) as KitParts);
    if (store.#count.parts === 1) await store.fetchAll();
    return store;
  }

  /** How many rows have been fetched so far. */
  get size(): number {
    return this.#entries.size;
  }

  /** Rows fetched so far. */
  get entries(): KitEntry[] {
    return [...this.#entries.values()];
  }

  get(key: string): KitEntry | undefined {
    return this.#entries.get(key);
  }

  /** @param numbers as cited; `null` for what is cited by its name */
  fetchNumbers(numbers: readonly (string | null)[]): Promise<void> {
    return this.#fetch(numbers.map((number) => kitPartOfNumber(number, this.#count)));
  }

  fetchKeys(keys: readonly string[]): Promise<void> {
    return this.#fetch(keys.map((key) => kitPartOfKey(key, this.#count)));
  }

  fetchAll(): Promise<void> {
    return this.#fetch(listKitParts(this.#count));
  }

  async #fetch(parts: readonly string[]): Promise<void> {
    await Promise.all([...new Set(parts)].map(async (part) => {
      const known = this.#parts.get(part) ?? (fetchJson(`${this.#folder}muc-luc/${part}.json`) as Promise<readonly KitEntry[]>);
      this.#parts.set(part, known);
      try {
        for (const entry of await known) this.#entries.set(entry.key, entry);
      } catch (error) {
        // The next question may find the network again.
        this.#parts.delete(part);
        throw error;
      }
    }));
  }
}

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
