/** Full names of organs by their id. */
import { createIssuerIdentifier } from '../../domain/issuer-identity.ts';
import type { Registry } from '../../domain/registry.ts';
import { slugify } from '../../domain/vietnamese.ts';
import { UNKNOWN_ORGAN } from './unknown-organ.ts';

/**
 * Makes the lookup of an organ's full name.
 * @returns a function of the id, the names that citing documents use (`Ban Thường vụ Tỉnh ủy (Tây Ninh)`), most frequent first, and the
 *          date of the document (an organ merged in 2025 and its successor share a name);
 *          it answers the name of the organ itself (`Tỉnh ủy Tây Ninh`), or `null` when neither registry, names nor id tell it
 */
export function createOrganNames(registry: Registry): (id: string, writtenNames: readonly string[], date: string | null) => string | null {
  const organs = new Map(registry.organs.map((organ) => [organ.id, organ.name]));
  const identify = createIssuerIdentifier(registry);
  const known = new Map<string, string | null>();
  return (id, writtenNames, date) => {
    const organ = organs.get(id);
    if (organ !== undefined) return organ;
    for (const written of writtenNames) {
      const identity = identify({ name: joinPlace(written), date });
      if (identity?.id === id) return identity.name;
    }
    if (/^khong-(?:ro|co)(?:-|$)/u.test(id)) return UNKNOWN_ORGAN;
    const composed = known.get(id) ?? composeName(id, registry, identify);
    known.set(id, composed);
    return composed;
  };
}

/** `ubnd-tinh-cao-bang`: an id made of kind and province tells its name; so does a kind alone, which may be any of its kind. */
function composeName(id: string, registry: Registry, identify: ReturnType<typeof createIssuerIdentifier>): string | null {
  const base = id.replace(/-cu$/u, '');
  const [type] = registry.organTypes.filter((row) => base === row.id || base.startsWith(`${row.id}-`)).toSorted((a, b) => b.id.length - a.id.length);
  if (!type) return null;
  if (type.id === base) return type.name;
  for (const { oldName, oldKind, newKind } of registry.provinces.filter((row) => base.endsWith(`-${slugify(row.oldName)}`))) {
    for (const kind of new Set([newKind, oldKind])) {
      const identity = identify({ name: `${type.name} ${kind} ${oldName}`, date: base === id ? null : '2025-01-01' });
      if (identity?.id === id) return identity.name;
    }
  }
  return null;
}

/** `Ban Thường vụ Tỉnh ủy (Tây Ninh)`: the place in brackets was resolved by the reader and completes the name. */
function joinPlace(name: string): string {
  return name.replace(/\s*\((?<place>[^()]+)\)\s*$/u, ' $<place>');
}
