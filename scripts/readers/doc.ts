/** Reads Word 97-2003 files with `word-extractor`, which follows the file's piece table and gives text without looks. */
import WordExtractor from 'word-extractor';
import { decodeText, vietnameseShare } from '../../src/intake/encodings/decode.ts';
import { checkSize, note, UnreadableSource, type Reading, type ReadingNote } from '../../src/intake/reading.ts';

const READER = 'doc/1 (word-extractor)';

/** @throws UnreadableSource for encrypted, broken and empty files */
export async function readDoc(bytes: Uint8Array): Promise<Reading> {
  checkSize(bytes);
  if (isEncrypted(bytes)) throw new UnreadableSource('encrypted', 'Tệp Word có đặt mật khẩu. Hãy mở bằng Word, bỏ mật khẩu, lưu lại dạng .docx rồi nhập lại.');
  const document = await extract(bytes);
  const notes: ReadingNote[] = [note('info', 'old-word', 'Tệp Word cũ (.doc): không có chữ đậm, nghiêng và số tự động của danh sách. Nếu còn mở được bằng Word, hãy lưu dạng .docx để đọc đủ hơn.')];
  const parts = [document.getBody(), document.getTextboxes({ includeHeadersAndFooters: false }), document.getFootnotes(), document.getEndnotes()].map((part) => part.trim()).filter((part) => part !== '');
  const decoded = mendFont(tidy(parts.join('\n\n')), notes);
  if (!/[\p{L}\p{N}]/u.test(decoded)) throw new UnreadableSource('empty', 'Tệp Word trống, không có chữ nào (có thể chỉ có ảnh). Hãy kiểm tra lại tệp nguồn.');
  if (latin1(bytes).includes('M\0a\0c\0r\0o\0s\0')) notes.push(note('warning', 'macros', 'Tệp Word có macro. Macro không được chạy; chỉ đọc chữ. Hãy kiểm tra nguồn gốc của tệp.'));
  return { text: decoded, format: 'doc', origin: 'word', reader: READER, pages: null, notes, doubtful: [], confidence: null };
}

async function extract(bytes: Uint8Array): Promise<Awaited<ReturnType<InstanceType<typeof WordExtractor>['extract']>>> {
  try {
    return await new WordExtractor().extract(Buffer.from(bytes));
  } catch {
    throw new UnreadableSource('broken', 'Tệp Word (.doc) bị hỏng hoặc tải về chưa hết. Hãy mở bằng Word, lưu lại dạng .docx rồi nhập lại.');
  }
}

/** The flag `fEncrypted` of the file's head, which stands in the stream's first sector. */
function isEncrypted(bytes: Uint8Array): boolean {
  for (let at = 512; at + 12 < bytes.length; at += 512) {
    if (bytes[at] === 0xec && bytes[at + 1] === 0xa5) return ((bytes[at + 11] ?? 0) & 0x01) !== 0;
  }
  return false;
}

/** Cells of a row come with tabs between them; a paragraph is a line. */
function tidy(text: string): string {
  const lines = text.replace(/\r\n?/gu, '\n').replace(/[\u0007]/gu, '\t').replace(/\u000b/gu, '\n').replace(/[\u0001\u0002\u0008\u0013\u0014\u0015]/gu, '').split('\n').map((line) => line.trim());
  const out: string[] = [];
  for (const [index, line] of lines.entries()) {
    const cells = line.split(/\t+/u).map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (cells.length === 0) continue;
    const isShort = line.length < 60 && index < 14;
    out.push(...(isShort ? [] : ['']), cells.join('    '));
  }
  return `${out.join('\n').trim()}\n`;
}

function mendFont(text: string, notes: ReadingNote[]): string {
  if (vietnameseShare(text).share > 0.6) return text.normalize('NFC');
  const { text: decoded, encoding } = decodeText(new TextEncoder().encode(text));
  if (encoding === 'tcvn3' || encoding === 'vni') notes.push(note('warning', 'legacy-font', `Chữ dùng phông cũ ${encoding === 'tcvn3' ? 'TCVN3 (.VnTime)' : 'VNI'}; đã đổi sang Unicode. Hãy so lại với bản gốc.`));
  return decoded.normalize('NFC');
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
