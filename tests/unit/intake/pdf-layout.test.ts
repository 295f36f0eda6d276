/** Fragments with places to text: columns, paragraphs over lines and pages, tables, furniture. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Fragment, PageContent, Rule } from '../../../src/intake/pdf/fragments.ts';
import { sortFurniture } from '../../../src/intake/pdf/furniture.ts';
import { layOutPage } from '../../../src/intake/pdf/layout.ts';
import { writePages } from '../../../src/intake/pdf/paragraphs.ts';
import { partWords } from '../../../src/intake/pdf/part-words.ts';

/** A line of text of 14 points; a letter is taken for 6.5 points wide. */
function at(x: number, y: number, text: string, more: Partial<Fragment> = {}): Fragment {
  return { text, x, y, width: text.length * 6.5, size: 14, bold: false, italic: false, confidence: null, ...more };
}
/** A full line from the left edge to the right one. */
const full = (y: number, text: string): Fragment => at(85, y, text, { width: 455 });
const page = (number: number, fragments: readonly Fragment[], rules: readonly Rule[] = []): PageContent => ({ page: number, width: 595, height: 842, fragments, rules, stamps: [] });
const read = (...pages: readonly PageContent[]): string => writePages(sortFurniture(pages.map(layOutPage))).text;

describe('layout of PDF pages', () => {
  test('two columns at the head are read one after the other', () => {
    const text = read(page(1, [at(90, 70, 'ỦY BAN NHÂN DÂN'), at(280, 70, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), at(100, 86, 'TỈNH HƯNG YÊN'), at(310, 87, 'Độc lập - Tự do - Hạnh phúc'), at(110, 110, 'Số: 12/KH-UBND'), at(300, 110, 'Hưng Yên, ngày 3 tháng 4 năm 2026'), full(160, 'Thực hiện Nghị quyết của Bộ Chính trị về việc này các đơn vị cần làm')]));
    assert.deepEqual(text.trim().split(/\n+/u).slice(0, 6), ['ỦY BAN NHÂN DÂN', 'TỈNH HƯNG YÊN', 'Số: 12/KH-UBND', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Hưng Yên, ngày 3 tháng 4 năm 2026']);
  });

  test('lines of a paragraph are joined; an indent or a label begins a new one', () => {
    const text = read(page(1, [at(113, 100, 'Thực hiện kế hoạch của Liên đoàn Lao động tỉnh về việc tổ chức', { width: 427 }), full(116, 'tháng công nhân năm nay, các công đoàn cơ sở thực hiện những việc'), at(85, 132, 'sau đây:'), at(113, 150, '1. Tổ chức gặp mặt.'), at(113, 168, 'a) Lập danh sách;')]));
    assert.deepEqual(text.trim().split(/\n+/u), ['Thực hiện kế hoạch của Liên đoàn Lao động tỉnh về việc tổ chức tháng công nhân năm nay, các công đoàn cơ sở thực hiện những việc sau đây:', '1. Tổ chức gặp mặt.', 'a) Lập danh sách;']);
  });

  test('a paragraph over a page break stays whole; the page number follows it', () => {
    const first = page(1, [full(700, 'Đoạn văn đầu trang một dài hết dòng này rồi sang dòng nữa cho tới hết'), full(716, 'trang mà câu vẫn chưa hết nên còn')]);
    const second = page(2, [at(300, 40, '2'), full(90, 'tiếp sang trang sau cho trọn nghĩa của câu văn ấy và thêm vài chữ nữa'), at(85, 106, 'là hết.')]);
    assert.match(read(first, second), /nên còn\ftiếp sang[^\n]+là hết\.\n\n2\n$/u);
  });

  test('drawn lines make a table', () => {
    const rules: Rule[] = [100, 120, 140].map((y) => ({ x1: 85, x2: 485, y1: y, y2: y + 0.5 }));
    for (const x of [85, 185, 485]) rules.push({ x1: x, x2: x + 0.5, y1: 100, y2: 140 });
    assert.equal(read(page(1, [at(90, 115, 'TT'), at(190, 115, 'Nội dung'), at(90, 135, '1'), at(190, 135, 'Gặp mặt')], rules)), '| TT | Nội dung |\n| --- | --- |\n| 1 | Gặp mặt |\n');
  });

  test('doubtful words keep their place', () => {
    const { doubtful } = writePages(sortFurniture([layOutPage(page(1, [at(85, 100, 'Kinh', { confidence: 40 }), at(120, 100, 'gửi', { confidence: 95 })]))]));
    assert.deepEqual(doubtful, [{ word: 'Kinh', line: 1, column: 1, page: 1, confidence: 40 }]);
  });

  test('words run together are parted only where both halves are words', () => {
    assert.deepEqual(['địaphương', 'ngày23', 'từnguồn', 'Phường', 'nghiêng', 'TTr-HĐND'].map(partWords), ['địa phương', 'ngày 23', 'từ nguồn', 'Phường', 'nghiêng', 'TTr-HĐND']);
  });
});
