/** PNG files of few colours, written with the deflate of Node alone, so that the same picture gives the same bytes. */
import { crc32, deflateSync } from 'node:zlib';

export interface PngHead {
  readonly width: number;
  readonly height: number;
  /** Bits a pixel. */
  readonly bits: 1 | 8;
  readonly kind: 'grey' | 'palette';
}

/**
 * @param lines   rows of pixels, each after one byte 0 (no filter)
 * @param palette red, green, blue of each colour, for kind `palette`
 */
export function writePng({ width, height, bits, kind }: PngHead, lines: Uint8Array, palette: Uint8Array = new Uint8Array()): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([bits, kind === 'palette' ? 3 : 0], 8);
  const colours = kind === 'palette' ? [chunk('PLTE', palette)] : [];
  return joinBytes([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), ...colours, chunk('IDAT', deflateSync(lines, { level: 6 })), chunk('IEND', new Uint8Array())]);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
