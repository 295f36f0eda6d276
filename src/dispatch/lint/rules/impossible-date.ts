/**
 * A date that no calendar has: `31/02/2025`, `ngày 14 tháng 13 năm 2025`.
 *
 * @source domain guide section 8 (digits and dates); seen in ruined scans.
 */
import { formatPartialDate } from '../../../domain/partial-date.ts';
import type { LintRule } from '../rule.ts';

/** `ngày 31/02/2025`, `ngày 14 tháng 13 năm 2025`: only after the word "ngày", so that ratios and codes stay out. */
const DATE = /ngày\s+(\d{1,2})\s*(?:\/|\s+tháng\s+)\s*(\d{1,2})\s*(?:\/|\s+năm\s+)\s*(\d{4})(?!\d)/gu;

export const impossibleDate: LintRule = {
  ruleId: 'impossible-date',
  title: 'Ngày không có trong lịch',
  explanation: 'Ngày, tháng ghi ở đây không có trong lịch (tháng 13, ngày 31 tháng 02 …), thường do quét sai một chữ số. Hãy đối chiếu bản gốc.',
  source: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần II, mục 4',
  severity: 'warning',
  check({ text }) {
    return [...text.matchAll(DATE)].filter(([, day, month, year]) => formatPartialDate(Number(year), Number(month), Number(day)) === null)
      .map((match) => ({ start: match.index, end: match.index + match[0].length, message: `Thấy \`${match[0].replace(/\s+/gu, ' ')}\`, không có ngày này trong lịch. Hãy đối chiếu bản gốc.` }));
  },
};
