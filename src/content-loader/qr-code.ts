/** QR codes of short addresses, error level M: as SVG for pages and paper, as PNG for people who put them into a dispatch. */
import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

/** Modules of the code with the quiet zone of four that scanners ask for; true is dark. */
function encodeModules(text: string): boolean[][] {
  return encode(text, { ecc: 'M', border: 4 }).data;
}

/** One path of dark runs on white, sized by whoever shows it. */
export function makeQrSvg(text: string, label: string): string {
  const modules = encodeModules(text);
  const path = modules.flatMap((row, y) => findRuns(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join('');
  const size = modules.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 4}" height="${size * 4}" role="img" shape-rendering="crispEdges"><title>${escapeXml(label)}</title><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>\n`;
}

/**
 * Black and white, one bit a pixel.
 * @param scale pixels a module; 12 prints 4 cm wide at 300 dots an inch
 */
export function makeQrPng(text: string, scale = 12): Uint8Array<ArrayBuffer> {
  const modules = encodeModules(text);
  const size = modules.length * scale;
  const rowBytes = Math.ceil(size / 8);
  const pixels = new Uint8Array((rowBytes + 1) * size);
  for (let y = 0; y < size; y++) {
    const row = modules[Math.floor(y / scale)] ?? [];
    for (let x = 0; x < size; x++) if (!row[Math.floor(x / scale)]) pixels[y * (rowBytes + 1) + 1 + (x >> 3)]! |= 0x80 >> (x & 7);
  }
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, size);
  view.setUint32(4, size);
  head.set([1, 0, 0, 0, 0], 8);
  return joinBytes([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(pixels, { level: 9 })), chunk('IEND', new Uint8Array())]);
}

function findRuns(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === x) last[1]++;
    else runs.push([x, 1]);
  });
  return runs;
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

function escapeXml(text: string): string {
  return text.replace(/[&<>]/gu, (letter) => `&#${letter.codePointAt(0)};`);
}
