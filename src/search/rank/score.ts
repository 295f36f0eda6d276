/**
 * Scores documents: BM25 over syllables and neighbouring pairs, so "chuyển đổi" as a word outweighs "chuyển" here and "đổi"
 * there. Terms are joined by OR: a plain question always has an answer.
 */
import type { Postings, Variant } from '../index/term-index.ts';

export const K1 = 1.2;
export const B = 0.75;

export interface Corpus {
  /** Number of documents. */
  readonly total: number;
  /** Length of each document in syllables. */
  readonly lengths: ArrayLike<number>;
  readonly averageLength: number;
}

/** A term that every document has still counts a little: in a corpus on one subject its key words are everywhere. */
const LEAST_FREQUENCY_WEIGHT = 0.2;

/** Inverse document frequency of BM25, never negative. */
export function inverseDocumentFrequency(documents: number, total: number): number {
  return Math.max(LEAST_FREQUENCY_WEIGHT, Math.log(1 + (total - documents + 0.5) / (documents + 0.5)));
}

/** What a query gathers: the score of each document, and the part of the query's weight that its title holds. */
export interface Tally {
  readonly scores: Float32Array;
  readonly titleWeights: Float32Array;
}

export function createTally(total: number): Tally {
  return { scores: new Float32Array(total), titleWeights: new Float32Array(total) };
}

/** Adds one list of postings. */
export function addPostings(tally: Tally, postings: Postings, weight: number, corpus: Corpus, norms: Float32Array): void {
  const { documents, frequencies, inTitle } = postings;
  const { scores, titleWeights } = tally;
  const rarity = weight * inverseDocumentFrequency(documents.length, corpus.total);
  const factor = rarity * (K1 + 1);
  for (let index = 0; index < documents.length; index++) {
    const document = documents[index] ?? 0;
    const frequency = frequencies[index] ?? 1;
    scores[document] = (scores[document] ?? 0) + (factor * frequency) / (frequency + (norms[document] ?? 1));
    if (inTitle[index] === 1) titleWeights[document] = (titleWeights[document] ?? 0) + rarity;
  }
}

/** `k1 * (1 - b + b * length / average)` of each document, computed once. */
export function lengthNorms(corpus: Corpus): Float32Array {
  const norms = new Float32Array(corpus.total);
  for (let index = 0; index < corpus.total; index++) norms[index] = K1 * (1 - B + (B * (corpus.lengths[index] ?? 0)) / corpus.averageLength);
  return norms;
}

/** Joins the lists of several variants into one; a document in several adds its frequencies. */
export function unitePostings(lists: readonly Variant[]): Postings {
  const first = lists[0];
  if (!first) return { documents: new Uint32Array(), frequencies: new Uint8Array(), inTitle: new Uint8Array() };
  if (lists.length === 1) return first;
  const sums = new Map<number, number>();
  const titled = new Set<number>();
  for (const list of lists) {
    for (let index = 0; index < list.documents.length; index++) {
      const document = list.documents[index] ?? 0;
      sums.set(document, Math.min(255, (sums.get(document) ?? 0) + (list.frequencies[index] ?? 0)));
      if (list.inTitle[index] === 1) titled.add(document);
    }
  }
  const documents = Uint32Array.from(sums.keys()).sort();
  return { documents, frequencies: Uint8Array.from(documents, (document) => sums.get(document) ?? 0), inTitle: Uint8Array.from(documents, (document) => Number(titled.has(document))) };
}
