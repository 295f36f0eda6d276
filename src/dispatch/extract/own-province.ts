/**
 * The province a dispatch belongs to, for relative names such as "Tỉnh ủy" in a paper of a district or commune.
 *
 * @source domain guide 3.2; sample 001 (place "Huyện DMC", province only in "Liên đoàn Lao động tỉnh Tây Ninh")
 */
import type { Registry } from '../../domain/registry.ts';
import type { Passage } from './passages.ts';

/** How far into the text provinces are looked for, in UTF-16 units. */
const MAX_UNITS = 60_000;

/** Makes the finder of one registry. */
export function createProvinceFinder(registry: Registry): (passages: readonly Passage[], place: string | null, issuerName: string | null) => string | null {
  const names = [...new Set(registry.provinces.flatMap((row) => [row.oldName, row.newName]))].sort((a, b) => b.length - a.length);
  const named = new RegExp(String.raw`(?:[Tt]ỉnh|TỈNH|[Tt]hành phố|THÀNH PHỐ|TP\.?)\s+(${names.map((name) => `${name}|${name.toUpperCase()}`).join('|')})(?!\p{L})`, 'gu');
  const byUpper = new Map(names.map((name) => [name.toUpperCase(), name]));

  /** @returns the province printed as place or in the issuer's name, else the one the text names most; `null` when none or several tie */
  return (passages, place, issuerName) => {
    for (const words of [place, issuerName]) {
      const own = names.find((name) => words?.includes(name));
      if (own) return own;
    }
    const counts = new Map<string, number>();
    let units = 0;
    for (const { paragraph: { block } } of passages) {
      units += block.text.length;
      if (units > MAX_UNITS) break;
      for (const match of block.text.matchAll(named)) {
        const name = byUpper.get((match[1] ?? '').toUpperCase());
        if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
    return first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
  };
}
