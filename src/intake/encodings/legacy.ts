/**
 * The encodings of Vietnamese fonts before Unicode: TCVN3 (`.VnTime`, one byte a letter, capitals with tones in fonts of their own) and
 * VNI (`VNI-Times`, a letter and then its marks). Text in them shows as Western letters: `Céng hßa`, `Coäng hoøa`.
 *
 * @source TCVN 5712:1993 (VN3); VNI for Windows code table
 */

export type LegacyEncoding = 'tcvn3' | 'vni';

const TCVN3_CODES = '\u00a1Ă\u00a2Â\u00a3Ê\u00a4Ô\u00a5Ơ\u00a6Ư\u00a7Đ\u00a8ă\u00a9â\u00aaê\u00abô\u00acơ\u00adư\u00aeđ\u00b5à\u00b6ả\u00b7ã\u00b8á\u00b9ạ\u00bbằ\u00bcẳ\u00bdẵ\u00beắ\u00c6ặ\u00c7ầ\u00c8ẩ\u00c9ẫ\u00caấ\u00cbậ'
  + '\u00ccè\u00ceẻ\u00cfẽ\u00d0é\u00d1ẹ\u00d2ề\u00d3ể\u00d4ễ\u00d5ế\u00d6ệ\u00d7ì\u00d8ỉ\u00dcĩ\u00ddí\u00deị\u00dfò\u00e1ỏ\u00e2õ\u00e3ó\u00e4ọ\u00e5ồ\u00e6ổ\u00e7ỗ\u00e8ố\u00e9ộ\u00eaờ\u00ebở\u00ecỡ\u00edớ\u00eeợ'
  + '\u00efù\u00f1ủ\u00f2ũ\u00f3ú\u00f4ụ\u00f5ừ\u00f6ử\u00f7ữ\u00f8ứ\u00f9ự\u00faỳ\u00fbỷ\u00fcỹ\u00fdý\u00feỵ';
const TCVN3 = new Map<string, string>(Array.from({ length: TCVN3_CODES.length / 2 }, (_, index) => [TCVN3_CODES[index * 2] ?? '', TCVN3_CODES[index * 2 + 1] ?? '']));

const ACUTE = '\u0301', GRAVE = '\u0300', HOOK = '\u0309', TILDE = '\u0303', DOT = '\u0323', HAT = '\u0302', BREVE = '\u0306';
const VNI_MARKS = new Map<string, string>([
  ['ù', ACUTE], ['ø', GRAVE], ['û', HOOK], ['õ', TILDE], ['ï', DOT],
  ['â', HAT], ['á', HAT + ACUTE], ['à', HAT + GRAVE], ['å', HAT + HOOK], ['ã', HAT + TILDE], ['ä', HAT + DOT],
  ['ê', BREVE], ['é', BREVE + ACUTE], ['è', BREVE + GRAVE], ['ú', BREVE + HOOK], ['ü', BREVE + TILDE], ['ë', BREVE + DOT],
]);
const VNI_LETTERS = new Map<string, string>([['ñ', 'đ'], ['ô', 'ơ'], ['ö', 'ư'], ['æ', 'ỉ'], ['ó', 'ĩ'], ['ò', 'ị'], ['î', 'ỵ'], ['Ñ', 'Đ'], ['Ô', 'Ơ'], ['Ö', 'Ư'], ['Æ', 'Ỉ'], ['Ó', 'Ĩ'], ['Ò', 'Ị'], ['Î', 'Ỵ']]);
// In one pass: what a pair gives (`oø` is ò) must not be read again (`ò` is ị).
const VNI_LETTER = /([aAeEoOuUyYôÔöÖ])([ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])|[ñôöæóòîÑÔÖÆÓÒÎ]/gu;

/** Encoding that a font's name tells: `.VnTimeH`, `VNI-Times`; `null` for Unicode fonts. */
export function fontEncoding(font: string | undefined): LegacyEncoding | null {
  if (font === undefined) return null;
  return /^\.Vn/iu.test(font) ? 'tcvn3' : /^VNI[- ]/iu.test(font) ? 'vni' : null;
}

/** Text of one font; capitals of TCVN3 come from fonts whose name ends in H. Text that is Unicode already stays. */
export function decodeFontText(text: string, font: string): string {
  if (/[\u0110\u0111\u0102\u0103\u01a0-\u01b0\u1ea0-\u1ef9]/u.test(text)) return text;
  if (fontEncoding(font) === 'vni') return decodeVni(text);
  const decoded = replaceLetters(text, TCVN3);
  return /H$/u.test(font) ? decoded.toLocaleUpperCase('vi') : decoded;
}

/** Whole text in TCVN3: capitals with tones are found by the capitals around them (`CéNG` is CỘNG). */
export function decodeTcvn3(text: string): string {
  const words = replaceLetters(text, TCVN3).split(/([\p{L}\p{M}]+)/u);
  const isCapital = words.map((word, index) => index % 2 === 1 && (word.match(/[A-Z]/gu)?.length ?? 0) >= 2 && !/[a-z]/u.test(word));
  // A short word shows too little of its own (`X·` is XÃ): its neighbours tell.
  return words.map((word, index) => (isCapital[index] || (index % 2 === 1 && ((isCapital[index - 2] && words[index - 1] === ' ') || (isCapital[index + 2] && words[index + 1] === ' ')) && /[^\x00-\x7f]/u.test(word) && !/[a-z]/u.test(word)) ? word.toLocaleUpperCase('vi') : word)).join('');
}

/** Whole text in VNI. */
export function decodeVni(text: string): string {
  return text.replace(VNI_LETTER, (letter, base?: string, mark?: string) => (base === undefined || mark === undefined ? (VNI_LETTERS.get(letter) ?? letter) : `${VNI_LETTERS.get(base) ?? base}${VNI_MARKS.get(mark.toLowerCase()) ?? mark}`.normalize('NFC')));
}

function replaceLetters(text: string, letters: ReadonlyMap<string, string>): string {
  let result = '';
  for (const letter of text) result += letters.get(letter) ?? letter;
  return result;
}
