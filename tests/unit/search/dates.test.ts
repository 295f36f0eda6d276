import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formatDateVietnamese, formatPartialDate } from '../../../src/domain/partial-date.ts';
import { dateKeys, findDates, findQuarters } from '../../../src/search/query/dates.ts';
import { isoDate, printDate } from '../../../src/search/text/calendar.ts';

const CASES: readonly (readonly [text: string, dates: readonly string[]])[] = [
  ['ngày 31 tháng 3 năm 2026', ['2026-03-31']],
  ['ngay 31 thang 3 nam 2026', ['2026-03-31']],
  ['31 tháng 3, 2026', ['2026-03-31']],
  ['ngày 8/01/2026 và 08-1-2026', ['2026-01-08', '2026-01-08']],
  ['22.12.2024', ['2024-12-22']],
  ['2026-03-31', ['2026-03-31']],
  ['tháng 4 năm 2026', ['2026-04']],
  ['T3/2026', ['2026-03']],
  ['3/2026', ['2026-03']],
  ['31/02/2026', []],
  ['32/1/2026 tuổi', []],
  ['02/2026/TT-BNV', []],
  ['02 / 2026 / TT - BNV', []],
  ['50/2024/QH15', []],
  ['quý 1/2026', []],
  ['năm 2026', []],
  ['từ 2025 - 2027', []],
];

describe('dates', () => {
  for (const [text, dates] of CASES) test(text, () => assert.deepEqual(findDates(text).map(({ date }) => date), dates));

  for (const text of ['quý I/2026', 'quý 1 năm 2026', 'quy 1/2026', 'Quý I, 2026']) {
    test(`${text} is three months`, () => assert.deepEqual(findQuarters(text).map(({ months }) => months), [['2026-01', '2026-02', '2026-03']]));
  }
  for (const text of ['quý I', 'quý 5/2026', 'quý IV của 2026', 'quy 1752/TLĐ']) test(`${text} is no quarter`, () => assert.deepEqual(findQuarters(text), []));

  test('a day is found by its month too', () => {
    assert.deepEqual(dateKeys('2026-03-31'), ['@2026-03-31', '@2026-03']);
    assert.deepEqual(dateKeys('2026-03'), ['@2026-03']);
  });

  test('the calendar of the browser agrees with that of the domain', () => {
    for (const [year, month, day] of [[2026, 2, 29], [2024, 2, 29], [2026, 13, 1], [2026, 3, null], [2026, 12, 31], [999, 1, 1]] as const) assert.equal(isoDate(year, month, day), formatPartialDate(year, month, day));
    for (const date of ['2026', '2026-02', '2026-04', '2026-01-05', '2026-12-31']) assert.equal(printDate(date), formatDateVietnamese(date));
  });
});
