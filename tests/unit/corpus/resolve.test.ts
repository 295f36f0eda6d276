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
const resolve = createResolver(corpus);
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
  assert.deepEqual(resolve(cites(null, '44/KH-UBND'), context), { state: 'ambiguous', candidates: ['ubnd-hung-yen/2025/44-kh-ubnd', 'ubnd-tay-ninh/2025/44-kh-ubnd'] });
  assert.equal(resolve(cites(null, '99/KH-UBND'), context).state, 'ambiguous');
});

test('another organ, another date or no number leads nowhere', () => {
  assert.deepEqual(resolve(cites(null, '310-CV/ĐU'), context), { state: 'unknown' });
  assert.deepEqual(resolve(cites(null, '44/KH-UBND', 'implements', { date: '2024-03-03' }), context), { state: 'unknown' });
  assert.deepEqual(resolve(cites(null, '99/KH-UBND', 'implements', { date: '2025-06-01', issuerId: 'ubnd-ea-knop' }), context), { state: 'unknown' });
  assert.deepEqual(resolve(cites(null, null), context), { state: 'unknown' });
});
