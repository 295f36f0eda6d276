/** The draft checker: each verdict on a small corpus, and a Word file read as text. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import type { KitEntry } from '../../../src/corpus/exports/kit-index.ts';
import { createDraftChecker } from '../../../src/tools/draft/check-draft.ts';
import { readDocx } from '../../../src/tools/draft/read-docx.ts';
import { loadRegistry } from '../../../scripts/lib/load-registry.ts';
import { loadSyllables } from '../../../scripts/lib/load-syllables.ts';

const entry = (key: string, fields: Partial<KitEntry>): KitEntry => ({ key, code: '000000', number: null, type: null, date: null, issuer: { id: key.split('/')[0] ?? '', name: '' }, title: null, held: true, rank: 9, organRank: 9, ...fields });
const index: KitEntry[] = [
  entry('bo-chinh-tri/2024/57-nq-tw', { number: '57-NQ/TW', type: { code: 'NQ', name: 'Nghị quyết' }, date: '2024-12-22', issuer: { id: 'bo-chinh-tri', name: 'Bộ Chính trị' }, title: 'đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia' }),
  entry('tldldvn/2025/237-kh-tld', { number: '237/KH-TLĐ', type: { code: 'KH', name: 'Kế hoạch' }, date: '2025-06-17', issuer: { id: 'tldldvn', name: 'Tổng Liên đoàn Lao động Việt Nam' }, title: 'phong trào thi đua đổi mới sáng tạo' }),
  entry('chinh-phu/2004/110-2004-nd-cp', { number: '110/2004/NĐ-CP', type: { code: 'NĐ', name: 'Nghị định' }, date: '2004-04-08', issuer: { id: 'chinh-phu', name: 'Chính phủ' }, title: 'công tác văn thư', replacedBy: ['chinh-phu/2020/30-2020-nd-cp'] }),
  entry('chinh-phu/2020/30-2020-nd-cp', { number: '30/2020/NĐ-CP', type: { code: 'NĐ', name: 'Nghị định' }, date: '2020-03-05', issuer: { id: 'chinh-phu', name: 'Chính phủ' }, title: 'công tác văn thư' }),
  entry('ldld-hung-yen/2026/15-ldld', { number: '15/LĐLĐ', date: '2026-02-01', issuer: { id: 'ldld-hung-yen', name: 'Liên đoàn Lao động tỉnh Hưng Yên' } }),
  entry('ldld-tay-ninh/2026/15-ldld', { number: '15/LĐLĐ', date: '2026-03-01', issuer: { id: 'ldld-tay-ninh', name: 'Liên đoàn Lao động tỉnh Tây Ninh' } }),
];
const check = createDraftChecker(loadRegistry(), async () => index);
const verdict = async (sentence: string) => {
  const { citations } = await check(`LIÊN ĐOÀN LAO ĐỘNG TỈNH HƯNG YÊN\nSố: 20/LĐLĐ-CTCĐ\nHưng Yên, ngày 10 tháng 4 năm 2026\nKính gửi: Công đoàn cơ sở\n${sentence}\n`);
  return citations[0]?.verdict;
};

describe('the draft checker says of a citation that it', () => {
  test('is right', async () => assert.equal((await verdict('Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia, đề nghị các đơn vị triển khai.'))?.state, 'right'));
  test('has the wrong date, and which is right', async () => {
    const found = await verdict('Thực hiện Nghị quyết số 57-NQ/TW ngày 20/12/2024 của Bộ Chính trị, đề nghị các đơn vị triển khai.');
    assert.equal(found?.state, 'wrong-date');
    assert.equal(found?.entry?.date, '2024-12-22');
  });
  test('names the wrong organ', async () => assert.equal((await verdict('Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Ban Bí thư, đề nghị các đơn vị triển khai.'))?.state, 'wrong-issuer'));
  test('gives another title', async () => assert.equal((await verdict('Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về bảo vệ an ninh lương thực quốc gia đến năm 2030.'))?.state, 'wrong-title'));
  test('is unknown, with what it may be meant for', async () => {
    const found = await verdict('Thực hiện Kế hoạch số 237/KH-TLD9 ngày 17/6/2025 của Tổng Liên đoàn Lao động Việt Nam.');
    assert.equal(found?.state, 'unknown');
    assert.deepEqual(found?.candidates.map(({ number }) => number), ['237/KH-TLĐ']);
  });
  test('has been replaced, and by which', async () => {
    const found = await verdict('Căn cứ Nghị định số 110/2004/NĐ-CP ngày 08/4/2004 của Chính phủ về công tác văn thư;');
    assert.equal(found?.state, 'replaced');
    assert.deepEqual(found?.replacedBy.map(({ number }) => number), ['30/2020/NĐ-CP']);
  });
  test('has been replaced, also where only the table of regulations knows it', async () => {
    const found = await verdict('Căn cứ Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư về thể loại, thẩm quyền ban hành và thể thức văn bản của Đảng;');
    assert.deepEqual([found?.state, found?.entry?.ended], ['replaced', '399-QĐ/TW']);
    assert.equal((await verdict('Căn cứ Quy định số 66-QĐ/TW, ngày 07/02/2017 của Ban Bí thư;'))?.state, 'wrong-date');
  });
  test('may mean several documents', async () => assert.equal((await verdict('Tiếp theo Công văn số 15/LĐLĐ, đề nghị các đơn vị triển khai.'))?.state, 'ambiguous'));
});

test('slips of typing are told with the word that may be meant', async () => {
  const checkWords = createDraftChecker(loadRegistry(), async () => index, loadSyllables());
  const { messages } = await checkWords('LIÊN ĐOÀN LAO ĐỘNG TỈNH HƯNG YÊN\nSố: 20/LĐLĐ-CTCĐ\nHưng Yên, ngày 10 tháng 4 năm 2026\nKính gửi: Công đoàn cơ sở\nĐề nghị các đơn vị đẩy mạnh chuyên đổi số trong hoạt động công đoàn.\n');
  assert.deepEqual(messages.filter(({ ruleId }) => ruleId === 'suspected-scan-error').map(({ actual, expected }) => [actual, expected]), [['chuyên đổi', 'chuyển đổi']]);
});

describe('a Word file', () => {
  const file = (xml: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(xml), 'word/styles.xml': strToU8('<x/>') });
  test('gives its paragraphs, without deleted text and field codes', async () => {
    const xml = '<w:document><w:body><w:p><w:r><w:t>Số: 10</w:t></w:r><w:r><w:noBreakHyphen/><w:t xml:space="preserve">KH &amp; x</w:t></w:r></w:p><w:p/><w:p><w:del><w:r><w:t>cũ</w:t></w:r></w:del><w:ins><w:r><w:t>m&#7899;i</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:tab/><w:t>2</w:t></w:r></w:p></w:body></w:document>';
    assert.equal(readDocx(file(xml)), 'Số: 10-KH & x\n\nmới\t2');
  });
  test('is told from other files', async () => {
    assert.equal(readDocx(strToU8('%PDF-1.7')), null);
    assert.equal(readDocx(zipSync({ 'a.txt': strToU8('x') })), null);
  });
});
