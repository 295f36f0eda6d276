/**
 * Words that a scan probably misread: no Vietnamese syllable (`ngưòi`), or a good syllable that never stands beside these
 * neighbours while the same letters under other marks often do (`chuyên đổi số`, `để b/c`).
 *
 * @source learned from 1,200 official texts by scripts/learn-syllables.ts; samples 002 lines 39-47, 003 lines 30, 50.
 */
import type { LintRule } from '../rule.ts';
import { findRuin } from './_ruin.ts';
import { findSuspects } from '../syllables/find-suspects.ts';
import type { Word } from '../syllables/read-words.ts';

/** More than this help nobody: see the rule on ruined scans. */
const MAX_LISTED = 80;

export const suspectedScanError: LintRule = {
  ruleId: 'suspected-scan-error',
  title: 'Nghi quét sai chữ',
  explanation: 'Chữ này không thể là một âm tiết tiếng Việt, hoặc chưa từng đứng cạnh các chữ bên cạnh trong hàng nghìn văn bản đã học, trong khi chữ chỉ khác dấu lại thường đứng ở đó (chuyên đổi số – chuyển đổi số). Trang web in đúng chữ nhận được và không tự sửa. Nếu bản gốc in khác, hãy thêm một đính chính: trang sẽ hiện và tìm được cả hai.',
  source: 'Bảng âm tiết và cặp âm tiết học từ văn bản thật (scripts/learn-syllables.ts)',
  severity: 'warning',
  check(context) {
    const { syllables, text, words } = context;
    if (!syllables || findRuin(context).lines.length > 0) return [];
    const suspects = findSuspects(words, syllables);
    return suspects.slice(0, MAX_LISTED).map(({ index, likely }) => {
      const { start, end } = phrase(words, index);
      const word = words[index];
      const expected = likely && word ? text.slice(start, word.start) + recase(likely, word.text) + text.slice(word.end, end) : null;
      const seen = context.slice(start, end).replace(/\s+/gu, ' ');
      return { start, end, expected: expected?.replace(/\s+/gu, ' ') ?? null, message: expected ? `Thấy \`${seen}\`, có lẽ là \`${expected.replace(/\s+/gu, ' ')}\`. Hãy đối chiếu bản gốc.` : `Thấy \`${seen}\`, không đọc được thành tiếng Việt. Hãy đối chiếu bản gốc.` };
    });
  },
};

/** The suspect with its right neighbour, or the left one: enough to find it by eye. */
function phrase(words: readonly Word[], index: number): { start: number; end: number } {
  const word = words[index], right = words[index + 1], left = words[index - 1];
  if (!word) return { start: 0, end: 0 };
  if (right?.joined) return { start: word.start, end: right.end };
  return { start: word.joined && left ? left.start : word.start, end: word.end };
}

function recase(likely: string, printed: string): string {
  if (printed === printed.toUpperCase() && printed.length > 1) return likely.toUpperCase();
  return /^\p{Lu}/u.test(printed) ? likely.charAt(0).toUpperCase() + likely.slice(1) : likely;
}
