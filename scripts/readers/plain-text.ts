/**
 * Reads `.txt` and `.md` sources: UTF-8 with or without byte-order mark, UTF-16. Anything else is refused with what to do;
 * nothing is guessed, because a wrong guess would change the words of the paper.
 */

/** A source that cannot be read as text. `message` is Vietnamese, for the clerk, without the file's name. */
export class UnreadableSource extends Error {
  readonly reason: 'empty' | 'binary' | 'encoding' | 'legacy-encoding' | 'too-large';

  constructor(reason: UnreadableSource['reason'], message: string) {
    super(message);
    this.name = 'UnreadableSource';
    this.reason = reason;
  }
}

/** Largest source accepted, in bytes. */
const MAX_BYTES = 32 * 1024 * 1024;
// Letters that TCVN3 fonts show for Vietnamese ones; they hardly occur in Unicode text: "Céng hßa x· héi chñ nghÜa".
const TCVN3_LETTERS = /[ÊÔéßñÜµ¶¸¹¨«®¬­·ÖÕÈÇÌÐÎÓäæèêëíîïøùûüþ]/gu;

/**
 * Decodes the bytes of a source.
 * @returns text without byte-order mark, line ends as they are
 * @throws UnreadableSource for empty, binary, wrongly encoded or oversized files
 */
export function readPlainText(bytes: Uint8Array): string {
  if (bytes.length > MAX_BYTES) throw new UnreadableSource('too-large', `Tệp dài ${Math.round(bytes.length / 1024 / 1024)} MB, quá lớn đối với một văn bản (tối đa ${MAX_BYTES / 1024 / 1024} MB). Hãy tách riêng từng văn bản.`);
  const text = decode(bytes);
  if (!/[\p{L}\p{N}]/u.test(text)) throw new UnreadableSource('empty', 'Tệp trống, không có chữ nào. Hãy kiểm tra lại tệp nguồn rồi nhập lại.');
  if (looksTcvn3(text)) throw new UnreadableSource('legacy-encoding', 'Chữ trong tệp có dạng bảng mã cũ (TCVN3/ABC). Hãy chuyển sang Unicode (ví dụ bằng UniKey Toolkit: TCVN3 sang Unicode), lưu với mã UTF-8 rồi nhập lại.');
  return text;
}

function decode(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new UnreadableSource('empty', 'Tệp trống (0 byte). Hãy kiểm tra lại tệp nguồn rồi nhập lại.');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const nulls = countNulls(bytes);
  if (nulls.total > 0) {
    const sample = Math.min(bytes.length, 4096);
    if (nulls.odd > sample / 8 && nulls.even < nulls.odd / 8) return new TextDecoder('utf-16le').decode(bytes);
    if (nulls.even > sample / 8 && nulls.odd < nulls.even / 8) return new TextDecoder('utf-16be').decode(bytes);
    throw new UnreadableSource('binary', `${binaryKind(bytes)} Chỉ nhập được tệp văn bản (.txt, .md). Hãy mở tệp bằng phần mềm của nó, lưu lại dạng văn bản thuần (Plain text, UTF-8) rồi nhập lại.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (/^%PDF|^PK|^\x89PNG|^\xff\xd8|^GIF8/u.test(String.fromCharCode(...bytes.subarray(0, 5)))) throw new UnreadableSource('binary', `${binaryKind(bytes)} Hãy lưu lại dạng văn bản thuần (UTF-8) rồi nhập lại.`);
    const at = firstInvalidByte(bytes);
    throw new UnreadableSource('encoding', `Tệp không phải mã UTF-8: byte không hợp lệ ở dòng ${at.line}, cột ${at.column}. Có thể tệp dùng bảng mã cũ (TCVN3, VNI, Windows-1258). Hãy chuyển sang Unicode, lưu với mã UTF-8 rồi nhập lại.`);
  }
}

function countNulls(bytes: Uint8Array): { total: number; odd: number; even: number } {
  let odd = 0;
  let even = 0;
  const end = Math.min(bytes.length, 4096);
  for (let index = 0; index < end; index++) if (bytes[index] === 0) index % 2 === 1 ? odd++ : even++;
  return { total: odd + even + (bytes.subarray(end).includes(0) ? 1 : 0), odd, even };
}

function binaryKind(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (head.startsWith('%PDF')) return 'Đây là tệp PDF.';
  if (head.startsWith('PK')) return 'Đây là tệp nén hoặc tệp Word (.docx).';
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'Đây là tệp Word cũ (.doc).';
  if (/^\u0089PNG|^\u00ff\u00d8|^GIF8/u.test(head)) return 'Đây là tệp ảnh.';
  return 'Đây là tệp nhị phân, không phải văn bản.';
}

/** Place of the first byte that is not UTF-8; columns count bytes from 1. */
function firstInvalidByte(bytes: Uint8Array): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let index = 0; index < bytes.length; ) {
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

/** True for Unicode text whose letters are those of a TCVN3 font: many of them, and no truly Vietnamese letter. */
function looksTcvn3(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const legacy = sample.match(TCVN3_LETTERS)?.length ?? 0;
  const vietnamese = sample.match(/[ơưăđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu)?.length ?? 0;
  return letters > 40 && legacy / letters > 0.06 && vietnamese < legacy / 20;
}
