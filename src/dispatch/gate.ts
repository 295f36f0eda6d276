/**
 * What may not be published: secrecy and circulation marks, drafts, personal data. Pure; import stops on what it finds.
 *
 * @source Luật Bảo vệ bí mật nhà nước 117/2025/QH15; Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; domain guide section 9.
 *   A mention (`tài liệu theo chế độ mật`) is no mark: a mark stands alone on its line or cell.
 */
import type { NormalizedText } from './normalize/index.ts';
import { readLines, splitColumns } from './parse/lines.ts';

export type BarKind = 'secrecy-mark' | 'circulation-mark' | 'draft-mark' | 'identity-number' | 'bank-account' | 'phone-number' | 'home-address';

export interface PublicationBar {
  readonly kind: BarKind;
  readonly line: number;
  readonly column: number;
  /** Words of the source that bar publication. */
  readonly actual: string;
}

const MARKS: readonly [RegExp, BarKind][] = [
  [/^\W*(?:(?:ĐỘ MẬT|Độ mật)\s*:?\s*)?(?:TUYỆT MẬT|TỐI MẬT|MẬT|Tuyệt mật|Tối mật|Mật)\W*$/u, 'secrecy-mark'],
  [/^\W*(?:LƯU HÀNH NỘI BỘ|XEM XONG TRẢ LẠI|TÀI LIỆU LƯU HÀNH NỘI BỘ|Lưu hành nội bộ|Xem xong trả lại|KHÔNG PHỔ BIẾN)\W*$/u, 'circulation-mark'],
  [/^\W*(?:BẢN\s+)?(?:DỰ THẢO|Dự thảo)(?:\s+(?:LẦN|lần)\s+(?:THỨ\s+|thứ\s+)?\w+)?(?:\s*[,(-].{0,40})?\W*$/u, 'draft-mark'],
];

const PERSONAL: readonly [RegExp, BarKind][] = [
  [/(?:CCCD|CMND|CMTND|[Cc]ăn cước(?: công dân)?|[Cc]hứng minh (?:nhân dân|thư)|[Hh]ộ chiếu|[Mm]ã định danh|[Ss]ố định danh)[^\d\n]{0,40}(?<value>\d(?:[ .]?\d){8,11})(?!\d)/gu, 'identity-number'],
  [/(?:[Ss]ố tài khoản|STK|[Tt]ài khoản(?: ngân hàng)?(?: số)?)\s*(?:số)?\s*[:.]?\s*(?<value>\d(?:[ .-]?\d){6,18})(?!\d)/gu, 'bank-account'],
  [/(?<![\d/.,-])(?<value>(?:\+84|0)[ .]?(?:3|5|7|8|9)(?:[ .-]?\d){8})(?![\d/:-]|[.,]\d)/gu, 'phone-number'],
  [/(?:[Nn]ơi (?:thường trú|ở hiện nay|đăng ký thường trú)|[Hh]ộ khẩu thường trú|[Cc]hỗ ở hiện nay|[Đđ]ịa chỉ (?:nhà riêng|thường trú))\s*:\s*(?<value>[^\n;]*\d[^\n;]{4,120})/gu, 'home-address'],
];

/** @returns every bar in source order; empty when the text may be published */
export function findPublicationBars(normalized: NormalizedText): PublicationBar[] {
  const bars: PublicationBar[] = [];
  const add = (kind: BarKind, start: number, actual: string): void => {
    const { line, column } = normalized.lines.pointAt(normalized.toSource[start] ?? 0);
    bars.push({ kind, line, column, actual });
  };
  for (const line of readLines(normalized)) {
    for (const cell of splitColumns(line)) {
      if (cell.text.length > 60) continue;
      const mark = MARKS.find(([pattern]) => pattern.test(cell.text));
      if (mark) add(mark[1], cell.start, cell.text);
    }
  }
  for (const [pattern, kind] of PERSONAL) {
    for (const match of normalized.text.matchAll(pattern)) {
      if (!isHarmless(kind, match, normalized.text)) add(kind, match.index, match[0]);
    }
  }
  return bars.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Tax codes, dates with hours and the blanks of a form look like personal data and are none. */
function isHarmless(kind: BarKind, match: RegExpMatchArray, text: string): boolean {
  const before = text.slice(Math.max(0, (match.index ?? 0) - 60), match.index);
  if (kind === 'phone-number') {
    if (/(?:thuế|MST|mã số|[Mm]ã doanh nghiệp|tài khoản)[^\p{L}]*\s*$/iu.test(before) || /\d{2}[.]\d{2}[.]\d{4}/u.test(match[0])) return true;
    // Ten bare digits from 030 to 036 are mostly tax codes; a phone has its word near.
    return /^03[0-6]\d{7}$/u.test(match[0]) && !/(?:ĐT|SĐT|điện thoại|di động|Zalo|liên hệ|[Tt]el|hotline)/iu.test(before);
  }
  return kind === 'home-address' && /\.{3,}|…/u.test(match[0]);
}
