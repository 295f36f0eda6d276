import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clipQuote } from '../../../src/corpus/wording/clip-quote.ts';
import { describeAnchor } from '../../../src/corpus/wording/describe-anchor.ts';
import { createOrganNames } from '../../../src/corpus/wording/organ-name.ts';
import { splitNumbers } from '../../../src/corpus/wording/split-numbers.ts';
import { emptyRegistry } from './builders.ts';

const anchors: Readonly<Record<string, string>> = {
  'muc-iv.3.1.g2': 'gạch đầu dòng 2 mục IV.3.1',
  'muc-1.d1': 'đoạn 1 mục 1',
  'muc-vi~2.1': 'mục VI (lần 2).1',
  'dau.trich-yeu': 'trích yếu',
  'mo-dau.d1': 'đoạn 1 phần mở đầu',
  'dieu-5.2.a': 'điểm a khoản 2 Điều 5',
  'dieu-5.2.dd': 'điểm đ khoản 2 Điều 5',
  'kem-theo.dieu-1': 'Điều 1 văn bản kèm theo',
  'phu-luc-ii.muc-1.b1.r2': 'dòng 2 bảng 1 mục 1 Phụ lục II',
  'noi-nhan': 'nơi nhận',
};
for (const [anchor, words] of Object.entries(anchors)) {
  test(`describes ${anchor}`, () => assert.equal(describeAnchor(anchor), words));
}

test('a quote keeps the mention and cuts at blanks', () => {
  const sentence = `${'trước '.repeat(60)}Nghị quyết số 57-NQ/TW ${'sau '.repeat(60)}`;
  const quote = clipQuote(sentence, 'Nghị quyết số 57-NQ/TW', 120);
  assert.equal(quote.mention, 'Nghị quyết số 57-NQ/TW');
  assert.match(quote.before, /^… trước .*trước $/u);
  assert.match(quote.after, /^ sau .*sau…$/u);
  assert.ok((quote.before + quote.mention + quote.after).length < 130);
  assert.deepEqual(clipQuote(null, '57-NQ/TW'), { before: '', mention: '57-NQ/TW', after: '' });
});

test('an organ is named in full from the registry, from how citing documents name it, or from its id', () => {
  const name = createOrganNames({
    ...emptyRegistry,
    organTypes: [
      { id: 'ldld', name: 'Liên đoàn Lao động', system: 'union', marks: ['LĐLĐ'], variations: [], actingBodies: ['Ban Thường vụ'], rank: 25, examples: [] },
      { id: 'tinh-uy', name: 'Tỉnh ủy', system: 'party', marks: ['TU'], variations: [], actingBodies: ['Ban Thường vụ'], rank: 20, examples: [] },
    ],
    organs: [{ id: 'bo-chinh-tri', name: 'Bộ Chính trị', system: 'party', level: 'central', parent: null, marks: [], variations: [], validFrom: null, validTo: null, successor: null, rank: 2 }],
    provinces: [{ oldName: 'Tây Ninh', oldKind: 'tỉnh', newName: 'Tây Ninh', newKind: 'tỉnh', newCode: '80', merged: false }],
  });
  assert.equal(name('bo-chinh-tri', [], null), 'Bộ Chính trị');
  assert.equal(name('tinh-uy-tay-ninh', ['Ban Thường vụ Tỉnh ủy (Tây Ninh)'], null), 'Tỉnh ủy Tây Ninh');
  assert.equal(name('ldld-tay-ninh', ['Ủy ban nhân dân xã Ea Knốp'], null), 'Liên đoàn Lao động tỉnh Tây Ninh', 'a name of another organ is passed over; kind and province are told by the id');
  assert.equal(name('ldld', [], null), 'Liên đoàn Lao động');
  assert.equal(name('khong-ro', [], null), 'Chưa rõ cơ quan');
  assert.equal(name('cong-ty-x', [], null), null);
});

test('numbers and dates are found, and nothing is lost between them', () => {
  const together = (text: string): string[] => splitNumbers(text).filter((run) => run.together).map((run) => run.text);
  assert.deepEqual(together('số 57-NQ/TW, ngày 22/12/2024; 30/2020/NĐ-CP, 57- NQ/TW và 24/7'), ['57-NQ/TW', '22/12/2024', '30/2020/NĐ-CP', '57- NQ/TW']);
  for (const text of ['', '57-NQ/TW', 'a 57-NQ/TW', 'không có số']) assert.equal(splitNumbers(text).map((run) => run.text).join(''), text);
});
