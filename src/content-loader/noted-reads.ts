/**
 * Notes what each page reads of the corpus while it is rendered, so that the next build knows which pages a change can reach: a changed
 * title reaches the page of the document and every page that looked at it, and no other. Nobody lists by hand what a page shows.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

/** Name of a thing read: kind and key, `document:bo-chinh-tri/2024/57-nq-tw`. */
export type Read = string;

/** Stands for everything: what a page reads that walks over the whole corpus. */
export const WHOLE_CORPUS: Read = '*';

/** Runs `render` and gathers what is read meanwhile, also across its pauses. */
export function gatherReads<Result>(reads: Set<Read>, render: () => Promise<Result>): Promise<Result> {
  return storage().run(reads, render);
}

/** The build bundles its own copy of this module for the pages; both copies must meet in one place. */
function storage(): AsyncLocalStorage<Set<Read>> {
  return ((globalThis as { [HOST]?: AsyncLocalStorage<Set<Read>> })[HOST] ??= new AsyncLocalStorage());
}

const HOST = Symbol.for('can-cu.reads');

/** Notes a read of the page being rendered; outside of rendering nothing is noted. */
export function noteRead(read: Read): void {
  storage().getStore()?.add(read);
}

/** A map that notes each look at one of its entries, and a walk over it as a read of the whole corpus. */
export class NotedMap<Value> extends Map<string, Value> {
  readonly #kind: string;

  /** @param kind first part of the names of its reads */
  constructor(kind: string, entries: ReadonlyMap<string, Value>) {
    super(entries);
    this.#kind = kind;
  }

  override get(key: string): Value | undefined {
    noteRead(`${this.#kind}:${key}`);
    return super.get(key);
  }

  override has(key: string): boolean {
    noteRead(`${this.#kind}:${key}`);
    return super.has(key);
  }

  override get size(): number {
    noteRead(WHOLE_CORPUS);
    return super.size;
  }

  override keys(): MapIterator<string> {
    noteRead(WHOLE_CORPUS);
    return super.keys();
  }

  override values(): MapIterator<Value> {
    noteRead(WHOLE_CORPUS);
    return super.values();
  }

  override entries(): MapIterator<[string, Value]> {
    noteRead(WHOLE_CORPUS);
    return super.entries();
  }

  override [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  override forEach(visit: (value: Value, key: string, map: Map<string, Value>) => void): void {
    noteRead(WHOLE_CORPUS);
    super.forEach(visit);
  }
}
