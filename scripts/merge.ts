/**
 * `npm run merge -- FOLDER FOLDER ...`: joins the parts that `npm run build -- --shard i/n` made into `OUT_DIR`, then makes the search index and
 * the downloads over all of them. The result equals the site built in one piece, byte for byte.
 * Exit 0 fine, 1 parts that do not fit together, 2 wrong usage.
 */
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { finishPages, replaceFolder } from './lib/build-site.ts';
import { outDir } from './lib/content-dir.ts';
import { joinFolders } from './lib/join-folders.ts';
import { makeWorkFolder } from './lib/work-folder.ts';
import { BUILD_STEPS } from './report/build-steps.ts';
import { printFailure, printLine, printProblem } from './report/print.ts';
import { createProgress } from './report/progress.ts';

const withIndex = !process.argv.includes('--no-index');
const folders = process.argv.slice(2).filter((word) => word !== '--no-index').map((folder) => resolve(folder));
if (folders.length === 0 || !folders.every(existsSync)) {
  printProblem('Cách dùng: npm run merge -- THƯ_MỤC_PHẦN_1 THƯ_MỤC_PHẦN_2 … [--no-index]');
  process.exit(2);
}
const progress = createProgress();
const workDir = makeWorkFolder('merging');
try {
  const siteDir = join(workDir, 'site');
  progress.begin('Ghép trang');
  const files = joinFolders(folders, siteDir);
  if (withIndex) await finishPages(siteDir, null, { step: (name) => progress.begin(BUILD_STEPS[name]), log: (line) => progress.line(line) });
  progress.begin(BUILD_STEPS.replace);
  replaceFolder(siteDir, outDir());
  progress.end();
  printLine(`Đã ghép ${folders.length} phần, ${files} tệp: ${outDir()}`);
} catch (error) {
  progress.end('dừng lại vì lỗi');
  printFailure('ghép', error);
  process.exitCode = 1;
} finally {
  rmSync(workDir, { recursive: true, force: true });
}
