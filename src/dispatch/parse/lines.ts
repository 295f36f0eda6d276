/**
 * Lines of the normalized text, and printed cells inside a line that is two columns read in one row
 * (`ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`).
 */
import type { NormalizedText } from '../normalize/index.ts';

export interface Line {
  /** Trimmed text for matching. */
  readonly text: string;
  /** Offsets of the trimmed text in the normalized text. */
  readonly start: number;
  readonly end: number;
  /** Blanks before the text. */
  readonly indent: number;
  /** Blank lines right before this one. */
  readonly blanksBefore: number;
  /** Index among all lines, blank ones included; counts from 0. */
  readonly index: number;
  /** True for the right-hand or later cell of a printed row. */
  readonly continuesRow: boolean;
}

/** All lines that hold something, in order. */
export function readLines(normalized: NormalizedText): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let blanksBefore = 0;
  const { text } = normalized;
  for (let index = 0; start <= text.length; index++) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const slice = text.slice(start, end);
    const trimmed = slice.trim();
    if (trimmed === '') {
      blanksBefore++;
    } else {
      const indent = slice.length - slice.trimStart().length;
      lines.push({ text: trimmed, start: start + indent, end: start + indent + trimmed.length, indent, blanksBefore, index, continuesRow: false });
      blanksBefore = 0;
    }
    start = end + 1;
  }
  return lines;
}

/** Splits a row of printed columns at gaps of three blanks or more. @returns the line itself when there is one column */
export function splitColumns(line: Line): Line[] {
  if (!/\S {3,}\S/u.test(line.text)) return [line];
  const cells: Line[] = [];
  for (const match of line.text.matchAll(/\S+(?: {1,2}\S+)*/gu)) {
    cells.push({
      ...line,
      text: match[0],
      start: line.start + match.index,
      end: line.start + match.index + match[0].length,
      indent: line.indent + match.index,
      blanksBefore: cells.length === 0 ? line.blanksBefore : 0,
      continuesRow: cells.length > 0,
    });
  }
  return cells;
}
