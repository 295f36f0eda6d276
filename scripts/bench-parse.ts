/**
 * `npm run bench` calls it; alone: `npx node scripts/bench-parse.ts [FILE|FOLDER ...]` (default: the sources of the content folder, again
 * and again until they make a megabyte). Prints MB/s of the reader beside remark-parse on the same text in the same run, and how
 * the time grows when adversarial texts double, up to 1 MB. Times are processor time, the best of several rounds.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { createDispatchReader } from '../src/dispatch/index.ts';
import { normalize } from '../src/dispatch/normalize/index.ts';
import { createParser } from '../src/dispatch/parse/index.ts';
import { toTree } from '../src/dispatch/parse/to-tree.ts';
import { ADVERSARIAL } from '../tests/support/adversarial-texts.ts';
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

const registry = loadRegistry();
const read = createDispatchReader(registry, loadSyllables());
const parse = createParser(registry);
const structure = (text: string): unknown => { const normalized = normalize(text); return toTree(normalized, parse(normalized).nodes, []); };
const markdown = unified().use(remarkParse).freeze();
const gfm = unified().use(remarkParse).use(remarkGfm).freeze();

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

/** All readers over the same texts, in turns. The best of the rounds counts. */
function compareSpeed(documents: readonly string[]): void {
  const once = documents.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const times = Math.max(1, Math.ceil(MEGABYTE / once));
  const readers: readonly (readonly [string, (text: string) => unknown])[] = [
    ['cấu trúc (chuẩn hóa, phân đoạn, cây)', structure],
    ['đọc đầy đủ (thêm viện dẫn, nhiệm vụ, kiểm lỗi)', read],
    ['remark-parse', (text) => markdown.parse(text)],
    ['remark-parse + remark-gfm', (text) => gfm.parse(text)],
  ];
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, reader] of readers) {
      const taken = timeOf(() => { for (let time = 0; time < times; time++) for (const text of documents) reader(text); });
      best.set(name, Math.min(best.get(name) ?? Infinity, taken));
    }
  }
  printLine(`Tốc độ trên ${documents.length} văn bản, ${(once * times / MEGABYTE).toFixed(1)} MB:`);
  for (const [name] of readers) printLine(`  ${(once * times / 1000 / (best.get(name) ?? 1)).toFixed(2).padStart(6)} MB/s  ${name}`);
}

function measureGrowth(): void {
  printLine(`Thời gian khi văn bản bất thường dài gấp đôi (giới hạn ${MAX_RATIO} lần), đến 1 MB:`);
  for (const { name, make } of ADVERSARIAL) {
    const sizes = [0.125, 0.25, 0.5, 1].map((share) => make(share * MEGABYTE));
    const steps = sizes.map(() => Infinity);
    for (let round = 0; round < ROUNDS; round++) sizes.forEach((text, index) => { steps[index] = Math.min(steps[index] ?? Infinity, timeOf(() => read(text))); });
    const ratios = steps.slice(1).map((time, index) => time / (steps[index] ?? 1));
    const tooSteep = ratios.some((ratio) => ratio > MAX_RATIO);
    printLine(`  ${name.padEnd(16)} ${steps.map((time) => `${time.toFixed(0)} ms`).join(' → ')}; ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}${tooSteep ? '  (quá giới hạn: đo lại khi máy rảnh)' : ''}`);
  }
}

/** Milliseconds of processor time, which other programs of a busy machine disturb less than the clock. */
function timeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
