/**
 * Marks of a text converter left in a plain text: `**Nơi nhận:**`, `<https://…>`. A few are residue; many are the way the source is written.
 *
 * @source samples 000 lines 14, 28, 001 line 26, 004 lines 3, 6, 38.
 */
import type { Finding, LintRule } from '../rule.ts';
import type { LintContext } from '../context.ts';

/** More marked places than this: the source is Markdown throughout, which is no flaw. */
const MAX_RESIDUE = 4;

export const markdownResidue: LintRule = {
  ruleId: 'markdown-residue',
  title: 'Dấu định dạng còn sót',
  explanation: 'Trong văn bản thuần chữ còn sót dấu của chương trình chuyển đổi (dấu sao quanh chữ đậm, chữ nghiêng; dấu < > quanh địa chỉ). Trang web không in các dấu này; chữ bên trong vẫn giữ nguyên. Hãy xem bản gốc có gì đáng chú ý ở đó không, ví dụ chữ viết tay hay tên được định nghĩa.',
  source: 'Hướng dẫn nghiệp vụ của trang: bản nhận được là văn bản thuần chữ',
  severity: 'warning',
  check(context) {
    const places = [...findEmphasis(context), ...findAutolinks(context)].sort((a, b) => a.start - b.start);
    if (places.length <= MAX_RESIDUE) return places;
    const first = places[0];
    return first ? [{ ...first, end: first.start, severity: 'info', message: `Bản nhận được dùng dấu định dạng ở ${places.length} chỗ; trang web đã hiểu và không in các dấu này.` }] : [];
  },
};

/** Runs of bold or italic text, one finding each. Digits alone are handwriting, another rule's business. */
function findEmphasis(context: LintContext): Finding[] {
  const { emphasis } = context.normalized;
  const findings: Finding[] = [];
  for (let at = 0; at < emphasis.length; at++) {
    if (!emphasis[at]) continue;
    let end = at;
    while (end < emphasis.length && (emphasis[end] || (/\s/u.test(context.text.charAt(end)) && !/^\s*\n\s*\n/u.test(context.text.slice(end, end + 4))))) end++;
    const words = context.text.slice(at, end);
    const trimmed = at + words.trimEnd().length;
    // Bold cells are how a table says which row is a sum.
    if (/\p{L}/u.test(words) && context.passageAt(at)?.role !== 'cell') findings.push({ start: at, end: trimmed, message: `Thấy dấu định dạng quanh \`${words.trim().replace(/\s+/gu, ' ').slice(0, 80)}\`, cần chữ trơn. Hãy xem bản gốc nếu chữ này viết tay hoặc in khác.` });
    at = end;
  }
  return findings;
}

function findAutolinks(context: LintContext): Finding[] {
  return [...context.text.matchAll(/<https?:\/\/[^\s<>]+>/gu)].map((match) => ({ start: match.index, end: match.index + match[0].length, expected: match[0].slice(1, -1), message: `Thấy địa chỉ trong dấu nhọn \`${match[0]}\`, cần \`${match[0].slice(1, -1)}\`.` }));
}
