/** Puts back the blanks that tight setting and tight scans lose. */
import { isPossibleSyllable } from '../../dispatch/lint/syllables/syllable-shape.ts';

/** Words run together by a tight scan: `địaphương`, `ngày23`. Only a blank is put in, and only where both halves are words. */
export function partWords(word: string): string {
  const numbered = /^(ngày|tháng|năm|số)(\d{1,4})([,.;:]?)$/iu.exec(word);
  if (numbered) return `${numbered[1]} ${numbered[2]}${numbered[3]}`;
  const letters = /^[\p{L}]+/u.exec(word)?.[0] ?? '';
  if (letters.length < 5 || isPossibleSyllable(letters) || /[a-zà-ỹ]\p{Lu}/u.test(letters)) return word;
  for (let at = letters.length - 2; at >= 2; at--) {
    const halves = [letters.slice(0, at), letters.slice(at)];
    if (halves.every((half) => isPossibleSyllable(half) && /[\u0300-\u036fđ]/iu.test(half.normalize('NFD')))) return `${halves[0]} ${halves[1]}${word.slice(letters.length)}`;
  }
  return word;
}
