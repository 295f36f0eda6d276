/**
 * Words of running text for scan-error checks: Vietnamese syllables with their place, and whether the word before stands right
 * beside them. Learner and checker must cut alike, so both call this.
 */
import { unifyTonePlacement } from '../../../domain/vietnamese.ts';

export interface Word {
  /** As printed. */
  readonly text: string;
  /** Comparison form: NFC, lower case, tone on the first vowel of open oa, oe, uy. */
  readonly form: string;
  /** Offsets into the text, UTF-16. */
  readonly start: number;
  readonly end: number;
  /** Nothing but blanks, a line break or Markdown marks stands between this word and the one before. */
  readonly joined: boolean;
}

/** A word, a one-letter abbreviation (`b/c`, `V/v`), a blank line, a number, or any other sign. */
const PIECE = /\p{L}\/\p{L}(?![\p{L}/])|[\p{L}\p{M}]+|\n[ \t]*\n|\d[\d.,]*|[^\p{L}\p{M}\d\s*]/gu;

/** Longer pieces are no words: composing a hostile run of marks takes the square of its length. */
const MAX_COMPOSED = 200;

/** Splits a text into words. Numbers, punctuation and blank lines part words and are left out. */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  // A paper repeats its words: each spelling is folded once.
  const forms = new Map<string, string>();
  let joined = false;
  for (const match of text.matchAll(PIECE)) {
    const piece = match[0];
    if (!/^\p{L}/u.test(piece)) { joined = false; continue; }
    let form = forms.get(piece);
    if (form === undefined) forms.set(piece, form = unifyTonePlacement((piece.length > MAX_COMPOSED ? piece : piece.normalize('NFC')).toLowerCase()));
    words.push({ text: piece, form, start: match.index, end: match.index + piece.length, joined });
    joined = true;
  }
  return words;
}
