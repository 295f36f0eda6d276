/**
 * The signature, or the name of the signer, is not in the text.
 *
 * @source Nghị định 30/2020/NĐ-CP, Điều 8, khoản 2, điểm e; samples 000 and 003 (lost), 001 line 27 (name lost).
 */
import type { LintRule } from '../rule.ts';

export const signatureMissing: LintRule = {
  ruleId: 'signature-missing',
  title: 'Thiếu phần ký',
  explanation: 'Văn bản phải có chức vụ và họ tên người ký. Phần ký không còn trong bản nhận được (thường nằm ở cột phải và rơi mất khi quét), nên chưa biết ai đã ký và ký với thẩm quyền nào. Hãy đối chiếu bản gốc.',
  source: 'Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 2, điểm e',
  severity: 'warning',
  check({ record, passages, regionPassages }) {
    if (record.signature?.name) return [];
    const main = passages.filter((passage) => !passage.isAttached);
    const lines = regionPassages('signature');
    const last = lines.at(-1) ?? main.at(-1);
    if (!last) return [];
    const start = lines.length ? last.start : Math.max(last.start, last.end - 1);
    return [lines.length
      ? { start, end: last.end, message: `Thấy \`${last.text.trim()}\` nhưng không có họ tên người ký, cần đủ họ tên. Hãy đối chiếu bản gốc.` }
      : { start, end: start, message: 'Không thấy phần ký (thẩm quyền, chức vụ, họ tên), cần đủ phần ký. Hãy đối chiếu bản gốc.' }];
  },
};
