/**
 * Letters of Vietnamese: folding, slugs, tone placement. Pure functions over NFC text.
 *
 * @source domain guide section 8; Quyết định 1989/QĐ-BGDĐT (2018) for the schoolbook tone placement.
 */

/** Lower case without tone and vowel marks, `đ` as `d`: `Liên đoàn` -> `lien doan`. Length may differ from the input. */
export function foldVietnamese(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase();
}

/** Address part made of folded letters and digits: `Liên đoàn Lao động tỉnh Hưng Yên` -> `lien-doan-lao-dong-tinh-hung-yen`. */
export function slugify(text: string): string {
  return foldVietnamese(text).replace(/[^a-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '');
}

const TONE_B = 'oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ'.split(' ');
const TONE_A = 'òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy'.split(' ');
const TONE_MAP = new Map<string, string>();
TONE_B.forEach((b, index) => {
  const a = TONE_A[index] ?? b;
  TONE_MAP.set(b, a);
  TONE_MAP.set(b.toUpperCase(), a.toUpperCase());
  TONE_MAP.set(b.charAt(0).toUpperCase() + b.slice(1), a.charAt(0).toUpperCase() + a.slice(1));
});
const TONE_PATTERN = new RegExp(`(?<![qQ])(?:${[...TONE_MAP.keys()].join('|')})(?!\\p{L})`, 'gu');

/** Moves the tone mark of open `oa`, `oe`, `uy` syllables to the first vowel: `Tỉnh uỷ` -> `Tỉnh ủy`. Same length. */
export function unifyTonePlacement(text: string): string {
  return text.replace(TONE_PATTERN, (syllable) => TONE_MAP.get(syllable) ?? syllable);
}

/** Dictionary order of Vietnamese letters. */
export const compareVietnamese = new Intl.Collator('vi', { numeric: true }).compare;

/** Folded form of each UTF-16 unit, filled as units are met. */
const FOLDED_UNITS: (string | undefined)[] = [];

function foldUnit(unit: string): string {
  const candidate = foldVietnamese(unit);
  const folded = candidate.length === unit.length ? candidate : unit;
  FOLDED_UNITS[unit.charCodeAt(0)] = folded;
  return folded;
}

/** Like `foldVietnamese`, but unit by unit: the result has the length of the (NFC) input, so that offsets agree. */
export function foldLetters(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at++) result += FOLDED_UNITS[text.charCodeAt(at)] ?? foldUnit(text.charAt(at));
  return result;
}
