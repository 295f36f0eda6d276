/** What OCR makes of specks, punch holes and pen strokes beside the text: words that stand outside of it, or alone, and are hardly sure. */
import type { Fragment } from '../../../src/intake/pdf/fragments.ts';

/** Outside of the text's edges a word must be surer than this. */
const MARGIN_CONFIDENCE = 80;
/** A scrap alone on its row must be surer than this. */
const LONE_CONFIDENCE = 60;
const SCRAP = 4;
/** A row that is less sure than this all over is a seal or a signature. */
const ROW_CONFIDENCE = 30;

/** What is left of a number line with a number written by hand in it is kept, however unsure. */
const NUMBER_LINE = /^S[ốỐôÔóáé]\S{0,3}:|\/\S*[A-ZĐ]{2,}/u;

/** @returns the words that stay, and the scraps that were left out, for the clerk */
export function dropSpecks(words: readonly Fragment[], pageWidth: number): { words: Fragment[]; specks: string[] } {
  const edges = measureEdges(words, pageWidth);
  const specks: string[] = [];
  const kept = words.filter((word) => {
    const confidence = word.confidence ?? 100;
    const outside = edges !== null && (word.x + word.width < edges.left - word.size * 0.5 || word.x > edges.right + word.size * 0.5) && !hasNeighbour(word, words);
    const sign = !/[\p{L}\p{N}]/u.test(word.text) && (confidence < LONE_CONFIDENCE || /^[|¦_'`^~°„“”‘’.,:;]+$/u.test(word.text));
    const drop = (outside && confidence < MARGIN_CONFIDENCE) || sign || isScrapRow(word, words);
    if (drop) specks.push(word.text);
    return !drop;
  });
  return { words: kept, specks };
}

/** A word that stands close to the next one belongs to its line, also where the letterhead is wider than the text. */
function hasNeighbour(word: Fragment, words: readonly Fragment[]): boolean {
  return words.some((other) => other !== word && (other.confidence ?? 100) > LONE_CONFIDENCE && Math.abs(other.y - word.y) < word.size * 0.4 && Math.max(other.x - word.x - word.width, word.x - other.x - other.width) < word.size * 0.6);
}

function isScrapRow(word: Fragment, words: readonly Fragment[]): boolean {
  if ((word.confidence ?? 100) >= LONE_CONFIDENCE || NUMBER_LINE.test(word.text)) return false;
  const row = words.filter((other) => Math.abs(other.y - word.y) < word.size * 0.7);
  if (row.some((other) => (other.confidence ?? 100) >= LONE_CONFIDENCE || NUMBER_LINE.test(other.text))) return false;
  const letters = row.map((other) => other.text).join('').length;
  return letters <= SCRAP || row.reduce((sum, other) => sum + (other.confidence ?? 100) * other.text.length, 0) / letters < ROW_CONFIDENCE;
}

/** Where most sure words of the page begin and end; `null` on a page with few. */
function measureEdges(words: readonly Fragment[], pageWidth: number): { left: number; right: number } | null {
  const sure = words.filter((word) => (word.confidence ?? 100) > 85 && word.text.length > 1);
  if (sure.length < 40) return null;
  const starts = sure.map((word) => word.x).sort((a, b) => a - b);
  const ends = sure.map((word) => word.x + word.width).sort((a, b) => a - b);
  const left = starts[Math.floor(starts.length * 0.02)] ?? 0;
  const right = ends[Math.floor(ends.length * 0.98)] ?? pageWidth;
  return { left, right };
}
