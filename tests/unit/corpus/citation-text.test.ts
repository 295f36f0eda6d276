/** Citation texts: the shapes of domain guide section 9, on documents of our own corpus. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { basisHtml, basisText, composeBasis, orderBasis } from '../../../src/corpus/wording/basis-clause.ts';
import { citeFirst, citeLater, citeProvision, formOf, printCitation, type Citable } from '../../../src/corpus/wording/citation-text.ts';
import { nameProvision } from '../../../src/corpus/wording/provision-text.ts';

const plan: Citable = {
  number: '146/KH-LĐLĐ', type: { code: 'KH', name: 'Kế hoạch' }, date: '2025-06-19', issuer: { id: 'ldld-hung-yen-cu', name: 'Liên đoàn Lao động tỉnh Hưng Yên' },
  title: 'Phát động phong trào thi đua “Bình dân học vụ số”',
};
const resolution: Citable = {
  number: '57-NQ/TW', type: { code: 'NQ', name: 'Nghị quyết' }, date: '2024-12-22', issuer: { id: 'bo-chinh-tri', name: 'Bộ Chính trị' }, title: 'đột phá phát triển khoa học, công nghệ',
};
const letter: Citable = {
  number: '1752/TLĐ-QHLĐ', type: { code: 'CV', name: 'Công văn' }, date: '2026-03-19', issuer: { id: 'tldldvn', name: 'Tổng Liên đoàn Lao động Việt Nam' }, title: 'Triển khai tuyên truyền phong trào',
};
const law: Citable = { number: '50/2024/QH15', type: { code: 'Luật', name: 'Luật' }, date: '2024-11-27', issuer: { id: 'quoc-hoi', name: 'Quốc hội' }, title: 'Công đoàn' };
const draft: Citable = { number: null, type: { code: 'CV', name: 'Công văn' }, date: '2026-04', issuer: { id: 'ubnd-xa-ea-knop', name: 'Ủy ban nhân dân xã Ea Knốp' }, title: 'V/v tiếp tục đẩy mạnh tuyên truyền' };

describe('citations', () => {
  const first: [string, Citable, string][] = [
    ['state and union', plan, 'Kế hoạch số 146/KH-LĐLĐ ngày 19 tháng 6 năm 2025 của Liên đoàn Lao động tỉnh Hưng Yên về việc phát động phong trào thi đua “Bình dân học vụ số”'],
    ['Party, with the comma', resolution, 'Nghị quyết số 57-NQ/TW, ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ'],
    ['công văn', letter, 'Công văn số 1752/TLĐ-QHLĐ ngày 19 tháng 3 năm 2026 của Tổng Liên đoàn Lao động Việt Nam về việc triển khai tuyên truyền phong trào'],
    ['law by type and name', law, 'Luật Công đoàn số 50/2024/QH15 ngày 27 tháng 11 năm 2024'],
    ['no number, no day', draft, 'Công văn chưa ghi số tháng 4 năm 2026 của Ủy ban nhân dân xã Ea Knốp về việc tiếp tục đẩy mạnh tuyên truyền'],
    ['verb of its own', { ...plan, type: { code: 'QĐ', name: 'Quyết định' }, number: '923/QĐ-TTg', title: 'Ban hành Kế hoạch triển khai' }, 'Quyết định số 923/QĐ-TTg ngày 19 tháng 6 năm 2025 của Liên đoàn Lao động tỉnh Hưng Yên ban hành Kế hoạch triển khai'],
    ['a name keeps its capital', { ...plan, title: 'Tết Nguyên đán' }, 'Kế hoạch số 146/KH-LĐLĐ ngày 19 tháng 6 năm 2025 của Liên đoàn Lao động tỉnh Hưng Yên về Tết Nguyên đán'],
    ['nothing but a number', { number: '5/KH', type: null, date: null, issuer: { id: 'x', name: 'X' }, title: null }, 'Văn bản số 5/KH của X'],
  ];
  for (const [name, document, expected] of first) test(`first mention: ${name}`, () => assert.equal(printCitation(citeFirst(document)), expected));

  test('later mentions are short', () => {
    assert.equal(printCitation(citeLater(plan)), 'Kế hoạch số 146/KH-LĐLĐ');
    assert.equal(printCitation(citeLater(law)), 'Luật Công đoàn');
    assert.equal(printCitation(citeLater(draft)), 'Công văn chưa ghi số của Ủy ban nhân dân xã Ea Knốp');
  });

  test('short dates and the other form on demand', () => {
    assert.equal(printCitation(citeFirst(resolution, { date: 'short', form: 'state' })), 'Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ');
    assert.equal(formOf({ ...resolution, number: '117-KH/UBND', issuer: { id: 'ubnd-tinh-hung-yen', name: 'UBND' } }), 'state');
  });

  test('a provision from small to large', () => {
    assert.equal(printCitation(citeProvision(plan, 'muc-iv.2.a')), 'điểm a khoản 2 mục IV Kế hoạch số 146/KH-LĐLĐ ngày 19/6/2025 của Liên đoàn Lao động tỉnh Hưng Yên');
    assert.equal(printCitation(citeProvision(law, 'dieu-5.2.dd')), 'điểm đ khoản 2 Điều 5 Luật Công đoàn');
    assert.equal(printCitation(citeProvision(plan, 'dau.so')), 'Kế hoạch số 146/KH-LĐLĐ ngày 19/6/2025 của Liên đoàn Lao động tỉnh Hưng Yên');
  });

  test('Markdown and HTML carry the link and escape what is not ours', () => {
    const odd: Citable = { ...plan, title: 'Về <b>*x*</b>' };
    assert.equal(printCitation(citeFirst(odd, { date: 'short' }), 'markdown', 'https://a.vn/v/2c0000/'), '[Kế hoạch số 146/KH-LĐLĐ](https://a.vn/v/2c0000/) ngày 19/6/2025 của Liên đoàn Lao động tỉnh Hưng Yên về \\<b\\>\\*x\\*\\</b\\>');
    assert.equal(printCitation(citeFirst(odd, { date: 'short' }), 'html', 'https://a.vn/?a&b'), '<a href="https://a.vn/?a&amp;b">Kế hoạch số 146/KH-LĐLĐ</a> ngày 19/6/2025 của Liên đoàn Lao động tỉnh Hưng Yên về &lt;b&gt;*x*&lt;/b&gt;');
  });
});

describe('provisions', () => {
  const cases: [string, string][] = [
    ['muc-iv', 'mục IV'], ['muc-iv.3', 'khoản 3 mục IV'], ['muc-iv.3.1', 'khoản 3.1 mục IV'], ['muc-iv.3.1.g2', 'gạch đầu dòng thứ hai khoản 3.1 mục IV'],
    ['muc-iv.2.a', 'điểm a khoản 2 mục IV'], ['muc-1', 'mục 1'], ['muc-1.1', 'mục 1.1'], ['muc-1.2.a', 'điểm a mục 1.2'], ['muc-1.a', 'điểm a mục 1'], ['muc-1.d1', 'đoạn thứ nhất mục 1'],
    ['muc-vi~2.1', 'khoản 1 mục VI (lần 2)'], ['mo-dau.d1', 'đoạn thứ nhất phần mở đầu'], ['dieu-5.2.a', 'điểm a khoản 2 Điều 5'], ['dieu-12', 'Điều 12'],
    ['kem-theo.dieu-1.2', 'khoản 2 Điều 1 văn bản kèm theo'], ['phu-luc-ii.muc-1', 'mục 1 Phụ lục II'], ['muc-ii.b1.r2', 'dòng 2 bảng 1 mục II'], ['muc-ii.g11', 'gạch đầu dòng thứ 11 mục II'],
    ['chuong-ii.muc-1', 'mục 1 Chương II'], ['toan-van', ''], ['noi-dung', ''], ['dau.trich-yeu', ''],
  ];
  for (const [anchor, expected] of cases) test(`${anchor} is ${expected || 'nothing to cite'}`, () => assert.equal(nameProvision(anchor), expected));
});

describe('the clause of bases', () => {
  const rank = (document: Citable, rank: number, organRank: number) => ({ document: { ...document, rank, organRank, url: `https://a.vn/${document.number}` } });
  const chosen = [rank(plan, 11, 20), rank(letter, 12, 10), rank(resolution, 3, 1), rank(law, 2, 1)];

  test('is ordered by rank, organ and date, one a line, ending in semicolons and a full stop', () => {
    const lines = basisText(composeBasis(orderBasis(chosen), { date: 'short' })).split('\n');
    assert.deepEqual(lines.map((line) => line.split(' ').slice(0, 4).join(' ')), ['Căn cứ Luật Công', 'Thực hiện Nghị quyết', 'Thực hiện Kế hoạch', 'Thực hiện Công văn']);
    assert.deepEqual(lines.map((line) => line.at(-1)), [';', ';', ';', '.']);
  });

  test('defines short names and keeps the verb that a person chose', () => {
    const [line] = composeBasis([{ ...rank(resolution, 3, 1), verb: 'Căn cứ', alias: 'Nghị quyết số 57' }], { date: 'short' });
    assert.equal(basisText([line ?? []]), 'Căn cứ Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ (sau đây gọi tắt là Nghị quyết số 57).');
  });

  test('as one sentence says the verb once and ends open', () => {
    const text = basisText(composeBasis(orderBasis(chosen.slice(0, 3)), { style: 'sentence', date: 'short' }));
    assert.match(text, /^Thực hiện Nghị quyết .*; Kế hoạch .*; Công văn .*,$/u);
  });

  test('is nothing without entries, and escapes in HTML', () => {
    assert.deepEqual(composeBasis([], { style: 'sentence' }), []);
    assert.doesNotMatch(basisHtml(composeBasis([rank({ ...plan, title: '<script>x</script>' }, 1, 1)])), /<script>/u);
  });
});
