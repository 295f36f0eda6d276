/**
 * A number that several documents may bear: `57-NQ/TW` without issuer, or one number cited with two issuers.
 *
 * @source domain guide section 3.3 (Party numbers restart each term, state numbers each year).
 */
import { documentNumberIdentity } from '../../../domain/document-number.ts';
import type { LintRule } from '../rule.ts';

export const ambiguousCitation: LintRule = {
  ruleId: 'ambiguous-citation',
  title: 'Viện dẫn có thể chỉ nhiều văn bản',
  explanation: 'Số này có thể là của nhiều văn bản: ký hiệu TW dùng chung cho Ban Chấp hành Trung ương, Bộ Chính trị và Ban Bí thư; số của văn bản Nhà nước đánh lại từng năm, số của văn bản Đảng đánh lại từng nhiệm kỳ. Trang web chỉ liên kết khi còn đúng một khả năng.',
  source: 'Quy định số 399-QĐ/TW; Nghị định số 30/2020/NĐ-CP, Điều 15',
  severity: 'info',
  check(context) {
    const { citations } = context.record;
    const issuersOf = new Map<string, Set<string | null>>();
    for (const { number, issuerId } of citations) if (number) issuersOf.set(documentNumberIdentity(number), (issuersOf.get(documentNumberIdentity(number)) ?? new Set()).add(issuerId));
    return citations.flatMap((citation) => {
      const mention = citation.mentions[0];
      if (!mention || !citation.number) return [];
      const hasTwin = (issuersOf.get(documentNumberIdentity(citation.number))?.size ?? 0) > 1;
      const isCentre = citation.issuerId === 'tw';
      if (!isCentre && !(hasTwin && (citation.issuerId === null || citation.date === null))) return [];
      const start = context.mentionOffset(mention);
      const reason = isCentre ? 'ký hiệu TW dùng chung cho nhiều cơ quan Trung ương' : 'văn bản này còn viện dẫn một văn bản khác cùng số';
      return [{ start, end: start + mention.raw.length, message: `Thấy \`${mention.raw}\`: ${reason}, cần cơ quan ban hành và ngày. Hãy bổ sung nếu biết.` }];
    });
  },
};
