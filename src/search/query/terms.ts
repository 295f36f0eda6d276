/** The terms of a question: what is looked up in the term index, and how they are joined. */

/** `exact` marks typed; `loose` no marks anywhere in the query; `either` no marks on this word while others have some. */
export type MatchMode = 'exact' | 'loose' | 'either';

export interface QueryTerm {
  /** Accented key: `chuyển`, `chuyển đổi`, `#57-nq-tw`. */
  readonly key: string;
  readonly match: MatchMode;
  readonly weight: number;
}

/** Ways of saying one thing ("LĐLĐ", "liên đoàn lao động"): the best of them counts for each document. */
export interface TermGroup {
  readonly alternatives: readonly { readonly terms: readonly QueryTerm[]; readonly weight: number }[];
}

/**
 * Terms of a run of words: each syllable and each pair of neighbours.
 * @param pairWeight how much a pair counts beside its syllables
 */
export function termsOfRun(words: readonly { readonly term: string; readonly match: MatchMode }[], pairWeight = 1): QueryTerm[] {
  const terms = new Map<string, QueryTerm>();
  words.forEach((word, index) => {
    terms.set(word.term, { key: word.term, match: word.match, weight: 1 });
    const previous = words[index - 1];
    if (!previous) return;
    const key = `${previous.term} ${word.term}`;
    terms.set(key, { key, match: pairMode(previous.match, word.match), weight: pairWeight });
  });
  return [...terms.values()];
}

function pairMode(a: MatchMode, b: MatchMode): MatchMode {
  if (a === b) return a;
  return a === 'loose' || b === 'loose' ? 'loose' : 'either';
}
