/** Collects what several documents say about one thing. */
import type { Attested } from './graph.ts';

/** A growing list of values with the documents that attest each. */
export class Attestation {
  readonly #counts = new Map<string, { count: number; from: Set<string> }>();

  /** Notes that the document `from` says `value`; `null` says nothing. */
  add(value: string | null, from: string): void {
    const text = value?.trim();
    if (!text) return;
    const entry = this.#counts.get(text) ?? { count: 0, from: new Set() };
    entry.count += 1;
    entry.from.add(from);
    this.#counts.set(text, entry);
  }

  /** Values by number of documents, then of mentions, then length (the longer says more), then text. */
  list(): Attested[] {
    return [...this.#counts]
      .sort(([a, x], [b, y]) => y.from.size - x.from.size || y.count - x.count || b.length - a.length || (a < b ? -1 : 1))
      .map(([value, { from }]) => ({ value, from: [...from].sort() }));
  }
}
