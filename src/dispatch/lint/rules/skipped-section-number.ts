/**
 * A Roman section or an article is missing between its neighbours: `II.` is followed by `IV.` A heading was lost or misnumbered.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 (parts are numbered in order).
 */
import type { LintRule } from '../rule.ts';

export const skippedSectionNumber: LintRule = {
  ruleId: 'skipped-section-number',
  title: 'Số thứ tự đề mục bị cách',
  explanation: 'Số của mục này không nối tiếp mục trước: có thể một đề mục bị mất khi quét, bị đọc nhầm, hoặc bản gốc đánh số nhầm. Hãy đối chiếu bản gốc. Trang web giữ nguyên số in.',
  source: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần II, mục 6',
  severity: 'warning',
  check(context) {
    const last = new Map<string, { value: number; line: number }>();
    return context.record.outline.flatMap((entry) => {
      const match = /^(?:([IVXLC]+)[.-]|Điều (\d+)\.)$/u.exec(entry.label?.trim() ?? '');
      if (!match || entry.anchor.includes('~') || /^(?:kem-theo|phu-luc)/u.test(entry.anchor)) return [];
      const value = match[1] ? romanValue(match[1]) : Number(match[2]);
      const series = match[1] ? `roman ${entry.anchor.replace(/(?:^|\.)[^.]+$/u, '')}` : 'article';
      const before = last.get(series);
      last.set(series, { value, line: entry.line });
      // Only one is missing: a greater gap is an excerpt, or an amended law that names the articles it changes.
      if (!before || value !== before.value + 2) return [];
      const start = context.offsetAt(entry.line, 1);
      // The heading may stand there in a form that was not read as one: `Điều 8[7].`
      const lost = match[1] ? `${romanText(value - 1)}[.\\-\\s]` : `Điều ${value - 1}(?!\\d)`;
      if (new RegExp(`(?:^|\\n)[^\\p{L}\\d\\n]*${lost}`, 'u').test(context.text.slice(context.offsetAt(before.line, 1), start))) return [];
      const end = start + (entry.label?.length ?? 0);
      return [{ start, end, cause: context.offsetAt(before.line, 1), message: `Thấy \`${entry.label}\` ngay sau mục số ${match[1] ? romanText(before.value) : before.value} (dòng ${before.line}), thiếu một số ở giữa. Hãy đối chiếu bản gốc.` }];
    });
  },
};

const ROMAN: readonly (readonly [string, number])[] = [['C', 100], ['XC', 90], ['L', 50], ['XL', 40], ['X', 10], ['IX', 9], ['V', 5], ['IV', 4], ['I', 1]];

function romanValue(text: string): number {
  let rest = text, value = 0;
  for (const [sign, worth] of ROMAN) while (rest.startsWith(sign)) { rest = rest.slice(sign.length); value += worth; }
  return value;
}

function romanText(value: number): string {
  let rest = value, text = '';
  for (const [sign, worth] of ROMAN) while (rest >= worth) { text += sign; rest -= worth; }
  return text;
}
