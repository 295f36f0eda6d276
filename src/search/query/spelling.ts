/**
 * Spelling help from the corpus' own syllables: what a misspelt or cut word may have meant.
 * The lexicon holds each accented syllable with the number of documents that have it.
 */
import { foldTerm, termOf } from '../text/syllables.ts';
import { editDistance } from './edit-distance.ts';

export interface Lexicon {
  /** Folded syllable -> accented forms with their document counts, most frequent first. */
  readonly byFolded: ReadonlyMap<string, readonly (readonly [form: string, documents: number])[]>;
  /** Folded syllables in order, for prefixes. */
  readonly folded: readonly string[];
}

/** Reads the lines "syllable TAB documents". */
export function readLexicon(text: string): Lexicon {
  const byFolded = new Map<string, [string, number][]>();
  for (const line of text.split('\n')) {
    const [form = '', documents = '0'] = line.split('\t');
    if (form === '') continue;
    const folded = foldTerm(form);
    const forms = byFolded.get(folded);
    if (forms) forms.push([form, Number(documents)]);
    else byFolded.set(folded, [[form, Number(documents)]]);
  }
  for (const forms of byFolded.values()) forms.sort(([, a], [, b]) => b - a);
  return { byFolded, folded: [...byFolded.keys()].sort() };
}

/** True when the letters stand in some document, whatever the marks. */
export function isKnown(lexicon: Lexicon, form: string): boolean {
  return lexicon.byFolded.has(foldTerm(termOf(form))) || lexicon.byFolded.has(foldTerm(form));
}

/** How many documents have the folded syllable in any accents (at least the largest of its forms). */
export function frequencyOf(lexicon: Lexicon, folded: string): number {
  return lexicon.byFolded.get(folded)?.[0]?.[1] ?? 0;
}

/** Documents of a folded syllable over all its accents, an upper bound. */
export function documentsOf(lexicon: Lexicon, folded: string): number {
  return (lexicon.byFolded.get(folded) ?? []).reduce((sum, [, documents]) => sum + documents, 0);
}

/**
 * Syllables that begin with the letters typed so far, most frequent first.
 * @param prefix folded
 */
export function completionsOf(lexicon: Lexicon, prefix: string, limit: number): string[] {
  let low = 0;
  let high = lexicon.folded.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lexicon.folded[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let index = low; index < lexicon.folded.length && lexicon.folded[index]?.startsWith(prefix); index++) found.push(lexicon.folded[index] ?? '');
  return found.toSorted((a, b) => frequencyOf(lexicon, b) - frequencyOf(lexicon, a)).slice(0, limit);
}

/**
 * Known syllables near to an unknown one, best first: one edit, two for long ones; the first letter rarely is the wrong one.
 * @param word folded
 */
export function correctionsOf(lexicon: Lexicon, word: string, limit: number): string[] {
  const edits = word.length >= 6 ? 2 : 1;
  if (word.length < 2 || word.length > 14 || /\d/u.test(word)) return [];
  const scored: (readonly [string, number])[] = [];
  for (const candidate of lexicon.folded) {
    if (candidate === word || Math.abs(candidate.length - word.length) > edits) continue;
    const distance = editDistance(word, candidate, edits);
    if (distance > edits) continue;
    const start = candidate[0] === word[0] ? 0 : 1.5;
    scored.push([candidate, distance * 3 + start - Math.log10(1 + frequencyOf(lexicon, candidate))]);
  }
  return scored.toSorted(([, a], [, b]) => a - b).slice(0, limit).map(([candidate]) => candidate);
}
