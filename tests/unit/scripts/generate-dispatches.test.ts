/** The made-up corpus of measurements is the same for the same seed, and has the shape of a real one. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { generateDispatches } from '../../../scripts/bench/generate-dispatches.ts';
import { createRandom } from '../../../scripts/link-bench/random.ts';

const SENTENCES = Array.from({ length: 40 }, (_, index) => `Các cấp công đoàn tổ chức tuyên truyền nội dung thứ ${index} đến đoàn viên, người lao động trong toàn tỉnh và báo cáo kết quả theo quy định hiện hành của cấp trên`);
const generate = (count: number, seed: number): { file: string; text: string }[] => [...generateDispatches(count, SENTENCES, createRandom(seed))];

describe('generated dispatches', () => {
  const dispatches = generate(1500, 5);

  test('are the same bytes for the same seed, others for another', () => {
    assert.deepEqual(generate(60, 5), generate(60, 5));
    assert.notDeepEqual(generate(60, 5), generate(60, 6));
  });

  test('stand under names of their own, of three levels, more in the last year than in the first', () => {
    assert.equal(new Set(dispatches.map(({ file }) => file)).size, dispatches.length);
    for (const level of ['tong-lien-doan', 'lien-doan-lao-dong-tinh', 'lien-doan-lao-dong-huyen']) assert.ok(dispatches.some(({ file }) => file.startsWith(level)), level);
    const inYear = (year: number): number => dispatches.filter(({ file }) => file.includes(`/${year}/`)).length;
    assert.ok(inYear(2025) > inYear(2018) * 1.3, `${inYear(2018)} in 2018, ${inYear(2025)} in 2025`);
  });

  test('are of the sizes of real papers: half below 7 kB, a few above 25 kB', () => {
    const sizes = dispatches.map(({ text }) => Buffer.byteLength(text)).sort((a, b) => a - b);
    assert.ok((sizes[750] ?? 0) > 4500 && (sizes[750] ?? 0) < 9000, `median ${sizes[750]}`);
    assert.ok((sizes.at(-1) ?? 0) > 25_000 && (sizes.at(-1) ?? 0) < 70_000, `largest ${sizes.at(-1)}`);
  });

  test('cite by power law: a few papers are named by very many, most by hardly any', () => {
    const counts = new Map<string, number>();
    for (const { text } of dispatches) for (const [, number] of text.matchAll(/^(?:Thực hiện|Căn cứ) .+? số (\S+) ngày .+;$/gmu)) counts.set(number ?? '', (counts.get(number ?? '') ?? 0) + 1);
    const ranks = [...counts.values()].sort((a, b) => b - a);
    const all = ranks.reduce((sum, count) => sum + count, 0);
    assert.ok((ranks[0] ?? 0) > dispatches.length / 10, `${ranks[0]} name the first`);
    assert.ok(ranks.slice(0, 20).reduce((sum, count) => sum + count, 0) > all / 4);
    assert.ok((ranks[ranks.length >> 1] ?? 0) <= 8, `${ranks[ranks.length >> 1]} name the middle one`);
  });
});
