/** Shows where two texts of one paper differ, paragraph by paragraph, for the person who replaces a scan by a better one. */
import { printLine } from './print.ts';

export interface LineChange {
  readonly kind: 'removed' | 'added';
  /** Line in its own text, from 1. */
  readonly line: number;
  readonly text: string;
}

/** Changes shown; the rest is counted. */
const SHOWN = 40;
/** Lines beyond which only the changed middle would be compared too slowly. */
const MAX_LINES = 6000;

/** Lines that only one of two texts has, in order; blanks do not count. */
export function diffLines(before: string, after: string): LineChange[] {
  const list = (text: string): { line: number; text: string }[] => text.split(/\r?\n|\f/u).map((line, index) => ({ line: index + 1, text: line.replace(/\s+/gu, ' ').trim() })).filter(({ text: words }) => words !== '').slice(0, MAX_LINES);
  const [a, b] = [list(before), list(after)];
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) (lengths[i] as Uint16Array)[j] = a[i]?.text === b[j]?.text ? (lengths[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(lengths[i + 1]?.[j] ?? 0, lengths[i]?.[j + 1] ?? 0);
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left && right && left.text === right.text) {
      i++;
      j++;
    } else if (left && (!right || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      changes.push({ kind: 'removed', ...left });
      i++;
    } else if (right) {
      changes.push({ kind: 'added', ...right });
      j++;
    }
  }
  return changes;
}

/** Prints the differences, `-` before what goes and `+` before what comes. */
export function reportTextDiff(before: string, after: string): void {
  const changes = diffLines(before, after);
  printLine(changes.length === 0 ? 'Chữ của bản mới giống bản cũ.' : `Chữ của bản mới khác bản cũ ở ${changes.length} dòng (- cũ, + mới):`);
  for (const { kind, line, text } of changes.slice(0, SHOWN)) printLine(`  ${kind === 'removed' ? '-' : '+'} ${line}: ${text}`);
  if (changes.length > SHOWN) printLine(`  … và ${changes.length - SHOWN} dòng nữa.`);
}
