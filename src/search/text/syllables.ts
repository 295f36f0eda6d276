/**
 * Syllables of Vietnamese text as search terms. Blanks separate syllables, not words: "chuyển đổi số" is three syllables and
 * one term, so neighbours (bigrams) carry the meaning. Pure; used alike when indexing and when asking.
 *
 * @source domain guide section 8: NFC, tone placement, i/y spellings, letters.
 */
import { foldVietnamese, unifyTonePlacement } from '../../domain/vietnamese.ts';

export interface SyllableToken {
  /** Lower case, NFC, one tone placement: `hoà` -> `hòa`. */
  readonly form: string;
  /** UTF-16 offsets in the given text. */
  readonly start: number;
  readonly end: number;
}

/** Longer runs are addresses and scan rubbish; they are cut here so that they cannot swell the index. */
const MAX_LENGTH = 32;

/** Letters, digits and the marks and joiners that sit inside a word; everything else separates. */
const RUN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

const SPELLED_WITH_Y = /^([hklmst]|qu)(y|ý|ỳ|ỷ|ỹ|ỵ)$/u;
const Y_TO_I: Readonly<Record<string, string>> = { y: 'i', ý: 'í', ỳ: 'ì', ỷ: 'ỉ', ỹ: 'ĩ', ỵ: 'ị' };

/** Brings text to the letters that searching compares: NFC, eth as đ, lower case, one tone placement. */
export function normalizeForSearch(text: string): string {
  return unifyTonePlacement(text.normalize('NFC').replace(/[Ððɖ]/gu, 'đ').toLowerCase());
}

/** Every syllable of a text in order, with its place. The text should be NFC, or the offsets are those of its NFC form. */
export function readSyllables(text: string): SyllableToken[] {
  const source = text.normalize('NFC');
  const tokens: SyllableToken[] = [];
  for (const match of source.matchAll(RUN)) {
    const form = normalizeForSearch(match[0]).slice(0, MAX_LENGTH);
    tokens.push({ form, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/** Only the forms, for counting. */
export function syllablesOf(text: string): string[] {
  const forms = normalizeForSearch(text).match(RUN) ?? [];
  return forms.map((form) => (form.length > MAX_LENGTH ? form.slice(0, MAX_LENGTH) : form));
}

/** The accented search term of a syllable: `lý` and `lí`, `kỹ` and `kĩ` are one term. */
export function termOf(form: string): string {
  if (form.length > 3 || !SPELLED_WITH_Y.test(form)) return form;
  return form.replace(SPELLED_WITH_Y, (_, start: string, vowel: string) => start + (Y_TO_I[vowel] ?? vowel));
}

const I_TO_Y: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(Y_TO_I).map(([y, i]) => [i, y]));

/** A term as official papers usually write it: `kĩ` as `kỹ`, `qui` as `quy`; `sĩ` and the rest as they are. */
export function printTerm(term: string): string {
  return term.replace(/^([hklmt]|qu)([iíìỉĩị])$/u, (_, start: string, vowel: string) => start + (I_TO_Y[vowel] ?? vowel));
}

const folded = new Map<string, string>();

/** The term without marks, `đ` as `d`; remembered, since a corpus asks for the same few thousand again and again. */
export function foldTerm(term: string): string {
  let result = folded.get(term);
  if (result === undefined) {
    result = foldVietnamese(term);
    if (folded.size < 60_000) folded.set(term, result);
  }
  return result;
}

/** Folded key of a syllable, of a pair ("chuyển đổi") or of a ready key ("#57-nq-tw"). */
export function foldKey(term: string): string {
  const blank = term.indexOf(' ');
  return blank < 0 ? foldTerm(term) : `${foldTerm(term.slice(0, blank))} ${foldTerm(term.slice(blank + 1))}`;
}

/** True when the form carries any Vietnamese mark, so the reader has typed accents. */
export function hasMarks(form: string): boolean {
  return foldVietnamese(form) !== form.toLowerCase();
}
