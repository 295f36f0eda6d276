/**
 * Reads the line that names the type: `KẾ HOẠCH`, `QUYẾT ĐỊNH`, `NGHỊ QUYẾT LIÊN TỊCH`.
 *
 * @source Nghị định 30/2020/NĐ-CP, Điều 7 and Phụ lục III; Quy định 399-QĐ/TW for Party types
 */
import type { DocumentTypeRow } from '../../../domain/registry.ts';
import { foldLetters } from '../../../domain/vietnamese.ts';
import { isMostlyUpperCase } from '../patterns/upper-case.ts';

/** Stamps of a copy are no type of the paper. */
const COPIES = new Set(['SY', 'TrS', 'SL', 'BS']);

/** Finds the type whose name opens the text; the longest name wins. */
export type TypeFinder = (text: string) => { row: DocumentTypeRow; name: string; length: number } | null;

/** Makes a finder over the types of the registry. Accents are forgiven, so that a scan's `KẾ HOACH` is found. */
export function createTypeFinder(types: readonly DocumentTypeRow[]): TypeFinder {
  const names = types.filter((row) => !COPIES.has(row.code)).flatMap((row) => [row.name, ...row.variations].map((name) => ({ row, name, folded: foldLetters(name.normalize('NFC')) })))
    .sort((a, b) => b.folded.length - a.folded.length);
  return (text) => {
    const folded = foldLetters(text.slice(0, 60));
    for (const entry of names) {
      if (folded.startsWith(entry.folded) && !/^[\p{L}\p{N}]/u.test(folded.slice(entry.folded.length))) {
        return { row: entry.row, name: entry.name, length: entry.folded.length };
      }
    }
    return null;
  };
}

/** @returns the type and what follows it on the line; `null` when the line is no type line */
export function readTypeLine(text: string, findType: TypeFinder): { row: DocumentTypeRow; name: string; rest: string } | null {
  const line = text.replace(/^[\s“"*]+/u, '');
  const found = findType(line);
  if (!found) return null;
  const words = line.slice(0, found.length);
  const rest = line.slice(found.length).trim();
  const upper = isMostlyUpperCase(words);
  if (/^:/u.test(rest)) return null;
  if (rest === '') return upper || words === found.name ? { row: found.row, name: found.name, rest } : null;
  return upper && (isMostlyUpperCase(rest) || /^[\p{Lu}]/u.test(rest)) && rest.length > 3 ? { row: found.row, name: found.name, rest } : null;
}
