import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { matchNumbers, NEAR_BEST, type NumberedDocument } from '../../../src/search/query/number-match.ts';
import { findNumberQueries } from '../../../src/search/query/number-query.ts';
import { EMPTY_VOCABULARY } from '../../../src/search/vocabulary.ts';

const vocabulary = { ...EMPTY_VOCABULARY, symbols: ['tt', 'bnv', 'btc', 'qd', 'bvhttdl', 'bvhtt', 'dl', 'kh', 'ldld', 'nd', 'cp', 'ttlt'] };

const row = (document: number, number: string, year: number | null = null): NumberedDocument => ({ document, number, typeCode: '', year, held: false, citedBy: 0 });

/** Printed numbers that a typed one finds, best first. */
function found(typed: string, printed: readonly string[], years: readonly (number | null)[] = []): string[] {
  const [number] = findNumberQueries(typed, vocabulary);
  if (!number) throw new Error(`no number in ${typed}`);
  return matchNumbers(number, printed.map((text, index) => row(index, text, years[index] ?? null)), false).map((match) => match.row.number);
}

describe('numbers typed beside numbers printed', () => {
  test('the very number comes before the same one with a year', () => {
    assert.deepEqual(found('118/NĐ-CP', ['118/2026/NĐ-CP', '118/NĐ-CP']), ['118/NĐ-CP', '118/2026/NĐ-CP']);
  });

  test('another year in the number is another document', () => {
    assert.deepEqual(found('02/2026/TT-BNV', ['02/2025/TT-BNV']), []);
  });

  test('a year typed behind a number without one only decides between several', () => {
    assert.deepEqual(found('44/KH-LĐLĐ năm 2025', ['44/KH-LĐLĐ', '44/KH-LĐLĐ'], [2026, 2025]).length, 2);
    const [number] = findNumberQueries('44/KH-LĐLĐ năm 2025', vocabulary);
    const [first] = number ? matchNumbers(number, [row(1, '44/KH-LĐLĐ', 2026), row(2, '44/KH-LĐLĐ', 2025)], false) : [];
    assert.equal(first?.row.document, 2);
  });

  test('the spelling that was typed comes first, of letters run together the usual one', () => {
    const printed = ['47/QĐ-BVHTTDL', '47/QĐ-BVHTT&DL'];
    assert.equal(found('47/QĐ-BVHTTDL', printed)[0], '47/QĐ-BVHTTDL');
    assert.equal(found('47 qd bvhtt dl', printed)[0], '47/QĐ-BVHTT&DL');
    assert.equal(found('27ttbnv', ['27/TTBNV', '27/TT-BNV'])[0], '27/TT-BNV');
  });

  test('organs in another order are another number, if a close one', () => {
    const printed = ['8/2012/TTLT-BTC-BNV', '8/2012/TTLT-BNV-BTC'];
    assert.equal(found('08/2012/TTLT-BNV-BTC', printed)[0], '8/2012/TTLT-BNV-BTC');
    assert.equal(found('08/2012/TTLT-BTC-BNV', printed)[0], '8/2012/TTLT-BTC-BNV');
  });

  test('a serial between the letters is as good as before them', () => {
    const [number] = findNumberQueries('TT 55 BTC', vocabulary);
    const matches = number ? matchNumbers(number, [row(1, '55/TT-BTC'), row(2, '55/TT-BTC-BNV')], false) : [];
    assert.equal(matches[0]?.row.document, 1);
    assert.ok((matches[0]?.score ?? 0) - (matches[1]?.score ?? 0) > NEAR_BEST);
  });
});
