import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadRegistry } from '../../../scripts/lib/load-registry.ts';
import { vocabularyOf } from '../../../src/search/index/vocabulary-of.ts';
import { findNumberQueries } from '../../../src/search/query/number-query.ts';
import { findPrintedNumbers, numberIdentity, readSerial, scanForm } from '../../../src/search/query/numbers.ts';

const vocabulary = { ...vocabularyOf(loadRegistry()), symbols: ['nq', 'ct', 'kh', 'cv', 'tw', 'tld', 'ldld', 'ubnd', 'ctcd', 'btgdvtu', 'du', 'tt', 'bnv', 'qd', 'ttg', 'vhxh', 'csplqhld'] };

/** What is typed; serial, symbols, types, year that are understood; `null` when it is no number. */
const CASES: readonly (readonly [typed: string, understood: readonly [string | null, string, string, number | null] | null])[] = [
  ['57-NQ/TW', ['57', 'nq tw', '', null]],
  ['57- NQ/TW', ['57', 'nq tw', '', null]],
  ['57 - NQ / TW', ['57', 'nq tw', '', null]],
  ['57 nq tw', ['57', 'nq tw', '', null]],
  ['57nqtw', ['57', 'nqtw', '', null]],
  ['NQ57', ['57', 'nq', '', null]],
  ['NQ/TW 57', ['57', 'nq tw', '', null]],
  ['nghi quyet 57', ['57', '', 'NQ', null]],
  ['Nghị quyết số: 57', ['57', '', 'NQ', null]],
  ['Nghị quyết của Bộ Chính trị số 57', ['57', '', 'NQ', null]],
  ['số 146/KH', ['146', 'kh', '', null]],
  ['kh 146 ldld', ['146', 'ldld kh', '', null]],
  ['310cv', ['310', 'cv', '', null]],
  ['l46/KH-LĐLĐ', ['146', 'kh ldld', '', null]],
  ['57 NO/TW', ['57', 'no tw', '', null]],
  ['02/2026/TT-BNV', ['2', 'tt bnv', '', 2026]],
  ['thông tư 02/2026', ['2', '', 'TT', 2026]],
  ['50/2024/QH15', ['50', 'qh15', '', 2024]],
  ['44/KH-UBND năm 2025', ['44', 'kh ubnd', '', 2025]],
  ['kế hoạch số 44 năm 2025', ['44', '', 'KH', 2025]],
  ['44/2025/TT-BNV năm 2025', ['44', 'tt bnv', '', 2025]],
  ['364aqdubnd', ['364a', 'qdubnd', '', null]],
  ['930EQD-UBND', ['930e', 'qd ubnd', '', null]],
  ['022026ttbnv', ['2', 'ttbnv', '', 2026]],
  ['1022026/tt-bnv', ['102', 'tt bnv', '', 2026]],
  ['02 2026ttbnv', ['2', 'ttbnv', '', 2026]],
  ['502024qh15', ['50', 'qh15', '', 2024]],
  ['57_NQ_TW', ['57', 'nq tw', '', null]],
  ['5?AD/UBND-VHXH', ['5', 'ad ubnd vhxh', '', null]],
  ['l/2026/TT-BNV', ['1', 'tt bnv', '', 2026]],
  ['I/KH-LĐLĐ', ['1', 'kh ldld', '', null]],
  ['/UBND-VHXH', [null, 'ubnd vhxh', '', null]],
  ['57', ['57', '', '', null]],
  ['chuyển đổi số 57', null],
  ['chuyển đổi số 2026', null],
  ['kế hoạch 2026', null],
  ['20262030', null],
  ['I. Mục đích', null],
  ['kế hoạch 5 năm', null],
  ['kế hoạch 5 năm 2021 - 2025', null],
  ['điều 57', null],
  ['khoản 2 điều 5', null],
  ['45 thôn, buôn', null],
  ['80% công đoàn cơ sở', null],
  ['năm 2026', null],
];

describe('numbers typed', () => {
  for (const [typed, understood] of CASES) {
    test(typed, () => {
      const [number] = findNumberQueries(typed, vocabulary);
      assert.deepEqual(number ? [number.serial, number.symbols.join(' '), number.types.join(' '), number.year] : null, understood);
    });
  }
});

describe('numbers printed', () => {
  test('are found in running text, with the blanks of a scan', () => {
    const text = 'Thực hiện Nghị quyết số 57- NQ/TW, Công văn số 1752/TLĐ-QHLĐ, Thông tư 02/2026/TT-BNV ngày 22/12/2024, 80% và 2025-2027';
    assert.deepEqual(findPrintedNumbers(text).map(({ identity }) => identity), ['57-nq-tw', '1752-tld-qhld', '2-2026-tt-bnv']);
  });

  test('have one identity whatever the marks between', () => {
    assert.equal(numberIdentity('117-KH/UBND'), numberIdentity('117/KH-UBND'));
    assert.equal(numberIdentity('09/KH-LĐLĐ'), '9-kh-ldld');
  });

  test('are read through what scans confuse', () => {
    assert.equal(readSerial('l46'), '146');
    assert.equal(readSerial('9O'), '90');
    assert.equal(readSerial('LO'), null);
    assert.equal(scanForm('nq'), scanForm('no'));
  });
});
