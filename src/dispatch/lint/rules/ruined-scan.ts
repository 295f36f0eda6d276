/**
 * So many words are unreadable that the text should be scanned anew: accents lost, letters torn apart. The unreadable lines are listed.
 *
 * @source learned from real official text by scripts/learn-syllables.ts; ruined layers of old scans lose a fifth of their words.
 */
import type { LintRule } from '../rule.ts';
import { findRuin } from './_ruin.ts';

/** Lines listed; a person scans anew long before the end of the list. */
const MAX_LISTED = 60;

export const ruinedScan: LintRule = {
  ruleId: 'ruined-scan',
  title: 'Bản quét hỏng nặng',
  explanation: 'Một phần lớn số chữ của văn bản không đọc được thành tiếng Việt (mất dấu, dính chữ, vỡ chữ). Nội dung, số và ngày trích từ bản này không đáng tin. Nên quét lại từ bản giấy hoặc xin bản điện tử có ký số thay vì sửa từng chữ. Trang liệt kê các dòng hỏng nặng nhất.',
  source: 'Bảng âm tiết học từ văn bản thật (scripts/learn-syllables.ts)',
  severity: 'warning',
  check(context) {
    const ruin = findRuin(context);
    return ruin.lines.slice(0, MAX_LISTED).map(({ start, end }, index) => ({
      start, end, message: index === 0
        ? `Thấy ${Math.round(ruin.share * 100)}% số chữ không đọc được thành tiếng Việt, bắt đầu từ dòng này. Nên quét lại từ bản gốc hoặc xin bản điện tử.`
        : 'Dòng này hỏng nặng khi quét. Hãy gõ lại theo bản gốc.',
    }));
  },
};
