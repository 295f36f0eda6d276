/** Puts back the blanks that tight setting and tight scans lose. */
import { isPossibleSyllable } from '../../dispatch/lint/syllables/syllable-shape.ts';

// Without this list `từnguồn` would part after `từng`; few words begin with a vowel.
const VOWEL_WORDS = new Set('ủy uỷ ý án ấy ảnh ấp áp ích ít ở ứng ủng ước yêu yên ấn ẩn ủi ổn ông'.split(' '));

/** Words run together by a tight scan: `địaphương`, `ngày23`. Only a blank is put in, and only where both halves are words. */
export function partWords(word: string): string {
  const numbered = /^(ngày|tháng|năm|số)(\d{1,4})([,.;:]?)$/iu.exec(word);
  if (numbered) return `${numbered[1]} ${numbered[2]}${numbered[3]}`;
  const letters = /^[\p{L}]+/u.exec(word)?.[0] ?? '';
  if (letters.length < 5 || isPossibleSyllable(letters) || /[a-zà-ỹ]\p{Lu}/u.test(letters)) return word;
  for (let at = letters.length - 2; at >= 2; at--) {
    const halves = [letters.slice(0, at), letters.slice(at)];
    if (!/^[^aăâeêioôơuưyáàảãạ]/iu.test((halves[1] ?? '').normalize('NFD')) && !VOWEL_WORDS.has((halves[1] ?? '').toLowerCase())) continue;
    // Never through `ng`, `nh`, `th`, ...: which side they belong to nobody can tell.
    if (/(?:n[gh]|[ckpt]h|tr|g[hi])$/iu.test(letters.slice(at - 1, at + 1))) continue;
    if (halves.every((half) => isPossibleSyllable(half) && /[\u0300-\u036fđ]/iu.test(half.normalize('NFD')))) return `${halves[0]} ${halves[1]}${word.slice(letters.length)}`;
  }
  return word;
}
