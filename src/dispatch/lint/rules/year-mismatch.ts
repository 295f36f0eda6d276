/**
 * The year inside a number disagrees with the date beside it: `30/2020/NĐ-CP ngày 05/3/2021`.
 *
 * @source Nghị định 78/2025/NĐ-CP (number of a legal normative text holds the year of issue).
 */
import { formatDateVietnamese, yearOf } from '../../../domain/partial-date.ts';
import { parseDocumentNumber } from '../../../domain/document-number.ts';
import type { LintRule } from '../rule.ts';

export const yearMismatch: LintRule = {
  ruleId: 'year-mismatch',
  title: 'Năm trong số hiệu khác năm ban hành',
  explanation: 'Số của văn bản quy phạm pháp luật chứa năm ban hành (30/2020/NĐ-CP ban hành năm 2020). Khi năm trong số và năm trong ngày không khớp, một trong hai đã bị quét sai hoặc ghi nhầm. Hãy đối chiếu văn bản gốc.',
  source: 'Nghị định số 78/2025/NĐ-CP, quy định về số, ký hiệu văn bản quy phạm pháp luật',
  severity: 'warning',
  check(context) {
    const cited = context.record.citations.flatMap((citation) => {
      const year = parseDocumentNumber(citation.number ?? '')?.year;
      const mention = citation.mentions[0];
      // Laws carry the year of the session that passed them, which is the year of the date too.
      if (!year || !citation.date || !mention || yearOf(citation.date) === year) return [];
      const start = context.mentionOffset(mention);
      // The date must stand right behind the number: further on it may be a deadline.
      if (!/^[\s,(]*(?:ngày\s+)?\d/u.test(context.text.slice(start + mention.raw.length, start + mention.raw.length + 20))) return [];
      return [{ start, end: start + mention.raw.length, message: `Thấy \`${mention.raw}\` đi với ngày ${formatDateVietnamese(citation.date)}, cần cùng một năm. Hãy đối chiếu số và ngày của văn bản được viện dẫn.` }];
    });
    const own = parseDocumentNumber(context.record.number ?? '')?.year;
    const line = context.regionPassages('number')[0];
    if (!own || !context.record.date || !line || yearOf(context.record.date) === own) return cited;
    return [{ start: line.start, end: line.end, message: `Thấy số \`${context.record.number}\` nhưng ngày ban hành là ${formatDateVietnamese(context.record.date)}, cần cùng một năm. Hãy đối chiếu bản gốc.` }, ...cited];
  },
};
