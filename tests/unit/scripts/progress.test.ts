import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { createProgress } from '../../../scripts/report/progress.ts';

test('a step under a second says nothing, a longer one says so and counts', () => {
  mock.timers.enable({ apis: ['setInterval'] });
  const lines: string[] = [];
  const progress = createProgress({ write: (text) => lines.push(text) });
  progress.begin('Dựng trang');
  progress.end();
  assert.deepEqual(lines, []);
  progress.begin('Lập chỉ mục');
  mock.timers.tick(1000);
  progress.note('5 trang');
  mock.timers.tick(10_000);
  progress.end();
  mock.timers.reset();
  assert.equal(lines[0], 'Lập chỉ mục …\n');
  assert.match(lines[1] ?? '', /^Lập chỉ mục … \d+ giây, 5 trang\n$/u);
  assert.match(lines[2] ?? '', /^Lập chỉ mục: xong, \d+ giây\n$/u);
});

test('a result is always said', () => {
  const lines: string[] = [];
  const progress = createProgress({ write: (text) => lines.push(text) });
  progress.begin('Kiểm tra kiểu');
  progress.end('2 đạt');
  assert.deepEqual(lines, ['Kiểm tra kiểu: 2 đạt\n']);
});

test('a loop that never waits shows signs of life through its notes', () => {
  mock.timers.enable({ apis: ['setInterval'] });
  const clock = mock.method(performance, 'now', () => 0);
  const lines: string[] = [];
  const progress = createProgress({ write: (text) => lines.push(text) });
  progress.begin('Nhập văn bản');
  for (const seconds of [0.2, 0.9, 1.1, 1.5]) {
    clock.mock.mockImplementation(() => seconds * 1000);
    progress.note(`${seconds} giây`);
  }
  progress.end();
  mock.timers.reset();
  clock.mock.restore();
  assert.equal(lines[0], 'Nhập văn bản …\n');
});
