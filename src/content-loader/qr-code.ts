/** QR codes of short addresses, error level M: as SVG for pages and paper, as PNG for people who put them into a dispatch. */
import { encode } from 'uqr';
import { writePng } from './write-png.ts';

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
  return writePng({ width: size, height: size, bits: 1, kind: 'grey' }, pixels);
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

function escapeXml(text: string): string {
  return text.replace(/[&<>]/gu, (letter) => `&#${letter.codePointAt(0)};`);
}
