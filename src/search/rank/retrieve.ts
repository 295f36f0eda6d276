/** From the terms of a query to scored documents. */
import type { Postings, Variant } from '../index/term-index.ts';
import { variantHash } from '../index/term-index.ts';
import { COMMON_SHARE, type TermStore } from '../index/term-store.ts';
import type { QueryTerm, TermGroup } from '../query/terms.ts';
import { foldKey } from '../text/syllables.ts';
import { addPostings, createTally, inverseDocumentFrequency, unitePostings, type Corpus, type Tally } from './score.ts';

/** Pairs of two syllables that both are in more than this share of the documents. */
const COMMON_PAIR = 0.7;
const ENOUGH_TERMS = 10;
/** A list of so many documents costs little, whatever their share. */
const SHORT_LIST = 1200;
/** A pasted page is not looked for with all its words. */
const MOST_TERMS = 120;
/** A short form is lifted at most so much to the weight of its full form. */
const MOST_SCALE = 8;
/** Other accents of a pair ("chuyên đổi" for "chuyển đổi", a scan error) count this much. */
const OTHER_ACCENTS = 0.35;

/** How much a title that holds the whole query, and little else, adds to the score of the words themselves. */
const TITLE_BONUS = 0.6;

/**
 * Scores every document for the groups.
 * @returns a score for each document number; 0 where nothing matched
 */
export async function scoreGroups(groups: readonly TermGroup[], store: TermStore, corpus: Corpus): Promise<Float32Array> {
  const entries = await store.get(chooseKeys(groups, store, corpus));
  const tally = createTally(corpus.total);
  let whole = 0;
  for (const group of groups) {
    const [first, ...others] = group.alternatives;
    if (!first) continue;
    whole += others.length === 0 ? addTerms(tally, first, entries, corpus) : addBest(tally, group, entries, corpus);
  }
  const terms = new Set(groups.flatMap((group) => group.alternatives.flatMap((alternative) => alternative.terms.map((term) => term.key)))).size;
  addTitleBonus(tally, whole, terms, corpus.titleLengths);
  return tally.scores;
}

/** Adds, for each document, the best of the ways of saying one thing. @returns as `addTerms` */
function addBest(tally: Tally, group: TermGroup, entries: ReadonlyMap<string, readonly Variant[]>, corpus: Corpus): number {
  const tallies = group.alternatives.map((alternative) => {
    const own = createTally(corpus.total);
    return { own, weight: addTerms(own, alternative, entries, corpus) };
  });
  const most = Math.max(...tallies.map(({ weight }) => weight));
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
  return most;
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

/**
 * Keys that the groups need. In a long question the syllables that many documents have, and pairs of two such, say nothing beside so
 * many others, and each would cost a long list: they are left out, provided that enough others remain.
 */
export function chooseKeys(groups: readonly TermGroup[], store: TermStore, corpus: Corpus): string[] {
  const keys = [...new Set(groups.flatMap((group) => group.alternatives.flatMap((alternative) => alternative.terms.map((term) => foldKey(term.key)))))].slice(0, MOST_TERMS);
  if (keys.length < ENOUGH_TERMS) return keys;
  const telling = keys.filter((key) => store.documentsOf(store.ownerOf(key)) <= Math.max(SHORT_LIST, (key.includes(' ') ? COMMON_PAIR : COMMON_SHARE) * corpus.total));
  return telling.length < ENOUGH_TERMS ? keys : telling;
}

/** @returns the weight that a document with every term in its title would gather */
function addTerms(tally: Tally, alternative: TermGroup['alternatives'][number], entries: ReadonlyMap<string, readonly Variant[]>, corpus: Corpus): number {
  let whole = 0;
  for (const term of alternative.terms) {
    for (const part of postingsOf(term, entries.get(foldKey(term.key)) ?? [])) {
      const weight = term.weight * alternative.weight * part.weight;
      addPostings(tally, part.postings, weight, corpus);
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
