/**
 * Spelling help from the corpus' own syllables: what a misspelt or cut word may have meant.
 */
import type { Lexicon } from '../index/lexicon.ts';
import { foldTerm, termOf } from '../text/syllables.ts';
import { editDistance } from './edit-distance.ts';
import { isBareSyllable } from './telex.ts';

/** True when the letters stand in some document, whatever the marks. */
export function isKnown(lexicon: Lexicon, form: string): boolean {
  return lexicon.has(foldTerm(termOf(form))) || lexicon.has(foldTerm(form));
}

/**
 * Syllables that begin with the letters typed so far, most frequent first.
 * @param prefix folded
 */
export function completionsOf(lexicon: Lexicon, prefix: string, limit: number): string[] {
  const found = [...lexicon.keys()].filter((folded) => folded.startsWith(prefix));
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
  for (const candidate of lexicon.keys()) {
    if (candidate === word || Math.abs(candidate.length - word.length) > edits || /\d/u.test(candidate)) continue;
    const distance = editDistance(word, candidate, edits);
    if (distance > edits) continue;
    const start = candidate[0] === word[0] ? 0 : 1.5;
    scored.push([candidate, distance * 3 + start - Math.log10(1 + frequencyOf(lexicon, candidate))]);
  }
  return scored.toSorted(([, a], [, b]) => a - b).slice(0, limit).map(([candidate]) => candidate);
}

/** Shortest run of letters that may be two words. */
const LEAST_RUN = 5;
const MOST_PARTS = 7;

/**
 * Words that were run together, `congdoan`: as few known syllables as possible, of those the ones that documents use most.
 * @param run folded letters
 * @returns folded terms; none when the letters cannot be cut so
 */
export function cutRun(lexicon: Lexicon, run: string): string[] {
  if (run.length < LEAST_RUN || !/^[a-z]+$/u.test(run)) return [];
  // Best way to cut the first n letters: fewer parts, then a rarest part that is less rare.
  const ways: ({ readonly parts: readonly string[]; readonly rarest: number } | null)[] = [{ parts: [], rarest: Infinity }];
  for (let end = 1; end <= run.length; end++) {
    let best: (typeof ways)[number] = null;
    for (let start = Math.max(0, end - 7); start < end; start++) {
      const before = ways[start];
      const part = termOf(run.slice(start, end));
      if (!before || before.parts.length >= MOST_PARTS || !isBareSyllable(part) || !lexicon.has(part)) continue;
      const parts = [...before.parts, part];
      const rarest = Math.min(before.rarest, frequencyOf(lexicon, part));
      if (!best || parts.length < best.parts.length || (parts.length === best.parts.length && rarest > best.rarest)) best = { parts, rarest };
    }
    ways.push(best);
  }
  const parts = ways[run.length]?.parts ?? [];
  return parts.length > 1 ? [...parts] : [];
}

/** Documents that have the most frequent accents of a folded syllable. */
function frequencyOf(lexicon: Lexicon, folded: string): number {
  return lexicon.get(folded)?.forms[0]?.[1] ?? 0;
}
