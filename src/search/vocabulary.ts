/**
 * What the query understanding knows of the corpus and its world: tables of the registry in the short form that the search index
 * carries, and the numbers' symbols that occur.
 */
export interface Vocabulary {
  /** Abbreviation and what it may stand for: `["LĐLĐ", ["Liên đoàn Lao động"]]`. */
  readonly abbreviations: readonly (readonly [abbreviation: string, fullForms: readonly string[]])[];
  /** Document types: code, name, other names. */
  readonly types: readonly (readonly [code: string, name: string, variations: readonly string[]])[];
  /** Provinces before and after 1/7/2025, only where the name changed. */
  readonly places: readonly (readonly [old: string, now: string])[];
  /** Folded parts of the symbols of numbers: `nq`, `tw`, `ldld`. */
  readonly symbols: readonly string[];
}

export const EMPTY_VOCABULARY: Vocabulary = { abbreviations: [], types: [], places: [], symbols: [] };
