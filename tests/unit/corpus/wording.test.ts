import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clipQuote } from '../../../src/corpus/clip-quote.ts';
import { describeAnchor } from '../../../src/corpus/describe-anchor.ts';
import { createOrganNames } from '../../../src/corpus/organ-name.ts';
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

test('organs are named from kind and province', () => {
  const name = createOrganNames({
    ...emptyRegistry,
    organTypes: [
      { id: 'ldld', name: 'Liên đoàn Lao động', system: 'union', marks: [], variations: [], actingBodies: [], rank: 25, examples: [] },
      { id: 'tinh-uy', name: 'Tỉnh ủy', system: 'party', marks: [], variations: [], actingBodies: [], rank: 20, examples: [] },
    ],
    provinces: [{ oldName: 'Hưng Yên', oldKind: 'tỉnh', newName: 'Hưng Yên', newKind: 'tỉnh', newCode: '33', merged: true }],
  });
  assert.equal(name('ldld-hung-yen'), 'Liên đoàn Lao động tỉnh Hưng Yên');
  assert.equal(name('tinh-uy-hung-yen'), 'Tỉnh ủy Hưng Yên');
  assert.equal(name('ldld-huyen-dmc'), null);
});
