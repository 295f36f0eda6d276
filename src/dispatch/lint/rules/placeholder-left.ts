/**
 * A blank to be filled in stayed in the text: `[tên đơn vị]`, `..../KH-CĐCS`, `xx/xx/2026`.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục III (forms): text in brackets and dots is to be replaced.
 */
import type { LintRule } from '../rule.ts';

/** In the header and the main text; forms in appendices are made of blanks. */
const PLACEHOLDER = /\[(?:tên|họ tên|số|ngày|đơn vị|địa danh|chức vụ)[^\]\n]{0,60}\]|(?<![\p{L}\d/])(?:xx|XX|yy)\/(?:xx|XX|\d{1,2})\/\d{4}|(?<![\p{L}\d])[xX]{2,}\/[\p{Lu}]{2,}|(?:…|\.{3,})\s?\/[\p{Lu}Đ]{2,}[-/][\p{Lu}Đ]{2,}/gu;

export const placeholderLeft: LintRule = {
  ruleId: 'placeholder-left',
  title: 'Còn chỗ trống của mẫu',
  explanation: 'Trong văn bản còn chỗ trống của mẫu chưa điền (dấu chấm trước ký hiệu, chữ trong ngoặc vuông, ngày xx/xx). Có thể đây là dự thảo, hoặc văn bản phát hành còn sót. Hãy đối chiếu bản đã phát hành.',
  source: 'Nghị định số 30/2020/NĐ-CP, Phụ lục III (mẫu trình bày văn bản)',
  severity: 'warning',
  check({ passages }) {
    return passages.filter((passage) => !passage.isAttached && passage.role !== 'cell').flatMap((passage) => [...passage.text.matchAll(PLACEHOLDER)].map((match) => ({
      start: passage.start + match.index, end: passage.start + match.index + match[0].length, message: `Thấy chỗ trống của mẫu \`${match[0]}\`, cần nội dung thật. Hãy đối chiếu bản đã phát hành.`,
    })));
  },
};
