/**
 * A quotation mark without its partner: `giai đoạn 2025 - 2030” đảm bảo`. Where a title ends can no longer be told.
 *
 * @source domain guide section 7; samples 002 line 198, 004 line 28.
 */
import type { Finding, LintRule } from '../rule.ts';

export const unmatchedQuotes: LintRule = {
  ruleId: 'unmatched-quotes',
  title: 'Dấu ngoặc kép thiếu một bên',
  explanation: 'Một dấu ngoặc kép mở không có dấu đóng, hoặc ngược lại, nên không biết tên phong trào hay tên văn bản kết thúc ở đâu. Thường do quét mất nét hoặc gõ sót. Hãy đối chiếu bản gốc.',
  source: 'Hướng dẫn nghiệp vụ của trang: dấu ngoặc kép đi theo cặp',
  severity: 'warning',
  check({ passages, slice }) {
    const findings: Finding[] = [];
    // Quoted articles of an amending text run over many paragraphs: an opening mark at the start of one stays open.
    let openBlocks = 0;
    for (const passage of passages) {
      const marks = [...passage.text.matchAll(/[“”‟„]/gu)];
      const open: number[] = [];
      for (const mark of marks) {
        if (mark[0] !== '”') open.push(mark.index);
        else if (open.length) open.pop();
        else if (openBlocks > 0) openBlocks--;
        else if (/[\p{L}\d]/u.test(passage.text.charAt(mark.index - 1)) && passage.role === 'text') findings.push(finding(passage.start, mark.index, passage.text, slice, 'mở'));
      }
      openBlocks += open.length;
    }
    return findings;
  },
};

function finding(base: number, at: number, text: string, slice: (start: number, end: number) => string, lacking: 'mở'): Finding {
  const from = Math.max(0, text.lastIndexOf(' ', Math.max(0, at - 18)) + 1), to = Math.min(text.length, at + 1);
  return { start: base + from, end: base + to, message: `Thấy \`${slice(base + from, base + to).replace(/\s+/gu, ' ')}\` có dấu ngoặc kép đóng mà không có dấu ${lacking}, cần đủ cặp. Hãy đối chiếu bản gốc.` };
}
