/** Reads the two columns of a letterhead a second time; what was filled in by hand is marked. */
import type { Canvas } from '@napi-rs/canvas';
import type { Fragment } from '../../../src/intake/pdf/fragments.ts';
import { isInside, rereadBox, spellBody, type Box, type RecognizeBlock, type RereadLine } from './reread.ts';

/** Printed digits come above this, written ones hardly ever. */
const SURE_NUMBER = 92;

/**
 * @param words of the whole page
 * @returns the words with those of the letterhead read anew; as they were when no letterhead of two columns is found
 */
export async function rereadLetterhead(canvas: Canvas, words: readonly Fragment[], recognize: RecognizeBlock): Promise<Fragment[]> {
  const columns = findColumns(words, canvas);
  if (columns.length === 0) return [...words];
  const body = words.filter((word) => !columns.some((box) => isInside(word, box)));
  const spoken = spellBody(body);
  const found: Fragment[] = [];
  for (const box of columns) found.push(...(await rereadBox(canvas, words, box, spoken, recognize)).flatMap(markNumber));
  return [...body, ...found];
}

/** The column left of the national heading, and its own. */
function findColumns(words: readonly Fragment[], { width, height }: Canvas): Box[] {
  const top = words.filter((word) => word.y < height * 0.3);
  const heading = top.find((word, index) => /^(?:C[ỘÔOÓÒ]NG|ĐẢNG)$/u.test(word.text) && /^(?:H[OÒÓỜÔ]|C[ỘÔO]NG)/u.test(top[index + 1]?.text ?? '') && word.x > width * 0.25);
  const date = top.find((word, index) => /^th[áa]ng$/iu.test(word.text) && word.x > width * 0.4 && /^n[ăa][mn]$/iu.test(top[index + 2]?.text ?? ''));
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

/** Digits of a number or a day that are not sure, or not read alike, or stand apart from the bar, are most often written by hand: marked, so that the parser tells the clerk. */
function markNumber({ words: line, readings }: RereadLine): Fragment[] {
  const digits = new Set(readings.map((reading) => /\d+/u.exec(reading.map(({ text }) => text).join(' '))?.[0]));
  const unsure = (word: Fragment): boolean => /\d/u.test(word.text) && ((word.confidence ?? 100) < SURE_NUMBER || digits.size > 1);
  const words = line.flatMap((word) => splitAt(word, /^(ngày\s+)(\d.*)$/iu));
  const day = words.findIndex(({ text }) => /^ngày$/iu.test(text)) + 1;
  if (day > 0 && /^th/u.test(words[day + 1]?.text ?? '')) return words.map((word, index) => (index === day && unsure(word) ? { ...word, italic: true } : word));
  if (!/^S[ốỐôÔ]\s*[:.]/u.test(words[0]?.text ?? '')) return words;
  const numbered = words.flatMap((word, index) => (index === 0 ? splitAt(word, /^(S[ốỐôÔ]\s*[:.])(.+)$/u) : [word]));
  return numbered.map((word, index) => (index > 0 && (unsure(word) || (/^\d+$/u.test(word.text) && /^\//u.test(numbered[index + 1]?.text ?? ''))) ? { ...word, italic: true } : word));
}

/** Parts a word that two were read as. @param pattern two groups, one for each part */
function splitAt(word: Fragment, pattern: RegExp): Fragment[] {
  const [, first, second] = pattern.exec(word.text) ?? [];
  if (first === undefined || second === undefined) return [word];
  const share = first.length / word.text.length;
  return [{ ...word, text: first.trim(), width: word.width * share }, { ...word, text: second, x: word.x + word.width * share, width: word.width * (1 - share) }];
}
