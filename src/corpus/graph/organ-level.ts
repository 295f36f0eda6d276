/** Level and place in the hierarchy of the organ that issued a document, at the time it acted. */
import { createIssuerIdentifier } from '../../domain/issuer-identity.ts';
import type { Registry } from '../../domain/registry.ts';

export const LEVELS = ['central', 'province', 'district', 'commune', 'grassroots'] as const;
export type Level = (typeof LEVELS)[number];

export interface OrganPlace {
  readonly level: Level;
  readonly system: string;
}

/** Makes the lookup of an organ's level; the answer is `null` when its name leads to no organ of that id. */
export function createOrganPlaces(registry: Registry): (issuer: { readonly id: string; readonly name: string }) => OrganPlace | null {
  const identify = createIssuerIdentifier(registry);
  const rows = new Map(registry.organs.map((row) => [row.id, row]));
  const known = new Map<string, OrganPlace | null>();
  return ({ id, name }) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const row = rows.get(id);
    const identity = row ? null : identify({ name: name.replace(/\s*\([^)]*\)\s*$/u, ''), date: id.endsWith('-cu') ? '2025-01-01' : null });
    const place = row ? { level: row.level, system: row.system } : identity && identity.system !== 'other' ? { level: identity.level, system: identity.system } : null;
    known.set(id, place);
    return place;
  };
}

export interface OrganHistory {
  /** Organ before: same name before the merger of provinces, or the row that names this one as successor. */
  readonly before: readonly { readonly id: string; readonly name: string }[];
  readonly after: readonly { readonly id: string; readonly name: string }[];
  /** Provinces that were merged into the organ's own, its own name first; empty when the province was not merged. */
  readonly merged: readonly string[];
  readonly parent: { readonly id: string; readonly name: string } | null;
}

/**
 * What came before and after an organ in the reorganisation of 2025.
 * @source Nghị quyết 202/2025/QH15 (provinces, from 1/7/2025); rows of `organs.json` for the centre
 */
export function readOrganHistory(registry: Registry, id: string): OrganHistory {
  const row = registry.organs.find((organ) => organ.id === id);
  const named = (organ: { id: string; name: string }): { id: string; name: string } => ({ id: organ.id, name: organ.name });
  if (row) {
    const parent = registry.organs.find((organ) => organ.id === row.parent);
    return { before: registry.organs.filter((organ) => organ.successor === id).map(named), after: registry.organs.filter((organ) => organ.id === row.successor).map(named), merged: [], parent: parent ? named(parent) : null };
  }
  const slug = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase().replace(/[^a-z0-9]+/gu, '-');
  const isOld = id.endsWith('-cu');
  const base = id.replace(/-cu$/u, '');
  const province = registry.provinces.filter(({ merged }) => merged).find(({ oldName }) => base.endsWith(`-${slug(oldName)}`) && !/-(?:huyen|xa|phuong|quan)-/u.test(base));
  if (!province) return { before: [], after: [], merged: [], parent: null };
  const merged = registry.provinces.filter(({ newName }) => newName === province.newName).map(({ oldName }) => oldName).sort((a, b) => Number(b === province.newName) - Number(a === province.newName));
  const livedOn = province.oldName === province.newName;
  const kind = base.slice(0, base.length - slug(province.oldName).length - 1);
  const newId = `${kind}-${slug(province.newName)}`;
  return livedOn && !isOld
    ? { before: merged.map((name) => ({ id: `${kind}-${slug(name)}${name === province.newName ? '-cu' : ''}`, name })), after: [], merged, parent: null }
    : { before: [], after: [{ id: newId, name: province.newName }], merged, parent: null };
}
