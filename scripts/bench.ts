/**
 * `npm run bench`: how long a build of many documents takes and what it weighs. Makes N copies of the held documents under other numbers in
 * a temporary content folder, builds them with the same commands, and prints seconds, memory and bytes. `npm run bench -- 1000` sets N.
 * Before that it prints the speed of the reader (`bench-parse.ts`).
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { contentDir } from './lib/content-dir.ts';
import { listFiles } from './lib/digest-files.ts';
import { readCorpus, type HeldDocument } from './lib/read-corpus.ts';
import { runNode } from './lib/run-child.ts';
import { makeWorkFolder } from './lib/work-folder.ts';
import { printFailure, printLine, printProblem } from './report/print.ts';
import { createProgress } from './report/progress.ts';

const count = Number(process.argv[2] ?? 500);
if (!Number.isInteger(count) || count < 1) {
  printProblem('Cách dùng: npm run bench [-- SỐ-VĂN-BẢN]');
  process.exit(2);
}
await runNode(['scripts/bench-parse.ts'], { inherit: true });
const workDir = makeWorkFolder('bench');
const progress = createProgress();
try {
  progress.begin(`Sinh ${count} văn bản`);
  multiplyDocuments([...readCorpus().held.values()], join(workDir, 'content'), count);
  progress.begin(`Dựng ${count} văn bản`);
  const env = { CONTENT_DIR: join(workDir, 'content'), OUT_DIR: join(workDir, 'site'), CACHE_DIR: join(workDir, 'cache') };
  const first = await runNode(['scripts/build.ts'], { env });
  progress.end();
  if (first.code !== 0) throw new Error(first.output);
  const files = listFiles(join(workDir, 'site'));
  const pages = files.filter((path) => /[\\/]van-ban[\\/].+index\.html$/u.test(path));
  const weights = pages.map((path) => gzipSync(readFileSync(path)).length).sort((a, b) => a - b);
  printLine(`Dựng: ${first.seconds.toFixed(1)} giây cho ${count} văn bản, ${files.length} tệp, ${(files.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6).toFixed(1)} MB.`);
  printLine(`Một trang văn bản nén gzip: giữa ${kilobytes(weights[weights.length >> 1])}, lớn nhất ${kilobytes(weights.at(-1))}.`);
} catch (error) {
  progress.end('dừng lại vì lỗi');
  printFailure('đo', error);
  process.exitCode = 1;
} finally {
  rmSync(workDir, { recursive: true, force: true });
}

function multiplyDocuments(documents: readonly HeldDocument[], target: string, copies: number): void {
  if (documents.length === 0) throw new Error('Kho chưa có văn bản nào. Hãy chạy npm run import trước.');
  if (existsSync(join(contentDir(), 'site.json'))) cpSync(join(contentDir(), 'site.json'), join(target, 'site.json'));
  for (let index = 0; index < copies; index++) {
    const { key, path } = documents[index % documents.length] as HeldDocument;
    const copy = `${key.replace(/\/[^/]+$/u, '')}/${index + 1}-${key.split('/').at(-1)}`;
    const file = join(target, 'documents', `${copy}.mdx`);
    mkdirSync(dirname(file), { recursive: true });
    // Other documents may cite the original, so only its own key and address are rewritten.
    writeFileSync(file, readFileSync(path, 'utf8').replace(`key: ${key}\n`, `key: ${copy}\n`).replace(`url: /van-ban/${key}/\n`, `url: /van-ban/${copy}/\n`));
  }
}

function kilobytes(bytes: number | undefined): string {
  return `${((bytes ?? 0) / 1000).toFixed(1)} kB`;
}
