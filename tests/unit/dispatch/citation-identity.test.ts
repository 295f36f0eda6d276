import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadRegistry } from '../../../scripts/lib/load-registry.ts';
import { createDispatchReader } from '../../../src/dispatch/index.ts';

const read = createDispatchReader(loadRegistry());
const keysOf = (date: string, sentence: string): (string | null)[] => read([
  'ỦY BAN NHÂN DÂN', 'TỈNH HƯNG YÊN', 'Số: 15/KH-UBND', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', '', `Hưng Yên, ngày ${date}`, '', 'KẾ HOẠCH', 'Rà soát giấy phép', '', sentence, '',
].join('\n'), { file: 'a.txt', sha256: 'a' }).record.citations.map(({ key }) => key);

test('a number of an older province without organ may be of any of those merged since; named, or from its own time, it is of one', () => {
  assert.deepEqual(keysOf('10 tháng 9 năm 2025', 'Rà soát Giấy phép số 266/GP-UBND ngày 16/12/2016.'), ['ubnd/2016/266-gp-ubnd']);
  assert.deepEqual(keysOf('10 tháng 9 năm 2025', 'Thực hiện Kế hoạch số 26/KH-UBND ngày 16/12/2016 của Ủy ban nhân dân tỉnh Thái Bình.'), ['ubnd-tinh-thai-binh/2016/26-kh-ubnd']);
  assert.deepEqual(keysOf('10 tháng 6 năm 2025', 'Rà soát Giấy phép số 266/GP-UBND ngày 16/12/2016.'), ['ubnd-tinh-hung-yen-cu/2016/266-gp-ubnd']);
  assert.deepEqual(keysOf('10 tháng 9 năm 2025', 'Rà soát Giấy phép số 266/GP-UBND ngày 16/8/2025.'), ['ubnd-tinh-hung-yen/2025/266-gp-ubnd']);
});
