/** Brings the registry's tables into the short form that the search index carries. */
import type { Registry } from '../../domain/registry.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** Signatures ("TM.") and clerks' shorthand ("b/c") stand in every paper and say nothing when searched for. */
const NOT_SEARCHED = new Set(['signature', 'procedure']);

/** Symbols are left empty: they are read from the pages. */
export function vocabularyOf(registry: Registry): Vocabulary {
  const meanings = new Map<string, string[]>();
  for (const row of registry.abbreviations) {
    if (NOT_SEARCHED.has(row.category) || row.abbreviation.endsWith('.')) continue;
    const forms = row.fullForm.split(';').map((form) => form.replace(/^\([^)]*\)\s*(?:cả\s+)?/u, '').trim()).filter((form) => form !== '');
    meanings.set(row.abbreviation, [...new Set([...(meanings.get(row.abbreviation) ?? []), ...forms])]);
  }
  return {
    abbreviations: [...meanings],
    types: registry.documentTypes.map((row) => [row.code, row.name, row.variations] as const),
    places: registry.provinces.filter((row) => row.oldName !== row.newName).map((row) => [row.oldName, row.newName] as const),
    symbols: [],
  };
}
