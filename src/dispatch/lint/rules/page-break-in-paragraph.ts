/**
 * A page break fell inside a sentence; the two halves were joined. A line may be missing between them.
 *
 * @source domain guide section 5, rule 5; samples 000 line 22, 002 lines 37 and 172, 003 line 24, 004 line 32.
 */
import type { LintRule } from '../rule.ts';

/** Joins listed one by one; in a long text they are the rule, not the exception. */
const MAX_LISTED = 12;

export const pageBreakInParagraph: LintRule = {
  ruleId: 'page-break-in-paragraph',
  title: 'Đoạn văn bị ngắt trang',
  explanation: 'Câu văn đứt giữa hai trang của bản quét. Trang web đã nối hai nửa thành một đoạn, nhưng ở chỗ ngắt có thể mất một dòng hoặc lẫn số trang. Hãy đọc lại câu ở chỗ nối.',
  source: 'Hướng dẫn nghiệp vụ của trang: nối đoạn qua trang',
  severity: 'warning',
  check(context) {
    const seams = context.passages.flatMap((passage) => passage.seams.filter((seam) => seam.kind === 'page' && isInsideSentence(context.text, passage.start, seam)).map((seam) => ({ seam, passage })));
    const severity = seams.length > MAX_LISTED || seams.length * 250 > context.wordCount + 500 ? 'info' : 'warning';
    return seams.map(({ seam, passage }) => {
      const start = seam.from - (/(?:\S+\s+){0,2}\S+\s*$/u.exec(context.text.slice(Math.max(passage.start, seam.from - 60), seam.from))?.[0].length ?? 0);
      const end = seam.at + (/^\S+(?:\s\S+)?/u.exec(context.text.slice(seam.at, seam.at + 40))?.[0].length ?? 0);
      return { start, end, severity, message: `Câu văn đứt trang ở \`${context.text.slice(start, end).replace(/\s+/gu, ' ')}\`, hai nửa đã được nối. Hãy đọc lại chỗ nối với bản gốc.` } as const;
    });
  },
};

/** A long line that ends in a word or comma, then a small word: not a form's blanks, a label or the cells of a table. */
function isInsideSentence(text: string, from: number, seam: { readonly from: number; readonly at: number }): boolean {
  const before = text.slice(Math.max(from, seam.from - 120), seam.from).trimEnd();
  return /^\p{Ll}{2,}/u.test(text.slice(seam.at, seam.at + 12).trimStart()) && /[\p{L}\d,]$/u.test(before) && before.slice(before.lastIndexOf('\n') + 1).length > 30;
}
