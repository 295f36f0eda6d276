/**
 * Two neighbouring parts bear the same number: `VI.` twice. The printed numbers stay; the second anchor gets `~2`.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 (parts are numbered in order); sample 002 lines 160 and 184.
 */
import type { LintRule } from '../rule.ts';

export const duplicateSectionNumber: LintRule = {
  ruleId: 'duplicate-section-number',
  title: 'Trùng số thứ tự đề mục',
  explanation: 'Hai mục liền nhau mang cùng một số. Người đọc nói “mục VI” sẽ không biết là mục nào. Trang web giữ nguyên số in, địa chỉ của mục sau có thêm “~2”. Nếu số bị quét sai, hãy đính chính; nếu bản gốc in như vậy thì để nguyên.',
  source: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần II, mục 6',
  severity: 'warning',
  check(context) {
    const { outline } = context.record;
    const lastLabels = new Map<string, { label: string; line: number; anchor: string }>();
    return outline.flatMap((entry) => {
      const label = entry.label?.replace(/[\s.):-]+$/u, '') ?? '';
      if (!/^(?:[IVXLC]+|\d+(?:\.\d+)*|Điều \d+\p{L}?|Chương [IVXLC]+|Mục \d+)$/u.test(label)) return [];
      const parent = `${entry.anchor.replace(/(?:^|\.)[^.]+$/u, '')}|${entry.depth}|${label.replace(/[IVXLC]+$|\d.*$/u, '')}|${/\d/u.test(label)}`;
      const before = lastLabels.get(parent);
      lastLabels.set(parent, { label, line: entry.line, anchor: entry.anchor });
      if (before?.label !== label || !/~\d+$/u.test(entry.anchor)) return [];
      const start = context.offsetAt(entry.line, 1);
      const end = start + (/^[^\n]*/u.exec(context.text.slice(start, start + 160))?.[0].trimEnd().length ?? 0);
      // Plain Arabic items restart inside tables and quoted texts; Roman sections and articles do not.
      const severity = /^\d+$/u.test(label) ? 'info' : 'warning';
      return [{ start, end, severity, cause: context.offsetAt(before.line, 1), message: `Thấy hai mục liền nhau cùng số \`${entry.label}\` (dòng ${before.line} và dòng ${entry.line}), cần số kế tiếp. Hãy đối chiếu bản gốc.` }];
    });
  },
};
