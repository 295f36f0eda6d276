/** Reads `.txt` and `.md` in any usual encoding; the words are not touched, and an old Mac's lone CR ends a line. */
import { decodeText, type TextEncoding } from './encodings/decode.ts';
import { checkSize, note, UnreadableSource, type Reading } from './reading.ts';

const ENCODING_WORDS: Readonly<Record<TextEncoding, string | null>> = { 'utf-8': null, 'utf-16': null, 'windows-1258': 'Windows-1258', tcvn3: 'TCVN3 (ABC)', vni: 'VNI' };

/** @throws UnreadableSource for empty, binary, wrongly encoded or oversized files */
export function readTextFile(bytes: Uint8Array): Reading {
  checkSize(bytes);
  const { text: decoded, encoding } = decodeText(bytes);
  const text = decoded.includes('\n') ? decoded : decoded.replaceAll('\r', '\n');
  if (!/[\p{L}\p{N}]/u.test(text)) throw new UnreadableSource('empty', 'Tệp trống, không có chữ nào. Hãy kiểm tra lại tệp nguồn rồi nhập lại.');
  const old = ENCODING_WORDS[encoding];
  return {
    text, format: 'text', origin: 'text', reader: `text/1 ${encoding}`, pages: null, doubtful: [], confidence: null,
    notes: old === null ? [] : [note('warning', 'legacy-encoding', `Tệp dùng bảng mã cũ ${old}; đã đổi sang Unicode. Hãy đọc lại một lượt, nhất là chữ in hoa có dấu.`)],
  };
}
