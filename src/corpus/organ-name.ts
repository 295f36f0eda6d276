/** Full names of organs by their id. */
import type { Registry } from '../domain/registry.ts';
import { slugify } from '../domain/vietnamese.ts';

/**
 * Makes the lookup: a row of the registry, or kind of organ + province (`ldld-hung-yen` -> Liên đoàn Lao động tỉnh Hưng Yên).
 * @returns a function that answers `null` for an id the registry cannot spell out
 */
export function createOrganNames(registry: Registry): (id: string) => string | null {
  const organs = new Map(registry.organs.map((organ) => [organ.id, organ.name]));
  const places = new Map(registry.provinces.flatMap((row) => [
    [slugify(row.oldName), `${row.oldKind} ${row.oldName}`] as const,
    [slugify(row.newName), `${row.newKind} ${row.newName}`] as const,
  ]));
  const kinds = [...registry.organTypes].sort((a, b) => b.id.length - a.id.length);
  return (id) => {
    const organ = organs.get(id);
    if (organ !== undefined) return organ;
    const kind = kinds.find((row) => id.startsWith(`${row.id}-`));
    const place = kind && places.get(id.slice(kind.id.length + 1).replace(/-(?:cu|moi)$/u, ''));
    if (!kind || !place) return null;
    // "Tỉnh ủy Hưng Yên", "Ban … Tỉnh ủy Hưng Yên", but "Ủy ban nhân dân tỉnh Hưng Yên".
    return /(?:[Tt]ỉnh|[Tt]hành) ủy$/u.test(kind.name) ? `${kind.name} ${place.replace(/^(?:tỉnh|thành phố) /u, '')}` : `${kind.name} ${place}`;
  };
}
