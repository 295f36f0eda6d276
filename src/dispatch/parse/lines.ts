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

/** A word that opens a label, or a bullet, alone on its line: what it labels stands on the next (`Điều` / `3. Quyết định …`). */
const LONE_OPENER = /^(?:Điều|Chương|Mục|Phần|Tiểu mục|ĐIỀU|CHƯƠNG|MỤC|PHẦN|[-+•])$/u;

/** Joins a lone opener with the line right below it. */
export function joinLoneOpeners(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && LONE_OPENER.test(last.text) && line.blanksBefore === 0 && !/^[-+•]/u.test(line.text)) joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text}`, end: line.end };
    else joined.push(line);
  }
  return joined;
}

/**
 * Joins lines that one stretch of bold or italics holds (`**ỦY BAN NHÂN` / `DÂN**`), and a lone `Số:` with what follows.
 * @returns joined lines with the number of printed lines in each
 */
export function joinMarkedLines(normalized: NormalizedText, lines: readonly Line[]): { line: Line; count: number }[] {
  const joined: { line: Line; count: number }[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const held = last && line.blanksBefore === 0 && last.count < 8 && (isHeld(normalized, last.line, line) || /^Số\s*:?$|^Số\s*:.{1,40}[-/]$/u.test(last.line.text));
    if (held) {
      last.line = { ...last.line, text: `${last.line.text} ${line.text}`, end: line.end };
      last.count++;
    } else {
      joined.push({ line, count: 1 });
    }
  }
  return joined;
}

/** True when the line feed between two lines lies inside one stretch of bold or italics. */
export function isHeld(normalized: NormalizedText, before: Line, after: Line): boolean {
  for (let at = before.end; at < after.start; at++) if ((normalized.emphasis[at] ?? 0) === 0) return false;
  return after.start > before.end;
}

/** Splits a row of printed columns at gaps of three blanks or more, or at the bars of a table. @returns the line itself when there is one column */
export function splitColumns(line: Line): Line[] {
  // Printed lines that were joined say nothing about columns, and their text no longer matches their offsets.
  if (line.text.length !== line.end - line.start) return [line];
  const barred = /^\|.*\|$/u.test(line.text);
  if (!barred && !/\S {3,}\S/u.test(line.text)) return [line];
  const cells: Line[] = [];
  const pattern = barred ? /[^|\s](?:[^|]*[^|\s])?/gu : /(?:[-+*•]\s+|\d{1,2}[.)]\s+|[a-zđ]\)\s+)?\S+(?: {1,2}\S+)*/gu;
  for (const match of line.text.matchAll(pattern)) {
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
  return mergeBlanks(cells);
}

/** A blank left for a number or a day is no gap between columns: `ngày      tháng 5`, `Số:       /CV-CĐCS`. */
function mergeBlanks(cells: readonly Line[]): Line[] {
  const merged: Line[] = [];
  for (const cell of cells) {
    const last = merged.at(-1);
    const goesOn = last && ((/(?:ngày|tháng|năm)[\s.…]*$/iu.test(last.text) && /^(?:tháng|năm|\d|[.…])/iu.test(cell.text)) || (/^S[ốôỐÔ]\s*[:.]?[\s.…\d]*$/u.test(last.text) && /^[/\d.…-]/u.test(cell.text)));
    if (goesOn) merged[merged.length - 1] = { ...last, text: `${last.text} ${cell.text}`, end: cell.end };
    else merged.push(cell);
  }
  return merged;
}
