/**
 * Reversible transform of the text that Pagefind gets (a copy; published pages stay untouched).
 *
 * Pagefind 1.6 strips combining marks from its keys but knows no `đ`, treats every word of a query as a prefix, and takes `hoà` and
 * `hòa` for two words. So in the copy: NFC; `đ` as `d` + U+0335 (a combining stroke, stripped like any mark, kept as the exact
 * form); one tone placement; U+2060 after every run of letters and digits, so that a whole syllable is no prefix of a longer one.
 * `restoreText` gives back every character.
 */
import { unifyTonePlacement } from '../../domain/vietnamese.ts';

/** Ends a complete syllable. */
export const SYLLABLE_END = '\u2060';
/** Stands on `d` for the bar of `đ`. */
export const STROKE = '\u0335';
/** After a run whose tone mark was moved: `hoà` -> `hòa` + this. */
const TONE_MOVED = '\u2061';
/** After a run that was decomposed (NFD) in the page. */
const WAS_DECOMPOSED = '\u2063';
/** Before one of these marks that stood in the page itself. */
const LITERAL = '\u2064';
/** To be given to Pagefind as `includeCharacters`. */
export const INCLUDE_CHARACTERS = SYLLABLE_END + STROKE;

const OWN_MARKS = /[\u2060\u0335\u2061\u2063\u2064]/gu;
const RUN = /[\p{L}\p{N}](?:(?![\u0335])[\p{L}\p{M}\p{N}])*/gu;

/** The form Pagefind indexes. */
export function transformText(text: string): string {
  return text.replace(OWN_MARKS, (mark) => LITERAL + mark).replace(RUN, transformRun);
}

/** The printed text back from the indexed form, also when it was cut between runs. */
export function restoreText(text: string): string {
  return text
    .replace(/([\p{L}\p{N}][\p{L}\p{M}\p{N}]*)([\u2061\u2063]*)\u2060/gu, (_, run: string, flags: string) => restoreRun(run, flags))
    .replace(/\u2064(.)/gu, '$1');
}

function transformRun(run: string): string {
  const composed = run.normalize('NFC');
  const decomposed = composed !== run;
  // Half composed, half not: no way back from NFC, so only its end is marked.
  if (decomposed && composed.normalize('NFD') !== run) return run + SYLLABLE_END;
  const moved = unifyTonePlacement(composed);
  const isMoved = moved !== composed && moveBack(moved) === composed;
  const body = (isMoved ? moved : composed).replaceAll('đ', `d${STROKE}`).replaceAll('Đ', `D${STROKE}`);
  return body + (isMoved ? TONE_MOVED : '') + (decomposed ? WAS_DECOMPOSED : '') + SYLLABLE_END;
}

function restoreRun(run: string, flags: string): string {
  let text = run.replaceAll(`d${STROKE}`, 'đ').replaceAll(`D${STROKE}`, 'Đ');
  if (flags.includes(TONE_MOVED)) text = moveBack(text);
  return flags.includes(WAS_DECOMPOSED) ? text.normalize('NFD') : text;
}

const OPEN_A = 'òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy'.split(' ');
const OPEN_B = 'oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ'.split(' ');
const BACK = new Map<string, string>();
OPEN_A.forEach((a, index) => {
  const b = OPEN_B[index] ?? a;
  BACK.set(a, b);
  BACK.set(a.toUpperCase(), b.toUpperCase());
  BACK.set(a.charAt(0).toUpperCase() + a.slice(1), b.charAt(0).toUpperCase() + b.slice(1));
  BACK.set(a.charAt(0) + a.slice(1).toUpperCase(), b.charAt(0) + b.slice(1).toUpperCase());
});
const BACK_PATTERN = new RegExp(`(?:${[...BACK.keys()].join('|')})(?!\\p{L})`, 'gu');

function moveBack(text: string): string {
  return text.replace(BACK_PATTERN, (syllable) => BACK.get(syllable) ?? syllable);
}
