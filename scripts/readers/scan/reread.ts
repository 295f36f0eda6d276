/**
 * Reads a part of a page by itself, at three sizes, and takes of each printed line the reading that is surest or that the body bears out.
 * Whole pages are read for running text: lines of two columns run together, a line beside a seal or a pen stroke is thrown away.
 */
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import type { Fragment } from '../../../src/intake/pdf/fragments.ts';

export type RecognizeBlock = (png: Uint8Array) => Promise<Fragment[]>;

/** A part of a page, in dots. */
export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** White around a column, in dots: OCR loses letters at the edge. */
const MARGIN = 40;
/** Sizes of reading: small letters win by the first, large ones by the second. */
const SCALES = [1, 0.7, 0.55];

/** One printed line: its best reading, and all of them. */
export interface RereadLine {
  readonly words: readonly Fragment[];
  readonly readings: readonly (readonly Fragment[])[];
}

/** @param words of the whole page */
export async function rereadBox(canvas: Canvas, words: readonly Fragment[], box: Box, spoken: string, recognize: RecognizeBlock): Promise<RereadLine[]> {
  const readings = [words.filter((word) => isInside(word, box))];
  for (const scale of SCALES) readings.push(await readBox(canvas, box, scale, recognize));
  return chooseLines(readings.map(splitLines), spoken);
}

/** Words as they are spoken in the body, small, each between blanks: an organ names itself there again. */
export function spellBody(words: readonly Fragment[]): string {
  return ` ${words.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `.toLocaleLowerCase('vi');
}

export function isInside(word: Fragment, box: Box): boolean {
  const [x, y] = [word.x + word.width / 2, word.y - word.size * 0.3];
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
}

async function readBox(canvas: Canvas, { x, y, width, height }: Box, scale: number, recognize: RecognizeBlock): Promise<Fragment[]> {
  const part = createCanvas(Math.round(width * scale) + 2 * MARGIN, Math.round(height * scale) + 2 * MARGIN);
  const context = part.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, part.width, part.height);
  context.drawImage(canvas, x, y, width, height, MARGIN, MARGIN, width * scale, height * scale);
  const words = await recognize(await part.encode('png'));
  return words.map((word) => ({ ...word, x: (word.x - MARGIN) / scale + x, y: (word.y - MARGIN) / scale + y, width: word.width / scale, size: word.size / scale }));
}

function splitLines(words: readonly Fragment[]): Fragment[][] {
  const lines: Fragment[][] = [];
  for (const word of [...words].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line && last && Math.abs(word.y - last.y) < Math.min(word.size, last.size) * 0.5) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x));
}

function chooseLines(readings: readonly (readonly Fragment[][])[], spoken: string): RereadLine[] {
  const groups: Fragment[][][] = [];
  for (const line of readings.flat()) {
    const group = groups.find((others) => others.some((other) => Math.abs(middle(other) - middle(line)) < height(line) * 0.55));
    if (group) group.push(line);
    else groups.push([line]);
  }
  return groups.map((lines) => ({ words: voteByBody(lines, spoken) ?? lines.reduce((best, line) => (score(line) > score(best) ? line : best)), readings: lines }));
}

/**
 * Of several readings of one line the words that stand beside each other in the body too: of `SỚ Y TẾ` and `SỞ Y TÉ` each has what the
 * other lacks, and the body says `Sở Y tế`. Every word is one that was read.
 */
function voteByBody(lines: readonly Fragment[][], spoken: string): Fragment[] | null {
  const [first] = lines;
  const alike = lines.filter((line) => line.length === first?.length);
  if (!first || first.length < 2 || first.length > 8) return null;
  let chosen: Fragment[][] = [[]];
  for (let index = 0; index < first.length; index++) {
    const words = new Map<string, Fragment>();
    for (const word of alike.flatMap((line) => line.slice(index, index + 1))) if ((words.get(word.text)?.confidence ?? -1) < (word.confidence ?? 100)) words.set(word.text, word);
    chosen = chosen.flatMap((start) => [...words.values()].map((word) => [...start, word]));
    if (chosen.length > 300) return null;
  }
  const ranked = chosen.map((line) => ({ line, said: line.slice(1).filter((word, index) => spoken.includes(` ${line[index]?.text ?? ''} ${word.text} `.toLocaleLowerCase('vi'))).length, sure: sureness(line) })).sort((a, b) => b.said - a.said || b.sure - a.sure);
  return ranked[0] && ranked[0].said > 0 ? ranked[0].line : null;
}

function score(line: readonly Fragment[]): number {
  const text = line.map((word) => word.text).join(' ');
  // A line with the mark of a number is worth more than a clean piece of it.
  const numbered = /^S[ốôỐÔóáé].*\/\s*\S*[A-ZĐ]{2,}/u.test(text) ? 60 : 0;
  return sureness(line) + numbered + Math.min(text.length, 40) * 0.5;
}

/** Mean confidence, letter by letter. */
export function sureness(line: readonly Fragment[]): number {
  return line.reduce((sum, { text, confidence }) => sum + text.length * (confidence ?? 100), 0) / Math.max(line.reduce((sum, { text }) => sum + text.length, 0), 1);
}

function middle(line: readonly Fragment[]): number {
  return line.reduce((sum, word) => sum + word.y - word.size * 0.3, 0) / line.length;
}

function height(line: readonly Fragment[]): number {
  return line.reduce((sum, word) => sum + word.size, 0) / line.length;
}
