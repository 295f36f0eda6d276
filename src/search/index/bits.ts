/**
 * Bit streams of the term index: Elias gamma for small counts, Golomb-Rice for gaps between documents. About one byte a
 * posting, and nothing is left for gzip to gain, so the files are served as they are and decoded without unpacking.
 */

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

  /** Golomb-Rice with `k` low bits; a quotient above 24 is escaped so that no outlier costs kilobytes. */
  rice(value: number, k: number): void {
    const quotient = Math.floor(value / 2 ** k);
    if (quotient >= 24) {
      this.write(2 ** 24 - 1, 24);
      this.write(value, 32);
      return;
    }
    for (let left = quotient; left > 0; left -= 8) this.write(2 ** Math.min(left, 8) - 1, Math.min(left, 8));
    this.write(0, 1);
    this.write(value % 2 ** k, k);
  }

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
  private position = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get atEnd(): boolean {
    return this.position >= this.bytes.length * 8;
  }

  read(bits: number): number {
    let value = 0;
    while (bits > 0) {
      const offset = this.position & 7;
      const take = Math.min(bits, 8 - offset);
      const byte = this.bytes[this.position >> 3] ?? 0;
      value = value * 2 ** take + ((byte >> (8 - offset - take)) & ((1 << take) - 1));
      this.position += take;
      bits -= take;
    }
    return value;
  }

  gamma(): number {
    let zeros = 0;
    while (zeros < 32 && !this.atEnd && this.bit() === 0) zeros++;
    return 2 ** zeros + this.read(zeros);
  }

  rice(k: number): number {
    let quotient = 0;
    while (quotient < 24 && this.bit() === 1) quotient++;
    if (quotient === 24) return this.read(32);
    return quotient * 2 ** k + this.read(k);
  }

  private bit(): number {
    const byte = this.bytes[this.position >> 3] ?? 0;
    const bit = (byte >> (7 - (this.position & 7))) & 1;
    this.position++;
    return bit;
  }
}
