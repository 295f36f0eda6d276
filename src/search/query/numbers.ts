/**
 * Document numbers in any shape: as printed, as typed on a phone, as a scan garbles them.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3; Hướng dẫn 36-HD/VPTW; domain guide 3.3, 4.1.
 * @accepts `57-NQ/TW` `57- NQ/TW` `57 nq tw` `NQ57` `nq 57` `nghi quyet 57` `số 146/KH` `kh 146 ldld` `310cv` `50/2024/QH15` `l46/KH-LĐLĐ`
 */
import { foldVietnamese } from '../../domain/vietnamese.ts';
import { replaceLookalikes } from '../../domain/lookalikes.ts';

/** A number that a text prints, for the index key of what it cites. */
export interface PrintedNumber {
  /** `57-nq-tw` */
  readonly identity: string;
  readonly start: number;
  readonly end: number;
}

const PRINTED = /(?<![\p{L}\d/-])(\d{1,5}[a-zđ]?)\s?((?:\/\s?(?:19|20)\d{2})?)\s?([-/–])\s?(\p{Lu}[\p{L}\d&]*(?:\s?[-/–]\s?\p{Lu}[\p{L}\d&]*)*)(?!\p{L})/gu;

/** Every number with symbol in running text: `57- NQ/TW`, `02/2026/TT-BNV`. */
export function findPrintedNumbers(text: string): PrintedNumber[] {
  return [...text.matchAll(PRINTED)].map((match) => ({ identity: numberIdentity(match[0]), start: match.index, end: match.index + match[0].length }));
}

/** What tells documents apart in a number: letters and digits alone, folded, leading zeros gone. `57- NQ/TW` -> `57-nq-tw`. */
export function numberIdentity(number: string): string {
  return replaceLookalikes(foldVietnamese(number)).replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '').replace(/^0+(?=\d)/u, '');
}

/** Index key of a number. */
export function numberKey(number: string): string {
  return `#${numberIdentity(number)}`;
}

/** Digits that scans confuse with letters: only read so beside a digit or before a separator. */
const SCAN_DIGITS: Readonly<Record<string, string>> = { l: '1', i: '1', '|': '1', o: '0', s: '5', b: '8', z: '2' };
/** Letters that scans confuse with one another, inside a symbol. */
const SCAN_LETTERS: Readonly<Record<string, string>> = { 0: 'o', q: 'o', 1: 'l', i: 'l', '|': 'l', c: 'o', g: 'o', 5: 's', 8: 'b', v: 'u' };

/** Symbol part in the letters a scan cannot tell apart: `NQ` and `NO` agree. */
export function scanForm(part: string): string {
  return [...part.replace(/vv/gu, 'w')].map((letter) => SCAN_LETTERS[letter] ?? letter).join('');
}

/** A serial as a scan may print it (`l46`, `I0`, `S7`) in digits, or `null` when it is no serial. */
export function readSerial(part: string): string | null {
  const folded = foldVietnamese(part);
  // A letter behind a serial is an addition (`17a`); o, l, i, s, z there are misread digits.
  if (/^\d{1,5}[a-h]?$/u.test(folded)) return folded.replace(/^0+(?=\d)/u, '');
  if (!/\d/u.test(folded) || folded.length > 5) return null;
  const digits = [...folded].map((letter) => SCAN_DIGITS[letter] ?? letter).join('');
  return /^\d{1,5}$/u.test(digits) ? digits.replace(/^0+(?=\d)/u, '') : null;
}

/** `792024` of `792024ttbca` as serial and year; `null` when it does not end with a year. */
export function splitYearOff(digits: string): { readonly serial: string; readonly year: number } | null {
  const [, serial, year] = /^0*([1-9]\d{0,4})((?:19|20)\d\d)$/u.exec(digits) ?? [];
  return serial && year ? { serial, year: Number(year) } : null;
}
