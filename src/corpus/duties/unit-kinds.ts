/** Which kinds of units a name under an order means. */
import type { UnitKind } from '../../domain/corpus-tables.ts';
import { foldVietnamese } from '../../domain/vietnamese.ts';

/** Units that no kind of the table names. */
export const OTHER_UNITS = 'don-vi-khac';

/**
 * Makes the sorter of addressees.
 * @returns ids of the kinds that the name means, in the order of the table; `OTHER_UNITS` alone when it means none or is `null`
 */
export function createUnitSorter(kinds: readonly UnitKind[]): (name: string | null) => readonly string[] {
  const patterns = kinds.map(({ id, words }) => ({ id, pattern: new RegExp(`(?<![a-z0-9])(?:${words.map(fold).join('|')})(?![a-z0-9])`, 'u') }));
  const known = new Map<string, readonly string[]>();
  return (name) => {
    if (name === null) return [OTHER_UNITS];
    const found = known.get(name);
    if (found) return found;
    const text = fold(name);
    const ids = patterns.filter(({ pattern }) => pattern.test(text)).map(({ id }) => id);
    const result = ids.length > 0 ? ids : [OTHER_UNITS];
    known.set(name, result);
    return result;
  };
}

function fold(text: string): string {
  return foldVietnamese(text).replace(/[^a-z0-9]+/gu, ' ').trim();
}
