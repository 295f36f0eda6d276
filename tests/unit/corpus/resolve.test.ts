import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Candidate, IncompleteIdentity } from '../../../src/corpus/identity/identities.ts';
import { createResolver } from '../../../src/corpus/identity/resolve.ts';
import { cites } from './builders.ts';

const candidate = (key: string, dates: readonly string[], isHeld = false, titles: readonly string[] = []): Candidate => {
  const [issuer = '', year = '', number = ''] = key.split('/');
  return { key, issuer, year: Number(year), number, dates, titles, tellings: dates.map((date) => ({ from: 'x', date, title: titles[0] ?? null })), typeCode: null, held: isHeld, citedBy: 1 };
};
const corpus = [
  candidate('bo-chinh-tri/2024/57-nq-tw', ['2024-12-22'], false, ['phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia']),
  candidate('ban-bi-thu/2025/57-ct-tw', ['2025-12-31']),
  candidate('ubnd-hung-yen/2025/44-kh-ubnd', ['2025-03-03']),
  candidate('ubnd-tay-ninh/2025/44-kh-ubnd', ['2025-05-09']),
  candidate('ubnd-hung-yen/2025/99-kh-ubnd', ['2025-06-01']),
  candidate('btgdvtu-hung-yen/2026/310-cv-btgdvtu', ['2026-02-02'], true),
];
const incomplete = new Map<string, IncompleteIdentity>([
  ['tinh-uy/2021/2-nq-tu', { citedBy: new Set(['a', 'b']), dates: new Set<string | null>(['2021-01-26', null]), titles: [null, null] }],
  ['tinh-uy/2022/9-nq-tu', { citedBy: new Set(['a', 'b']), dates: new Set<string | null>(['2022-05-01']), titles: [null, null] }],
  ['tldldvn/khong-nam/8-cv-tld', { citedBy: new Set(['a']), dates: new Set<string | null>([null]), titles: [null, null] }],
  ['ubnd/khong-nam/44-kh-ubnd', { citedBy: new Set(['a']), dates: new Set<string | null>([null]), titles: [null, null] }],
]);
const resolve = createResolver({ candidates: corpus, aliases: new Map(), incomplete, wideIssuers: new Set(['ubnd', 'tinh-uy']) });
const context = { key: 'ldld-hung-yen/2026/10-ldld-ctcd', date: '2026-03-31' };

test('a complete key leads to its document, held or cited', () => {
  assert.deepEqual(resolve(cites('btgdvtu-hung-yen/2026/310-cv-btgdvtu', '310-CV/BTGDVTU'), context), { state: 'held', key: 'btgdvtu-hung-yen/2026/310-cv-btgdvtu' });
  assert.deepEqual(resolve(cites('bo-chinh-tri/2024/57-nq-tw', '57-NQ/TW'), context), { state: 'cited', key: 'bo-chinh-tri/2024/57-nq-tw' });
});

test('a number without date is certain when the words around it speak of the document, and separators do not matter', () => {
  const subject = 'tiếp tục tuyên truyền về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia';
  assert.deepEqual(resolve(cites(null, '57- NQ/TW'), { ...context, subject }), { state: 'cited', key: 'bo-chinh-tri/2024/57-nq-tw' });
  assert.deepEqual(resolve(cites(null, '57-NQ/TƯ'), { ...context, subject }), { state: 'cited', key: 'bo-chinh-tri/2024/57-nq-tw' });
  assert.deepEqual(resolve(cites(null, '57-NQ/TW'), context), { state: 'ambiguous', candidates: ['bo-chinh-tri/2024/57-nq-tw'], page: null }, 'every term of the Party has its own 57');
  assert.deepEqual(resolve(cites(null, '57-NQ/TW'), { key: 'a/2011/1', date: '2011-01-01', subject }), { state: 'unknown' }, 'written before the only candidate');
});

test('number and whole date are certain, the number of a yearly series alone is not', () => {
  assert.deepEqual(resolve(cites(null, '44/KH-UBND', 'implements', { date: '2025-03-03', issuerId: 'ubnd-hung-yen' }), context), { state: 'cited', key: 'ubnd-hung-yen/2025/44-kh-ubnd' });
  assert.equal(resolve(cites(null, '44/KH-UBND', 'implements', { date: '2025-03-03' }), context).state, 'ambiguous', 'another province may have signed its 44 that day');
  assert.deepEqual(resolve(cites(null, '44/KH-UBND'), context), { state: 'ambiguous', candidates: ['ubnd-hung-yen/2025/44-kh-ubnd', 'ubnd-tay-ninh/2025/44-kh-ubnd'], page: null });
  assert.equal(resolve(cites(null, '99/KH-UBND'), context).state, 'ambiguous');
});

test('another organ, another date or no number leads nowhere', () => {
  assert.deepEqual(resolve(cites(null, '310-CV/ĐU'), context), { state: 'unknown' });
  assert.deepEqual(resolve(cites(null, '44/KH-UBND', 'implements', { date: '2024-03-03' }), context), { state: 'unknown' });
  assert.deepEqual(resolve(cites(null, '99/KH-UBND', 'implements', { date: '2025-06-01', issuerId: 'ubnd-ea-knop' }), context), { state: 'unknown' });
  assert.deepEqual(resolve(cites(null, null), context), { state: 'unknown' });
});

test('an incomplete identity has its page, and is certain only when one document cites it or all give one date and title', () => {
  assert.deepEqual(resolve(cites('tldldvn/khong-nam/8-cv-tld', '8/CV-TLĐ'), context), { state: 'cited', key: 'tldldvn/khong-nam/8-cv-tld' });
  assert.deepEqual(resolve(cites('tinh-uy/2022/9-nq-tu', '9-NQ/TU', 'implements', { date: '2022-05-01' }), context), { state: 'ambiguous', candidates: [], page: 'tinh-uy/2022/9-nq-tu' });
  assert.deepEqual(resolve(cites('tinh-uy/2021/2-nq-tu', '2-NQ/TU', 'implements', { date: '2021-01-26' }), context), { state: 'ambiguous', candidates: [], page: 'tinh-uy/2021/2-nq-tu' });
});

test('an organ without its place may be any of its kind', () => {
  assert.deepEqual(resolve(cites('ubnd/khong-nam/44-kh-ubnd', '44/KH-UBND'), context), { state: 'ambiguous', candidates: ['ubnd-hung-yen/2025/44-kh-ubnd', 'ubnd-tay-ninh/2025/44-kh-ubnd'], page: 'ubnd/khong-nam/44-kh-ubnd' });
  assert.deepEqual(resolve(cites('ubnd/2025/44-kh-ubnd', '44/KH-UBND', 'implements', { date: '2025-05-09', issuerId: 'ubnd' }), context), { state: 'ambiguous', candidates: ['ubnd-tay-ninh/2025/44-kh-ubnd'], page: null });
});

test('a law by its name alone may be any of that name: certain when one paper names it or all give its day', () => {
  const names = (days: readonly (string | null)[]): IncompleteIdentity => ({ citedBy: new Set(days.map((_, index) => `paper-${index}`)), dates: new Set(days), titles: days.map(() => 'Luật Ngân sách nhà nước') });
  const key = 'khong-ro/khong-nam/khong-so-luat-ngan-sach-nha-nuoc';
  const state = (days: readonly (string | null)[]) => createResolver({ candidates: [], aliases: new Map(), incomplete: new Map([[key, names(days)]]), wideIssuers: new Set() })(cites(key, null), context);
  assert.deepEqual(state([null, null]), { state: 'ambiguous', candidates: [], page: key }, 'the laws of 2002, 2015 and 2025 bear it');
  assert.deepEqual(state([null]), { state: 'cited', key });
  assert.deepEqual(state(['2015-06-25', '2015-06-25']), { state: 'cited', key });
});
