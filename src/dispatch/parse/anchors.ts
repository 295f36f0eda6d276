/**
 * Gives anchors that mirror the printed numbering: `muc-iv.3.1.g2`, `dieu-5.2.a`, `mo-dau.d1`, `~2` for a repeated label.
 *
 * @source anchor grammar of the record contract (design); domain guide section 5
 */
export class AnchorGiver {
  readonly #used = new Set<string>();
  readonly #counters = new Map<string, number>();

  /** The anchor itself, or with `~2`, `~3` when it was given before. */
  unique(anchor: string): string {
    if (!this.#used.has(anchor)) {
      this.#used.add(anchor);
      return anchor;
    }
    for (let repeat = 2; ; repeat++) {
      const candidate = `${anchor}~${repeat}`;
      if (this.#used.has(candidate)) continue;
      this.#used.add(candidate);
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
