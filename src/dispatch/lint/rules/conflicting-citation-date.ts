/**
 * One document is cited with two dates: 57-NQ/TW of 22/12/2024 and, elsewhere, of 22/11/2024. One of them is misread.
 *
 * @source domain guide section 3.3: number, issuer and year name one document.
 */
import { documentNumberIdentity } from '../../../domain/document-number.ts';
import { formatDateVietnamese, yearOf } from '../../../domain/partial-date.ts';
import type { Citation } from '../../../domain/record.ts';
import type { LintRule } from '../rule.ts';

export const conflictingCitationDate: LintRule = {
  ruleId: 'conflicting-citation-date',
  title: 'Một văn bản được viện dẫn với hai ngày khác nhau',
  explanation: 'Trong một năm, một cơ quan chỉ có một văn bản mang một số và ký hiệu. Khi cùng số, cùng cơ quan, cùng năm mà ngày ghi khác nhau, một trong hai ngày đã bị quét sai hoặc ghi nhầm. Hãy đối chiếu văn bản được viện dẫn.',
  source: 'Nghị định số 30/2020/NĐ-CP, Điều 15 (cấp số văn bản theo năm)',
  severity: 'warning',
  check(context) {
    const firstOf = new Map<string, Citation>();
    return context.record.citations.flatMap((citation) => {
      if (!citation.number || citation.date?.length !== 10 || citation.issuerId === null) return [];
      const id = `${citation.issuerId} ${yearOf(citation.date)} ${documentNumberIdentity(citation.number)}`;
      const before = firstOf.get(id);
      if (!before) firstOf.set(id, citation);
      const mention = citation.mentions[0], first = before?.mentions[0];
      if (!before?.date || before.date === citation.date || !mention || !first) return [];
      const start = context.mentionOffset(mention);
      return [{ start, end: start + mention.raw.length, cause: context.mentionOffset(first), message: `Thấy \`${mention.raw}\` ngày ${formatDateVietnamese(citation.date)}, nhưng dòng ${first.line} ghi ngày ${formatDateVietnamese(before.date)}, cần một ngày. Hãy đối chiếu văn bản được viện dẫn.` }];
    });
  },
};
