/** Weighs the rows of the number table against a number as typed. */
import { foldVietnamese } from '../../domain/vietnamese.ts';
import { isWithinEdits } from './edit-distance.ts';
import { replaceLookalikes } from '../../domain/lookalikes.ts';
import type { NumberQuery } from './number-query.ts';
import { scanForm } from './numbers.ts';

/** A document of the number table, held or only cited. */
export interface NumberedDocument {
  readonly document: number;
  /** As printed. */
  readonly number: string;
  readonly typeCode: string;
  readonly year: number | null;
  readonly held: boolean;
  readonly citedBy: number;
}

export interface NumberMatch {
  readonly row: NumberedDocument;
  /** Higher is better; a match in every part has at least `CERTAIN`. */
  readonly score: number;
}

/** From here on a match contradicts nothing that was typed. */
export const CERTAIN = 10;
/** Matches so close to the best are as good: other words of the query decide between them. */
export const NEAR_BEST = 0.8;
/** More than parts that agree one by one can make. */
const WHOLE = 20;

export interface NumberParts {
  readonly serial: string | null;
  readonly year: number | null;
  /** Folded, in printed order. */
  readonly symbols: readonly string[];
}

/** Splits a printed number into comparable parts: `02/2026/TT-BNV` -> 2, 2026, [tt, bnv]. */
export function numberParts(number: string): NumberParts {
  const parts = replaceLookalikes(foldVietnamese(number)).split(/[^a-z0-9]+/u).filter(Boolean);
  const serial = /^\d/u.test(parts[0] ?? '') ? (parts.shift() ?? '').replace(/^0+(?=\d)/u, '') : null;
  const year = /^(?:19|20)\d\d$/u.test(parts[0] ?? '') ? Number(parts.shift()) : null;
  return { serial, year, symbols: parts };
}

/**
 * The documents a typed number may mean, best first; equal ones: held before cited, more cited first, newer first.
 * @param rows documents with that serial (or that symbol, when no serial was typed)
 * @param unfinished true while the last part may still grow ("57-n")
 */
export function matchNumbers(query: NumberQuery, rows: readonly NumberedDocument[], unfinished: boolean): NumberMatch[] {
  return rows
    .map((row) => ({ row, score: scoreRow(query, row, unfinished) }))
    .filter((match) => match.score > 0)
    .toSorted((a, b) => b.score - a.score || Number(b.row.held) - Number(a.row.held) || b.row.citedBy - a.row.citedBy || (b.row.year ?? 0) - (a.row.year ?? 0) || a.row.document - b.row.document);
}

function scoreRow(query: NumberQuery, row: NumberedDocument, unfinished: boolean): number {
  const parts = numberParts(row.number);
  if (query.serial !== parts.serial && query.serial !== null) return 0;
  return CERTAIN + (isWhole(query, parts) ? scoreWhole(query, parts, row) : scoreParts(query, parts, row, unfinished)) + scoreYear(query, parts, row);
}

/** Every letter of the symbol was typed, wherever the serial stood: "TT 55 BCT". */
function isWhole(query: NumberQuery, parts: NumberParts): boolean {
  const typed = query.symbols.join('');
  const printed = parts.symbols.join('');
  return typed !== '' && typed.length === printed.length && `${typed}${typed}`.includes(printed);
}

/** Where papers print one number in two ways, the spelling that was typed comes first, of letters run together the usual one. */
function scoreWhole(query: NumberQuery, parts: NumberParts, row: NumberedDocument): number {
  const isRunTogether = /\d\p{L}{2}/u.test(query.text);
  const likelyParts = isRunTogether ? Math.min(4, parts.symbols.length) * 0.1 : parts.symbols.length === query.symbols.length ? 0.4 : 0;
  const sameLetters = query.text.toLowerCase().includes(row.number.toLowerCase());
  return WHOLE + likelyParts + (sameLetters ? 0.4 : 0) + (query.year === null && parts.year === null ? NEAR_BEST : 0);
}

function scoreParts(query: NumberQuery, parts: NumberParts, row: NumberedDocument, unfinished: boolean): number {
  let score = 0;
  if (query.types.length > 0) score += query.types.includes(row.typeCode) || query.types.some((code) => parts.symbols.includes(foldVietnamese(code))) ? 2 : -CERTAIN + 1;
  const left = [...parts.symbols];
  query.symbols.forEach((symbol, index) => {
    const isLast = unfinished && index === query.symbols.length - 1;
    score += scoreSymbol(symbol, left, row, isLast);
  });
  // "146/KH" before "146/KH-LĐLĐ" when only the shorter was typed.
  return score - left.length * 0.05;
}

/** Another year in the number itself makes it another number; the year of its date may be wrong or unknown. */
function scoreYear(query: NumberQuery, parts: NumberParts, row: NumberedDocument): number {
  if (query.year === null) return 0;
  const year = parts.year ?? row.year;
  if (year === query.year) return 2;
  return parts.year !== null ? -Infinity : year === null ? -0.5 : -4;
}

/** Uses up the part of the printed symbol that agrees. */
function scoreSymbol(symbol: string, left: string[], row: NumberedDocument, unfinished: boolean): number {
  const exact = left.indexOf(symbol);
  if (exact >= 0) {
    left.splice(exact, 1);
    return 2;
  }
  for (let from = 0; from < left.length; from++) {
    for (let to = from + 2; to <= left.length; to++) {
      const joined = left.slice(from, to).join('');
      // A mark that was read as a letter: "NQITW".
      const misread = joined !== symbol && isMisreadMark(symbol, left.slice(from, to));
      if (joined !== symbol && !misread) continue;
      left.splice(from, to - from);
      return (misread ? 1 : 2) * (to - from);
    }
  }
  if (foldVietnamese(row.typeCode) === symbol) return 1.5;
  const near = left.findIndex((part) => (unfinished && part.startsWith(symbol)) || isScanOf(symbol, part));
  if (near >= 0) {
    left.splice(near, 1);
    return 1;
  }
  return -CERTAIN;
}

function isMisreadMark(symbol: string, parts: readonly string[]): boolean {
  return ['i', 'l', '1'].some((mark) => parts.join(mark) === symbol);
}

function isScanOf(symbol: string, part: string): boolean {
  if (scanForm(symbol) === scanForm(part)) return true;
  return part.length >= 3 && symbol.length >= 3 && isWithinEdits(symbol, part, 1);
}
