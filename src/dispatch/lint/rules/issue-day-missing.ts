/**
 * The day, or the whole date, is blank: `ngày tháng 4 năm 2026`.
 *
 * @source Nghị định 30/2020/NĐ-CP, Điều 8, khoản 2, điểm d; samples 001 line 5, 004 line 11.
 */
import type { LintRule } from '../rule.ts';

export const issueDayMissing: LintRule = {
  ruleId: 'issue-day-missing',
  title: 'Thiếu ngày ban hành',
  explanation: 'Thời gian ban hành phải ghi đủ ngày, tháng, năm. Ở đây ngày (hoặc cả ngày tháng) đang trống hoặc không đọc được, nên chưa biết chắc văn bản có hiệu lực từ khi nào và đứng trước hay sau những văn bản nó viện dẫn. Hãy đối chiếu bản đã phát hành và nhập ngày bằng một đính chính.',
  source: 'Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 2, điểm d',
  severity: 'warning',
  check({ record, regionPassages, passages }) {
    if (record.date?.length === 10) return [];
    const line = regionPassages('place-date')[0];
    const start = line?.start ?? regionPassages('number')[0]?.start ?? passages[0]?.start ?? 0;
    const at = line ? Math.max(0, line.text.search(/ng.y\s/iu)) : 0;
    const seen = line ? `Thấy \`${line.text.slice(at).trim()}\`` : 'Không thấy dòng ngày tháng';
    return [{ start: start + at, end: line ? line.end : start, message: `${seen}, cần đủ ngày, tháng, năm ban hành. Hãy đối chiếu bản đã phát hành.` }];
  },
};
