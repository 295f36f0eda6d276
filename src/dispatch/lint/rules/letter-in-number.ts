/**
 * A letter read for a digit inside a date, number or amount: `14/3/2O25`, `Ol/CT-TTg`, `l,3 tỷ`.
 *
 * @source seen in ruined scans; domain guide section 8 (confusions of I, l, 1 and O, 0).
 */
import type { LintRule } from '../rule.ts';

/** `14/3/2O25`, `3O/4`: digits and look-alike letters around a slash, at least one of each. */
const IN_DATE = /(?<![\p{L}\d/])(?=[\dOolI/.]*[OolI])(?=[\dOolI/.]*\d)[\dOolI]{1,2}[/.][\dOolI]{1,2}[/.][\dOolI]{4}(?![\p{L}\d])/gu;
/** `số Ol/CT-TTg`, `số 1O/KH-UBND` */
const IN_NUMBER = /(?<=[Ss]ố:?\s{1,3})(?=\d*[OolI])[\dOolI]{1,5}[/-]\p{Lu}{1,4}[\p{L}]?[-/][\p{L}\d]+/gu;
/** `l,3 tỷ`, `1O%` */
const IN_AMOUNT = /(?<![\p{L}\d.,])(?:[lI][.,]\d+|\d+[.,]?[OolI]+\d*)(?=\s?(?:%|tỷ|triệu|nghìn|đồng)(?!\p{L}))/gu;

export const letterInNumber: LintRule = {
  ruleId: 'letter-in-number',
  title: 'Chữ cái lẫn trong số',
  explanation: 'Trong số, ngày hoặc số tiền có chữ cái giống chữ số (O thay cho 0, l hoặc I thay cho 1), do quét sai. Số sai làm hỏng việc tra cứu và tính toán; hãy đối chiếu bản gốc và thêm một đính chính.',
  source: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần II, mục 3 và mục 4 (số ghi bằng chữ số Ả Rập)',
  severity: 'warning',
  check({ text }) {
    return [IN_DATE, IN_NUMBER, IN_AMOUNT].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => {
      const digits = /^[\dOolI/.,]*(?![\p{L}-])/u.exec(match[0])?.[0] ?? '';
      const expected = digits.replace(/[Oo]/gu, '0').replace(/[lI]/gu, '1') + match[0].slice(digits.length);
      return { start: match.index, end: match.index + match[0].length, expected, message: `Thấy chữ cái trong số \`${match[0]}\`, có lẽ là \`${expected}\`. Hãy đối chiếu bản gốc.` };
    }));
  },
};
