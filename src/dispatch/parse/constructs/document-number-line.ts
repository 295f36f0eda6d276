/**
 * Reads the number line: `Số: 146/KH-LĐLĐ`, `Số: 10 /LĐLĐ-CTCĐ`, `Số 12-QĐ/TW`, `Số: /UBND-VHXH` (number not yet given).
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3. Party form: Hướng dẫn 36-HD/VPTW (no colon, hyphen before slash)
 * @messages document-number-missing, space-in-number
 */

export interface NumberLine {
  /** Printed order without blanks; `null` when the serial is blank. */
  readonly number: string | null;
  /** As printed between "Số" and the end. */
  readonly raw: string;
  readonly symbol: string | null;
}

const SERIAL = String.raw`(?<serial>[\d.…_\s?A-Za-z]*?\d[\d?A-Za-z]{0,3}|[.…_\s?]*)`;
const YEAR = String.raw`(?:\s*\/\s*(?<year>(?:19|20)\d{2}))?`;
const SYMBOL = String.raw`(?<symbol>[A-ZĐ][\p{L}\d]*(?:\s?[-\/.&+,]\s?[\p{Lu}\d][\p{L}\d]*)*)`;
const NUMBER_LINE = new RegExp(String.raw`^S[ốôỐÔoóò6&][\s:.;,]*${SERIAL}${YEAR}\s*(?<separator>[-\/])\s*${SYMBOL}\s*$`, 'u');
const TERM_NUMBER = /^(?:Luật|Nghị quyết|Pháp lệnh)?\s*số\s*:?\s*(?<serial>\d{1,4})\s*\/\s*(?<year>\d{4})\s*\/\s*(?<symbol>[A-ZĐ][A-ZĐa-z]*\d{0,2})\s*$/iu;
// What OCR makes of a number written by hand: `Số: {24.2 /KH-SYT`, `Số: 0# /GM-SYT`, `Số: 332£®QÐ-SYT`. The line is known, the number is not.
const UNREADABLE_NUMBER = /^S[ốỐôÔ]\s*[:.]\s*\S{1,12}?\s*\/?\s*(?<symbol>[A-ZĐÐ]{1,8}-[\p{Lu}\d][\p{L}\d]*)\s*$/u;
const BLANK_NUMBER = /^S[ốôỐÔ]\s*:\s*[.…_\s]*$/u;

/** @returns `null` when the line is no number line */
export function readNumberLine(text: string): NumberLine | null {
  const line = text.trim();
  if (line.length > 70) return null;
  if (BLANK_NUMBER.test(line)) return { number: null, raw: line, symbol: null };
  const match = NUMBER_LINE.exec(line) ?? TERM_NUMBER.exec(line);
  if (!match?.groups) {
    const unreadable = UNREADABLE_NUMBER.exec(line);
    return unreadable && { number: null, raw: line.replace(/^S[ốỐôÔ]\s*[:.]\s*/u, ''), symbol: unreadable.groups?.symbol ?? null };
  }
  const { serial = '', year, separator = '/' } = match.groups;
  const symbol = (match.groups.symbol ?? '').replace(/\s+/gu, '');
  const digits = serial.replace(/[^\da-zA-Z?]/gu, '');
  const raw = line.replace(/^S[ốôỐÔoóò6&]\s*[:.;]?\s*/u, '').trim();
  if (!/\d/u.test(digits)) return { number: null, raw, symbol };
  return { number: `${digits}${year ? `/${year}` : ''}${separator}${symbol}`, raw, symbol };
}
