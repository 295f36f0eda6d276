/** Fragments of one page to printed rows, and rows to segments where a wide gap parts two columns. */
import type { Run } from '../blocks.ts';
import { isPossibleSyllable } from '../../dispatch/lint/syllables/syllable-shape.ts';
import type { Fragment } from './fragments.ts';
import { partWords } from './part-words.ts';

/** A stretch of one row without a wide gap. */
export interface Segment {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly size: number;
  readonly runs: readonly Run[];
  readonly text: string;
  readonly words: readonly { readonly text: string; readonly confidence: number }[];
}

export interface Row {
  readonly y: number;
  readonly segments: readonly Segment[];
}

/** Gap, in heights of the letters, that parts columns. */
const COLUMN_GAP = 2;
/** Gap that parts words. */
const WORD_GAP = 0.18;

// The right half of a letterhead often stands close to a wide left half.
const RIGHT_COLUMN = /^\s*(?:CỘNG H[OÒ]|ĐẢNG CỘNG SẢN|Độc lập\s*-|\p{Lu}[\p{L}\s.]{2,30},\s*ngày\s)/u;

/** Rows from the top, each with its segments from the left. */
export function groupRows(fragments: readonly Fragment[]): Row[] {
  const rows: Fragment[][] = [];
  for (const fragment of [...fragments].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.findLast((candidate, index) => index >= rows.length - 4 && isSameRow(candidate, fragment));
    if (row) row.push(fragment);
    else rows.push([fragment]);
  }
  return rows.filter((row) => row.some(({ text }) => text.trim() !== '')).map((row) => {
    const sorted = row.sort((a, b) => a.x - b.x);
    return { y: median(sorted.map(({ y }) => y)), segments: splitSegments(sorted) };
  }).sort((a, b) => a.y - b.y);
}

function isSameRow(row: readonly Fragment[], fragment: Fragment): boolean {
  const nearest = row.reduce((best, other) => (distance(other, fragment) < distance(best, fragment) ? other : best));
  const gap = Math.abs(nearest.y - fragment.y);
  const size = Math.min(nearest.size, fragment.size);
  // A raised number is small and stands close to its word.
  const raised = Math.max(nearest.size, fragment.size) > size * 1.3 && distance(nearest, fragment) < size && gap < Math.max(nearest.size, fragment.size) * 0.6;
  return gap < size * 0.4 || raised;
}

function distance(a: Fragment, b: Fragment): number {
  return Math.max(0, a.x - (b.x + b.width), b.x - (a.x + a.width));
}

function splitSegments(row: readonly Fragment[]): Segment[] {
  const segments: Fragment[][] = [];
  let text = '';
  let isRight = false;
  for (const fragment of row) {
    const last = segments.at(-1);
    const before = last?.at(-1);
    const gap = before ? fragment.x - (before.x + before.width) : 0;
    // A blank left for a number or a day is no gap between columns.
    const awaited = /(?:S[ốỐ]\s*[:.]?|ngày|tháng|năm)\s*$/u.test(text) || (/,\s*$/u.test(text) && /^\s*tháng/u.test(fragment.text)) || (/^\s*(?:tháng|năm|\/)/u.test(fragment.text) && /(?:ngày|tháng|S[ốỐ]\s*[:.]?)\s*\d{0,5}\s*$/u.test(text));
    const size = Math.max(fragment.size, before?.size ?? 0);
    const opensColumn: boolean = !isRight && gap > size * 0.35 && RIGHT_COLUMN.test(row.slice(row.indexOf(fragment)).map((entry) => (entry.confidence === null ? entry.text : `${entry.text} `)).join(''));
    isRight ||= opensColumn;
    // After a label comes a tab, not a column.
    const labelled = /^\s*(?:[-–+*•]|\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zđ]\)|[IVX]{1,5}[.)])\s*$/u.test(text);
    if (last && !opensColumn && (gap < COLUMN_GAP * size || labelled || (awaited && gap < 8 * fragment.size))) last.push(fragment);
    else {
      segments.push([fragment]);
      text = '';
    }
    text += fragment.confidence === null ? fragment.text : `${fragment.text} `;
  }
  return segments.map(makeSegment);
}

/** @param fragments of one segment, from the left */
export function makeSegment(fragments: readonly Fragment[]): Segment {
  const runs: Run[] = [];
  const words: { text: string; confidence: number }[] = [];
  let end: number | null = null;
  for (const [index, { text, x, width, size, bold, italic, confidence }] of fragments.entries()) {
    // Words of OCR are words, however close a slanted letter comes to the next one.
    const apart = confidence !== null || (end !== null && x - end > size * WORD_GAP);
    const spaced = end !== null && apart && !/^\s/u.test(text) && !/\s$/u.test(runs.at(-1)?.text ?? '');
    const next = fragments[index + 1];
    // `từ n` before `guồn`: the letter at the end belongs to the next fragment.
    const goesOn = next !== undefined && next.x - (x + width) <= size * WORD_GAP && /^[\p{L}\p{M}]/u.test(next.text);
    runs.push({ text: `${spaced ? ' ' : ''}${joinWords(text, goesOn)}`, bold, italic });
    if (confidence !== null) words.push({ text, confidence });
    end = x + width;
  }
  const text = runs.map((run) => run.text).join('').replace(/\s+/gu, ' ').trim();
  const first = fragments[0];
  return { x1: first?.x ?? 0, x2: Math.max(...fragments.map((entry) => entry.x + entry.width)), y: median(fragments.map(({ y }) => y)), size: median(fragments.map(({ size }) => size)), runs, text, words };
}

/** Mends the blanks of a fragment: too many and too few. @param goesOn its last word goes on in the next fragment */
function joinWords(text: string, goesOn: boolean): string {
  const mended = goesOn ? text.replace(/^.*\s/su, mendSplitWords) : mendSplitWords(text);
  return mended.replace(/[\p{L}\p{M}]{5,}/gu, (word) => partWords(word.normalize('NFC')));
}

/** `chứ c`: a wide letter gap in a spread line was taken for a blank. Consonants alone are no word, and together they make one. */
function mendSplitWords(text: string): string {
  return text.replace(/(?<![\p{L}\p{M}])([\p{Ll}\p{Lu}][\p{Ll}\p{M}]*) ((?:ch|nh|ng|[cmnpt]))(?![\p{L}\p{M}\p{N}/.)-])/gu, (whole, head: string, tail: string) => (/[aăâeêioôơuưy]\p{M}*$/iu.test(head.normalize('NFD')) && isPossibleSyllable(head + tail) && /[\u0300-\u036f]/u.test(head.normalize('NFD')) ? head + tail : whole));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
