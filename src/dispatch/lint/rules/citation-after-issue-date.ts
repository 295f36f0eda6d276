/**
 * The paper cites a document that is younger than itself: issued 14/3/2026, cites one of 19/3/2026. One of the two dates is wrong.
 *
 * @source domain guide section 7; sample 003 lines 7 and 14.
 */
import { comparePartialDates, formatDateVietnamese } from '../../../domain/partial-date.ts';
import type { LintRule } from '../rule.ts';

/** More young citations than this: it is the paper's own date that is wrong. */
const MAX_LISTED = 3;

export const citationAfterIssueDate: LintRule = {
  ruleId: 'citation-after-issue-date',
  title: 'Viện dẫn văn bản ban hành sau',
  explanation: 'Văn bản không thể viện dẫn một văn bản ra đời sau nó. Khi ngày của văn bản được viện dẫn muộn hơn ngày ban hành, một trong hai ngày đã bị quét sai hoặc ghi nhầm. Hãy đối chiếu cả hai bản gốc; trang web in đúng chữ của bản nhận được và đánh dấu ngày còn nghi ngờ.',
  source: 'Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 2, điểm d (thời gian ban hành)',
  severity: 'warning',
  check(context) {
    const own = context.record.date;
    if (!own || isConsolidated(context)) return [];
    const line = context.regionPassages('place-date')[0];
    const findings = context.record.citations.flatMap((citation) => {
      const date = citation.date;
      if (!date || date.length < 7 || comparePartialDates(date, own) <= 0) return [];
      const place = findDate(context, citation.mentions, date);
      if (!place || context.passageAt(place.start)?.isAttached) return [];
      return [{
        ...place, ...(line ? { cause: line.start } : {}),
        message: `Thấy văn bản \`${citation.number ?? citation.title ?? ''}\` ngày ${formatDateVietnamese(date)}, muộn hơn ngày ban hành của văn bản này (${formatDateVietnamese(own)}), cần ngày sớm hơn. Hãy đối chiếu cả hai ngày với bản gốc.`,
      }];
    });
    if (findings.length <= MAX_LISTED || !line) return findings;
    return [{ start: line.start, end: line.end, cause: findings[0]?.start ?? line.start, message: `Thấy ${findings.length} văn bản được viện dẫn có ngày muộn hơn ngày ban hành ${formatDateVietnamese(own)}: có lẽ chính ngày này sai. Hãy đối chiếu bản gốc.` }];
  },
};

/** The date as printed soon after one of the mentions. */
function findDate(context: Parameters<LintRule['check']>[0], mentions: Parameters<typeof context.mentionOffset>[0][], date: string): { start: number; end: number } | null {
  const [year = '', month = '', day = ''] = date.split('-').map((part) => String(Number(part)));
  const pattern = new RegExp(`(?:ngày\\s+)?0?${day}\\s*(?:[/.-]|\\s+tháng\\s+)\\s*0?${month}\\s*(?:[/.-]|\\s+năm\\s+)\\s*${year}`, 'u');
  for (const mention of mentions) {
    const start = context.mentionOffset(mention);
    const match = day ? pattern.exec(context.text.slice(start, start + 160)) : null;
    // Further on it may be a deadline: `theo Nghị định số 75/2023/NĐ-CP xong trước ngày …`.
    if (match && match.index <= mention.raw.length + 4) return { start: start + match.index, end: start + match.index + match[0].length };
  }
  return null;
}

/** A consolidated text bears the date of the old text and cites the younger ones that amended it. */
function isConsolidated({ record, text }: Parameters<LintRule['check']>[0]): boolean {
  return record.type?.code === 'VBHN' || /được hợp nhất từ|văn bản hợp nhất/iu.test(text.slice(0, 4000));
}
