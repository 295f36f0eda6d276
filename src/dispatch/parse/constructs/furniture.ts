/**
 * Recognises what the paper or the scanner adds around the text: page numbers, running headers of the gazette, rules of dashes,
 * the lines of a digital signature, letters of a watermark read sideways.
 *
 * @source Công báo text layers (`CÔNG BÁO/Số 1025 + 1026/Ngày 09-12-2021`, `Người ký: …`); scans with page numbers
 */
import type { Line } from '../lines.ts';

const RULE = /^[-_=~.…*\s—–]{2,}$|^\*$/u;
const PAGE_NUMBER = /^(?:[-–]?\s?\d{1,4}\s?[-–]?|(?:Trang|Page)\s+\d{1,4}(?:\s?\/\s?\d{1,4})?|\d{1,3}\s?\/\s?\d{1,3})$/iu;
const GAZETTE = /^(?:\d{1,4}\s+)?CÔNG BÁO\s?\/\s?Số\s|^CÔNG BÁO\/|^Ký bởi:|^Người ký:|^Email:|^Cơ quan:|^Thời gian ký:|^Ngày ký:|^Signature Not Verified|^Digitally signed|^\(?Đã ký\)?$/iu;
const FENCE = /^```/u;

/** True for a rule of dashes, dots or stars: a line that holds no word. */
export function isRule(text: string): boolean {
  return RULE.test(text) || FENCE.test(text) || !/[\p{L}\p{N}]/u.test(text);
}

/**
 * True for a page number or other furniture.
 * @param previous the line before, for numbers that stand alone
 */
export function isFurniture(line: Line, previous: Line | undefined, next: Line | undefined): boolean {
  if (GAZETTE.test(line.text)) return true;
  if (PAGE_NUMBER.test(line.text)) return line.blanksBefore > 0 || previous === undefined || next === undefined || next.blanksBefore > 0;
  return line.indent > 36 && line.text.length <= 5 && /^\p{Ll}[\p{L}\d\s-]*$|^[\d/]+$/u.test(line.text) && (line.blanksBefore > 0 || (next?.blanksBefore ?? 1) > 0);
}
