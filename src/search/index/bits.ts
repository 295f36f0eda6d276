/**
 * Bit streams of the term index: Elias gamma for small counts, Golomb-Rice for gaps between documents. Under one byte a
 * posting, and nothing is left for gzip to gain, so the files are served as they are and decoded without unpacking.
 */

/** A Rice quotient from here on is escaped, so that no outlier costs kilobytes. */
const ESCAPE = 24;

/** Appends bits, most significant first. */
export class BitWriter {
  private bytes = new Uint8Array(1024);
  private length = 0;
  private current = 0;
  private free = 8;

  write(value: number, bits: number): void {
    while (bits > 0) {
      const take = Math.min(bits, this.free);
      const chunk = Math.floor(value / 2 ** (bits - take)) & ((1 << take) - 1);
      this.current |= chunk << (this.free - take);
      this.free -= take;
      bits -= take;
      if (this.free === 0) this.flushByte();
    }
  }

  /** Elias gamma; `value` from 1. */
  gamma(value: number): void {
    const bits = 32 - Math.clz32(value);
    this.write(0, bits - 1);
    this.write(value, bits);
  }

  /** Golomb-Rice with `k` low bits. */
  rice(value: number, k: number): void {
    const quotient = Math.floor(value / 2 ** k);
    if (quotient >= ESCAPE) {
      this.write(2 ** ESCAPE - 1, ESCAPE);
      this.write(value, 32);
      return;
    }
    for (let left = quotient; left > 0; left -= 8) this.write(2 ** Math.min(left, 8) - 1, Math.min(left, 8));
    this.write(0, 1);
    this.write(value % 2 ** k, k);
  }

  /** Bytes written so far; the last one filled up with zeros. */
  finish(): Uint8Array {
    if (this.free < 8) this.flushByte();
    return this.bytes.slice(0, this.length);
  }

  private flushByte(): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = this.current;
    this.current = 0;
    this.free = 8;
  }
}

/** Reads what BitWriter wrote. Reading past the end gives zeros, never an exception, so a cut file cannot hang a search. */
export class BitReader {
  private readonly bytes: Uint8Array;
  /** In bits. */
  private position: number;

  /** @param start byte to begin at */
  constructor(bytes: Uint8Array, start = 0) {
    this.bytes = bytes;
    this.position = start * 8;
  }

  get atEnd(): boolean {
    return this.position >= this.bytes.length * 8;
  }

  /** @param bits at most 32 */
  read(bits: number): number {
    if (bits === 0) return 0;
    const value = this.peek() >>> (32 - bits);
    this.position += bits;
    return value;
  }

  gamma(): number {
    const window = this.peek();
    const zeros = Math.clz32(window);
    if (zeros < 16) {
      this.position += 2 * zeros + 1;
      return window >>> (31 - 2 * zeros);
    }
    this.position += Math.min(zeros, 31);
    return Math.max(1, this.read(Math.min(zeros, 31) + 1));
  }

  rice(k: number): number {
    const ones = Math.clz32(~this.peek());
    if (ones >= ESCAPE) {
      this.position += ESCAPE;
      return this.read(32);
    }
    this.position += ones + 1;
    return ones * 2 ** k + this.read(k);
  }

  /** The next 32 bits. */
  private peek(): number {
    const { bytes } = this;
    const at = this.position >> 3;
    const offset = this.position & 7;
    const word = ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    return (offset === 0 ? word : (word << offset) | ((bytes[at + 4] ?? 0) >> (8 - offset))) >>> 0;
  }
}
