/**
 * A cited number whose issuer or year stays unknown: no link can be made.
 *
 * @source domain guide section 3.3 (never the number alone).
 */
import { UNKNOWN_YEAR, parseDocumentKey } from '../../../domain/document-key.ts';
import type { Citation } from '../../../domain/record.ts';
import type { LintRule } from '../rule.ts';

export const unresolvedCitation: LintRule = {
  ruleId: 'unresolved-citation',
  title: 'Viện dẫn chưa xác định được văn bản',
  explanation: 'Đoạn này nêu số văn bản nhưng không đủ để biết chắc của cơ quan nào, năm nào; cùng một số có thể thuộc nhiều cơ quan. Trang web không tạo liên kết khi chưa chắc. Nếu biết, hãy thêm một đính chính ghi rõ cơ quan và ngày ban hành.',
  source: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I (cách viện dẫn lần đầu)',
  severity: 'info',
  check(context) {
    return context.record.citations.filter(isOpen).flatMap((citation) => {
      const mention = citation.mentions[0];
      if (!mention) return [];
      const start = context.mentionOffset(mention);
      const lacks = [citation.issuerId === null ? 'cơ quan ban hành' : '', citation.date === null ? 'ngày ban hành' : ''].filter(Boolean).join(', ') || 'thông tin';
      return [{ start, end: start + mention.raw.length, message: `Thấy \`${mention.raw}\` nhưng thiếu ${lacks}, chưa liên kết được. Nếu biết, hãy bổ sung bằng một đính chính.` }];
    });
  },
};

/** A number whose issuer or year is missing in its key. */
function isOpen({ number, key, issuerId }: Citation): boolean {
  return number !== null && (key === null || issuerId === null || key.includes(`/${UNKNOWN_YEAR}/`) || parseDocumentKey(key) === null);
}
