/** What a number alone tells: which series it belongs to, and which misspellings it may be. */
import { documentNumberIdentity } from '../../domain/document-number.ts';
import { isOneEditApart } from '../../domain/issuer-words.ts';

/** Comparison form of a number. `TƯ` is the centre (`57-NQ/TƯ` = `57-NQ/TW`), unlike `TU`, a province's committee. */
export function numberIdentity(number: string): string {
  return documentNumberIdentity(number.normalize('NFC').replace(/(?<=[-/])T\s?[.,]?\s?Ư$/u, 'TW'));
}

/** A number of the Party's centre: Bộ Chính trị, Ban Bí thư and Ban Chấp hành Trung ương share one series a term. */
export function isOfPartyCentre(identity: string): boolean {
  return /-tw$/u.test(identity);
}

/**
 * Year inside and an organ of the centre in the symbol (`30/2020/NĐ-CP`, `12/2010/TTLT-BKHĐT-BTC`): one document in the country.
 * Provinces and communes number alike (`19/2025/QĐ-UBND`), and a cut symbol (`42/2019/TT`) tells no organ.
 */
export function isUniqueNumber(identity: string): boolean {
  return /^\d+[a-z]?-(?:19|20)\d{2}-(?:qh\d+|[a-z0-9]+-[a-z0-9-]+)$/u.test(identity) && !/(?:ubnd|hdnd|tt-bl?|tt-b)$/u.test(identity);
}

/** Serial and groups of the symbol: `10-ldld-ctcd` -> `10`, `ldld`, `ctcd`. */
export function splitIdentity(identity: string): { serial: string; groups: readonly string[] } {
  const [serial = '', ...groups] = identity.split('-');
  return { serial, groups };
}

/**
 * True when one symbol may be a misreading of the other: one long group differs by one letter, or a group at the end was left out.
 * The serial must be the same: one digit makes another document.
 */
export function isNearNumber(a: string, b: string): boolean {
  const left = splitIdentity(a);
  const right = splitIdentity(b);
  if (a === b || left.serial !== right.serial) return false;
  if (left.groups.length === right.groups.length) {
    const other = left.groups.flatMap((group, index) => (group === right.groups[index] ? [] : [[group, right.groups[index] ?? ''] as const]));
    const [only] = other;
    return other.length === 1 && only !== undefined && Math.min(only[0].length, only[1].length) >= 3 && Math.max(only[0].length, only[1].length) >= 4 && isOneEditApart(only[0], only[1]);
  }
  const [shorter, longer] = left.groups.length < right.groups.length ? [left.groups, right.groups] : [right.groups, left.groups];
  return shorter.length > 0 && longer.length === shorter.length + 1 && shorter.every((group, index) => group === longer[index]);
}

/** True when the serials have one digit changed, lost, added or two neighbours swapped, and the symbols are the same. */
export function isNearSerial(a: string, b: string): boolean {
  const left = splitIdentity(a);
  const right = splitIdentity(b);
  if (left.serial === right.serial || left.groups.join('-') !== right.groups.join('-')) return false;
  const swapped = left.serial.length === right.serial.length && [...left.serial].sort().join('') === [...right.serial].sort().join('');
  return swapped || isOneEditApart(left.serial, right.serial);
}
