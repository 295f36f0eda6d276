/**
 * Named fragments of the citation grammar, a real sample above each.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 (viện dẫn); domain guide 4.1
 */
import type { Registry } from '../../../domain/registry.ts';
import { foldLetters } from '../../../domain/vietnamese.ts';

// The year of a standard (`QCVN 30:2016/BLĐTBXH`) is no serial. A number in an address (`27/2018/TT-BL%C4%90TBXH`) is cut by what stands for a letter there, and is none.
// 57-NQ/TW · 57- NQ/TW · 30/2020/NĐ-CP · 50/2024/QH15 · 02-CTr/ĐĐTLĐ · 496-TB/TU · 1878/SVHTTDL-QLBCXB · 12/2010/TTLT-BKHĐT-BTC
export const NUMBER = /(?<![\p{L}\d/.,-]|\d:)(?<serial>\d{1,5}[a-zđA-D]?)(?:\s?\/\s?(?<year>(?:19|20)\d{2}))?\s?(?<separator>[-/])\s?(?<symbol>\p{Lu}[\p{L}\d]*(?:&[\p{L}\d]+)*(?:\s?[-/+]\s?\p{Lu}[\p{L}\d]*(?:&[\p{L}\d]+)*|\.\p{Lu}{2,}(?![\p{Ll}])|[-/]\d{1,3}(?![\d/]))*)(?![\p{L}\d]|[-/]?[\p{L}\d]*%)/gu;

// Over folded text. ngày 22/12/2024 · ngày 17 tháng 6 năm 2025 · ngày 01 tháng7 năm 2025 · (ngày 13/6/2019)
export const DATE = /^\s*[,(]?\s*(?:(?:duoc\s+)?(?:ky|ban hanh|thong qua|phe duyet)\s+)?(?:vao\s+)?ngay\s*(?<day>\d{1,2})\s*(?:[/.-]|\s*thang\s*)\s*(?<month>\d{1,2})\s*(?:[/.-]|\s*nam\s*)\s*(?<year>\d{4})(?!\d)\s*\)?/u;

// của Thủ tướng Chính phủ · của Bộ Chính trị
export const ISSUER_LEAD = /^\s*,?\s*(?:do\s+|của\s+)/u;

/** Words that end an issuer's name. A lower-case word after `và` begins something else; `và Đào tạo` goes on. */
export const ISSUER_END = /\s+(?:về việc|về|v\/v|quy định|hướng dẫn|ban hành|thực hiện|triển khai|sửa đổi|bổ sung|phê duyệt|công bố|đối với|ngày|năm|tại|theo|đã|được|có|là|cho|để|trong|gửi|giao|yêu cầu|đề nghị|thông báo|thông qua|bãi bỏ|khoá|tổ chức|với|trên|nêu|nhằm|kết luận|chỉ đạo|hợp nhất|xử lý|trình|báo cáo|tới|đến|như|thì|phải|khi|nếu|này|xong|trước|sau|do|từ|hết|còn|phân cấp|ủy quyền|uỷ quyền|chưa|không|điều chỉnh|kiện toàn|xác định|vướng mắc|khoảng|bị|sẽ|đang|đính chính|thay thế|hủy bỏ|huỷ bỏ|quyết định|giải quyết|thành lập|tăng cường|đẩy mạnh|tiếp tục)(?![\p{L}])|\s+và\s+(?=(?:các|những|tình hình|căn cứ|ý kiến|chỉ đạo|văn bản|nội dung|hướng dẫn|kế hoạch|công văn|quyết định|nghị quyết|chỉ thị|thông báo|kết luận|chương trình|theo|đề nghị|số|bãi bỏ|thay thế|hủy bỏ|huỷ bỏ|sửa đổi)\s)|\s+và\s+(?=(?:Báo cáo|Tờ trình|Nghị quyết|Quyết định|Công văn|Kế hoạch|Chương trình|Chỉ thị|Thông báo|Kết luận|Thông tư|Nghị định|Văn bản)\s)|\s+(?:Quy định|Hướng dẫn|Sửa đổi|Phê duyệt|Công bố|Về việc|Về|Triển khai|Thực hiện|Phát động|Tăng cường)\s+(?=\p{Ll})|\s+Ban hành(?!\p{L})|[;()“”":]|\.(?=\s|$|\/)/u;

// về việc … · về … (the words themselves are not the title)
export const TITLE_LEAD = /^\s*,?\s*(?:(?:về\s+việc|Về\s+việc|v\/v|V\/v|về|Về)[\s:]+)/u;
// thực hiện Nghị quyết … · ban hành Kế hoạch … (the verb is part of the title)
export const TITLE_VERB = /^\s*,?\s*(?=(?:thực hiện|triển khai|ban hành|quy định|hướng dẫn|sửa đổi|bổ sung|phê duyệt|công bố|tăng cường|đẩy mạnh|kiện toàn|thành lập|phát động|tổ chức|tiếp tục|hợp nhất|bãi bỏ|Quy định|Hướng dẫn|Ban hành|Sửa đổi|Phê duyệt|Công bố|Triển khai|Thực hiện|Tăng cường|Phát động)[\s,])/u;

/** Words before a document that name a part of it: `điểm a khoản 2 Điều 5`, small to large. */
export const PROVISION = /(?:(?:các\s+)?(?:điểm\s+[a-zđ](?:\s*,\s*[a-zđ])*(?:\s+và\s+(?:điểm\s+)?[a-zđ])?,?\s+)?(?:các\s+)?(?:khoản\s+\d+[a-z]?(?:(?:\s*,\s*|\s+và\s+)(?:khoản\s+)?\d+)*,?\s+)?(?:Điều|điều)\s+\d+[a-zđ]?(?:(?:\s*,\s*|\s+và\s+)(?:Điều\s+)?\d+[a-z]?)*|(?:khoản|mục|Mục|phần|Phần|Chương|chương|điểm)\s+(?:[IVX]+|\d+(?:\.\d+)*|[a-zđ])(?:\s*,?\s*(?:mục|phần|khoản)\s+(?:[IVX]+|\d+(?:\.\d+)*))*)\s*,?\s*(?:của\s+|tại\s+)?$/u;

/** Types named in running text, folded, longest first, as one alternation: for matching over folded text, so that a scan's `Quyết đinh` is found. */
export function buildTypePattern(registry: Registry): string {
  const names = new Set(registry.documentTypes.flatMap((row) => [row.name, ...row.variations]).filter((name) => /\p{Ll}/u.test(name) && name.length > 3 || name === 'Luật'));
  names.add('Văn bản');
  return [...names].sort((a, b) => b.length - a.length)
    .map((name) => foldLetters(name).replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+'))
    .filter((name, index, all) => all.indexOf(name) === index).join('|');
}

/**
 * Marks that a symbol may hold: type codes and organ marks, folded form -> right spelling.
 * Used to accept a number without type word and to mend `ĐĐTLD`, `CTCD`.
 */
export function buildKnownMarks(registry: Registry): Map<string, string> {
  const marks = new Map<string, string>();
  const add = (mark: string): void => {
    for (const part of mark.split(/[-/]/u)) {
      const known = marks.get(foldLetters(part));
      if (part.length > 1 && (known === undefined || countDd(part) > countDd(known))) marks.set(foldLetters(part), part);
    }
  };
  for (const row of registry.documentTypes) add(row.code);
  for (const row of [...registry.organTypes, ...registry.organs]) row.marks.forEach(add);
  for (const row of registry.abbreviations) if (/^[\p{Lu}\d&-]+$/u.test(row.abbreviation)) add(row.abbreviation);
  return marks;
}

/** Of two spellings of a mark the one with more `Đ` is right: scans read `Đ` as `D`, never the other way. */
function countDd(mark: string): number {
  return mark.split('Đ').length;
}
