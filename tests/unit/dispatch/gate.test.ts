/** What may not be published: marks that stand alone, personal data; and what only looks like it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findPublicationBars } from '../../../src/dispatch/gate.ts';
import { normalize } from '../../../src/dispatch/normalize/index.ts';

const kinds = (text: string): string[] => findPublicationBars(normalize(text)).map((bar) => bar.kind);

describe('publication gate', () => {
  const stopped: readonly (readonly [string, string])[] = [
    ['MẬT', 'secrecy-mark'], ['Độ mật: Tối mật', 'secrecy-mark'], ['LƯU HÀNH NỘI BỘ', 'circulation-mark'], ['XEM XONG TRẢ LẠI', 'circulation-mark'],
    ['DỰ THẢO', 'draft-mark'], ['Dự thảo lần 2', 'draft-mark'], ['LIÊN ĐOÀN LAO ĐỘNG          MẬT', 'secrecy-mark'],
    ['ông A, CCCD số 001085012345', 'identity-number'], ['Số tài khoản: 102 0100 0223 344', 'bank-account'],
    ['đồng chí B, điện thoại 0912 345 678', 'phone-number'], ['SĐT: 0356.789.012', 'phone-number'], ['Nơi thường trú: số 12 ngõ 3 phố Mới', 'home-address'],
  ];
  for (const [text, kind] of stopped) test(`stops at “${text}”`, () => assert.deepEqual(kinds(`Kính gửi: A.\n\n${text}\n`), [kind]));

  const passed = ['tài liệu theo chế độ mật', 'Góp ý dự thảo Nghị quyết', 'Thời gian ký: 08.04.2022 15:53:58 +07:00', 'Mã số thuế: 0303087289', 'Mã số thuế:\n0315459414',
    '0315459414', 'Hộ khẩu thường trú: Số nhà, đường phố/xóm/ấp: ....', 'Nơi thường trú:......', 'Điện thoại: 024 3942 1234', 'Số: 0912/LĐLĐ', '1.000.000.000 đồng'];
  for (const text of passed) test(`lets “${text.replace('\n', ' ⏎ ')}” through`, () => assert.deepEqual(kinds(`Kính gửi: A.\n\n${text}\n`), []));

  test('points at line and column of the words', () => {
    const [bar] = findPublicationBars(normalize('Số: 1/A-B\n\n   MẬT\n'));
    assert.deepEqual([bar?.line, bar?.column, bar?.actual], [3, 4, 'MẬT']);
  });
});
