/**
 * The head of the paper is lost: neither the national heading (or the Party's) nor the issuer is in the text.
 *
 * @source Nghị định 30/2020/NĐ-CP, Điều 8, khoản 2, điểm a, b; samples 000-003 lines 1-3.
 */
import type { LintRule } from '../rule.ts';

export const headerMissing: LintRule = {
  ruleId: 'header-missing',
  title: 'Mất phần đầu văn bản',
  explanation: 'Văn bản phải có Quốc hiệu, Tiêu ngữ (văn bản Đảng: dòng ĐẢNG CỘNG SẢN VIỆT NAM) và tên cơ quan ban hành. Những phần này không còn trong bản nhận được, nên cơ quan ban hành chỉ được suy ra từ ký hiệu, địa danh và nội dung. Hãy đối chiếu bản gốc và xác nhận cơ quan ban hành.',
  source: 'Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 2, điểm a và b',
  severity: 'warning',
  check({ regionPassages, passages, record }) {
    const hasHeading = regionPassages('national-heading').length > 0, hasIssuer = regionPassages('issuer').length > 0;
    if (hasHeading && hasIssuer) return [];
    const start = passages[0]?.start ?? 0;
    const lost = [hasHeading ? '' : 'Quốc hiệu, Tiêu ngữ', hasIssuer ? '' : 'tên cơ quan ban hành'].filter(Boolean).join(' và ');
    const issuer = !hasIssuer && record.issuer ? ` Cơ quan được suy ra: ${record.issuer.name}.` : '';
    return [{ start, end: start, severity: hasHeading || hasIssuer ? 'info' : 'warning', message: `Không thấy ${lost} ở đầu văn bản, cần đủ phần đầu.${issuer} Hãy đối chiếu bản gốc.` }];
  },
};
