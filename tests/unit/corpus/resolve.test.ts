import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createResolver, type Candidate } from '../../../src/corpus/resolve.ts';
import { cites } from './builders.ts';

const candidate = (key: string, dates: readonly string[], isHeld = false): Candidate => {
  const [issuer = '', year = '', number = ''] = key.split('/');
  return { key, issuer, year: Number(year), number, dates, held: isHeld };
};
const corpus = [
  candidate('bo-chinh-tri/2024/57-nq-tw', ['2024-12-22']),
  candidate('ban-bi-thu/2025/57-ct-tw', ['2025-12-31']),
  candidate('ubnd-hung-yen/2025/44-kh-ubnd', ['2025-03-03']),
  candidate('ubnd-tay-ninh/2025/44-kh-ubnd', ['2025-05-09']),
  candidate('ubnd-hung-yen/2025/99-kh-ubnd', ['2025-06-01']),
  candidate('btgdvtu-hung-yen/2026/310-cv-btgdvtu', ['2026-02-02'], true),
];
const resolve = createResolver(corpus, new Map([
  ['tinh-uy/2021/2-nq-tu', { citedBy: new Set(['a', 'b']), dates: new Set(['2021-01-26', null]) }],
  ['tinh-uy/2022/9-nq-tu', { citedBy: new Set(['a', 'b']), dates: new Set(['2022-05-01']) }],
  ['tldldvn/khong-nam/8-cv-tld', { citedBy: new Set(['a']), dates: new Set([null]) }],
  ['ubnd/khong-nam/44-kh-ubnd', { citedBy: new Set(['a']), dates: new Set([null]) }],
]), new Set(['ubnd', 'tinh-uy']));
const context = { key: 'ldld-hung-yen/2026/10-ldld-ctcd', date: '2026-03-31' };

test('a complete key leads to its document, held or cited', () => {
  assert.deepEqual(resolve(cites('btgdvtu-hung-yen/2026/310-cv-btgdvtu', '310-CV/BTGDVTU'), context), { state: 'held', key: 'btgdvtu-hung-yen/2026/310-cv-btgdvtu' });
  assert.deepEqual(resolve(cites('bo-chinh-tri/2024/57-nq-tw', '57-NQ/TW'), context), { state: 'cited', key: 'bo-chinh-tri/2024/57-nq-tw' });
});

test('a number of the centre without date means the one of the term, and separators do not matter', () => {
  assert.deepEqual(resolve(cites(null, '57- NQ/TW'), context), { state: 'cited', key: 'bo-chinh-tri/2024/57-nq-tw' });
  assert.deepEqual(resolve(cites(null, '57-NQ/TW'), { key: 'a/2011/1', date: '2011-01-01' }).state, 'ambiguous', 'written before the only candidate');
  assert.deepEqual(resolve(cites(null, '57-NQ/TW'), { key: 'a/2036/1', date: '2036-01-01' }).state, 'ambiguous', 'two terms later');
});

test('number and whole date are certain, the number of a yearly series alone is not', () => {
  assert.deepEqual(resolve(cites(null, '44/KH-UBND', 'implements', { date: '2025-03-03' }), context), { state: 'cited', key: 'ubnd-hung-yen/2025/44-kh-ubnd' });
  assert.deepEqual(resolve(cites(null, '44/KH-UBND'), context), { state: 'ambiguous', candidates: ['ubnd-hung-yen/2025/44-kh-ubnd', 'ubnd-tay-ninh/2025/44-kh-ubnd'], page: null });
  assert.equal(resolve(cites(null, '99/KH-UBND'), context).state, 'ambiguous');
});

test('another organ, another date or no number leads nowhere', () => {
  assert.deepEqual(resolve(cites(null, '310-CV/ĐU'), context), { state: 'unknown' });
  assert.deepEqual(resolve(cites(null, '44/KH-UBND', 'implements', { date: '2024-03-03' }), context), { state: 'unknown' });
  assert.deepEqual(resolve(cites(null, '99/KH-UBND', 'implements', { date: '2025-06-01', issuerId: 'ubnd-ea-knop' }), context), { state: 'unknown' });
  assert.deepEqual(resolve(cites(null, null), context), { state: 'unknown' });
});

test('an incomplete identity has its page, and is certain only when one document cites it or all give one date', () => {
  assert.deepEqual(resolve(cites('tldldvn/khong-nam/8-cv-tld', '8/CV-TLĐ'), context), { state: 'cited', key: 'tldldvn/khong-nam/8-cv-tld' });
  assert.deepEqual(resolve(cites('tinh-uy/2022/9-nq-tu', '9-NQ/TU', 'implements', { date: '2022-05-01' }), context), { state: 'cited', key: 'tinh-uy/2022/9-nq-tu' });
  assert.deepEqual(resolve(cites('tinh-uy/2021/2-nq-tu', '2-NQ/TU', 'implements', { date: '2021-01-26' }), context), { state: 'ambiguous', candidates: [], page: 'tinh-uy/2021/2-nq-tu' });
});

test('an organ without its place may be any of its kind', () => {
  assert.deepEqual(resolve(cites('ubnd/khong-nam/44-kh-ubnd', '44/KH-UBND'), context), { state: 'ambiguous', candidates: ['ubnd-hung-yen/2025/44-kh-ubnd', 'ubnd-tay-ninh/2025/44-kh-ubnd'], page: 'ubnd/khong-nam/44-kh-ubnd' });
  assert.deepEqual(resolve(cites('ubnd/2025/44-kh-ubnd', '44/KH-UBND', 'implements', { date: '2025-05-09', issuerId: 'ubnd' }), context), { state: 'cited', key: 'ubnd-tay-ninh/2025/44-kh-ubnd' });
});
