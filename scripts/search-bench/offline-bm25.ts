/**
 * BM25 over syllables and neighbouring pairs, in memory: the yardstick of quality, with code of its own so that a mistake in the
 * engine cannot hide in it. Parameters as usual (k1 1.2, b 0.75).
 */
import type { BenchDocument } from './corpus.ts';
import { stripAccents } from './corpus.ts';

export interface OfflineRanker {
  /** Ids of the ten best. */
  rank(query: string): string[];
}

/** @param folded true drops all accents from documents and queries */
export function createOfflineBm25(documents: readonly BenchDocument[], folded: boolean): OfflineRanker {
  const split = (text: string): string[] => (folded ? stripAccents(text) : text).normalize('NFC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const postings = new Map<string, [number, number][]>();
  const lengths: number[] = [];
  documents.forEach(({ text }, document) => {
    const words = split(text);
    lengths.push(words.length);
    const counts = new Map<string, number>();
    for (const term of termsOf(words)) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      const list = postings.get(term);
      if (list) list.push([document, count]);
      else postings.set(term, [[document, count]]);
    }
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return {
    rank: (query) => {
      const scores = new Map<number, number>();
      for (const term of new Set(termsOf(split(query)))) {
        const list = postings.get(term) ?? [];
        const weight = Math.log(1 + (documents.length - list.length + 0.5) / (list.length + 0.5));
        for (const [document, count] of list) {
          const norm = 1.2 * (0.25 + (0.75 * (lengths[document] ?? 0)) / average);
          scores.set(document, (scores.get(document) ?? 0) + (weight * count * 2.2) / (count + norm));
        }
      }
      return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 10).map(([document]) => documents[document]?.id ?? '');
    },
  };
}

function termsOf(words: readonly string[]): string[] {
  return [...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)];
}
