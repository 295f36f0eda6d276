/**
 * Telex and VNI keystrokes that a phone or machine left raw: `nghij quyeets`, `chuyeern ddooir soos`, `nghi5 quye61t`.
 *
 * @source domain guide section 8, table of typing.
 */
import { foldVietnamese, unifyTonePlacement } from '../../domain/vietnamese.ts';

const TELEX_TONES: Readonly<Record<string, string>> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };
const VNI_TONES: Readonly<Record<string, string>> = { 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323' };

const ONSET = '(?:ngh|gh|gi|kh|ng|nh|ph|qu|th|tr|ch|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x)?';
const NUCLEUS_CODA = [
  '(?:iê|yê|uô|ươ|uyê)(?:c|m|n|ng|nh|p|t|u|i|ch)', '(?:ia|ua|ưa|uya|uê|uơ|uy|oa|oe)', '(?:oa|oă|oe|uâ|uy|oo)(?:c|m|n|ng|nh|p|t|ch|i|y|o|u)',
  '(?:ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|uôi|ươi|ươu|iêu|yêu|oai|oay|oao|uây|uyu|uêu)', '(?:a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)(?:c|m|n|ng|nh|p|t|ch)?',
].join('|');
const SYLLABLE = new RegExp(`^${ONSET}(?:${NUCLEUS_CODA})$`, 'u');

/** True when the letters can be one Vietnamese syllable, marks as printed. */
export function isSyllable(form: string): boolean {
  const toneless = form.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '').normalize('NFC').toLowerCase();
  if (!SYLLABLE.test(toneless)) return false;
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(form.normalize('NFD'))?.[0] ?? '';
  // A syllable closed by a stop carries sắc or nặng only.
  return !/(?:c|ch|p|t)$/u.test(toneless) || tone === '' || tone === '\u0301' || tone === '\u0323';
}

/** True when bare letters are a syllable once some marks are set: `doan`, `cong`, but not `quyeets`. */
export function isBareSyllable(text: string): boolean {
  return BARE.test(foldVietnamese(text));
}
const BARE = new RegExp(`^${ONSET.replace('đ|', '')}(?:${foldVietnamese(NUCLEUS_CODA)})$`, 'u');

/** One Telex word in letters, or `null` when the keys make no syllable. */
export function decodeTelex(word: string): string | null {
  const lower = word.toLowerCase();
  if (!/^[a-z]+$/u.test(lower) || lower.length < 2) return null;
  let tone = '';
  let letters = '';
  for (let index = 0; index < lower.length; index++) {
    const letter = lower.charAt(index);
    const hasVowel = /[aeiouyăâêôơư]/u.test(letters);
    if (letter in TELEX_TONES && hasVowel && !(letter === 'r' && letters.endsWith('t'))) {
      tone = TELEX_TONES[letter] ?? '';
      continue;
    }
    if (letter === 'z' && hasVowel && tone !== '') tone = '';
    else if (letter === 'w') letters = withHorn(letters);
    else if (letter === 'd' && letters.startsWith('d') && !letters.startsWith('đ')) letters = `đ${letters.slice(1)}`;
    else if ('aeo'.includes(letter) && withHat(letters, letter) !== null) letters = withHat(letters, letter) ?? letters;
    else letters += letter;
  }
  return finish(letters, tone);
}

/** One VNI word (`quye61t`, `d9oa2n`), or `null`. */
export function decodeVni(word: string): string | null {
  const lower = word.toLowerCase();
  if (!/^[a-z][a-z0-9]*$/u.test(lower) || !/[1-9]/u.test(lower)) return null;
  let tone = '';
  let letters = '';
  for (const letter of lower) {
    if (letter in VNI_TONES) tone = VNI_TONES[letter] ?? '';
    else if (letter === '6') letters = letters.replace(/([aeo])(?=[^aeo]*$)/u, (vowel) => ({ a: 'â', e: 'ê', o: 'ô' })[vowel] ?? vowel);
    else if (letter === '7') letters = withHorn(letters.replace(/a/gu, 'A')).replace(/A/gu, 'a');
    else if (letter === '8') letters = letters.replace(/a(?=[^a]*$)/u, 'ă');
    else if (letter === '9') letters = letters.replace(/^d/u, 'đ');
    else if (letter === '0') tone = '';
    else letters += letter;
  }
  return finish(letters, tone);
}

/**
 * Decodes a whole query when it is plainly raw keystrokes: every word is or becomes a syllable, and at least one is none as it stands.
 * @returns the query in letters, or `null` when it is to be taken as typed
 */
export function decodeKeystrokes(words: readonly string[]): string[] | null {
  let needed = false;
  const decoded: string[] = [];
  for (const word of words) {
    if (!/^[a-zđ0-9]+$/u.test(word)) return null;
    if (/^\d+$/u.test(word)) {
      decoded.push(word);
      continue;
    }
    const result = decodeVni(word) ?? decodeTelex(word);
    if (result === null) {
      if (!isBareSyllable(word)) return null;
      decoded.push(word);
      continue;
    }
    if (!isBareSyllable(word)) needed = needed || result !== word;
    decoded.push(result);
  }
  return needed ? decoded : null;
}

function withHorn(letters: string): string {
  if (/uo/u.test(letters)) return letters.replace(/uo(?!.*uo)/u, 'ươ');
  if (/ua$/u.test(letters) && !letters.startsWith('q')) return letters.replace(/ua$/u, 'ưa');
  const changed = letters.replace(/([aou])(?=[^aou]*$)/u, (vowel) => ({ a: 'ă', o: 'ơ', u: 'ư' })[vowel] ?? vowel);
  return changed === letters ? `${letters}ư` : changed;
}

function withHat(letters: string, vowel: string): string | null {
  const hat = { a: 'â', e: 'ê', o: 'ô' }[vowel] ?? vowel;
  const place = letters.lastIndexOf(vowel);
  // Only a key that follows the vowel, or its closing consonants, puts on the hat: `quyeet`, `quyete`, but not `toan` + `o`.
  if (place < 0 || !/^(?:c|m|n|ng|nh|p|t|ch|u|i|y)?$/u.test(letters.slice(place + 1))) return null;
  return letters.slice(0, place) + hat + letters.slice(place + 1);
}

function finish(letters: string, tone: string): string | null {
  const decomposed = tone === '' ? letters : placeTone(letters, tone);
  const text = unifyTonePlacement(decomposed.normalize('NFC'));
  return isSyllable(text) ? text : null;
}

/** Sets the tone on the letter that carries it: a marked vowel first, the second of `oa oe uy` before a consonant, else the first of two. */
function placeTone(letters: string, tone: string): string {
  const match = /^(qu|gi(?=[aeiouyăâêôơư])|[^aeiouyăâêôơư]*)([aeiouyăâêôơư]+)(.*)$/u.exec(letters);
  if (!match) return letters;
  const [, onset = '', vowels = '', coda = ''] = match;
  const marked = Math.max(...['ă', 'â', 'ê', 'ô', 'ơ', 'ư'].map((vowel) => vowels.lastIndexOf(vowel)));
  let place = 0;
  if (marked >= 0) place = marked;
  else if (vowels.length === 3) place = 1;
  else if (vowels.length === 2 && coda !== '') place = 1;
  return onset + vowels.slice(0, place + 1) + tone + vowels.slice(place + 1) + coda;
}
