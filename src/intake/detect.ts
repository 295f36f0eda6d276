/** Tells what a file is by its bytes. The name is never believed: a `.doc` of a portal is often HTML, a `.pdf` sometimes a picture. */
import { UnreadableSource, type SourceFormat } from './reading.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * @returns the format; `text` for anything that is not a known kind of file
 * @throws UnreadableSource for kinds that hold no dispatch text we read: archives, spreadsheets, RTF, encrypted Word files
 */
export function detectFormat(bytes: Uint8Array): SourceFormat {
  const head = latin1(bytes.subarray(0, 1024));
  if (OLE.every((byte, index) => bytes[index] === byte)) return detectOle(bytes);
  // Some writers put a few bytes before the header; readers look in the first kilobyte.
  if (head.includes('%PDF-') && head.indexOf('%PDF-') < 1000 && !/^\s*</u.test(head)) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) return 'docx';
  if (head.startsWith('PK\u0005\u0006')) throw new UnreadableSource('empty', 'Đây là tệp nén rỗng. Hãy kiểm tra lại tệp nguồn.');
  if (head.startsWith('{\\rtf')) throw new UnreadableSource('unsupported', 'Đây là tệp RTF. Hãy mở bằng Word, lưu lại dạng .docx rồi nhập lại.');
  if (/^\u00ff\u00d8\u00ff|^\u0089PNG|^BM[\s\S]{4}\0\0\0\0|^II\*\0|^MM\0\*|^RIFF[\s\S]{4}WEBP|^GIF8/u.test(head)) return detectImage(head);
  if (/^[\s\S]{4}ftyp(?:heic|heix|mif1|msf1)/u.test(head)) throw new UnreadableSource('unsupported', 'Đây là ảnh HEIC của điện thoại. Hãy đổi sang JPEG (gửi qua thư hoặc mở rồi lưu lại) rồi nhập lại.');
  if (/^Rar!|^7z\u00bc\u00af|^\u001f\u008b/u.test(head)) throw new UnreadableSource('unsupported', 'Đây là tệp nén. Hãy giải nén rồi nhập từng văn bản bên trong.');
  const plain = head.replaceAll('\0', '').replace(/^\u00ef\u00bb\u00bf|^\u00ff\u00fe|^\u00fe\u00ff/u, '');
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/iu.test(plain)) return 'html';
  if (/^\s*MIME-Version:|^From: <Saved by/iu.test(plain)) throw new UnreadableSource('unsupported', 'Đây là trang web lưu dạng .mht. Hãy mở bằng trình duyệt, lưu lại dạng “Webpage, HTML Only” rồi nhập lại.');
  return 'text';
}

function detectOle(bytes: Uint8Array): SourceFormat {
  const has = (name: string): boolean => indexOfUtf16(bytes, name);
  if (has('EncryptedPackage')) throw new UnreadableSource('encrypted', 'Tệp Word có đặt mật khẩu. Hãy mở bằng Word, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ tài liệu), lưu lại rồi nhập lại.');
  if (has('WordDocument')) return 'doc';
  if (has('Workbook') || has('Book')) throw new UnreadableSource('unsupported', 'Đây là bảng tính Excel, không phải văn bản. Hãy nhập tệp văn bản mà bảng này kèm theo.');
  throw new UnreadableSource('unsupported', 'Đây là tệp Office kiểu cũ nhưng không phải văn bản Word. Hãy kiểm tra lại tệp nguồn.');
}

function detectImage(head: string): SourceFormat {
  if (head.startsWith('GIF8')) throw new UnreadableSource('unsupported', 'Ảnh GIF không đủ nét để đọc chữ. Hãy quét hoặc chụp lại dạng JPEG, PNG hoặc PDF.');
  return 'image';
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** True when the bytes hold a name as the directory of an OLE file writes it. */
function indexOfUtf16(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
