/**
 * A brace drawn beside several recipients came out as a line of its own: `- } (để b/c)`. The note belongs to several lines above.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9 (Nơi nhận); samples 000 line 36, 003 line 50.
 */
import type { LintRule } from '../rule.ts';

export const noteSpansRecipients: LintRule = {
  ruleId: 'note-spans-recipients',
  title: 'Ghi chú chung cho nhiều nơi nhận bị tách rời',
  explanation: 'Dấu ngoặc nhọn vẽ bên cạnh nhiều nơi nhận (cùng “để b/c”) khi quét thành một dòng riêng, nên không còn biết chắc ghi chú thuộc những nơi nhận nào. Trang web gán ghi chú cho các nơi nhận cấp trên đứng trước dòng Lưu; hãy đối chiếu bản gốc.',
  source: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần II, mục 9',
  severity: 'warning',
  check({ passages }) {
    return passages.filter((passage) => passage.end - passage.start < 60 && /^\s*[-–+•]?\s*[{}]\s*(?:\(|$)/u.test(passage.text)).map((passage) => ({
      start: passage.start, end: passage.end, message: `Thấy dấu ngoặc đứng riêng \`${passage.text.trim()}\`, cần biết ghi chú này thuộc những nơi nhận nào. Hãy đối chiếu bản gốc.`,
    }));
  },
};
