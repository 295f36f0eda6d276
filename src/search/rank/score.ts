/**
 * Scores documents: BM25 over syllables and neighbouring pairs, so "chuyển đổi" as a word outweighs "chuyển" here and "đổi"
 * there. Terms are joined by OR: a plain question always has an answer.
 */
import type { Postings, Variant } from '../index/term-index.ts';

/** Lower than usual: in provisions and letters a word said once already means it. Measured on two corpora. */
const K1 = 0.8;
const B = 0.75;

/** Score of the document whose number was typed; what cites it comes below, text far below. */
export const NUMBER_SCORE = 1000;
export const CITES_SCORE = 100;

export interface Corpus {
  /** Number of documents. */
  readonly total: number;
  /** `lengthNorms` of the documents. */
  readonly norms: Float32Array;
  /** Syllables of each title. */
  readonly titleLengths: ArrayLike<number>;
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
export function addPostings(tally: Tally, postings: Postings, weight: number, { total, norms }: Corpus): void {
  const { documents, frequencies, inTitle } = postings;
  const { scores, titleWeights } = tally;
  const rarity = weight * inverseDocumentFrequency(documents.length, total);
  const factor = rarity * (K1 + 1);
  for (let index = 0; index < documents.length; index++) {
    const document = documents[index] ?? 0;
    const frequency = frequencies[index] ?? 1;
    scores[document] = (scores[document] ?? 0) + (factor * frequency) / (frequency + (norms[document] ?? 1));
    if (inTitle[index] === 1) titleWeights[document] = (titleWeights[document] ?? 0) + rarity;
  }
}

/**
 * `k1 * (1 - b + b * length / average)` of each document, computed once.
 * @param lengths syllables of each document
 */
export function lengthNorms(lengths: ArrayLike<number>, average: number): Float32Array {
  return Float32Array.from(lengths, (length) => K1 * (1 - B + (B * length) / average));
}

/** Frequencies of the documents met so far, by document; all zero between two calls. */
let sums = new Uint16Array(0);
/** In `sums`: the title has it too. */
const TITLED = 0x8000;

/** Joins the lists of several variants into one, in no certain order; a document in several adds its frequencies. */
export function unitePostings(lists: readonly Variant[]): Postings {
  const first = lists[0];
  if (!first) return { documents: new Uint32Array(), frequencies: new Uint8Array(), inTitle: new Uint8Array() };
  if (lists.length === 1) return first;
  const most = Math.max(...lists.map((list) => (list.documents.at(-1) ?? 0) + 1));
  if (sums.length < most) sums = new Uint16Array(most);
  const met = new Uint32Array(lists.reduce((sum, list) => sum + list.documents.length, 0));
  let count = 0;
  for (const list of lists) {
    for (let index = 0; index < list.documents.length; index++) {
      const document = list.documents[index] ?? 0;
      const sum = sums[document] ?? 0;
      if (sum === 0) met[count++] = document;
      sums[document] = (sum + (list.frequencies[index] ?? 0)) | (list.inTitle[index] === 1 ? TITLED : 0);
    }
  }
  const documents = met.subarray(0, count);
  const frequencies = new Uint8Array(count);
  const inTitle = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    const document = documents[index] ?? 0;
    const sum = sums[document] ?? 0;
    frequencies[index] = Math.min(255, sum & (TITLED - 1));
    inTitle[index] = sum >= TITLED ? 1 : 0;
    sums[document] = 0;
  }
  return { documents, frequencies, inTitle };
}
