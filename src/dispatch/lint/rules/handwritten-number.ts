/**
 * Digits of the number or the date set apart as italics: they were written by hand, and handwriting is read less surely. `Số: *10* /LĐLĐ-CTCĐ`.
 *
 * @source Nghị định 30/2020/NĐ-CP, Điều 15 (the number is given at registration); sample 000 lines 3, 7.
 */
import type { LintRule } from '../rule.ts';

export const handwrittenNumber: LintRule = {
  ruleId: 'handwritten-number',
  title: 'Số, ngày viết tay',
  explanation: 'Số hoặc ngày trên bản gốc viết bằng tay, nên chương trình quét có thể đọc sai hoặc sót chữ số (10 thay cho 110). Hãy đối chiếu với sổ văn bản đi trước khi dùng số này để viện dẫn.',
  source: 'Nghị định số 30/2020/NĐ-CP, Điều 15 (cấp số, thời gian ban hành văn bản)',
  severity: 'warning',
  check(context) {
    return [...context.regionPassages('number'), ...context.regionPassages('place-date')].flatMap((passage) => [...context.text.slice(passage.start, passage.end).matchAll(/\d+/gu)].flatMap((match) => {
      const at = passage.start + match.index;
      const isApart = (context.normalized.emphasis[at] ?? 0) !== 0 && !/\p{L}/u.test(emphasised(context.text, context.normalized.emphasis, at));
      if (!isApart) return [];
      const isNumber = passage.region === 'number';
      const start = isNumber ? passage.start : at;
      const read = isNumber ? `đọc là số \`${context.record.number ?? match[0]}\`` : `đọc là \`${match[0]}\``;
      return [{ start, end: at + match[0].length, expected: isNumber ? context.record.number : match[0], message: `Thấy chữ số viết tay \`${match[0]}\`, ${read}. Hãy đối chiếu sổ văn bản đi.` }];
    }));
  },
};

/** The whole run of marked text around an offset. */
function emphasised(text: string, emphasis: Uint8Array, at: number): string {
  let start = at, end = at;
  while (start > 0 && emphasis[start - 1]) start--;
  while (end < emphasis.length && emphasis[end]) end++;
  return text.slice(start, end);
}
