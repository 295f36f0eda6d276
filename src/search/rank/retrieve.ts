/** From the terms of a query to scored documents. */
import type { TermStore } from '../index/term-store.ts';
import type { Postings, Variant } from '../index/term-index.ts';
import { variantHash } from '../index/term-index.ts';
import type { MatchMode } from '../query/plan.ts';
import { foldKey } from '../text/syllables.ts';
import { addPostings, createTally, inverseDocumentFrequency, unitePostings, type Corpus, type Tally } from './score.ts';

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
const COMMON_SHARE = 0.2;
const ENOUGH_TERMS = 10;
/** From so many terms on, syllables in more than this share of the documents are left out too. */
const MANY_TERMS = 18;
const COMMON_SYLLABLE = 0.1;
/** In a smaller corpus the files are few anyway. */
const LARGE_CORPUS = 4000;
/** A pasted page is not looked for with all its words. */
const MOST_TERMS = 56;
/** A short form is lifted at most so much to the weight of its full form. */
const MOST_SCALE = 8;
/** Other accents of a pair ("chuyên đổi" for "chuyển đổi", a scan error) count this much. */
const OTHER_ACCENTS = 0.35;

/** How much a title that holds the whole query, and little else, adds to the score of the words themselves. */
const TITLE_BONUS = 0.6;

/**
 * Scores every document for the groups.
 * @param titleLengths syllables of each title
 * @param shareOf      spares files of common syllables in long questions
 * @returns a score for each document number; 0 where nothing matched
 */
export async function scoreGroups(groups: readonly TermGroup[], store: TermStore, corpus: Corpus, norms: Float32Array, titleLengths: ArrayLike<number>, shareOf?: ShareOf): Promise<Float32Array> {
  const entries = await store.get(termKeys(groups, store, corpus, shareOf));
  const tally = createTally(corpus.total);
  let whole = 0;
  for (const group of groups) {
    const [first, ...others] = group.alternatives;
    if (!first) continue;
    if (others.length === 0) {
      whole += addTerms(tally, first, entries, corpus, norms);
      continue;
    }
    const tallies = group.alternatives.map((alternative) => {
      const own = createTally(corpus.total);
      return { own, weight: addTerms(own, alternative, entries, corpus, norms) };
    });
    const most = Math.max(...tallies.map(({ weight }) => weight));
    whole += most;
    // "CNVCLĐ" says all that its six syllables say: one way of saying must not lose by being short.
    const scales = tallies.map(({ weight }, at) => (weight > 0 ? Math.min(MOST_SCALE, (most / weight) * (group.alternatives[at]?.weight ?? 1)) : 0));
    for (let index = 0; index < corpus.total; index++) {
      let score = 0;
      let title = 0;
      for (const [at, { own }] of tallies.entries()) {
        score = Math.max(score, (own.scores[index] ?? 0) * (scales[at] ?? 1));
        title = Math.max(title, (own.titleWeights[index] ?? 0) * (scales[at] ?? 1));
      }
      tally.scores[index] = (tally.scores[index] ?? 0) + score;
      tally.titleWeights[index] = (tally.titleWeights[index] ?? 0) + title;
    }
  }
  addTitleBonus(tally, whole, new Set(groups.flatMap((group) => group.alternatives.flatMap((alternative) => alternative.terms.map((term) => term.key)))).size, titleLengths);
  return tally.scores;
}

/** A title that is the query says more than a title that quotes it: its own length counts against it. */
function addTitleBonus(tally: Tally, whole: number, terms: number, titleLengths: ArrayLike<number>): void {
  if (whole <= 0) return;
  for (let index = 0; index < tally.scores.length; index++) {
    const weight = tally.titleWeights[index] ?? 0;
    if (weight <= 0) continue;
    const share = Math.min(1, weight / whole);
    const tightness = Math.min(1, (terms * 0.5 + 6) / ((titleLengths[index] ?? 0) + 6));
    tally.scores[index] = (tally.scores[index] ?? 0) + TITLE_BONUS * weight * share * (0.4 + 0.6 * tightness);
  }
}

/** Share of documents that have a folded syllable, as far as the lexicon knows; 0 when it does not. */
export type ShareOf = (folded: string) => number;

/**
 * Keys that the groups need. In a long question the syllables that many documents have say nothing beside so many pairs, and each
 * would cost a file: they are left out, provided that enough others remain.
 */
export function termKeys(groups: readonly TermGroup[], store: TermStore, corpus: Corpus, shareOf: ShareOf = () => 0): string[] {
  const keys = [...new Set(groups.flatMap((group) => group.alternatives.flatMap((alternative) => alternative.terms.map((term) => foldKey(term.key)))))];
  const heavy = (key: string): boolean => store.heavyDocuments(key) > COMMON_SHARE * corpus.total;
  const rare = keys.filter((key) => !heavy(key));
  if (rare.length < ENOUGH_TERMS) return keys;
  const isPlainCommon = (key: string): boolean => !key.includes(' ') && shareOf(key) > COMMON_SYLLABLE;
  const telling = rare.filter((key) => !isPlainCommon(key));
  if (telling.length < MANY_TERMS || corpus.total < LARGE_CORPUS) return rare.slice(0, MOST_TERMS * 2);
  const pairs = telling.filter((key) => key.includes(' ') || shareOf(key) < COMMON_SYLLABLE / 10);
  return telling.length > MOST_TERMS ? pairs.slice(0, MOST_TERMS) : telling;
}

/** @returns the weight that a document with every term in its title would gather */
function addTerms(tally: Tally, alternative: TermGroup['alternatives'][number], entries: ReadonlyMap<string, readonly Variant[]>, corpus: Corpus, norms: Float32Array): number {
  let whole = 0;
  for (const term of alternative.terms) {
    for (const part of postingsOf(term, entries.get(foldKey(term.key)) ?? [])) {
      const weight = term.weight * alternative.weight * part.weight;
      addPostings(tally, part.postings, weight, corpus, norms);
      whole += weight * inverseDocumentFrequency(part.postings.documents.length, corpus.total);
    }
  }
  return whole;
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
