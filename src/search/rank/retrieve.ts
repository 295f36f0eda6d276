/** From the terms of a query to scored documents. */
import type { TermStore } from '../index/term-store.ts';
import type { Postings, Variant } from '../index/term-index.ts';
import { variantHash } from '../index/term-index.ts';
import type { MatchMode } from '../query/plan.ts';
import { foldKey } from '../text/syllables.ts';
import { addPostings, unitePostings, type Corpus } from './score.ts';

export interface QueryTerm {
  /** Accented key: `chuyển`, `chuyển đổi`, `#57-nq-tw`. */
  readonly key: string;
  /** `exact` the accents typed; `loose` any accents; `either` typed without marks beside words that have some. */
  readonly match: MatchMode;
  readonly weight: number;
}

/** Ways of saying one thing ("LĐLĐ", "liên đoàn lao động"): the best of them counts for each document. */
export interface TermGroup {
  readonly alternatives: readonly { readonly terms: readonly QueryTerm[]; readonly weight: number }[];
}

/** Syllables in more than this share of the documents say nothing beside rarer ones. */
const COMMON_SHARE = 0.3;
/** Other accents of a pair ("chuyên đổi" for "chuyển đổi", a scan error) count this much. */
const OTHER_ACCENTS = 0.35;

/**
 * Scores every document for the groups.
 * @returns a score for each document number; 0 where nothing matched
 */
export async function scoreGroups(groups: readonly TermGroup[], store: TermStore, corpus: Corpus, norms: Float32Array): Promise<Float32Array> {
  const terms = groups.flatMap((group) => group.alternatives.flatMap((alternative) => alternative.terms));
  const skipped = commonKeys(terms, store, corpus);
  const entries = await store.get(terms.map((term) => foldKey(term.key)).filter((key) => !skipped.has(key)));
  const scores = new Float32Array(corpus.total);
  for (const group of groups) {
    if (group.alternatives.length === 1) {
      for (const term of group.alternatives[0]?.terms ?? []) addTerm(scores, term, entries, corpus, norms, (group.alternatives[0]?.weight ?? 1));
      continue;
    }
    const best = new Float32Array(corpus.total);
    for (const alternative of group.alternatives) {
      const own = new Float32Array(corpus.total);
      for (const term of alternative.terms) addTerm(own, term, entries, corpus, norms, alternative.weight);
      for (let index = 0; index < best.length; index++) best[index] = Math.max(best[index] ?? 0, own[index] ?? 0);
    }
    for (let index = 0; index < best.length; index++) scores[index] = (scores[index] ?? 0) + (best[index] ?? 0);
  }
  return scores;
}

/** Keys left out because they are in so many documents, provided that enough others remain. */
function commonKeys(terms: readonly QueryTerm[], store: TermStore, corpus: Corpus): ReadonlySet<string> {
  const keys = [...new Set(terms.map((term) => foldKey(term.key)))];
  const common = keys.filter((key) => store.heavyDocuments(key) > COMMON_SHARE * corpus.total);
  return new Set(keys.length - common.length >= 6 ? common : []);
}

function addTerm(scores: Float32Array, term: QueryTerm, entries: ReadonlyMap<string, readonly Variant[]>, corpus: Corpus, norms: Float32Array, weight: number): void {
  for (const part of postingsOf(term, entries.get(foldKey(term.key)) ?? [])) addPostings(scores, part.postings, term.weight * weight * part.weight, corpus, norms);
}

/** The lists that answer a term: its own accents, else (or, for pairs, also) the other accents of the same letters. */
export function postingsOf(term: QueryTerm, variants: readonly Variant[]): { readonly postings: Postings; readonly weight: number }[] {
  if (variants.length === 0) return [];
  if (term.match === 'loose') return [{ postings: unitePostings(variants), weight: 1 }];
  const hash = variantHash(term.key);
  const exact = variants.filter((variant) => variant.hash === hash);
  const others = variants.filter((variant) => variant.hash !== hash);
  const parts = exact.length > 0 ? [{ postings: unitePostings(exact), weight: 1 }] : [];
  if (others.length === 0) return parts;
  if (exact.length === 0) return [{ postings: unitePostings(others), weight: term.match === 'either' ? 0.9 : 0.7 }];
  if (term.key.includes(' ')) parts.push({ postings: unitePostings(others), weight: OTHER_ACCENTS });
  else if (term.match === 'either') parts.push({ postings: unitePostings(others), weight: 0.2 });
  return parts;
}

/** Terms of a run of words: each syllable and each pair of neighbours. */
export function termsOfRun(words: readonly { readonly term: string; readonly match: MatchMode }[]): QueryTerm[] {
  const terms = new Map<string, QueryTerm>();
  words.forEach((word, index) => {
    terms.set(word.term, { key: word.term, match: word.match, weight: 1 });
    const previous = words[index - 1];
    if (!previous) return;
    const key = `${previous.term} ${word.term}`;
    terms.set(key, { key, match: pairMode(previous.match, word.match), weight: 1 });
  });
  return [...terms.values()];
}

function pairMode(a: MatchMode, b: MatchMode): MatchMode {
  if (a === b) return a;
  return a === 'loose' || b === 'loose' ? 'loose' : 'either';
}
