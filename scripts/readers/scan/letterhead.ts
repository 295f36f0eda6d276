/**
 * Reads the two columns of a letterhead a second time, each by itself and at two sizes. Whole pages are read for running text: a number written
 * by hand between print is thrown away with its line, and lines of both columns run together.
 */
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import type { Fragment } from '../../../src/intake/pdf/fragments.ts';

export type RecognizeBlock = (png: Uint8Array) => Promise<Fragment[]>;

/** Printed digits come above this, written ones hardly ever. */
const SURE_NUMBER = 92;

interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** White around a column, in dots: OCR loses letters at the edge. */
const MARGIN = 40;
/** Sizes of reading: small letters win by the first, large ones by the second. */
const SCALES = [1, 0.7, 0.55];

/**
 * @param words of the whole page
 * @returns the words with those of the letterhead read anew; as they were when no letterhead of two columns is found
 */
export async function rereadLetterhead(canvas: Canvas, words: readonly Fragment[], recognize: RecognizeBlock): Promise<Fragment[]> {
  const columns = findColumns(words, canvas);
  if (columns.length === 0) return [...words];
  const body = words.filter((word) => !columns.some((box) => isInside(word, box)));
  const spoken = ` ${body.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `.toLocaleLowerCase('vi');
  const found: Fragment[] = [];
  for (const box of columns) {
    const readings = [words.filter((word) => isInside(word, box))];
    for (const scale of SCALES) readings.push(await readBox(canvas, box, scale, recognize));
    found.push(...mergeLines(readings.map(splitLines), spoken));
  }
  return [...body, ...found];
}

/** The column left of the national heading, and its own. */
function findColumns(words: readonly Fragment[], { width, height }: Canvas): Box[] {
  const top = words.filter((word) => word.y < height * 0.3);
  const heading = top.find((word, index) => /^(?:C[ỘÔOÓÒ]NG|ĐẢNG)$/u.test(word.text) && /^(?:H[OÒÓỜÔ]|C[ỘÔO]NG)/u.test(top[index + 1]?.text ?? '') && word.x > width * 0.25);
  const date = top.find((word, index) => /^th[áa]ng$/iu.test(word.text) && word.x > width * 0.4 && /^n[ăa]m$/iu.test(top[index + 2]?.text ?? ''));
  if (!heading || !date || date.y <= heading.y) return [];
  const split = heading.x - heading.size * 0.4;
  const from = Math.max(0, heading.y - heading.size * 2.2);
  // The subject of a letter goes on under its number, until a row that fills the page.
  const below = words.filter((word) => word.y > date.y + date.size * 0.6 && word.y - word.size < date.y + height * 0.09);
  const crossing = below.filter((word) => word.x > split || word.x + word.width > split).map((word) => word.y - word.size * 1.1);
  const to = Math.min(date.y + height * 0.09, ...crossing);
  const leftEdge = Math.max(0, Math.min(...top.filter((word) => (word.confidence ?? 0) > 60 && word.text.length > 1).map((word) => word.x)) - heading.size);
  return [
    { x: leftEdge, y: from, width: split - leftEdge, height: Math.max(to, date.y + date.size * 0.8) - from },
    { x: split, y: from, width: width - split, height: date.y + date.size * 0.8 - from },
  ];
}

function isInside(word: Fragment, box: Box): boolean {
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

/** For each printed line the best of its readings. @param spoken the body in small letters: an organ names itself there again */
function mergeLines(readings: readonly (readonly Fragment[][])[], spoken: string): Fragment[] {
  const groups: Fragment[][][] = [];
  for (const line of readings.flat()) {
    const group = groups.find((others) => others.some((other) => Math.abs(middle(other) - middle(line)) < height(line) * 0.55));
    if (group) group.push(line);
    else groups.push([line]);
  }
  return groups.flatMap((lines) => markNumber(voteByBody(lines, spoken) ?? lines.reduce((best, line) => (score(line) > score(best) ? line : best))));
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
function sureness(line: readonly Fragment[]): number {
  return line.reduce((sum, { text, confidence }) => sum + text.length * (confidence ?? 100), 0) / Math.max(line.reduce((sum, { text }) => sum + text.length, 0), 1);
}

/** Digits of a number or a day that are not sure are most often written by hand: marked, so that the parser tells the clerk. */
function markNumber(line: Fragment[]): Fragment[] {
  const [head, ...rest] = line;
  const unsure = (word: Fragment): boolean => /\d/u.test(word.text) && (word.confidence ?? 100) < SURE_NUMBER;
  const day = line.findIndex(({ text }) => /^ngày$/iu.test(text)) + 1;
  if (day > 0 && /^th/u.test(line[day + 1]?.text ?? '')) return line.map((word, index) => (index === day && unsure(word) ? { ...word, italic: true } : word));
  const parts = /^(S[ốỐôÔ]\s*[:.])(.+)$/u.exec(head?.text ?? '');
  if (!head || !/^S[ốỐôÔ]\s*[:.]/u.test(head.text)) return line;
  const share = parts ? (parts[1] ?? '').length / head.text.length : 1;
  const words = parts ? [{ ...head, text: parts[1] ?? '', width: head.width * share }, { ...head, text: parts[2] ?? '', x: head.x + head.width * share, width: head.width * (1 - share) }, ...rest] : line;
  return words.map((word, index) => (index > 0 && unsure(word) ? { ...word, italic: true } : word));
}

function middle(line: readonly Fragment[]): number {
  return line.reduce((sum, word) => sum + word.y - word.size * 0.3, 0) / line.length;
}

function height(line: readonly Fragment[]): number {
  return line.reduce((sum, word) => sum + word.size, 0) / line.length;
}
