import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areSameTitles, measureSupport, titlesAgree, titlesDiffer } from '../../../src/corpus/identity/compare-words.ts';
import type { Candidate } from '../../../src/corpus/identity/identities.ts';
import { mergeIdentities } from '../../../src/corpus/identity/merge-identities.ts';
import { isNearNumber, isNearSerial, isUniqueNumber, numberIdentity } from '../../../src/corpus/identity/number-series.ts';

const candidate = (key: string, date: string | null, fields: Partial<Candidate> = {}): Candidate => {
  const [issuer = '', year = '', number = ''] = key.split('/');
  return { key, issuer, number, year: Number(year), dates: date ? [date] : [], titles: [], tellings: [], typeCode: null, held: false, citedBy: 1, ...fields };
};
const aliasesOf = (...candidates: Candidate[]): [string, string][] => [...mergeIdentities(candidates.sort((a, b) => (a.key < b.key ? -1 : 1)))];

test('TƯ is the centre, TU a province', () => {
  assert.equal(numberIdentity('57-NQ/TƯ'), '57-nq-tw');
  assert.equal(numberIdentity('57-NQ/TU'), '57-nq-tu');
});

test('numbers that one document alone bears', () => {
  assert.deepEqual(['30-2020-nd-cp', '50-2024-qh15', '12-2010-ttlt-bkhdt-btc', '19-2025-qd-ubnd', '42-2019-tt', '57-nq-tw'].map(isUniqueNumber), [true, true, true, false, false, false]);
});

test('a symbol may be misread by a letter, a serial never', () => {
  assert.ok(isNearNumber('10-ldld-ctcd', '10-ldld-ctc'));
  assert.ok(isNearNumber('10-ldld-ctcd', '10-ldld'));
  assert.ok(!isNearNumber('10-ldld-ctcd', '11-ldld-ctcd'));
  assert.ok(!isNearNumber('44-kh-ubnd', '44-qd-ubnd'), 'a plan is no decision');
  assert.ok(!isNearNumber('310-cv-du', '310-cv-tu'), 'Đảng ủy is no Tỉnh ủy');
  assert.ok(isNearSerial('49-kh-ubnd', '44-kh-ubnd') && isNearSerial('12-kh-ubnd', '21-kh-ubnd') && !isNearSerial('49-kh-ubnd', '49-qd-ubnd'));
});

test('a misread symbol of the same organ and day leads on to the true one', () => {
  assert.deepEqual(aliasesOf(candidate('ldld-x/2026/10-ldld-ctcd', '2026-03-31', { held: true }), candidate('ldld-x/2026/10-ldld-ctc', '2026-03-31')), [['ldld-x/2026/10-ldld-ctc', 'ldld-x/2026/10-ldld-ctcd']]);
  assert.deepEqual(aliasesOf(candidate('ldld-x/2026/10-ldld-ctcd', '2026-03-31', { held: true }), candidate('ldld-x/2026/10-ldld-ctc', '2026-03-30')), [], 'another day');
  assert.deepEqual(aliasesOf(candidate('ldld-x/2026/10-ldld-ctcd', '2026-03-31', { held: true }), candidate('ldld-x/2026/10-ldld-ctc', '2026-03-31', { held: true })), [], 'both held');
});

test('boards of the centre share a series, and so does a joint circular under either ministry', () => {
  assert.deepEqual(aliasesOf(candidate('bo-chinh-tri/2024/57-nq-tw', '2024-12-22'), candidate('tw/2024/57-nq-tw', '2024-12-22', { citedBy: 9 })), [['tw/2024/57-nq-tw', 'bo-chinh-tri/2024/57-nq-tw']]);
  assert.deepEqual(aliasesOf(candidate('bo-a/2010/12-2010-ttlt-ba-bb', null), candidate('bo-b/2010/12-2010-ttlt-ba-bb', null, { citedBy: 3 })), [['bo-a/2010/12-2010-ttlt-ba-bb', 'bo-b/2010/12-2010-ttlt-ba-bb']]);
  assert.deepEqual(aliasesOf(candidate('ubnd-a/2025/44-kh-ubnd', '2025-03-03'), candidate('ubnd-b/2025/44-kh-ubnd', '2025-03-03')), [], 'two provinces');
});

test('titles of one document agree though cut, titles of two years do not', () => {
  const title = 'đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia';
  assert.ok(titlesAgree(title, 'Đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo'));
  assert.ok(!areSameTitles(title, 'Đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo', 0.9));
  assert.ok(!titlesAgree('triển khai phong trào Bình dân học vụ số năm 2025', 'triển khai phong trào Bình dân học vụ số năm 2026'));
  assert.ok(titlesDiffer(title, 'bảo đảm an toàn, vệ sinh lao động trong doanh nghiệp') && !titlesDiffer(title, null));
  assert.equal(measureSupport('Nhằm nâng cao đời sống', title), 0);
  assert.ok(measureSupport(`Thực hiện nghị quyết về ${title} tại cơ sở`, title) === 1);
});
