/**
 * The relation that the words before a citation state: `Căn cứ …` legal basis, `Thực hiện …` implements, `tuyên truyền …` propagates.
 *
 * @source domain guide 4.2
 */
import type { Relation } from '../../../domain/record.ts';

interface Lead { readonly relation: Relation; readonly pattern: RegExp }

// In one run of verbs the first decides: "tuyên truyền, quán triệt, triển khai thực hiện Nghị quyết" spreads it.
const LEADS: readonly Lead[] = [
  { relation: 'replaces', pattern: /thay thế(?:\s+cho)?/giu },
  { relation: 'repeals', pattern: /bãi bỏ|hủy bỏ|huỷ bỏ|hết hiệu lực/giu },
  { relation: 'amends', pattern: /sửa đổi,? bổ sung|sửa đổi/giu },
  { relation: 'corrects', pattern: /đính chính/giu },
  { relation: 'legal_basis', pattern: /(?<!\p{L})(?:căn cứ|cãn cứ|xét)(?!\s+(?:vào\s+)?(?:tình hình|chức năng|thành tích|điều kiện|kết quả|nhiệm vụ|thực tế|thực tiễn))(?!\p{L})/giu },
  { relation: 'answers', pattern: /phúc đáp|trả lời|(?<!\p{L})nhận được/giu },
  { relation: 'follows_up', pattern: /tiếp theo|tiếp nối/giu },
  { relation: 'propagates', pattern: /(?:tuyên truyền|quán triệt|phổ biến|học tập|nghiên cứu)(?:(?:,|\s+và|\s+về|\s+việc)?\s+(?:tuyên truyền|quán triệt|phổ biến|học tập|triển khai|thực hiện|thi hành|tổ chức))*/giu },
  { relation: 'guides', pattern: /(?<!được\s)(?:hướng dẫn(?:\s+(?:thực hiện|thi hành))?|quy định chi tiết)(?!\s+(?:tại|của|theo))/giu },
  { relation: 'implements', pattern: /(?<!\p{L})(?:triển khai|thực hiện|thi hành|chấp hành|cụ thể hóa|cụ thể hoá|theo(?!\s+(?:dõi|quy định|hướng dẫn|nội dung|đó|như))|thừa lệnh)(?:\s+(?:thực hiện|thi hành))?(?!\p{L})/giu },
  // what a text provides is only spoken of: "theo quy định tại Thông tư …", "được hướng dẫn tại …"
  { relation: 'mentions', pattern: /theo (?:quy định|hướng dẫn|nội dung)(?: chi tiết)?(?: tại| của)?|(?:được )?(?:quy định|hướng dẫn) tại|nêu tại|tương tự/giu },
  // what another text did is no act of this one: "đã được sửa đổi, bổ sung tại Quyết định …"
  { relation: 'mentions', pattern: /(?:được|bị) (?:sửa đổi(?:,? bổ sung)?|bổ sung|thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|đính chính)/giu },
  { relation: 'issues', pattern: /ban hành kèm theo/giu },
];

/**
 * @param before words of the sentence before the mention, with the words of other citations blanked out
 * @returns the relation of the nearest lead, or `null` when the words state none
 */
export function readRelation(before: string): Relation | null {
  let best: { relation: Relation; start: number; end: number } | null = null;
  for (const { relation, pattern } of LEADS) {
    for (const match of before.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (best && match.index >= best.start && end <= best.end) continue;
      if (!best || end > best.end || (end === best.end && match.index < best.start)) best = { relation, start: match.index, end };
    }
  }
  return best?.relation ?? null;
}
