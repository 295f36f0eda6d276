/**
 * The stages of a plan disagree: 2025-2027 is followed by 2027-2030 in one place and by 2028-2030 in another.
 *
 * @source domain guide section 6; sample 002 lines 60, 62, 114, 128, 146.
 */
import type { LintRule } from '../rule.ts';

/** `giai đoạn 2025-2027`, `từ năm 2027 - 2030` */
const RANGE = /(?:[Gg]iai đoạn|GIAI ĐOẠN|từ năm|thời kỳ|nhiệm kỳ)(?:\s+\d:)?\s+(?:từ năm\s+)?(20\d{2})\s*(?:-|đến năm|đến)\s*(20\d{2})/gu;

export const overlappingPeriod: LintRule = {
  ruleId: 'overlapping-period',
  title: 'Các giai đoạn không thống nhất',
  explanation: 'Giai đoạn sau ở chỗ này bắt đầu ngay trong năm cuối của giai đoạn trước, còn ở chỗ khác bắt đầu từ năm kế tiếp (2025 - 2027 rồi 2027 - 2030, trong khi nơi khác ghi 2028 - 2030). Chỉ tiêu của năm chung sẽ không biết tính vào giai đoạn nào. Hãy hỏi nơi soạn thảo hoặc đối chiếu văn bản cấp trên; trang web giữ nguyên chữ in.',
  source: 'Hướng dẫn nghiệp vụ của trang: các mốc thời gian trong một văn bản phải thống nhất',
  severity: 'warning',
  check({ text }) {
    const ranges = [...text.matchAll(RANGE)].map((match) => ({ start: match.index, end: match.index + match[0].length, from: Number(match[1]), to: Number(match[2]), words: match[0].replace(/\s+/gu, ' ') }));
    // By the year a stage ends in: the first range that starts in each year.
    const byEnd = new Map<number, Map<number, (typeof ranges)[number]>>();
    for (const range of ranges) {
      const starts = byEnd.get(range.to) ?? new Map<number, (typeof ranges)[number]>();
      if (!starts.has(range.from)) starts.set(range.from, range);
      byEnd.set(range.to, starts);
    }
    return ranges.flatMap((range) => {
      const other = byEnd.get(range.to)?.get(range.from + 1);
      const before = [...(byEnd.get(range.from)?.values() ?? [])].find((candidate) => candidate.from < range.from);
      if (!other || !before) return [];
      return [{ start: range.start, end: range.end, cause: other.start, message: `Thấy \`${range.words}\`, bắt đầu trong năm cuối của giai đoạn ${before.from} - ${before.to}; chỗ khác ghi ${other.from} - ${other.to}. Cần một cách chia giai đoạn. Hãy đối chiếu văn bản cấp trên.`, expected: `${other.from} - ${other.to}` }];
    });
  },
};
