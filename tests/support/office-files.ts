/** Office files made for tests: small Word files part by part, so that each test shows what it is about. */
import { strToU8, zipSync } from 'fflate';

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';

export interface DocxParts {
  /** Inside of `w:body`. */
  readonly body: string;
  /** Inside of `w:numbering`. */
  readonly numbering?: string;
  /** Inside of `w:footnotes`. */
  readonly footnotes?: string;
  /** Inside of `w:styles`. */
  readonly styles?: string;
  /** Further files of the zip. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

/** Makes a .docx. */
export function makeDocx({ body, numbering, footnotes, styles, files = {} }: DocxParts): Uint8Array {
  const part = (name: string, inner: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${name} ${WORD}>${inner}</w:${name}>`);
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...(numbering === undefined ? {} : { 'word/numbering.xml': part('numbering', numbering) }),
    ...(footnotes === undefined ? {} : { 'word/footnotes.xml': part('footnotes', footnotes) }),
    ...(styles === undefined ? {} : { 'word/styles.xml': part('styles', styles) }),
    ...files,
  });
}

/** A paragraph of one run. @param properties inside of `w:pPr` @param look inside of `w:rPr` */
export function p(text: string, properties = '', look = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A table of cells, each the inside of `w:tc`. */
export function table(rows: readonly (readonly string[])[], properties = ''): string {
  return `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** A whole dispatch as Word sets it: two columns of letterhead without lines, body, two columns at the foot. */
export function makeDispatchDocx(): Uint8Array {
  const centre = '<w:jc w:val="center"/>';
  return makeDocx({
    body: [
      table([[p('LIÊN ĐOÀN LAO ĐỘNG TỈNH HƯNG YÊN', centre, '<w:b/>') + p('Số: 45/LĐLĐ-CTCĐ', centre) + p('V/v tuyên truyền Nghị quyết số 57-NQ/TW', centre), p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', centre, '<w:b/>') + p('Độc lập - Tự do - Hạnh phúc', centre, '<w:b/>') + p('Hưng Yên, ngày 12 tháng 5 năm 2026', centre, '<w:i/>')]]),
      p('Kính gửi: Các công đoàn cơ sở trực thuộc.', centre),
      p('Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia, Liên đoàn Lao động tỉnh đề nghị các đơn vị thực hiện các nội dung sau:'),
      p('1. Tổ chức tuyên truyền tới đoàn viên, người lao động trước ngày 30/6/2026.'),
      p('2. Báo cáo kết quả về Liên đoàn Lao động tỉnh.'),
      table([[p('Nơi nhận:', '', '<w:b/><w:i/>') + p('- Như trên;') + p('- Lưu: VT.'), p('TM. BAN THƯỜNG VỤ', centre, '<w:b/>') + p('CHỦ TỊCH', centre, '<w:b/>') + p('Nguyễn Văn A', centre, '<w:b/>')]]),
    ].join(''),
  });
}
