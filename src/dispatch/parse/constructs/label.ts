/**
 * Reads the printed label that opens a line: `Phần I`, `Chương II`, `Mục 1`, `Điều 5.`, `IV.`, `3.`, `3.1.`, `a)`, `-`, `+`.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 (bố cục); Party form `I-`, `1-`: Hướng dẫn 36-HD/VPTW
 * @returns `null` when the line opens with running text
 */
import type { ClauseKind } from '../../tree/nodes.ts';
import { foldLetters } from '../../../domain/vietnamese.ts';
import { isMostlyUpperCase } from '../patterns/upper-case.ts';

/** Kinds of label by their look; two labels of one style can be siblings. */
export type LabelStyle = 'part' | 'chapter' | 'section' | 'subsection' | 'article' | 'letter-upper' | 'roman' | 'arabic' | 'arabic-parenthesis'
  | 'decimal-2' | 'decimal-3' | 'decimal-4' | 'letter' | 'roman-lower' | 'bullet' | 'plus';

export interface Label {
  readonly style: LabelStyle;
  readonly kind: ClauseKind;
  /** As printed, for instance "Điều 5." or "-". */
  readonly printed: string;
  /** Anchor part: `iv`, `3`, `a`, `dd`, `dieu-5a`; empty for bullets. */
  readonly id: string;
  /** Place in its sequence, from 1; 0 for bullets. */
  readonly ordinal: number;
  /** Units of the line taken by the label and the blanks after it. */
  readonly length: number;
  /** Bullets of one glyph are one list. */
  readonly glyph: string;
}

const POINT_LETTERS = 'abcdđeghiklmnopqrstuvxy';
const ORDINAL_WORDS = ['nhat', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi'];

export function readLabel(text: string): Label | null {
  const first = text.charAt(0);
  if (/[PpCcMmTtĐđDd]/u.test(first)) {
    const named = readNamedLabel(text);
    if (named) return named;
  }
  if (/[IVXLl1]/u.test(first)) {
    const roman = readRomanLabel(text);
    if (roman) return roman;
  }
  if (/\d/u.test(first)) return readArabicLabel(text);
  if (first === '(') return readParenthesisLabel(text);
  if (/[A-HĐ]/u.test(first)) return readUpperLetterLabel(text);
  if (/[a-zđ]/u.test(first)) return readPointLabel(text);
  return readBullet(text);
}

function readNamedLabel(text: string): Label | null {
  const folded = foldLetters(text);
  const match = /^(phan|chuong|muc|tieu muc|dieu|diu)\s+(thu\s+[a-z]+|[ivxlc]+|\d{1,3})([a-z])?(?![a-z0-9])\s*([.:/)-]?)\s*/u.exec(folded);
  if (!match) return null;
  const [whole = '', scanned = '', value = '', suffix = '', mark = ''] = match;
  const word = scanned === 'diu' ? 'dieu' : scanned;
  const rest = text.slice(whole.length);
  const named = text.slice(0, whole.length).trimEnd();
  if (!/^\p{Lu}/u.test(text) || (word !== 'dieu' && !isHeadingAfterName(rest, mark))) return null;
  if (word === 'dieu' && mark === '' && rest !== '') return null;
  const ordinal = /^\d/u.test(value) ? Number(value) : value.startsWith('thu') ? ORDINAL_WORDS.indexOf(value.slice(4).trim()) + 1 : romanValue(value.toUpperCase());
  if (ordinal === 0) return null;
  const id = value.replace(/\s+/gu, '-');
  const common = { printed: named, ordinal, length: whole.length, glyph: '' };
  if (word === 'phan') return { ...common, style: 'part', kind: 'part', id: `phan-${id}` };
  if (word === 'chuong') return { ...common, style: 'chapter', kind: 'chapter', id: `chuong-${id}` };
  if (word === 'muc') return { ...common, style: 'section', kind: 'section', id: `muc-${id}` };
  if (word === 'tieu muc') return { ...common, style: 'subsection', kind: 'subsection', id: `tieu-muc-${id}` };
  if (!/^\d/u.test(value)) return null;
  return { ...common, style: 'article', kind: 'article', id: `dieu-${value}${suffix === 'd' && /đ/iu.test(named) && /\dđ/iu.test(named) ? 'dd' : suffix}` };
}

/** "Chương II" stands alone or before a heading; "Mục 1 của Công văn này" is running text. */
function isHeadingAfterName(rest: string, mark: string): boolean {
  return rest === '' || mark !== '' || isMostlyUpperCase(rest);
}

function readRomanLabel(text: string): Label | null {
  const match = /^([IVXLl1]{1,6})\s?([.)/-])\s*(?=\S)/u.exec(text);
  if (!match) return null;
  const [whole = '', digits = '', mark = ''] = match;
  if (/^\d+$/u.test(digits)) return null;
  const rest = text.slice(whole.length);
  if (!/^[\p{Lu}“"(]/u.test(rest)) return null;
  const scanned = /[l1]/u.test(digits);
  const roman = digits.replace(/[l1]/gu, 'I');
  const ordinal = romanValue(roman);
  if (ordinal === 0 || (scanned && !isMostlyUpperCase(rest))) return null;
  return { style: 'roman', kind: 'section', printed: `${digits}${mark}`, id: roman.toLowerCase(), ordinal, length: whole.length, glyph: mark };
}

function readArabicLabel(text: string): Label | null {
  const decimal = /^(\d{1,2}(?:\.\d{1,2}){1,3})([.)-]?)(?:\s+|(?=\p{Lu}\p{Ll}))(?=[\p{L}“"(*≥≤<>])/u.exec(text);
  if (decimal) {
    const [whole = '', value = '', mark = ''] = decimal;
    const parts = value.split('.');
    const style = `decimal-${parts.length}` as LabelStyle;
    if (parts.some((part) => part.length > 1 && part.startsWith('0'))) return null;
    return { style, kind: 'item', printed: `${value}${mark}`, id: value, ordinal: Number(parts.at(-1)), length: whole.length, glyph: mark };
  }
  const match = /^(\d{1,3})([a-zđ])?(?:(\s?[.)])(?:\s+(?=[\p{L}“"'(*\d[≥≤])|(?=\p{Lu})|\s*$)|([/-])\s+(?=\p{L}))/u.exec(text);
  if (!match) return null;
  const [whole = '', value = '', suffix = '', stop, slash] = match;
  const mark = stop ?? slash ?? '';
  if (/^0\d/u.test(value) && mark.trim() !== ')' && mark.trim() !== '.') return null;
  const rest = text.slice(whole.length);
  if (mark === '-' && /^\d/u.test(rest)) return null;
  const style: LabelStyle = mark.trim() === ')' ? 'arabic-parenthesis' : 'arabic';
  return { style, kind: 'item', printed: `${value}${suffix}${mark.trim()}`, id: `${Number(value)}${suffix}`, ordinal: Number(value), length: whole.length, glyph: mark.trim() };
}

function readParenthesisLabel(text: string): Label | null {
  const match = /^\((\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s+(?=\S)/u.exec(text);
  if (!match) return null;
  const [whole = '', value = ''] = match;
  const printed = `(${value})`;
  if (/^\d/u.test(value)) return { style: 'arabic-parenthesis', kind: 'item', printed, id: value, ordinal: Number(value), length: whole.length, glyph: '(' };
  if (/^[ivx]+$/u.test(value)) return { style: 'roman-lower', kind: 'point', printed, id: value, ordinal: romanValue(value.toUpperCase()), length: whole.length, glyph: '(' };
  return { style: 'letter', kind: 'point', printed, id: value === 'đ' ? 'dd' : value, ordinal: pointOrdinal(value), length: whole.length, glyph: '(' };
}

function readUpperLetterLabel(text: string): Label | null {
  const match = /^([A-HĐ])\s?([.)-])\s*(?=\p{Lu})/u.exec(text);
  if (!match) return null;
  const [whole = '', letter = '', mark = ''] = match;
  if (!isMostlyUpperCase(text.slice(whole.length))) return null;
  return { style: 'letter-upper', kind: 'section', printed: `${letter}${mark}`, id: letter === 'Đ' ? 'dd' : letter.toLowerCase(), ordinal: 'ABCDEFGH'.indexOf(letter) + 1, length: whole.length, glyph: mark };
}

function readPointLabel(text: string): Label | null {
  const match = /^([a-zđ])(\s?[).]|\/)\s*(?=\S)/u.exec(text);
  if (!match) return null;
  const [whole = '', letter = '', mark = ''] = match;
  const ordinal = pointOrdinal(letter);
  if (ordinal === 0) return null;
  if (mark.trim() !== ')' && !/^[\p{Lu}“"(]/u.test(text.slice(whole.length))) return null;
  return { style: 'letter', kind: 'point', printed: `${letter}${mark.trim()}`, id: letter === 'đ' ? 'dd' : letter, ordinal, length: whole.length, glyph: mark.trim() };
}

function readBullet(text: string): Label | null {
  const match = /^([-+*•●○◦▪■□➢►▶✓✔»·∙⁃]|[\uf000-\uf0ff])(?:\s+|(?=[\p{L}“"(\d]))(?=\S)/u.exec(text);
  if (!match) return null;
  const [whole = '', glyph = ''] = match;
  if (/[*·+]/u.test(glyph) && !/\s$/u.test(whole) && !/^\p{Lu}/u.test(text.slice(1))) return null;
  if (glyph === '-' && !/\s$/u.test(whole) && /^\d/u.test(text.slice(1))) return null;
  const plus = glyph === '+';
  return { style: plus ? 'plus' : 'bullet', kind: plus ? 'plus' : 'bullet', printed: glyph, id: '', ordinal: 0, length: whole.length, glyph };
}

function pointOrdinal(letter: string): number {
  const place = POINT_LETTERS.indexOf(letter);
  return place >= 0 ? place + 1 : 'fjwz'.includes(letter) ? 30 : 0;
}

function romanValue(text: string): number {
  if (!/^(?=[IVXLC])(?:X[LC]|L?X{0,4})(?:IX|IV|V?I{0,3})$/u.test(text)) return 0;
  const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  let total = 0;
  for (let index = 0; index < text.length; index++) {
    const value = values[text.charAt(index)] ?? 0;
    total += value < (values[text.charAt(index + 1)] ?? 0) ? -value : value;
  }
  return total;
}
