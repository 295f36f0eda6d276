/** How far a scan is ruined: shared by the rule that says so and by rules about single words, which then stay silent. */
import type { LintContext } from '../context.ts';
import type { Word } from '../syllables/read-words.ts';
import { isPossibleSyllable } from '../syllables/syllable-shape.ts';
import type { SyllableTable } from '../syllables/syllable-table.ts';

export interface Ruin {
  /** Share of lower-case words that no learned text holds. */
  readonly share: number;
  /** Unreadable lines of the head and the end, as offsets; empty when the text as a whole is sound. */
  readonly lines: readonly { readonly start: number; readonly end: number }[];
}

/** Clean papers stay below one unknown word in a hundred. */
const MAX_UNKNOWN_SHARE = 0.06;
const MIN_WORDS = 80;
/** Share of bad words that makes a line unreadable. */
const MIN_BAD_SHARE = 0.35;
const MIN_BAD_WORDS = 2;
/** Lines that carry number, date, issuer, bases, recipients and signature: the first to be typed anew. */
const HEAD_LINES = 30;
const TAIL_LINES = 15;

const known = new WeakMap<LintContext, Ruin>();

/** Measures a text once; later calls for the same context answer from memory. */
export function findRuin(context: LintContext): Ruin {
  const before = known.get(context);
  if (before) return before;
  const ruin = measure(context);
  known.set(context, ruin);
  return ruin;
}

function measure({ words, syllables, text }: LintContext): Ruin {
  if (!syllables) return { share: 0, lines: [] };
  const small = words.filter((word) => /^\p{Ll}{2,}$/u.test(word.text));
  const share = small.filter((word) => syllables.count(word.form) === 0).length / Math.max(1, small.length);
  if (small.length < MIN_WORDS || share < MAX_UNKNOWN_SHARE) return { share, lines: [] };
  const lines: { start: number; end: number }[] = [];
  const all = [...text.matchAll(/[^\n]*\S[^\n]*/gu)];
  let first = 0;
  for (const [index, line] of all.entries()) {
    const start = line.index, end = start + line[0].length;
    while (first < words.length && (words[first]?.start ?? 0) < start) first++;
    let last = first;
    while (last < words.length && (words[last]?.end ?? 0) <= end) last++;
    // Capitals that are no syllable are abbreviations until shown otherwise.
    const inside = words.slice(first, last).filter((word) => word.text !== word.text.toUpperCase() || isPossibleSyllable(word.text));
    const bad = inside.filter((word, at) => isBad(word, inside[at - 1], inside[at + 1], syllables)).length;
    const lead = line[0].length - line[0].trimStart().length;
    const isKey = index < HEAD_LINES || index >= all.length - TAIL_LINES;
    if (isKey && bad >= MIN_BAD_WORDS && bad >= inside.length * MIN_BAD_SHARE) lines.push({ start: start + lead, end: start + line[0].trimEnd().length });
    first = last;
  }
  return { share, lines };
}

function isBad(word: Word, left: Word | undefined, right: Word | undefined, table: SyllableTable): boolean {
  if (table.count(word.form) === 0) return true;
  const isAlone = !(left && word.joined) && !right?.joined;
  const suits = (left && word.joined && table.pairCount(left.form, word.form) > 0) || (right?.joined && table.pairCount(word.form, right.form) > 0);
  return !isAlone && !suits;
}
