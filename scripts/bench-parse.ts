/**
 * `npx node scripts/bench-parse.ts [FILE|FOLDER ...]` (default: the sources of the content folder): MB/s of the reader beside remark-parse
 * on the same text in the same run, and how the time grows when adversarial texts double, up to 1 MB.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDispatchReader } from '../src/dispatch/index.ts';
import { ADVERSARIAL } from '../tests/support/adversarial-texts.ts';
import { measureParse, processorTime } from './bench/measure-parse.ts';
import { contentDir } from './lib/content-dir.ts';
import { listFiles } from './lib/digest-files.ts';
import { loadRegistry } from './lib/load-registry.ts';
import { loadSyllables } from './lib/load-syllables.ts';
import { readPlainText } from './readers/plain-text.ts';
import { printLine, printProblem } from './report/print.ts';

const MEGABYTE = 1_000_000;
const ROUNDS = 5;
/** Largest growth of time allowed for a doubled text. */
const MAX_RATIO = 2.5;

const inputs = process.argv.slice(2);
const texts = readTexts(inputs.length > 0 ? inputs : [join(contentDir(), 'sources')]);
if (texts.length === 0) {
  printProblem('Không có văn bản nào để đo. Cách dùng: npx node scripts/bench-parse.ts [TỆP|THƯ_MỤC ...]');
  process.exitCode = 2;
} else {
  compareSpeed(texts);
  measureGrowth();
}

function readTexts(paths: readonly string[]): string[] {
  return paths.flatMap((path) => listFiles(path)).filter((path) => /\.(?:txt|md)$/u.test(path)).map((path) => readPlainText(readFileSync(path)));
}

function compareSpeed(documents: readonly string[]): void {
  const { structure, whole, remark, remarkGfm, megabytes } = measureParse(documents);
  printLine(`Tốc độ trên ${documents.length} văn bản, ${megabytes.toFixed(1)} MB:`);
  const rows = [['cấu trúc (chuẩn hóa, phân đoạn, cây)', structure], ['đọc đầy đủ (thêm viện dẫn, nhiệm vụ, kiểm lỗi)', whole], ['remark-parse', remark], ['remark-parse + remark-gfm', remarkGfm]] as const;
  for (const [name, speed] of rows) printLine(`  ${speed.toFixed(2).padStart(6)} MB/s  ${name}`);
}

function measureGrowth(): void {
  const read = createDispatchReader(loadRegistry(), loadSyllables());
  printLine(`Thời gian khi văn bản bất thường dài gấp đôi (giới hạn ${MAX_RATIO} lần), đến 1 MB:`);
  for (const { name, make } of ADVERSARIAL) {
    const sizes = [0.125, 0.25, 0.5, 1].map((share) => make(share * MEGABYTE));
    const steps = sizes.map(() => Infinity);
    for (let round = 0; round < ROUNDS; round++) sizes.forEach((text, index) => { steps[index] = Math.min(steps[index] ?? Infinity, processorTime(() => read(text))); });
    const ratios = steps.slice(1).map((time, index) => time / (steps[index] ?? 1));
    const tooSteep = ratios.some((ratio) => ratio > MAX_RATIO);
    printLine(`  ${name.padEnd(16)} ${steps.map((time) => `${time.toFixed(0)} ms`).join(' → ')}; ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}${tooSteep ? '  (quá giới hạn: đo lại khi máy rảnh)' : ''}`);
  }
}
