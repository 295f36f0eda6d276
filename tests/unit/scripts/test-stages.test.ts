import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countReport } from '../../../scripts/lib/test-stages.ts';

const FINE = { code: 0, output: '' };
const summary = (passed: number, failed = 0, skipped = 0): string => `${JSON.stringify({ kind: 'summary', passed, failed, skipped })}\n`;
const failure = `${JSON.stringify({ kind: 'test', name: 'số văn bản', file: 'a.test.ts', passed: false, milliseconds: 1, error: 'Error: sai' })}\n`;

test('a stage is counted from its summary', () => {
  assert.deepEqual(countReport('unit', summary(12), FINE), { passed: 12, failed: 0, problems: [] });
});

test('failed tests are shown with their names', () => {
  const count = countReport('unit', failure + summary(3, 1), { code: 1, output: '' });
  assert.deepEqual([count.passed, count.failed], [3, 1]);
  assert.match(count.problems[0] ?? '', /số văn bản/u);
});

test('a skipped test counts as failed', () => {
  assert.equal(countReport('browser', summary(3, 0, 2), FINE).failed, 2);
});

test('a stage that ran no test counts as failed', () => {
  assert.equal(countReport('unit', summary(0), FINE).failed, 1);
});

test('a stage that crashed has no summary and counts as failed, with the end of its output', () => {
  const count = countReport('unit', '', { code: 9, output: 'SyntaxError: x' });
  assert.equal(count.failed, 1);
  assert.match(count.problems.join('\n'), /SyntaxError: x/u);
});

test('a stage that ends badly after only passed tests counts as failed', () => {
  assert.equal(countReport('unit', summary(4), { code: 7, output: '' }).failed, 1);
});

test('a file that did not report to its end counts as failed', () => {
  const ended = `${JSON.stringify({ kind: 'file', file: 'tests/unit/a.test.ts' })}\n`;
  const count = countReport('unit', ended + summary(4), FINE, ['tests/unit/a.test.ts', 'tests/unit/b.test.ts']);
  assert.deepEqual([count.passed, count.failed], [4, 1]);
  assert.match(count.problems.join('\n'), /b\.test\.ts/u);
});
