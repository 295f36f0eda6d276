/** Full names of organs by their id. */
import { createIssuerIdentifier } from '../../domain/issuer-identity.ts';
import type { Registry } from '../../domain/registry.ts';

/**
 * Makes the lookup of an organ's full name.
 * @returns a function of the id, the names that citing documents use (`Ban Thường vụ Tỉnh ủy (Tây Ninh)`), most frequent first, and the
 *          date of the document (an organ merged in 2025 and its successor share a name);
 *          it answers the name of the organ itself (`Tỉnh ủy Tây Ninh`), or `null` when neither registry nor names tell it
 */
export function createOrganNames(registry: Registry): (id: string, writtenNames: readonly string[], date: string | null) => string | null {
  const organs = new Map(registry.organs.map((organ) => [organ.id, organ.name]));
  const identify = createIssuerIdentifier(registry);
  return (id, writtenNames, date) => {
    const organ = organs.get(id);
    if (organ !== undefined) return organ;
    for (const written of writtenNames) {
      const identity = identify({ name: joinPlace(written), date });
      if (identity?.id === id) return identity.name;
    }
    return null;
  };
}

/** `Ban Thường vụ Tỉnh ủy (Tây Ninh)`: the place in brackets was resolved by the reader and completes the name. */
function joinPlace(name: string): string {
  return name.replace(/\s*\((?<place>[^()]+)\)\s*$/u, ' $<place>');
}
