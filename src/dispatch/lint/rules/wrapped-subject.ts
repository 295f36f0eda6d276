/**
 * The subject (V/v) is printed on several lines in a narrow column; the lines were joined.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.5 (trích yếu); samples 000 line 4, 001 line 7, 003 line 4, 004 line 13.
 */
import type { LintRule } from '../rule.ts';

export const wrappedSubject: LintRule = {
  ruleId: 'wrapped-subject',
  title: 'Trích yếu bị ngắt dòng',
  explanation: 'Trích yếu (V/v) nằm trong cột hẹp nên bị ngắt thành nhiều dòng. Trang web nối lại thành một câu; hãy kiểm tra rằng không dòng nào của cột bên cạnh (ngày tháng, Kính gửi) lẫn vào trích yếu.',
  source: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần II, mục 5',
  severity: 'warning',
  check({ regionPassages, isHardWrapped, text }) {
    const lines = regionPassages('subject').filter((passage) => passage.text.trim());
    const first = lines[0], last = lines.at(-1);
    if (!first || !last || !/^\s*V\/v/iu.test(first.text) || !/\S\s*\n\s*\S/u.test(text.slice(first.start, last.end))) return [];
    return [{ start: first.start, end: last.end, severity: isHardWrapped ? 'info' : 'warning', message: `Trích yếu in trên ${text.slice(first.start, last.end).trim().split(/\n+/u).length} dòng, đã nối thành một câu. Hãy kiểm tra chỗ nối.` }];
  },
};
