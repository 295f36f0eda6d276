/**
 * Gives anchors that mirror the printed numbering: `muc-iv.3.1.g2`, `dieu-5.2.a`, `mo-dau.d1`, `~2` for a repeated label.
 *
 * @source anchor grammar of the record contract (design); domain guide section 5
 */
export class AnchorGiver {
  readonly #used = new Set<string>();
  readonly #counters = new Map<string, number>();
  /** Last repeat given to an anchor, so that a label repeated a thousand times is not searched a thousand times over. */
  readonly #repeats = new Map<string, number>();

  /** The anchor itself, or with `~2`, `~3` when it was given before. */
  unique(anchor: string): string {
    if (!this.#used.has(anchor)) {
      this.#used.add(anchor);
      return anchor;
    }
    for (let repeat = (this.#repeats.get(anchor) ?? 1) + 1; ; repeat++) {
      const candidate = `${anchor}~${repeat}`;
      if (this.#used.has(candidate)) continue;
      this.#used.add(candidate);
      this.#repeats.set(anchor, repeat);
      return candidate;
    }
  }

  /** Next numbered anchor below a parent: `d` paragraph, `g` bullet, `c` plus, `b` table. */
  next(parent: string, letter: 'd' | 'g' | 'c' | 'b'): string {
    const prefix = parent === '' ? letter : `${parent}.${letter}`;
    const count = (this.#counters.get(prefix) ?? 0) + 1;
    this.#counters.set(prefix, count);
    return this.unique(`${prefix}${count}`);
  }
}
