/**
 * The paper has no number: `Số: /UBND-VHXH`. The number is written or stamped at registration, so the file may be a draft.
 *
 * @source Nghị định 30/2020/NĐ-CP, Điều 8, khoản 2, điểm c; sample 004 line 9.
 */
import type { LintRule } from '../rule.ts';

export const documentNumberMissing: LintRule = {
  ruleId: 'document-number-missing',
  title: 'Thiếu số văn bản',
  explanation: 'Văn bản hành chính phải có số do văn thư cấp khi đăng ký. Chỗ ghi số đang để trống hoặc không đọc được, nên bản này có thể là dự thảo hoặc bản sao chụp trước khi đóng số. Hãy đối chiếu bản gốc hay sổ văn bản đi rồi nhập số bằng một đính chính; chưa có số thì địa chỉ của văn bản dùng tạm ký hiệu, tháng và trích yếu.',
  source: 'Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 2, điểm c',
  severity: 'warning',
  check({ record, regionPassages, passages }) {
    if (record.number !== null) return [];
    const line = regionPassages('number')[0];
    const start = line?.start ?? regionPassages('issuer')[0]?.start ?? passages[0]?.start ?? 0;
    const seen = line ? `Thấy chỗ ghi số để trống \`${line.text.trim()}\`` : 'Không thấy số văn bản';
    return [{ start, end: line?.end ?? start, message: `${seen}, cần số do văn thư cấp. Hãy đối chiếu bản gốc hoặc sổ văn bản đi; nếu chưa cấp số thì đây có thể là dự thảo.` }];
  },
};
