/**
 * So many words are unreadable that the text should be scanned anew: accents lost, letters torn apart.
 *
 * @source learned from real official text by scripts/learn-syllables.ts; ruined layers of old scans lose a fifth of their words.
 */
import type { LintRule } from '../rule.ts';

/** Share of lower-case words that no learned text holds; clean papers stay below one in a hundred. */
const MAX_UNKNOWN_SHARE = 0.06;
const MIN_WORDS = 80;

export const ruinedScan: LintRule = {
  ruleId: 'ruined-scan',
  title: 'Bản quét hỏng nặng',
  explanation: 'Một phần lớn số chữ của văn bản không đọc được thành tiếng Việt (mất dấu, dính chữ, vỡ chữ). Nội dung, số và ngày trích từ bản này không đáng tin. Nên quét lại từ bản giấy hoặc xin bản điện tử có ký số thay vì sửa từng chữ.',
  source: 'Bảng âm tiết học từ văn bản thật (scripts/learn-syllables.ts)',
  severity: 'warning',
  check({ words: all, syllables, passages }) {
    if (!syllables) return [];
    const words = all.filter((word) => /^\p{Ll}{2,}$/u.test(word.text));
    const unknown = words.filter((word) => syllables.count(word.form) === 0).length;
    if (words.length < MIN_WORDS || unknown / words.length < MAX_UNKNOWN_SHARE) return [];
    const start = passages[0]?.start ?? 0;
    return [{ start, end: start, message: `Thấy ${Math.round((unknown / words.length) * 100)}% số chữ không đọc được thành tiếng Việt, bản quét này hỏng nặng. Nên quét lại từ bản gốc hoặc xin bản điện tử.` }];
  },
};
