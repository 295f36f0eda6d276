/**
 * Blanks inside a number: `57- NQ/TW`.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3 (no blanks between the groups); sample 004 line 28.
 */
import type { LintRule } from '../rule.ts';

/** `57- NQ/TW`, `44 /KH-UBND`: a blank beside the separator of a number that a citation holds. */
const SPACED = /\d[ \t]+[-/]|\d[-/][ \t]+\p{Lu}|\p{Lu}[ \t]+[-/][ \t]?\p{Lu}|\p{Lu}[-/][ \t]+\p{Lu}/u;

export const spaceInNumber: LintRule = {
  ruleId: 'space-in-number',
  title: 'Khoảng trắng trong số, ký hiệu',
  explanation: 'Giữa số và các nhóm chữ của ký hiệu không có khoảng trắng. Khoảng trắng thừa làm người tra cứu gõ đúng số mà không thấy văn bản. Trang web vẫn hiểu và liên kết đúng; nếu soạn lại văn bản, hãy bỏ khoảng trắng.',
  source: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần II, mục 3',
  severity: 'info',
  check(context) {
    return context.record.citations.flatMap((citation) => citation.mentions.flatMap((mention) => {
      const raw = mention.raw.replace(/^.*?(?=\d)/su, '');
      const start = context.mentionOffset(mention) + (mention.raw.length - raw.length);
      // A line break inside a number is the column's doing, not the author's.
      if (!citation.number || !SPACED.test(raw) || context.text.slice(start, start + raw.length).includes('\n')) return [];
      return [{ start, end: start + raw.length, message: `Thấy khoảng trắng trong số \`${raw}\`, cần viết liền \`${citation.number}\`.`, expected: citation.number }];
    }));
  },
};
