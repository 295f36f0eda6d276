/** Bytes of a text file to Unicode, whatever wrote them: UTF-8, UTF-16, windows-1258, TCVN3, VNI. A guess must read as Vietnamese, or it is refused. */
import { hasVietnameseMark, isPossibleSyllable } from '../../dispatch/lint/syllables/syllable-shape.ts';
import { UnreadableSource } from '../reading.ts';
import { decodeTcvn3, decodeVni } from './legacy.ts';

export type TextEncoding = 'utf-8' | 'utf-16' | 'windows-1258' | 'tcvn3' | 'vni';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** Share of accented words that must be possible syllables before a guessed encoding is believed. */
const MIN_SHARE = 0.93;
/** Fewer accented words prove nothing. */
const MIN_WORDS = 4;
// Letters that old fonts show for Vietnamese ones; they hardly occur in Unicode Vietnamese: "Céng hßa x· héi", "Coäng hoøa xaõ hoäi".
const OLD_FONT_LETTERS = /[ÊÔéßñÜµ¶¸¹¨«®¬­·ÖÕÈÇÌÐÎÓäæèêëíîïøùûüþåÄËÏØÙÛöçÂÁÀÅÃâãáàõóòô]/gu;
const TRULY_VIETNAMESE = /[ơưăđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu;

/**
 * Decodes a text file.
 * @returns text without byte-order mark, line ends as they are
 * @throws UnreadableSource for binary files and for encodings that give no Vietnamese
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  const wide = detectUtf16(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: 'utf-16' };
  try {
    return mendOldFonts(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof UnreadableSource) throw error;
    return guessLegacy(bytes);
  }
}

/** Text that is Unicode, yet of the letters of an old font, as a copy from such a file is. */
function mendOldFonts(text: string): DecodedText {
  const sample = text.slice(0, 40_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const old = sample.match(OLD_FONT_LETTERS)?.length ?? 0;
  if (letters <= 40 || old / letters <= 0.06 || (sample.match(TRULY_VIETNAMESE)?.length ?? 0) >= old / 20) return { text, encoding: 'utf-8' };
  // Good Unicode can be of such letters alone ("Dòng", "không hề có"), as French or Portuguese can; words that are possible stay as they are.
  if (vietnameseShare(text).share > 0.6) return { text, encoding: 'utf-8' };
  const best = bestOf([{ text: decodeTcvn3(text), encoding: 'tcvn3' }, { text: decodeVni(text), encoding: 'vni' }]);
  if (best) return best;
  throw new UnreadableSource('legacy-encoding', 'Chữ trong tệp có dạng bảng mã cũ (TCVN3/ABC hoặc VNI) nhưng đổi sang Unicode không ra tiếng Việt. Hãy chuyển mã bằng UniKey Toolkit, lưu với mã UTF-8 rồi nhập lại.');
}

function guessLegacy(bytes: Uint8Array): DecodedText {
  const western = new TextDecoder('windows-1252').decode(bytes);
  // TCVN3 keeps letters where windows-1252 has signs, one byte each.
  const latin = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const best = bestOf([
    { text: new TextDecoder('windows-1258').decode(bytes).normalize('NFC'), encoding: 'windows-1258' },
    { text: decodeTcvn3(latin), encoding: 'tcvn3' },
    { text: decodeVni(western), encoding: 'vni' },
  ]);
  if (best) return best;
  const at = firstInvalidByte(bytes);
  throw new UnreadableSource('encoding', `Tệp không phải mã UTF-8: byte không hợp lệ ở dòng ${at.line}, cột ${at.column}. Đã thử các bảng mã cũ (Windows-1258, TCVN3, VNI) nhưng không ra tiếng Việt. Hãy chuyển sang Unicode, lưu với mã UTF-8 rồi nhập lại.`);
}

/** The guess that reads most like Vietnamese, `null` when none does. */
function bestOf(guesses: readonly DecodedText[]): DecodedText | null {
  const judged = guesses.map((guess) => ({ guess, ...vietnameseShare(guess.text) })).filter(({ share, words }) => words >= MIN_WORDS && share >= MIN_SHARE);
  return judged.sort((a, b) => b.share - a.share || b.words - a.words)[0]?.guess ?? null;
}

/** Share of the accented words that are possible syllables, in the first pages of a text. */
export function vietnameseShare(text: string): { share: number; words: number } {
  const words = (text.slice(0, 40_000).normalize('NFC').match(/[\p{L}\p{M}\u0080-\u00bf]+/gu) ?? []).filter((word) => /[^\x00-\x7f]/u.test(word));
  const good = words.filter((word) => hasVietnameseMark(word) && (isPossibleSyllable(word) || /^\p{Lu}{2,6}$/u.test(word))).length;
  return { share: words.length === 0 ? 0 : good / words.length, words: words.length };
}

function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  let odd = 0;
  let even = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 1) odd++;
    else even++;
  });
  if (odd + even === 0 && !bytes.subarray(4096).includes(0)) return null;
  if (odd > sample.length / 8 && even < odd / 8) return 'utf-16le';
  if (even > sample.length / 8 && odd < even / 8) return 'utf-16be';
  throw new UnreadableSource('binary', 'Đây là tệp nhị phân, không phải văn bản. Hãy mở tệp bằng phần mềm của nó, lưu lại dạng .docx, PDF hoặc văn bản thuần (UTF-8) rồi nhập lại.');
}

/** Place of the first byte that is not UTF-8; columns count bytes from 1. */
function firstInvalidByte(bytes: Uint8Array): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let index = 0; index < bytes.length;) {
    const length = sequenceLength(bytes, index);
    if (length === 0) return { line, column: index - lineStart + 1 };
    if (bytes[index] === 0x0a) {
      line++;
      lineStart = index + 1;
    }
    index += length;
  }
  return { line, column: bytes.length - lineStart + 1 };
}

function sequenceLength(bytes: Uint8Array, index: number): number {
  const first = bytes[index] ?? 0;
  const length = first < 0x80 ? 1 : first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  for (let next = 1; next < length; next++) if (((bytes[index + next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
